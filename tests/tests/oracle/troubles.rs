//! Random rules about pain and limits for a plan, and what hurt.

use std::fmt::Write as _;

use backwise_core::safety::LEGS_STILL;
use chrono::NaiveDate;
use toml::Table;

use super::clock::Second;
use super::dice::Dice;
use super::facts::{Facts, Moment, Pain, Sign, Spot, Told, Trouble, What};
use super::here::instant;
use super::lines::Walker;
use super::sheet::{Sheet, plus, text};
use super::words::{AboutStop, Word, change_word, moment};

/// Adds rules about pain to a plan, and limits with exercises that they touch.
pub(super) fn with_rules(plan: &mut String, dice: &mut Dice, starts: NaiveDate) {
    let lines = plan.matches("\n[[line]]\n").count();
    for line in 0..lines {
        let title = format!("title = \"line-{line}\"\n");
        if dice.one_in(3) {
            let flags = dice.pick(&["[\"rotation\"]", "[\"floor_transfer\", \"lift\"]", "[]"]);
            *plan = plan.replace(&title, &format!("{title}flags = {flags}\n"));
        }
        if dice.one_in(5) {
            // It leaves the legs still.
            let named = |exercise| format!("exercise = \"{exercise}\"\n{title}");
            *plan = plan.replace(&named("bridge"), &named("shoulder-blade-squeeze"));
        }
        if dice.one_in(6) {
            *plan = plan.replace(&title, &format!("{title}safety_question = \"calf\"\n"));
        }
    }
    if dice.one_in(2) {
        let date = plus(starts, dice.within(0, 30));
        write!(plan, "\n[[appointment]]\nid = \"check\"\ntitle = \"Check\"\ndate = {date}\n")
            .unwrap();
    }
    for n in 0..dice.below(3) {
        limit(plan, dice, n);
    }
    if dice.one_in(6) {
        return;
    }
    plan.push_str("\n[pain]\nas_written = \"If it hurts\"\n");
    for _ in 0..1 + dice.below(4) {
        rule(plan, dice, lines);
    }
}

pub(super) fn limit(plan: &mut String, dice: &mut Dice, n: usize) {
    let kinds =
        dice.pick(&["[\"twisting\"]", "[\"floor\"]", "[\"load\", \"sitting\"]", "[\"lifting\"]"]);
    write!(plan, "\n[[precaution]]\nas_written = \"Limit {n}\"\nkinds = {kinds}\n").unwrap();
    let mut ends = 0;
    if dice.one_in(2) {
        writeln!(plan, "until_day = {}", dice.within(5, 40)).unwrap();
        ends += 1;
    }
    if plan.contains("id = \"check\"") && dice.one_in(3) {
        plan.push_str("until_appointment = \"check\"\n");
        ends += 1;
    }
    if plan.contains("\n[[clearance]]\nid = \"nurse\"") && dice.one_in(2) {
        plan.push_str("clearance = \"nurse\"\n");
        ends += 1;
    }
    if ends == 0 || dice.one_in(6) {
        plan.push_str("until_told_otherwise = true\n");
    }
}

pub(super) fn rule(plan: &mut String, dice: &mut Dice, lines: usize) {
    plan.push_str("\n[[pain.rule]]\nas_written = \"A rule\"\n");
    if dice.one_in(4) {
        writeln!(plan, "lines = [\"line-{}\"]", dice.below(lines)).unwrap();
    }
    writeln!(plan, "where = \"{}\"", dice.pick(&["back", "leg", "either", "either"])).unwrap();
    let whens = ["before", "during", "after", "next-morning", "any", "any"];
    let (mut when, mut then) =
        (*dice.pick(&whens), *dice.pick(&["go-on", "less", "less", "stop", "stop"]));
    match dice.below(8) {
        0 => {
            plan.push_str("spreading = true\n");
            then = "stop";
        }
        1 => {
            plan.push_str("worse = true\n");
            when = "next-morning";
        }
        2..=4 => writeln!(plan, "over = {}", dice.within(1, 8)).unwrap(),
        _ => writeln!(plan, "at_least = {}", dice.within(2, 9)).unwrap(),
    }
    write!(plan, "when = \"{when}\"\nthen = \"{then}\"\n").unwrap();
    if then == "less" {
        if dice.one_in(3) {
            writeln!(plan, "dose = {{ repetitions = {} }}", dice.within(1, 7)).unwrap();
        } else {
            let (percent, rounding) = (dice.pick(&[5, 30, 50, 75]), dice.pick(&["up", "down"]));
            write!(plan, "percent = {percent}\nrounding = \"{rounding}\"\n").unwrap();
        }
    }
    match dice.below(4) {
        0 | 1 => plan.push_str("lasts = \"next-time\"\n"),
        2 => writeln!(plan, "bouts = {}", dice.within(1, 5)).unwrap(),
        _ => plan.push_str("lasts = \"until-told\"\n"),
    }
}

