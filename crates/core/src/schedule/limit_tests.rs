//! What `docs/limits.md` says of each pair of a limit and a flag comes to pass, and of each other pair nothing does.

use super::{NotAsked, agenda};
use crate::catalogue::embedded;
use crate::error::ProblemCode;
use crate::ids::{ExerciseId, LineId};
use crate::plan::{LimitUntil, PlanFile, Precaution, Revision, write};
use crate::safety::{FLAGS, Flag, LIMIT_EFFECTS, LIMIT_KINDS, LimitEffect, LimitKind};
use crate::samples::{World, day, line, revision};

/// A sheet with one line that asks `flag` of the body, and one limit.
fn sheet(limit: LimitKind, flag: Flag) -> Revision {
    let mut of_flag = line("squat", &["morning"]);
    of_flag.exercise = ExerciseId::new("bridge").unwrap();
    of_flag.flags = vec![flag];
    let mut plan = revision(vec![of_flag]);
    plan.precautions = vec![Precaution {
        as_written: "careful until the review".to_owned(),
        source: None,
        kinds: vec![limit],
        lift_kg: None,
        sit_minutes: None,
        up_minutes: None,
        until: LimitUntil { told_otherwise: true, ..LimitUntil::default() },
    }];
    plan
}

/// What the sheet comes to: whether the line is asked for, whether the limit is read beside it, and whether the person
/// is asked about both when the sheet is taken in.
fn comes_to(plan: Revision) -> (bool, bool, bool) {
    let file = PlanFile::open(write(&plan).as_bytes(), "sheet", embedded());
    assert_eq!(file.problems, []);
    let is_told = file.remarks.iter().any(|known| known.code == ProblemCode::LimitTouchesLine);
    let world = World::new(plan, "2026-11-16T10:00:00Z");
    let agenda = world.ask(|situation| agenda(situation, day("2026-11-16"))).unwrap();
    let is_asked = agenda.items().next().is_some();
    let is_locked = agenda.in_words.iter().any(|words| words.why == NotAsked::Limit);
    assert_ne!(is_asked, is_locked);
    let is_beside = agenda.precautions[0].beside == [LineId::new("squat").unwrap()];
    assert!(is_beside || agenda.precautions[0].beside.is_empty());
    (is_asked, is_beside, is_told)
}

#[test]
fn each_row_of_the_published_table_does_what_the_page_says() {
    let mut rows = 0;
    for (_, limit) in LIMIT_KINDS {
        for (_, flag) in FLAGS {
            let row = LIMIT_EFFECTS.iter().find(|row| (row.0, row.1) == (limit, flag));
            rows += usize::from(row.is_some());
            let expected = match row.map(|row| row.2) {
                Some(LimitEffect::Lock) => (false, false, true),
                Some(LimitEffect::Ask) => (true, false, true),
                Some(LimitEffect::Show) => (true, true, false),
                None => (true, false, false),
            };
            assert_eq!(comes_to(sheet(limit, flag)), expected, "{limit:?} and {flag:?}");
        }
    }
    assert_eq!(rows, 18);
}

#[test]
fn no_limit_is_read_beside_a_line_that_is_not_switched_on() {
    let mut plan = sheet(LimitKind::Twisting, Flag::Transfer);
    plan.lines[0].off = true;
    let world = World::new(plan, "2026-11-16T10:00:00Z");
    let agenda = world.ask(|situation| agenda(situation, day("2026-11-16"))).unwrap();
    assert_eq!(agenda.precautions[0].beside, []);
}
