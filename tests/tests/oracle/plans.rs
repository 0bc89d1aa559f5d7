//! Random plans that use everything a plan can ask for.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::dice::Dice;
use super::sheet::{WEEKDAYS, plus};

/// The rounds of a plan; the days that have all of them begin at three or later.
const ROUNDS: [(&str, &str); 5] = [
    ("morning", "08:00"),
    ("noon", "12:30"),
    ("tea", "16:45"),
    ("evening", "20:00"),
    ("night", "01:15"),
];

/// The names that lines may point at.
struct Names {
    rounds: Vec<&'static str>,
    phases: Vec<&'static str>,
    clearances: Vec<&'static str>,
    has_programme: bool,
    /// How many lines there are.
    lines: usize,
    starts: NaiveDate,
}

/// A random plan whose first day is `starts`.
pub(super) fn plan(dice: &mut Dice, starts: NaiveDate) -> String {
    let surgery = plus(starts, -14);
    let count = 1 + dice.below(ROUNDS.len());
    let rounds = dice.some(&ROUNDS, count);
    let phases = *dice.pick(&[&[][..], &["early", "late"], &["early", "middle", "late"]]);
    let clearances = if dice.one_in(2) { vec!["nurse", "surgeon"] } else { Vec::new() };
    let names = Names {
        rounds: rounds.iter().map(|(id, _)| *id).collect(),
        phases: phases.to_vec(),
        clearances,
        has_programme: dice.one_in(3),
        lines: 3 + dice.below(5),
        starts,
    };
    let mut text = format!(
        "format = 1\nplan = \"oracle\"\nrevision = 1\ntitle = \"Oracle\"\nstarts = {starts}\n"
    );
    if dice.one_in(5) {
        writeln!(text, "ends = {}", plus(starts, dice.within(20, 60))).unwrap();
    }
    writeln!(text, "week_starts = \"{}\"", dice.pick(&WEEKDAYS)).unwrap();
    write!(text, "\n[surgery]\ndate = {surgery}\nfusion = \"no\"\n").unwrap();
    let start = *dice.pick(&["03:00", "03:00", "02:00", "05:30"]);
    write!(text, "\n[day]\nstart = \"{start}\"\nawake_from = \"07:00\"\nawake_until = \"21:30\"\n")
        .unwrap();
    for kind in ["late", "free"] {
        if dice.one_in(3) {
            day_type(&mut text, dice, &names, kind);
        }
    }
    let mut from = dice.within(0, 14);
    for (n, id) in names.phases.iter().enumerate() {
        write!(text, "\n[[phase]]\nid = \"{id}\"\ntitle = \"{id}\"\nfrom_day = {from}\n").unwrap();
        from += dice.within(5, 14);
        if n + 1 < names.phases.len() || dice.one_in(4) {
            writeln!(text, "until_day = {from}").unwrap();
        }
        if n > 0 && !names.clearances.is_empty() && dice.one_in(2) {
            writeln!(text, "clearance = \"{}\"", dice.pick(&names.clearances)).unwrap();
        }
    }
    for id in &names.clearances {
        write!(text, "\n[[clearance]]\nid = \"{id}\"\nas_written = \"if the {id} agrees\"\n")
            .unwrap();
        // It must be named: a limit does that.
        write!(text, "\n[[precaution]]\nas_written = \"No {id}\"\nclearance = \"{id}\"\n").unwrap();
    }
    for (id, at) in &rounds {
        round(&mut text, dice, id, at);
    }
    if dice.one_in(2) {
        text.push_str("\n[missed_dose]\nas_written = \"If you miss a round, leave it.\"\n");
        for (key, value) in [
            ("gap_minutes", dice.pick(&["60", "150", "200"])),
            ("latest_start", dice.pick(&["\"21:00\"", "\"22:30\""])),
        ] {
            if dice.one_in(2) && !(key == "latest_start" && names.rounds.contains(&"night")) {
                writeln!(text, "{key} = {value}").unwrap();
            }
        }
        if dice.one_in(4) {
            writeln!(text, "most_a_day = {}", dice.within(2, 5)).unwrap();
        }
    }
    if names.has_programme {
        programme(&mut text, dice, &names);
    }
    for _ in 0..dice.below(3) {
        day_off(&mut text, dice, names.lines, names.starts);
    }
    if dice.one_in(2) {
        text.push_str("\n[bad_day]\nas_written = \"Bad day? Less is enough.\"\n");
        let lines: Vec<usize> = (0..names.lines).collect();
        let count = 1 + dice.below(2);
        let minimum: Vec<String> = dice
            .some(&lines, count)
            .iter()
            .map(|line| format!("{{ line = \"line-{line}\", bouts = {} }}", 1 + line % 2))
            .collect();
        if !dice.one_in(4) {
            writeln!(text, "minimum = [{}]", minimum.join(", ")).unwrap();
        }
    }
    for n in 0..names.lines {
        line(&mut text, dice, &names, n);
    }
    text
}

