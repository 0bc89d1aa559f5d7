//! Where a day lies by the days of a line, with its phase as it really holds.

use super::waiting_tests::{said, two_phases};
use super::{LineTime, line_time};
use crate::record::ClearanceAnswer;
use crate::samples::{World, day};
use crate::time::{DayRef, Stretch};

#[test]
fn a_line_is_over_no_sooner_than_its_phase_and_has_begun_no_sooner() {
    use LineTime::{NotBegun, Now, Over};
    let mut world = World::new(two_phases(), "2026-12-10T10:00:00Z");
    let times = |world: &World, on: &str| -> Vec<LineTime> {
        let plan = &world.revisions[0].revision;
        let time = |line| world.ask(|situation| line_time(situation, plan, line, day(on)));
        plan.lines.iter().map(time).collect()
    };
    assert_eq!(times(&world, "2026-11-15"), [NotBegun, NotBegun]);
    assert_eq!(times(&world, "2026-11-29"), [Now, NotBegun]);
    assert_eq!(times(&world, "2026-12-10"), [Now, NotBegun], "the OK is still to come");
    world.plan_records = vec![said(1, ClearanceAnswer::Yes, "2026-12-03")];
    assert_eq!(times(&world, "2026-12-02"), [Now, NotBegun]);
    assert_eq!(times(&world, "2026-12-03"), [Over, Now]);
    // A line of no phase, and one that ends before its phase does.
    let plan = &mut world.revisions[0].revision;
    plan.lines[0].phase = None;
    let until = Some(DayRef::On(day("2026-12-08")));
    plan.lines[0].stretch = Stretch::Days { from: None, until };
    plan.lines[1].stretch = Stretch::Days { from: None, until };
    assert_eq!(times(&world, "2026-12-07"), [Now, Now]);
    assert_eq!(times(&world, "2026-12-08"), [Over, Over]);
}