/// What hurt until `now`, which lies in `today`, what was said of it, and which limits are over.
pub(super) fn happened(
    facts: &mut Facts,
    dice: &mut Dice,
    sheet: &Sheet,
    today: NaiveDate,
    now: Second,
) {
    let days: Vec<NaiveDate> = sheet.starts().iter_days().take_while(|day| *day <= today).collect();
    if days.is_empty() {
        return;
    }
    for said in &mut facts.said {
        said.told = match said.told {
            Told::Partly if dice.one_in(5) => Told::LeftForPain,
            Told::Skipped if dice.one_in(5) => Told::SkippedForPain,
            told => told,
        };
    }
    let mut troubles = Vec::new();
    for _ in 0..dice.below(6) {
        // Half of them on one of the last days.
        let some = if dice.one_in(2) { &days[days.len().saturating_sub(3)..] } else { &days[..] };
        let day = *dice.pick(some);
        let first = trouble(facts, dice, sheet, day, now);
        let is_calf = first.as_ref().is_some_and(|first| matches!(first.what, What::Calf));
        troubles.extend(first);
        // Now and then something else hurts on that day, too.
        if is_calf || dice.one_in(3) {
            troubles.extend(trouble(facts, dice, sheet, day, now));
        }
    }
    troubles.sort_by_key(|trouble| trouble.at);
    troubles.dedup_by_key(|trouble| trouble.at);
    let by_hand = facts.said.iter().filter(|said| said.live && said.told.is_for_pain());
    let by_hand = by_hand.map(|said| (said.at, said.day, None));
    let mut came: Vec<_> = by_hand.collect();
    came.extend(troubles.into_iter().map(|trouble| (trouble.at, trouble.day, Some(trouble))));
    came.sort_by_key(|(at, ..)| *at);
    for (at, day, trouble) in came {
        facts.troubles.extend(trouble);
        let words = |dice: &mut Dice| words(dice, sheet, (day, at), now);
        stops_a_second(facts, dice, sheet, (today, day, at), words);
    }
    for limit in sheet.all("precaution") {
        if dice.one_in(3) {
            let day = *dice.pick(&days);
            let at = moment(sheet, day, facts.limits_over.len(), now);
            let limit = text(limit, "as_written").unwrap().to_owned();
            facts.limits_over.push((limit, Word::of(at, day, ())));
        }
    }
    if dice.one_in(3) {
        let mut at = sheet.begins(*dice.pick(&days)) + dice.within(0, 86_399);
        for _ in 0..1 + dice.below(3) {
            let mistaken = dice.one_in(3).then(|| at + dice.within(1, 4000));
            if at > now || mistaken.is_some_and(|at| at > now) {
                break;
            }
            facts.signs.push(Sign { at, mistaken });
            at += dice.within(4001, 3 * 86_400);
            if at <= now && !dice.one_in(3) {
                facts.goes_on.push(at);
                at += dice.within(1, 3 * 86_400);
            }
        }
    }
}

/// The second exercise that is stopped on a day stops them all, until somebody has spoken.
fn stops_a_second(
    facts: &mut Facts,
    dice: &mut Dice,
    sheet: &Sheet,
    (today, day, at): (NaiveDate, NaiveDate, Second),
    words: impl Fn(&mut Dice) -> Vec<AboutStop>,
) {
    let walker = Walker::new(sheet, facts, today);
    if walker.is_second_stop(day, at) && !walker.second_stop_waits(day, at) {
        let (what, words) = (What::SecondStop, words(dice));
        facts.troubles.push(Trouble { line: None, place: None, day, at, what, words });
    }
}

