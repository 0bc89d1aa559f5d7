//! What the words of a line say: both handouts, and how others write.

use crate::catalogue::embedded;
use crate::plan::draft::{LinePart, LineSuggested, Words, suggest_line};
use crate::plan::{Counted, DayPattern, Side};
use crate::time::{Day, weekday_name};

/// A part in few letters, so that a table of them can be read.
fn short(part: &LinePart) -> String {
    let number = |key: &Counted| match key {
        Counted::Sets => "sets",
        Counted::Repetitions => "reps",
        Counted::HoldSeconds => "hold",
        Counted::Seconds => "seconds",
        Counted::Minutes => "minutes",
        Counted::Breaths => "breaths",
        Counted::WalkingSteps => "steps",
        Counted::Metres => "metres",
    };
    let weekdays = |days: &[crate::time::Weekday]| {
        days.iter().map(|day| weekday_name(*day)).collect::<Vec<_>>().join("-")
    };
    match part {
        LinePart::Number { key, number: n } => format!("{} {n}", number(key)),
        LinePart::UpTo { key, most } => format!("{} up to {most}", number(key)),
        LinePart::RestSeconds(n) => format!("rest {n}"),
        LinePart::Load(words) => format!("load {words}"),
        LinePart::LoadKg(weight) => format!("load {weight} kg"),
        LinePart::Range(words) => format!("range {words}"),
        LinePart::NotGiven(part) => format!("not given {part:?}"),
        LinePart::Side(Side::Both) => "both sides".to_owned(),
        LinePart::Side(Side::Each) => "each side".to_owned(),
        LinePart::Side(side) => format!("{side:?} side"),
        LinePart::Days(DayPattern::EveryDay) => "every day".to_owned(),
        LinePart::Days(DayPattern::Weekdays(days)) => weekdays(days),
        LinePart::Days(DayPattern::TimesAWeek { times, not_two_days_running }) => {
            format!("{times} a week{}", if *not_two_days_running { ", apart" } else { "" })
        }
        LinePart::EveryDays(n) => format!("every {n} days"),
        LinePart::NotOn(days) => format!("not {}", weekdays(days)),
        LinePart::DayOff { as_written, weekdays: days } => {
            format!("day off {} \"{as_written}\"", weekdays(days))
        }
        LinePart::TimesADay { times, most } if times == most => format!("{times} a day"),
        LinePart::TimesADay { times, most } => format!("{times} to {most} a day"),
        LinePart::GapMinutes(n) => format!("gap {n}"),
        LinePart::EveryHours { hours, between: None } => format!("every {hours} h"),
        LinePart::EveryHours { hours, between: Some((from, until)) } => {
            format!("every {hours} h {from}-{until}")
        }
        LinePart::Rounds(titles) => format!("in {}", titles.join("+")),
        LinePart::AsNeeded { when, most_a_day: None } => format!("as needed \"{when}\""),
        LinePart::AsNeeded { when, most_a_day: Some(most) } => {
            format!("as needed \"{when}\" most {most}")
        }
        LinePart::Growth { key, by, every_days, most } => {
            let most = most.map_or(String::new(), |most| format!(" up to {most}"));
            format!("{} +{by} every {every_days} days{most}", number(key))
        }
        LinePart::LastDay { last, .. } => format!("last {last}"),
        LinePart::Technique => "technique".to_owned(),
        LinePart::Exercise(id) => format!("exercise {id}"),
        LinePart::Days(other) => format!("{other:?}"),
    }
}

/// The answer as one text: the name, what is suggested, what is asked, what was not understood.
fn told(words: &str) -> String {
    let line = suggest_line(words, Day::new(2026, 11, 20), embedded(), "en");
    the_words_are_those_of_the_line(words, &line);
    let mut told = vec![line.name.clone()];
    let suggested: Vec<_> = line.suggestions.iter().map(|s| short(&s.part)).collect();
    told.push(suggested.join(", "));
    for question in &line.questions {
        let readings = question
            .readings
            .iter()
            .map(|reading| reading.iter().map(short).collect::<Vec<_>>().join(" + "));
        let asked = serde_json::to_value(question.asked).unwrap();
        told.push(format!(
            "{}? {}",
            asked.as_str().unwrap(),
            readings.collect::<Vec<_>>().join(" / ")
        ));
    }
    for words in &line.not_understood {
        told.push(format!("\"{}\"", words.text));
    }
    told.join(" | ")
}

