//! What was put right later: entries with another answer before, entries that were taken back, and entries of days ago.

use backwise_core::ids::RecordId;
use backwise_core::record::{Entered, Fact, Outcome, Record, SkipReason};
use chrono::NaiveDate;
use uuid::Uuid;

use super::clock::Second;
use super::day::Is;
use super::dice::Dice;
use super::facts::{Facts, Said, Told};
use super::here::instant;
use super::lines::Walker;
use super::people::bout;
use super::sheet::{Sheet, plus};
use super::troubles::hurts_midway;

/// How an entry came to be what it is.
#[derive(Debug, Clone, Copy)]
enum Way {
    /// Another answer was put right.
    PutRight,
    /// A wrong tap was put back at once: it is as it was.
    PutBack,
    /// What was entered first was taken back, and the bout was entered anew.
    EnteredAnew,
    /// Less had been said of it, or another thing of whether it hurt: only what was entered last knows the hour.
    SaidMore,
}

/// Gives what was entered on a later day its moment: some time between that day's end and `now`.
pub(super) fn enter_later(facts: &mut Facts, dice: &mut Dice, sheet: &Sheet, now: Second) {
    for said in facts.said.iter_mut().filter(|said| !said.live) {
        let ends = sheet.begins(plus(said.day, 1));
        if ends < now {
            said.at = dice.within(ends, now);
        }
    }
}

/// In half of the cases in which something is due `now`, one bout of it was begun some minutes ago, and is under way.
pub(super) fn begin(
    facts: &mut Facts,
    dice: &mut Dice,
    sheet: &Sheet,
    today: NaiveDate,
    now: Second,
    hurts: bool,
) {
    if dice.one_in(2) {
        return;
    }
    let slots = Walker::new(sheet, facts, today).slots(today, now);
    let due: Vec<_> = slots.into_iter().filter(|(_, slot)| slot.is == Is::Due).collect();
    if due.is_empty() {
        return;
    }
    let ((line, place), slot) = dice.pick(&due).clone();
    let begun_at = slot.not_before.unwrap_or(slot.starts).max(now - dice.within(0, 600));
    let of = (line.clone(), place.clone());
    facts.said.push(Said { line, place, day: today, told: Told::Begun, at: begun_at, live: true });
    let is_last = facts.troubles.iter().all(|one| one.at < begun_at);
    if is_last && hurts && begun_at < now && dice.one_in(2) {
        let at = dice.within(begun_at + 1, now);
        hurts_midway(facts, dice, sheet, (today, of), at);
    }
}

/// The `records` of the bouts in the order of the facts, with what stood before some of them was put right by `now`, and
/// others that were taken back. A bout that is put right keeps the time of its first entry, as long as that said of it no less than
/// the last one does, and the same of whether it hurt, or was put back at once; otherwise it has that of the last one.
pub(super) fn with_corrections(
    facts: &Facts,
    records: Vec<Record>,
    dice: &mut Dice,
    now: Second,
) -> Vec<Record> {
    let mut next = 40_000_000;
    let mut id = || {
        next += 1;
        RecordId(Uuid::from_u128(next))
    };
    let mut all = Vec::new();
    for (said, right) in facts.said.iter().zip(records) {
        let way = match dice.below(8) {
            0 | 1 => Way::PutRight,
            2 => Way::PutBack,
            3 => Way::EnteredAnew,
            4 => Way::SaidMore,
            _ => {
                all.push(right);
                continue;
            }
        };
        if now - said.at < 10 || said.told == Told::Begun {
            all.push(right);
            continue;
        }
        let before = match way {
            Way::EnteredAnew => wrong(dice, said),
            Way::PutRight => alike(dice, said, &right.fact, true),
            Way::PutBack => right.fact.clone(),
            Way::SaidMore => alike(dice, said, &right.fact, false),
        };
        let first = Record { id: id(), fact: before, ..right.clone() };
        let at = dice.within(said.at + 1, now - 5);
        let later = |id, seconds, corrects, fact| Record {
            id,
            at: instant(at + seconds),
            entered: if at % 2 == 0 { Entered::Later } else { Entered::Live },
            corrects: Some(corrects),
            fact,
            ..right.clone()
        };
        match way {
            Way::PutRight => all.push(later(id(), 0, first.id, right.fact.clone())),
            Way::PutBack => {
                let second = later(id(), 0, first.id, wrong(dice, said));
                all.push(later(id(), 2, second.id, right.fact.clone()));
                all.push(second);
            }
            Way::EnteredAnew => {
                all.push(later(id(), 0, first.id, Fact::Withdrawn));
                all.push(right.clone());
            }
            Way::SaidMore => {
                let before = Record { at: instant(said.at - dice.within(1, 5 * 3600)), ..first };
                all.push(Record { corrects: Some(before.id), ..right });
                all.push(before);
                continue;
            }
        }
        all.push(first);
    }
    // Nothing stands of what was entered by mistake.
    for said in &facts.said {
        let place = *dice.pick(&["1", "2", "3", "morning", "evening"]);
        if dice.one_in(6) && facts.said(&said.line, said.day, place).is_none() && said.at < now {
            let mistaken = Said { place: place.to_owned(), ..said.clone() };
            let first = Record { id: id(), fact: wrong(dice, &mistaken), ..blank(&mistaken) };
            let taken_back = Record {
                id: id(),
                at: instant(dice.within(said.at + 1, now)),
                corrects: Some(first.id),
                fact: Fact::Withdrawn,
                ..first.clone()
            };
            all.extend([taken_back, first]);
        }
    }
    all
}

fn blank(said: &Said) -> Record {
    Record {
        id: RecordId(Uuid::nil()),
        at: instant(said.at),
        zone: "UTC".to_owned(),
        entered: if said.live { Entered::Live } else { Entered::Later },
        by: backwise_core::record::EnteredBy::Person,
        corrects: None,
        fact: Fact::Withdrawn,
    }
}

/// Some answer that says no less than `right` of what was done, and the same of whether it hurt; or where it shall not be
/// `alike`, one that says less, or another thing of that.
fn alike(dice: &mut Dice, said: &Said, right: &Fact, alike: bool) -> Fact {
    let kind = |fact: &Fact| match fact {
        Fact::Bout { outcome: Outcome::Done, .. } => (2, false),
        Fact::Bout { outcome: Outcome::Partly { reason, .. }, .. } => {
            (1, *reason == Some(SkipReason::Pain))
        }
        Fact::Bout { outcome: Outcome::Skipped { reason }, .. } => (0, *reason == SkipReason::Pain),
        _ => (0, false),
    };
    loop {
        let other = wrong(dice, said);
        let ((before, hurt), (now, hurts)) = (kind(&other), kind(right));
        if (now <= before && hurt == hurts) == alike {
            return other;
        }
    }
}

/// Some answer, which may be the right one.
fn wrong(dice: &mut Dice, said: &Said) -> Fact {
    let repetitions = Some(u16::try_from(dice.within(1, 7)).unwrap());
    let reason = dice.one_in(2).then_some(SkipReason::Pain);
    let partly = Outcome::Partly { sets: None, repetitions, seconds: None, counted: None, reason };
    let outcomes = [
        Outcome::Done,
        partly,
        Outcome::Skipped { reason: SkipReason::Pain },
        Outcome::SaidNotDone,
    ];
    let outcome = dice.pick(&outcomes).clone();
    let bout = bout(&said.line, &said.place, said.day);
    Fact::Bout { bout, outcome, note: None }
}