/// Something happens `at` a moment of `today` at which that bout is under way, mostly with it.
pub(super) fn hurts_midway(
    facts: &mut Facts,
    dice: &mut Dice,
    sheet: &Sheet,
    (today, (line, place)): (NaiveDate, (String, String)),
    at: Second,
) {
    let (line, place) = (Some(line), Some(place));
    let mut trouble = Trouble { line, place, day: today, at, what: What::Calf, words: Vec::new() };
    match dice.below(6) {
        0 => trouble.place = None,
        1 => (trouble.what, trouble.place) = (What::Faint, None),
        _ => hurts(dice, &mut trouble, (at, at + 1)),
    }
    facts.troubles.push(trouble);
    stops_a_second(facts, dice, sheet, (today, today, at), |_| Vec::new());
}

/// Something that hurt on `day`.
fn trouble(
    facts: &Facts,
    dice: &mut Dice,
    sheet: &Sheet,
    day: NaiveDate,
    now: Second,
) -> Option<Trouble> {
    let bouts: Vec<_> = Walker::new(sheet, facts, day).slots(day, now).into_iter().collect();
    if bouts.is_empty() {
        return None;
    }
    let ((line, place), slot) = dice.pick(&bouts).clone();
    let (begins, ends) = (sheet.begins(day), sheet.begins(plus(day, 1)));
    let at = dice.within(slot.starts, slot.ends.max(slot.starts + 1) - 1);
    let (line, place) = (Some(line), Some(place));
    let mut trouble = Trouble { line, place, day, at, what: What::Calf, words: Vec::new() };
    match dice.below(16) {
        0 => {
            trouble.place = None;
            // Also beside an exercise that leaves the legs still and that the question need not come before.
            let still = |line: &&Table| LEGS_STILL.contains(&text(line, "exercise").unwrap());
            let still: Vec<&Table> = sheet.lines().into_iter().filter(still).collect();
            if !still.is_empty() {
                trouble.line = Some(Walker::id(still[dice.below(still.len())]).to_owned());
            }
        }
        1 => (trouble.line, trouble.place) = (None, None),
        2 => {
            trouble.what = *dice.pick(&[What::Numb, What::Faint]);
            trouble.place = None;
        }
        _ => hurts(dice, &mut trouble, (begins, ends)),
    }
    trouble.words = words(dice, sheet, (day, trouble.at), now);
    (begins <= trouble.at && trouble.at < ends && trouble.at <= now).then_some(trouble)
}

/// Makes pain of it, now and then of no line.
fn hurts(dice: &mut Dice, trouble: &mut Trouble, (begins, ends): (Second, Second)) {
    let moment = *dice.pick(&[
        Moment::During,
        Moment::During,
        Moment::During,
        Moment::After,
        Moment::After,
        Moment::Before,
        Moment::NextMorning,
    ]);
    if moment == Moment::NextMorning || moment != Moment::During && dice.one_in(3) {
        (trouble.line, trouble.place) = (None, None);
        trouble.at = dice.within(begins, ends - 1);
    }
    let spot =
        *dice.pick(&[Spot::Back, Spot::Back, Spot::Leg, Spot::Leg, Spot::Elsewhere, Spot::NotSaid]);
    trouble.what = What::Hurts(Pain {
        spot,
        score: (!dice.one_in(4)).then(|| dice.within(0, 10)),
        moment,
        spreading: spot == Spot::Leg && dice.one_in(3),
        usual: (moment == Moment::NextMorning && !dice.one_in(3)).then(|| dice.within(0, 6)),
    });
}

/// What the team says of something of `day`, until `now`. Some of it is put right, or taken back, later.
fn words(
    dice: &mut Dice,
    sheet: &Sheet,
    (day, mut at): (NaiveDate, Second),
    now: Second,
) -> Vec<AboutStop> {
    let mut words = Vec::new();
    for _ in 0..[0, 0, 1, 1, 2][dice.below(5)] {
        at += dice.within(1, 4 * 86_400);
        let from = dice.one_in(2).then(|| plus(day, dice.within(0, 9)));
        if at <= now {
            let on = sheet.day_at(at, instant(at).date_naive());
            let mut word = Word::of(at, on, from);
            change_word(&mut word, &mut Dice::of(at.unsigned_abs()), sheet, now);
            words.push(word);
        }
    }
    words
}
