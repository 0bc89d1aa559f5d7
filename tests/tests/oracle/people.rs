//! What a random person did and said, and the same as the records that Backwise keeps.

use backwise_core::ids::{ClearanceId, LineId, PlanId, RecordId, RoundId};
use backwise_core::record::{
    BodySide, BoutKey, BoutPlace, ClearanceAnswer, Entered, EnteredBy, Fact, Outcome, PlanFact,
    PlanRecord, Record, SkipReason,
};
use backwise_core::time::{Day, Instant};
use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

use super::clock::Second;
use super::dice::Dice;
use super::facts::{Facts, Pause, Said, Step, Told, said_at};
use super::lines::Walker;
use super::sheet::{Sheet, plus, text};
use super::trouble_records::trouble_records;
use super::words::{Entry, Word, moment};

/// What happened until `now`, which lies in `today`.
pub(super) fn facts(dice: &mut Dice, sheet: &Sheet, today: NaiveDate, now: Second) -> Facts {
    let first = sheet.starts();
    let some_day = |dice: &mut Dice| plus(first, dice.within(0, (today - first).num_days().max(0)));
    let mut facts = Facts::default();
    for clearance in sheet.all("clearance") {
        let mut days: Vec<NaiveDate> = (0..dice.below(4)).map(|_| some_day(dice)).collect();
        days.sort();
        let id = text(clearance, "id").unwrap();
        for (nth, day) in days.into_iter().enumerate() {
            let word = Word::of(moment(sheet, day, nth, now), day, !dice.one_in(4));
            facts.answers.push((id.to_owned(), word));
        }
    }
    let mut pause_from = first;
    for _ in 0..dice.below(4).saturating_sub(1) {
        let from = plus(pause_from, dice.within(1, 15));
        let through = plus(from, dice.within(0, 4));
        let is_open = dice.one_in(2);
        // Some are entered when they are over already.
        let entered = if is_open || !dice.one_in(4) { from } else { plus(through, 2) };
        facts.pauses.push(Pause { from, through: (!is_open).then_some(through), entered });
        pause_from = plus(through, dice.within(3, 5));
        if dice.one_in(5) {
            break;
        }
        facts.resumed.push(pause_from);
    }
    // Beside them one that may lie over them. The next word to go on that is said after it ends both.
    if dice.one_in(8) {
        let from = plus(first, dice.within(1, 20));
        let through = plus(from, dice.within(0, 8));
        let entered = if dice.one_in(4) { plus(through, 2) } else { from };
        facts.pauses.push(Pause { from, through: Some(through), entered });
        facts.resumed.push(plus(through, dice.within(1, 3)));
    }
    facts.bad_days = (0..dice.below(4)).map(|_| some_day(dice)).collect();
    for line in sheet.lines() {
        for nth in 1..4 {
            let has_steps = line.contains_key("stage") || line.contains_key("growth");
            if has_steps && dice.one_in(3) {
                let line = text(line, "id").unwrap().to_owned();
                let (day, goes_on) = (some_day(dice), !dice.one_in(3));
                let at = moment(sheet, day, facts.steps.len(), now);
                facts.steps.push(Step { line, nth, word: Word::of(at, day, goes_on) });
            }
        }
    }
    facts.steps.sort_by_key(|step| step.word.0[0].at);
    bouts(dice, sheet, &mut facts, today, now);
    facts
}

/// Bouts that the days asked for, day by day, and a few that they did not.
fn bouts(dice: &mut Dice, sheet: &Sheet, facts: &mut Facts, today: NaiveDate, now: Second) {
    let zeal = dice.within(1, 5);
    for day in sheet.starts().iter_days().take_while(|day| *day <= today) {
        let asked = Walker::new(sheet, facts, day).slots(day, now);
        let mut said = Vec::new();
        for ((line, place), slot) in asked {
            if dice.within(0, 5) < zeal {
                said.push((line, place, slot.starts + dice.within(0, 8 * 60) * 60));
            }
        }
        for line in sheet.lines() {
            if dice.one_in(12) || line.contains_key("as_needed") && dice.one_in(2) {
                let place = *dice.pick(&["1", "2", "morning", "clock-1000"]);
                let is_named = said
                    .iter()
                    .any(|(of, at, _)| Some(of.as_str()) == text(line, "id") && at == place);
                if !is_named {
                    let id = text(line, "id").unwrap().to_owned();
                    said.push((
                        id,
                        place.to_owned(),
                        sheet.begins(day) + dice.within(0, 1300) * 60,
                    ));
                }
            }
        }
        for (line, place, at) in said {
            let told = *dice.pick(&[
                Told::Done,
                Told::Done,
                Told::Done,
                Told::Partly,
                Told::Skipped,
                Told::NotDone,
            ]);
            let is_on_day = sheet.begins(day) <= at && at < sheet.begins(plus(day, 1));
            let live = is_on_day && !dice.one_in(6);
            // Of today some is entered from paper, which knows no hour.
            if at > now && (live || day == today) {
                continue;
            }
            let at = if live { at } else { now };
            facts.said.push(Said { line, place, day, told, at, live });
        }
    }
}

fn instant(at: Second) -> Instant {
    DateTime::from_timestamp(at, 0).unwrap()
}

fn plan_id() -> PlanId {
    PlanId::new("oracle").unwrap()
}

fn record_id(nth: usize) -> RecordId {
    RecordId(Uuid::from_u128(nth as u128 + 1))
}