fn day_type(text: &mut String, dice: &mut Dice, names: &Names, id: &str) {
    write!(text, "\n[[day_type]]\nid = \"{id}\"\ntitle = \"{id}\"\n").unwrap();
    // No weekday may be of two kinds.
    let weekdays = if id == "late" { &WEEKDAYS[..3] } else { &WEEKDAYS[3..] };
    let count = 1 + dice.below(2);
    writeln!(text, "weekdays = {:?}", dice.some(weekdays, count)).unwrap();
    if dice.one_in(2) {
        let first = if id == "late" { 0 } else { 10 };
        writeln!(text, "dates = [{}]", plus(names.starts, first + dice.within(0, 9))).unwrap();
    }
    if dice.one_in(3) {
        writeln!(text, "start = \"{}\"", dice.pick(&["02:00", "04:00", "06:00", "10:30", "21:00"]))
            .unwrap();
    }
    if dice.one_in(3) {
        text.push_str("awake_from = \"09:00\"\nawake_until = \"23:00\"\n");
    }
    let moved = if dice.one_in(2) { dice.some(&names.rounds, 1) } else { Vec::new() };
    for round in &moved {
        writeln!(
            text,
            "times = [{{ round = \"{round}\", at = \"{}\" }}]",
            dice.pick(&["09:30", "11:00", "19:15"])
        )
        .unwrap();
    }
    if dice.one_in(3) {
        let left: Vec<&str> =
            names.rounds.iter().filter(|id| !moved.contains(id)).copied().collect();
        writeln!(text, "leave_out = {:?}", dice.some(&left, 1)).unwrap();
    }
}

fn round(text: &mut String, dice: &mut Dice, id: &str, at: &str) {
    write!(text, "\n[[round]]\nid = \"{id}\"\ntitle = \"{id}\"\n").unwrap();
    if id == "tea" && dice.one_in(2) {
        text.push_str("routine = \"with tea\"\n");
    } else {
        writeln!(text, "at = \"{at}\"").unwrap();
    }
    if dice.one_in(5) {
        writeln!(text, "gap_minutes = {}", dice.pick(&[45, 120, 240])).unwrap();
    }
    if dice.one_in(5) {
        writeln!(text, "latest_start = \"{}\"", dice.pick(&["21:15", "02:00", "23:00"])).unwrap();
    }
}

fn programme(text: &mut String, dice: &mut Dice, names: &Names) {
    text.push_str("\n[[programme]]\nid = \"ab\"\ntitle = \"A and B\"\nturns = [\"A\", \"B\"]\n");
    let in_week = dice.one_in(3);
    if in_week {
        times_a_week(text, dice);
    } else {
        fixed_days(text, dice, names);
    }
    if !in_week && dice.one_in(2) {
        let from = plus(names.starts, dice.within(-3, 5));
        write!(text, "advance = \"calendar\"\nturns_from = {from}\n").unwrap();
    } else {
        text.push_str("advance = \"done\"\n");
    }
}

/// Days off of a plan with so many lines.
pub(super) fn day_off(text: &mut String, dice: &mut Dice, lines: usize, starts: NaiveDate) {
    text.push_str("\n[[day_off]]\nas_written = \"Not on these days\"\n");
    if dice.one_in(2) {
        let count = 1 + dice.below(2);
        writeln!(text, "weekdays = {:?}", dice.some(&WEEKDAYS, count)).unwrap();
    } else {
        let first = plus(starts, dice.within(0, 30));
        writeln!(text, "dates = [{first}, {}]", plus(first, 1)).unwrap();
    }
    if dice.one_in(2) {
        writeln!(text, "except = [\"line-{}\"]", dice.below(lines)).unwrap();
    }
    writeln!(text, "then = \"{}\"", dice.pick(&["skip", "shift"])).unwrap();
}

fn fixed_days(text: &mut String, dice: &mut Dice, names: &Names) {
    match dice.below(4) {
        0 => text.push_str("days = \"every day\"\n"),
        1 | 2 => {
            let count = 1 + dice.below(6);
            writeln!(text, "days = {:?}", dice.some(&WEEKDAYS, count)).unwrap();
        }
        _ => {
            let from = plus(names.starts, dice.within(-5, 9));
            write!(text, "every_days = {}\ncounting_from = {from}\n", dice.within(2, 9)).unwrap();
        }
    }
}