/// Each piece is where it says it is, in the numbers of JavaScript.
fn the_words_are_those_of_the_line(line: &str, suggested: &LineSuggested) {
    let line: Vec<u16> = line.encode_utf16().collect();
    let check = |words: &Words| {
        let piece = &line[words.from as usize..words.until as usize];
        assert_eq!(String::from_utf16(piece).unwrap(), words.text);
        assert!(!words.text.is_empty());
    };
    suggested.suggestions.iter().for_each(|suggestion| check(&suggestion.words));
    suggested.questions.iter().for_each(|question| check(&question.words));
    suggested.not_understood.iter().for_each(check);
}

pub(super) fn check(table: &[(&str, &str)]) {
    let wrong: Vec<_> = table
        .iter()
        .map(|(words, wanted)| (words, wanted, told(words)))
        .filter(|(_, wanted, found)| *wanted != found)
        .map(|(words, wanted, found)| format!("{words}\n  wanted {wanted}\n  found  {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_sheet_of_weeks_3_to_6() {
    check(&[
        (
            "Every day, three times (after breakfast, early afternoon, evening; at least 3 hours apart):",
            " | every day, in After breakfast+Early afternoon+Evening, gap 180 | dose? reps 3 / sets 3 / 3 a day",
        ),
        (
            "Belly brace lying down: 10 x, hold 5 seconds",
            "Belly brace lying down | reps 10, hold 5",
        ),
        ("Heel slides: 10 each leg", "Heel slides | reps 10, each side"),
        (
            "Once a day: Bridge: 2 sets of 8, hold 3 seconds, one minute rest. Half height for the first week.",
            "Bridge | 1 a day, every day, sets 2, reps 8, hold 3, rest 60 | \"Half height for the first week\"",
        ),
        (
            "4. Clam: 2 x 8 each side, hold 2 seconds (not on Sundays)",
            "Clam | sets 2, reps 8, each side, hold 2 | which-days? not sun + 1 a day / not sun / every day + day off sun \"not on Sundays\"",
        ),
        ("Sit to stand: 2 x 8", "Sit to stand | sets 2, reps 8"),
        ("Heel raises at the worktop: 2 x 10", "Heel raises at the worktop | sets 2, reps 10"),
        (
            "Stand heel to toe: 3 x 10 seconds each foot forward (Mon, Wed, Fri, Sat)",
            "Stand heel to toe | each side, mon-wed-fri-sat | dose? reps 3 + hold 10 / sets 3 + seconds 10 / sets 3 + reps 1 + hold 10 | how-often? 1 a day",
        ),
        (
            "Three times a week, any days but not two days running: Wall push-up: 2 x 8",
            "Wall push-up | 3 a week, apart, sets 2, reps 8 | how-often? 1 a day",
        ),
        (
            "Walking: weeks 3-4 fifteen minutes three times a day, weeks 5-6 twenty-five minutes twice a day.",
            "Walking |  | \"weeks 3-4 fifteen minutes three times a day, weeks 5-6 twenty-five minutes twice a day\"",
        ),
        (
            "Getting out of bed: log roll, every time.",
            "Getting out of bed | technique | \"log roll\"",
        ),
        (
            "Calf stretch: may be done up to twice a day, 3 x 20 seconds each leg, if the calf feels tight.",
            "Calf stretch | each side, as needed \"if the calf feels tight\" most 2 | dose? reps 3 + hold 20 / sets 3 + seconds 20 / sets 3 + reps 1 + hold 20",
        ),
    ]);
}

#[test]
fn the_leaflet_of_the_first_days() {
    check(&[
        (
            "Do these every two hours while you are awake (8 in the morning to 8 in the evening), until the two-week check on 4 December: ankle pumps, both feet, 20",
            "ankle pumps | every 2 h 08:00-20:00 | until? last 2026-12-04 / last 2026-12-03 | side? both sides / each side | dose? reps 20 / seconds 20 / minutes 20 | which-days? every day",
        ),
        ("squeeze the buttocks, 5 times, hold 5 seconds", "squeeze the buttocks | reps 5, hold 5"),
        (
            "squeeze the thighs, 5 each leg, hold 5 seconds",
            "squeeze the thighs | reps 5, each side, hold 5",
        ),
        (
            "Morning and evening: deep belly breathing, 8 slow breaths.",
            "deep belly breathing | in Morning+Evening, breaths 8 | which-days? every day",
        ),
        (
            "Walk indoors 4 to 6 times a day: 3 minutes on the first two days, then one minute more every second day, no more than 10 minutes.",
            "Walk indoors | 4 to 6 a day, every day, minutes +1 every 2 days up to 10 | \"3 minutes on the first two days\"",
        ),
        (
            "From day 7, if the nurse agrees: heel raises at the worktop, 8, once a day.",
            "heel raises at the worktop | 1 a day, every day | dose? reps 8 / seconds 8 / minutes 8 | \"From day 7, if the nurse agrees\"",
        ),
    ]);
}

#[test]
fn how_others_write() {
    check(&[
        ("10 x, hold 5 seconds", " | reps 10, hold 5"),
        (
            "3 x 20 seconds each leg, if the calf feels tight",
            " | each side, as needed \"if the calf feels tight\" | dose? reps 3 + hold 20 / sets 3 + seconds 20 / sets 3 + reps 1 + hold 20",
        ),
        ("three times a day", " | 3 a day, every day"),
        ("Mon, Wed, Fri", " | mon-wed-fri | how-often? 1 a day"),
        ("every two hours", " | every 2 h | which-days? every day"),
        (
            "up to twice a day",
            " |  | how-often? as needed \"up to twice a day\" most 2 / 1 to 2 a day + every day",
        ),
        ("Bridges 3x10 bd", "Bridges | sets 3, reps 10, 2 a day, every day"),
        ("SLR R leg 2x15, 5s hold, 1kg", "SLR | Right side, sets 2, reps 15, hold 5, load 1 kg"),
        (
            "Clamshells – 3 sets of 12 reps each side with red band, 3 times per week",
            "Clamshells | sets 3, reps 12, each side, load red band, 3 a week | how-often? 1 a day",
        ),
        ("Cat camel x10 slowly", "Cat camel | reps 10 | \"slowly\""),
        (
            "Walk 10-15 min, 2-3x/day",
            "Walk | minutes 10, minutes up to 15, 2 to 3 a day, every day",
        ),
        (
            "Knee rolls 8-12 reps, twice daily, left side only",
            "Knee rolls | reps 8, reps up to 12, 2 a day, every day, Left side",
        ),
        (
            "Dead bug: 8 reps alternating legs every other day",
            "Dead bug | reps 8, every 2 days | side? each side / both sides | how-often? 1 a day",
        ),
        (
            "Calf raises 20, Mon-Fri",
            "Calf raises | mon-tue-wed-thu-fri | dose? reps 20 / seconds 20 / minutes 20 | how-often? 1 a day",
        ),
        (
            "Hamstring stretch: hold for 30 seconds, repeat 3 times each leg",
            "Hamstring stretch | hold 30, each side | dose? reps 3 / sets 3 / 3 a day",
        ),
        (
            "20 ankle pumps every hour from 8am to 8pm",
            "ankle pumps | reps 20, every 1 h 08:00-20:00 | which-days? every day",
        ),
        ("Wall squats 10 × 10", "Wall squats | sets 10, reps 10"),
        ("Half an hour walk daily", "walk | minutes 30, every day | how-often? 1 a day"),
        (
            "Bird dog 5-second holds, 6 each side, rest 30 sec between sets",
            "Bird dog | hold 5, reps 6, each side, rest 30",
        ),
        (
            "Bridge: keep the hips level, 10 x. Twice a day",
            "Bridge | reps 10, 2 a day, every day | \"keep the hips level\"",
        ),
        ("Twice a day at home: bridge, 8 x", "bridge | 2 a day, every day, reps 8 | \"at home\""),
        ("🦵 Quad sets 10 reps, every morning", "Quad sets | reps 10, in Morning, every day"),
    ]);
}

/// Whatever is asked here, nothing of it is suggested as plain.
#[test]
fn what_can_be_read_in_two_ways_is_never_a_value() {
    check(&[
        (
            "3 x 10 seconds",
            " |  | dose? reps 3 + hold 10 / sets 3 + seconds 10 / sets 3 + reps 1 + hold 10",
        ),
        ("3 times", " |  | dose? reps 3 / sets 3 / 3 a day"),
        ("20", " |  | dose? reps 20 / seconds 20 / minutes 20"),
        ("30 seconds", " |  | dose? reps 1 + hold 30 / seconds 30"),
        ("10 x 3", " |  | dose? sets 3 + reps 10 / sets 10 + reps 3"),
        ("10 a day", " |  | how-often? 10 a day + every day / reps 10 + 1 a day + every day"),
        ("5 x 2 minutes", " |  | dose? minutes 2 + 5 a day / sets 5 + minutes 2"),
        ("hold 5", " |  | dose? hold 5"),
        ("both legs", " |  | side? both sides / each side"),
        ("alternate legs", " |  | side? each side / both sides"),
        ("10 m", " |  | dose? minutes 10 / metres 10"),
        ("as many as you can", " |  | dose? not given Dose"),
        (
            "up to 3 times a day",
            " |  | how-often? as needed \"up to 3 times a day\" most 3 / 1 to 3 a day + every day",
        ),
        ("2-3 times a week", " |  | which-days? 2 a week / 3 a week"),
        ("2 x 8 or 3 x 10", " |  | dose? sets 2 + reps 8 / sets 3 + reps 10"),
        ("twice a day, three times a day", " |  | how-often? 2 a day + every day / 3 a day"),
        ("3 sets of 30 seconds", " |  | dose? sets 3 + seconds 30 / sets 3 + reps 1 + hold 30"),
    ]);
}

#[test]
fn each_leg_is_each_side_in_all_the_ways_that_sheets_write_it() {
    check(&[
        ("Clam: 10 x each leg", "Clam | reps 10, each side"),
        ("Clam: 10x each side", "Clam | reps 10, each side"),
        ("Clam: 10 × per leg", "Clam | reps 10, each side"),
        ("Clam: 10 times with each leg", "Clam | reps 10, each side"),
        ("Clam: x 10 on each hip", "Clam | reps 10, each side"),
        ("Clam: 10 x each arm", "Clam | reps 10, each side"),
        ("Clam: 10 x each foot", "Clam | reps 10, each side"),
        ("Clam: 10 x each knee", "Clam | reps 10, each side"),
        ("Clam: 10 x each thigh", "Clam | reps 10, each side"),
        // Of what, it does not say.
        ("Clam: 10 x each", "Clam | reps 10"),
    ]);
}

#[test]
fn a_number_that_grows_is_offered_and_what_it_hangs_on_is_left_to_a_person() {
    let often = "Walk | minutes 10, 3 a day, every day";
    let week = format!("{often}, minutes +2 every 7 days");
    let most = format!("{week} up to 30");
    let walk = |words: &str| format!("Walk: 10 minutes 3 x a day{words}");
    let found: Vec<_> = [
        (", add 2 minutes each week", week.as_str()),
        (" and add 2 minutes every week", &week),
        (", +2 minutes each week", &week),
        (". 2 minutes more every week", &week),
        (", two more minutes a week", &week),
        (". Increase the time by 2 minutes weekly.", &week),
        (". Each week add 2 minutes.", &week),
        (", adding an extra 2 minutes each week up to 30 minutes", &most),
        (", add 2 minutes each week, no more than 30", &most),
        (", increase by 1 minute every 2 days", &format!("{often}, minutes +1 every 2 days")),
        (", another minute every two weeks", &format!("{often}, minutes +1 every 14 days")),
        (
            ", 2 minutes more each week for four weeks, on the flat",
            &format!("{week} | \"for four weeks\" | \"on the flat\""),
        ),
        // The whole of a day, not of a walk.
        (
            ", add 2 minutes each week up to 60 minutes a day",
            &format!("{week} | \"up to 60 minutes a day\""),
        ),
        (
            ". If it does not hurt, add 2 minutes each week",
            &format!("{often} | \"If it does not hurt\" | \"add 2 minutes each week\""),
        ),
        (
            ". Do not add 2 minutes each week",
            &format!("{often} | \"Do not add 2 minutes each week\""),
        ),
        (
            ", add 2 minutes each week as tolerated",
            &format!("{often} | \"add 2 minutes each week as tolerated\""),
        ),
        (", add 1-2 minutes each week", &format!("{often} | \"add 1-2 minutes each week\"")),
        (
            ", add 2 minutes a day each week",
            &format!("{often} | \"add 2 minutes a day each week\""),
        ),
    ]
    .into_iter()
    .map(|(words, wanted)| (walk(words), wanted.to_owned()))
    .collect();
    check(
        &found.iter().map(|(words, wanted)| (words.as_str(), wanted.as_str())).collect::<Vec<_>>(),
    );
    check(&[(
        "Bridge: 8 x, hold 5 seconds, add 1 second each week",
        "Bridge | reps 8, hold 5 | grows? hold +1 every 7 days / seconds +1 every 7 days",
    )]);
}