/// The bout as Backwise names it.
pub(super) fn bout(line: &str, place: &str, day: NaiveDate) -> BoutKey {
    let place = match place.parse() {
        Ok(nth) => BoutPlace::AnyTime(nth),
        Err(_) => BoutPlace::Round(RoundId::new(place).unwrap()),
    };
    BoutKey { plan: plan_id(), line: LineId::new(line).unwrap(), day: Day(day), place }
}

fn partly(reason: Option<SkipReason>) -> Outcome {
    Outcome::Partly { sets: None, repetitions: Some(3), seconds: None, counted: None, reason }
}

/// The records of the bouts.
pub(super) fn records(facts: &Facts) -> Vec<Record> {
    let record = |(nth, said): (usize, &Said)| Record {
        id: record_id(nth),
        at: instant(said.at),
        zone: "UTC".to_owned(),
        entered: if said.live { Entered::Live } else { Entered::Later },
        by: EnteredBy::Person,
        corrects: None,
        fact: Fact::Bout {
            bout: bout(&said.line, &said.place, said.day),
            outcome: match said.told {
                Told::Done => Outcome::Done,
                Told::Partly | Told::Begun => partly(None),
                Told::LeftForPain => partly(Some(SkipReason::Pain)),
                Told::Skipped => Outcome::Skipped { reason: SkipReason::Tired },
                Told::SkippedForPain => Outcome::Skipped { reason: SkipReason::Pain },
                Told::NotDone => Outcome::SaidNotDone,
            },
            note: None,
        },
    };
    let record = |(nth, said): (usize, &Said)| match said.told {
        Told::Begun => {
            let (bout, side) = (bout(&said.line, &said.place, said.day), BodySide::Both);
            let fact = Fact::Work { bout, set: 1, side, repetitions: 3, seconds: 9 };
            Record { fact, ..record((nth, said)) }
        }
        _ => record((nth, said)),
    };
    facts.said.iter().enumerate().map(record).collect()
}

/// The records of what is about the plan.
pub(super) fn plan_records(facts: &Facts, now: Second) -> Vec<PlanRecord> {
    let plan = plan_id;
    let mut all: Vec<(Instant, PlanFact)> = Vec::new();
    let noon = |day: NaiveDate| instant(said_at(day));
    let now = instant(now);
    for Pause { from, through, entered } in &facts.pauses {
        let pause = PlanFact::Pause { from: Day(*from), through: through.map(Day), reason: None };
        all.push((noon(*entered), pause));
        // With one that was over when it was entered, it is entered that the person went on.
        let over = through.filter(|last| last < entered);
        let went_on = over.map(|last| PlanFact::Resumed { day: Day(plus(last, 1)) });
        all.extend(went_on.map(|went_on| (noon(*entered), went_on)));
    }
    let resumed = facts.resumed.iter();
    all.extend(resumed.map(|day| (noon(*day), PlanFact::Resumed { day: Day(*day) })));
    all.extend(facts.bad_days.iter().map(|day| (now, PlanFact::BadDay { day: Day(*day) })));
    let record = |(nth, (at, fact))| plan_record(record_id(nth), at, None, fact);
    let mut all: Vec<PlanRecord> = all.into_iter().enumerate().map(record).collect();
    for (nth, (clearance, word)) in facts.answers.iter().enumerate() {
        all.extend(word_records(word, 60_000_000 + 100 * nth, |day, yes| PlanFact::Clearance {
            plan: plan(),
            revision: 1,
            clearance: ClearanceId::new(clearance).unwrap(),
            answer: if yes { ClearanceAnswer::Yes } else { ClearanceAnswer::NotYet },
            who: None,
            how: None,
            said_on: Day(day),
            day: Day(day),
        }));
    }
    for (nth, Step { line, nth: stage, word }) in facts.steps.iter().enumerate() {
        all.extend(word_records(word, 61_000_000 + 100 * nth, |day, goes_on| {
            let (line, day) = (LineId::new(line).unwrap(), Day(day));
            let (plan, revision, stage) = (plan(), 1, u16::try_from(*stage).unwrap());
            if goes_on {
                PlanFact::StageAgreed { plan, revision, line, stage, day }
            } else {
                PlanFact::StageStayed { plan, revision, line, stage, day }
            }
        }));
    }
    all.extend(trouble_records(facts));
    all
}

/// The records of a word and of all that took its place; `first` is the number of the first of them.
pub(super) fn word_records<T: Copy>(
    word: &Word<T>,
    first: usize,
    fact: impl Fn(NaiveDate, T) -> PlanFact,
) -> Vec<PlanRecord> {
    let id = |nth| record_id(first + nth);
    let record = |(nth, entry): (usize, &Entry<T>)| {
        let day = Day(entry.from);
        let said = entry.says.map_or(PlanFact::Withdrawn { day }, |says| fact(entry.from, says));
        plan_record(id(nth), instant(entry.at), nth.checked_sub(1).map(id), said)
    };
    word.0.iter().enumerate().map(record).collect()
}

/// One record of it.
pub(super) fn plan_record(
    id: RecordId,
    at: Instant,
    corrects: Option<RecordId>,
    fact: PlanFact,
) -> PlanRecord {
    let (zone, entered, by) = ("UTC".to_owned(), Entered::Live, EnteredBy::Person);
    PlanRecord { id, at, zone, entered, by, corrects, fact }
}