fn times_a_week(text: &mut String, dice: &mut Dice) {
    let apart = dice.one_in(2);
    writeln!(text, "times_a_week = {}", dice.within(1, if apart { 3 } else { 6 })).unwrap();
    if apart {
        text.push_str("not_two_days_running = true\n");
    }
}

fn days(text: &mut String, dice: &mut Dice, names: &Names) {
    match dice.below(8) {
        0 | 1 => times_a_week(text, dice),
        2 if names.has_programme => {
            write!(text, "programme = \"ab\"\nturn = \"{}\"\n", dice.pick(&["A", "B"])).unwrap();
        }
        _ => fixed_days(text, dice, names),
    }
}

fn bouts(text: &mut String, dice: &mut Dice, names: &Names) {
    match dice.below(6) {
        0 => {
            let hours = dice.within(2, 5);
            writeln!(text, "every_hours = {hours}").unwrap();
            if dice.one_in(2) {
                text.push_str("between = [\"08:00\", \"20:00\"]\n");
            }
        }
        1 => writeln!(text, "times_a_day = {}", dice.within(1, 4)).unwrap(),
        2 => {
            let most = dice.within(2, 4);
            writeln!(text, "times_a_day = [{}, {most}]", dice.within(1, most - 1)).unwrap();
        }
        3 => write!(
            text,
            "times_a_day = {}\ngap_minutes = {}\n",
            dice.within(2, 4),
            dice.pick(&[60, 120])
        )
        .unwrap(),
        _ => {
            let count = 1 + dice.below(names.rounds.len());
            writeln!(text, "rounds = {:?}", dice.some(&names.rounds, count)).unwrap();
        }
    }
}

fn line(text: &mut String, dice: &mut Dice, names: &Names, n: usize) {
    write!(text, "\n[[line]]\nid = \"line-{n}\"\nas_written = \"Bridge 8\"\nexercise = \"bridge\"\ntitle = \"line-{n}\"\nrepetitions = 8\n").unwrap();
    match dice.below(12) {
        0 => {
            text.push_str("as_needed = { when = \"if it feels tight\"");
            if dice.one_in(2) {
                write!(text, ", most_a_day = {}", dice.within(1, 3)).unwrap();
            }
            text.push_str(" }\n");
        }
        1 => text.push_str("technique = true\n"),
        _ => {
            days(text, dice, names);
            bouts(text, dice, names);
        }
    }
    if dice.one_in(15) {
        text.push_str("off = true\n");
    }
    let has_phase = !names.phases.is_empty() && dice.one_in(2);
    if has_phase {
        writeln!(text, "phase = \"{}\"", dice.pick(&names.phases)).unwrap();
    } else if dice.one_in(3) {
        writeln!(text, "from_day = {}", dice.within(10, 30)).unwrap();
        if dice.one_in(2) {
            writeln!(text, "until = {}", plus(names.starts, dice.within(20, 50))).unwrap();
        }
    }
    if !names.clearances.is_empty() && dice.one_in(4) {
        writeln!(text, "clearance = \"{}\"", dice.pick(&names.clearances)).unwrap();
    }
    match dice.below(4) {
        0 => stages(text, dice, names, n),
        1 => {
            let from = plus(names.starts, dice.within(-4, 15));
            write!(text, "\n[line.growth]\nkey = \"repetitions\"\nby = {}\nevery_days = {}\nat_most = {}\nfrom = {from}\n",
                dice.within(1, 3), dice.within(1, 7), dice.within(9, 16)).unwrap();
        }
        _ => {}
    }
}

fn stages(text: &mut String, dice: &mut Dice, names: &Names, n: usize) {
    let mut from = dice.within(12, 20);
    for stage in 0..1 + dice.below(3) {
        text.push_str("\n[[line.stage]]\n");
        match dice.below(6) {
            0 => writeln!(text, "after_done_days = {}", dice.within(1, 6)).unwrap(),
            1 => text.push_str("when_agreed = true\n"),
            2 if !names.clearances.is_empty() => {
                writeln!(text, "clearance = \"{}\"", dice.pick(&names.clearances)).unwrap();
            }
            begins => {
                writeln!(text, "from_day = {from}").unwrap();
                from += dice.within(3, 12);
                if begins == 3 && !names.clearances.is_empty() {
                    writeln!(text, "clearance = \"{}\"", dice.pick(&names.clearances)).unwrap();
                }
            }
        }
        writeln!(text, "repetitions = {}", 10 + stage).unwrap();
        if dice.one_in(3) {
            days(text, dice, names);
        }
        if dice.one_in(3) {
            bouts(text, dice, names);
        }
        if dice.one_in(4) {
            writeln!(text, "replaces = [\"line-{}\"]", (n + 1) % names.lines).unwrap();
        }
    }
}
