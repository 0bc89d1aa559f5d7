//! What a visit stopped while a change still waits for its day, and what it made less of.

use super::{Agenda, InForce, State, agenda};
use crate::ids::LineId;
use crate::plan::{Dose, Frequency, LimitUntil, Precaution, Prescription, Revision};
use crate::record::{BodySide, BoutKey, BoutPlace, Fact, Outcome};
use crate::safety::{Flag, LimitKind};
use crate::samples::{World, any_time, bout, closed, day, instant, line, record, revision};

fn dose(sets: u16, times: u16) -> Dose {
    Dose { sets: Some(sets), repetitions: Some(times), ..Dose::default() }
}

/// The bridge, the squat and a turn of the trunk, each in the evening; of the bridge so many sets.
fn lines(sets: u16) -> Vec<Prescription> {
    let bridge = Prescription { dose: dose(sets, 10), ..line("bridge", &["evening"]) };
    let turn = Prescription { flags: vec![Flag::Rotation], ..line("turn", &["evening"]) };
    vec![bridge, line("squat", &["evening"]), turn]
}

fn known(number: u32, lines: Vec<Prescription>, from: &str, imported_at: &str) -> InForce {
    let revision = Revision { number, ..revision(lines) };
    InForce { revision, from: day(from), imported_at: instant(imported_at) }
}

/// On the 17th the sheet from December on was taken in, with three sets of the bridge. On the 19th, at the visit, that one
/// was changed as `change` does it.
fn world(now: &str, change: impl Fn(&mut Revision)) -> World {
    let mut world = World::new(revision(lines(2)), now);
    let waits = known(2, lines(3), "2026-12-01", "2026-11-17T09:00:00Z");
    let mut visit = known(3, lines(3), "2026-12-01", "2026-11-19T09:00:00Z");
    change(&mut visit.revision);
    world.revisions.extend([waits, visit]);
    world
}

fn agenda_on(world: &World, on: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(on))).unwrap()
}

/// What the evening asks for, and how many sets of the bridge.
fn asked(world: &World, on: &str) -> Vec<(String, Option<u16>)> {
    let agenda = agenda_on(world, on);
    let open = agenda.items().filter(|item| item.state != State::NotRequired);
    open.map(|item| (item.bout.line.to_string(), item.dose.sets)).collect()
}

fn limits(world: &World, on: &str) -> usize {
    agenda_on(world, on).precautions.len()
}

#[test]
fn what_a_visit_stopped_is_not_asked_for_until_the_change_that_waits_begins() {
    let world = world("2026-11-21T12:00:00Z", |sheet| {
        sheet.lines.retain(|line| line.id.as_str() != "squat");
        sheet.precautions = vec![Precaution {
            as_written: "no twisting".to_owned(),
            source: None,
            kinds: vec![LimitKind::Twisting],
            lift_kg: None,
            sit_minutes: None,
            up_minutes: None,
            until: LimitUntil { told_otherwise: true, ..LimitUntil::default() },
        }];
    });
    let bridge = |sets| ("bridge".to_owned(), Some(sets));
    let all = [bridge(2), ("squat".to_owned(), None), ("turn".to_owned(), None)];
    assert_eq!(asked(&world, "2026-11-18"), all, "before the visit");
    for on in ["2026-11-19", "2026-11-21", "2026-11-30"] {
        assert_eq!((asked(&world, on), limits(&world, on)), (vec![bridge(2)], 1), "{on}");
    }
    assert_eq!(limits(&world, "2026-11-18"), 0);
    assert_eq!(asked(&world, "2026-12-01"), [bridge(3)]);
    // A sheet that comes after all that changes nothing of those days.
    let mut world = world;
    world.now = instant("2026-12-20T12:00:00Z");
    world.revisions.push(known(4, lines(3), "2026-12-16", "2026-12-15T09:00:00Z"));
    assert_eq!(asked(&world, "2026-11-21"), [bridge(2)]);
}

#[test]
fn what_was_meant_for_its_day_waits_for_it_whatever_else_a_visit_changes() {
    // The change that waits stops the squat, too, from its day on; the visit changes a telephone number.
    let mut world = world("2026-11-21T12:00:00Z", |sheet| sheet.author = Some("R".to_owned()));
    for known in &mut world.revisions[1..] {
        known.revision.lines.retain(|line| line.id.as_str() != "squat");
    }
    assert_eq!(asked(&world, "2026-11-21").len(), 3);
    assert_eq!(asked(&world, "2026-12-01").len(), 2);
    // Two that wait for two days change nothing before those.
    world.revisions[2].from = day("2026-12-15");
    world.revisions[2].revision.lines.clear();
    assert_eq!(asked(&world, "2026-11-21").len(), 3);
    // One that waits alone changes nothing before its day.
    world.revisions.truncate(2);
    assert_eq!(asked(&world, "2026-11-21").len(), 3);
}

#[test]
fn a_bout_that_was_begun_is_led_no_further_than_the_newer_sheet_asks() {
    let mut world = World::new(revision(lines(3)), "2026-11-18T18:40:00Z");
    let mut less = lines(1);
    less[0].dose = dose(1, 5);
    world.revisions.push(known(2, less, "2026-11-19", "2026-11-18T18:30:00Z"));
    let bout = bout("bridge", "evening", "2026-11-18");
    let work = Fact::Work { bout, set: 1, side: BodySide::Both, repetitions: 4, seconds: 40 };
    world.records = vec![record(1, "2026-11-18T18:20:00Z", work)];
    let agenda = agenda_on(&world, "2026-11-18");
    let bridge = agenda.items().find(|item| item.title == "bridge").unwrap();
    assert_eq!((bridge.state, bridge.dose.sets), (State::InProgress, Some(1)));
    assert_eq!((bridge.seen.repetitions, bridge.seen.asked), (4, Some(5)));
}

#[test]
fn what_is_done_when_it_is_needed_is_offered_no_more_than_the_newer_sheet_does() {
    let heat = |most_a_day, ask_first: Option<&str>, times| {
        let mut heat = any_time(line("heat", &[]), 1);
        let ask_first = ask_first.map(str::to_owned);
        heat.frequency = Frequency::AsNeeded { when: "sore".to_owned(), most_a_day, ask_first };
        Prescription { dose: dose(1, times), ..heat }
    };
    let mut world = World::new(revision(vec![heat(Some(4), None, 30)]), "2026-11-18T12:00:00Z");
    let done = |id, nth| {
        let place = BoutPlace::AnyTime(nth);
        let bout = BoutKey { place, ..bout("heat", "morning", "2026-11-18") };
        record(id, "2026-11-18T08:00:00Z", closed(bout, Outcome::Done))
    };
    world.records = vec![done(1, 1)];
    let newer = vec![heat(Some(2), Some("Is it warm?"), 15)];
    world.revisions.push(known(2, newer, "2026-11-19", "2026-11-18T09:30:00Z"));
    let needed = |world: &World| agenda_on(world, "2026-11-18").as_needed.remove(0);
    let line = needed(&world);
    assert_eq!(line.line, LineId::new("heat").unwrap());
    assert_eq!((line.most_a_day, line.ask_first.as_deref()), (Some(2), Some("Is it warm?")));
    assert_eq!(line.next.unwrap().dose.repetitions, Some(15));
    world.records.push(done(2, 2));
    assert!(needed(&world).next.is_none());
}
