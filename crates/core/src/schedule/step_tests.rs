//! Steps, phases, pauses and gaps, as tables of somebody's weeks.

use super::{Agenda, InForce, LighterBecause, WaitsFor, agenda, present_stage};
use crate::ids::{ClearanceId, LineId, PhaseId, PlanId};
use crate::plan::{
    Clearance, Counted, Dose, Growth, Part, Phase, Prescription, ReEntry, Revision, Rounding,
    Stage, StageBegins,
};
use crate::record::{ClearanceAnswer, Entered, Outcome, PlanFact, PlanRecord};
use crate::samples::{World, bout, closed, day, instant, line, plan_record, record, revision};
use crate::time::{DayRef, Stretch};

fn plan_id() -> PlanId {
    PlanId::new("sample").unwrap()
}

fn on(world: &World, at: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(at))).unwrap()
}

/// A bridge in the morning, ten times, with these stages of so many times.
fn bridge(stages: Vec<(StageBegins, u16)>) -> Prescription {
    let mut bridge = line("bridge", &["morning"]);
    let stage = |(begins, repetitions)| Stage {
        as_written: None,
        begins,
        until: None,
        dose: Dose { repetitions: Some(repetitions), ..Dose::default() },
        side: None,
        frequency: None,
        replaces: Vec::new(),
    };
    bridge.stages = stages.into_iter().map(stage).collect();
    bridge
}

fn from_day(text: &str) -> StageBegins {
    StageBegins::On(DayRef::On(day(text)))
}

/// How many times the bridge is asked for on each of these days of November.
fn times(world: &World, days: &[u32]) -> Vec<u16> {
    let of = |n: &u32| {
        let agenda = on(world, &format!("2026-11-{n:02}"));
        agenda.items().next().and_then(|item| item.dose.repetitions).unwrap_or(0)
    };
    days.iter().map(of).collect()
}

/// What the person said of stage `stage`, entered on that day of November.
fn said(id: u128, stage: u16, n: u32, goes_on: bool) -> PlanRecord {
    let (plan, revision, line) = (plan_id(), 1, LineId::new("bridge").unwrap());
    let day = day(&format!("2026-11-{n:02}"));
    let fact = if goes_on {
        PlanFact::StageAgreed { plan, revision, line, stage, day }
    } else {
        PlanFact::StageStayed { plan, revision, line, stage, day }
    };
    plan_record(id, &format!("2026-11-{n:02}T18:00:00Z"), fact)
}

fn pause(id: u128, from: u32, through: u32) -> PlanRecord {
    let of = |n: u32| day(&format!("2026-11-{n:02}"));
    let fact = PlanFact::Pause { from: of(from), through: Some(of(through)), reason: None };
    plan_record(id, &format!("2026-11-{from:02}T07:00:00Z"), fact)
}

fn resumed(id: u128, n: u32) -> PlanRecord {
    let fact = PlanFact::Resumed { day: day(&format!("2026-11-{n:02}")) };
    plan_record(id, &format!("2026-11-{n:02}T07:30:00Z"), fact)
}

fn done(world: &mut World, days: &[u32]) {
    for n in days {
        let key = bout("bridge", "morning", &format!("2026-11-{n:02}"));
        let at = format!("2026-11-{n:02}T07:10:00Z");
        world.records.push(record(u128::from(*n), &at, closed(key, Outcome::Done)));
    }
}

#[test]
fn a_step_after_so_many_days_begins_by_itself_on_the_day_after_the_last_of_them() {
    let plan = revision(vec![bridge(vec![(StageBegins::AfterDoneDays(3), 12)])]);
    let mut world = World::new(plan, "2026-11-28T10:00:00Z");
    let waits = |world: &World, at: &str| {
        on(world, at).in_words.first().and_then(|words| words.waits_for.clone())
    };
    done(&mut world, &[16, 18]);
    assert_eq!(times(&world, &[17, 19, 25]), [10, 10, 10]);
    let two_of_three = Some(WaitsFor::DoneDays { asked: 3, done: 2 });
    assert_eq!(waits(&world, "2026-11-19"), two_of_three);
    done(&mut world, &[20]);
    assert_eq!(times(&world, &[19, 20, 21, 25]), [10, 10, 12, 12]);
    assert_eq!(waits(&world, "2026-11-21"), None);
    // Days whose records lie too far back to be read are remembered.
    world.records.clear();
    let key = (plan_id(), LineId::new("bridge").unwrap());
    let known = [16, 18, 20].map(|n| day(&format!("2026-11-{n}")));
    let repetitions = world.ask(|situation| {
        let mut standing = situation.standing.clone();
        standing.earlier.done.insert(key, known.into());
        let there = super::Situation { standing: &standing, ..*situation };
        agenda(&there, day("2026-11-25")).unwrap().items().next().unwrap().dose.repetitions
    });
    assert_eq!(repetitions, Some(12));
}

/// The stage of the first line that says what is done on that day of November.
fn stage_on(world: &World, n: u32) -> Option<u16> {
    world.ask(|situation| {
        let revision = &situation.revisions[0].revision;
        let on = day(&format!("2026-11-{n}"));
        present_stage(situation, revision, &revision.lines[0], on)
    })
}

#[test]
fn the_present_stage_is_the_one_whose_dose_is_asked_for() {
    let by_day = || bridge(vec![(from_day("2026-11-20"), 12), (from_day("2026-11-24"), 15)]);
    let mut world = World::new(revision(vec![by_day()]), "2026-11-28T10:00:00Z");
    let found = |world: &World, days: &[u32]| -> Vec<_> {
        days.iter().map(|n| stage_on(world, *n)).collect()
    };
    assert_eq!(found(&world, &[15, 19, 20, 24, 28]), [None, None, Some(1), Some(2), Some(2)]);
    // They stayed as they were, and go on four days later.
    world.plan_records = vec![said(1, 1, 19, false), said(2, 1, 23, true)];
    assert_eq!(found(&world, &[20, 22, 23, 24]), [None, None, Some(1), Some(2)]);
    // The day of the step lay in a pause.
    world.plan_records = vec![pause(1, 19, 21), resumed(2, 22)];
    assert_eq!(found(&world, &[20, 22, 24]), [None, None, None]);
    // One that comes by what was done, and one behind it that is kept waiting.
    let waits = vec![(StageBegins::AfterDoneDays(2), 12), (from_day("2026-11-20"), 15)];
    let mut world = World::new(revision(vec![bridge(waits)]), "2026-11-28T10:00:00Z");
    assert_eq!(found(&world, &[20, 25]), [None, None]);
    done(&mut world, &[16, 22]);
    assert_eq!(times(&world, &[20, 22, 23]), [10, 10, 15]);
    assert_eq!(found(&world, &[20, 22, 23]), [None, None, Some(2)]);
    // A line that is off is done by no stage.
    let off = Prescription { off: true, ..by_day() };
    assert_eq!(stage_on(&World::new(revision(vec![off]), "2026-11-28T10:00:00Z"), 24), None);
}

#[test]
fn a_step_is_announced_the_evening_before_and_on_its_day_until_something_was_said() {
    let by_day = || revision(vec![bridge(vec![(from_day("2026-11-20"), 12)])]);
    let by_done = || revision(vec![bridge(vec![(StageBegins::AfterDoneDays(4), 12)])]);
    // It is five in the afternoon in Berlin at four by the clock of Greenwich.
    for (now, announced) in [
        ("2026-11-18T18:00:00Z", false),
        ("2026-11-19T15:59:00Z", false),
        ("2026-11-19T16:00:00Z", true),
        ("2026-11-19T23:30:00Z", true),
        ("2026-11-20T07:00:00Z", true),
        ("2026-11-21T18:00:00Z", false),
    ] {
        for plan in [by_day(), by_done()] {
            let mut world = World::new(plan, now);
            // What is entered of the present day shows nothing yet, and that of the day before does.
            done(&mut world, &[16, 17, 18, 19]);
            if now.starts_with("2026-11-21") {
                done(&mut world, &[20]);
            }
            let steps = world
                .ask(|situation| agenda(situation, situation.today().unwrap()).unwrap().next_steps);
            assert_eq!(!steps.is_empty(), announced, "{now}");
            assert!(steps.iter().all(|step| step.begins == day("2026-11-20") && step.stage == 1));
        }
    }
    let mut world = World::new(by_day(), "2026-11-20T07:00:00Z");
    world.plan_records = vec![said(1, 1, 20, true)];
    assert_eq!(on(&world, "2026-11-20").next_steps, []);
}

#[test]
fn a_week_that_is_entered_from_paper_brings_a_step_that_can_be_stayed_at() {
    let plan = revision(vec![bridge(vec![(StageBegins::AfterDoneDays(5), 12)])]);
    let mut world = World::new(plan, "2026-11-23T10:00:00Z");
    done(&mut world, &[16, 17, 18, 19, 20]);
    for record in &mut world.records {
        (record.entered, record.at) = (Entered::Later, world.now);
    }
    assert_eq!(on(&world, "2026-11-23").next_steps[0].stage, 1);
    assert_eq!(times(&world, &[20, 21, 22, 23]), [10, 12, 12, 12]);
    world.plan_records = vec![said(1, 1, 23, false)];
    assert_eq!(times(&world, &[23]), [10]);
}

#[test]
fn a_line_that_is_entered_again_after_it_was_stopped_counts_its_own_days() {
    let by_done = bridge(vec![(StageBegins::AfterDoneDays(3), 12)]);
    let mut world =
        World::new(revision(vec![line("bridge", &["morning"])]), "2026-11-28T10:00:00Z");
    done(&mut world, &[16, 17, 18, 24, 25]);
    for (number, from, line) in [(2, 20, line("clam", &["morning"])), (3, 24, by_done.clone())] {
        let from = day(&format!("2026-11-{from}"));
        let revision = Revision { number, ..revision(vec![line]) };
        let imported_at = instant(&format!("{from}T06:00:00Z"));
        world.revisions.push(InForce { revision, from, imported_at });
    }
    assert_eq!(times(&world, &[24, 26]), [10, 10]);
    done(&mut world, &[26]);
    assert_eq!(times(&world, &[26, 27]), [10, 12]);
    // A sheet that was put right before it held left nothing out.
    world.revisions[1].from = day("2026-11-24");
    assert_eq!(times(&world, &[24, 26]), [12, 12]);
    // What was left out by mistake, and comes back as it was, goes on counting.
    (world.revisions[1].from, world.revisions[0].revision.lines) =
        (day("2026-11-20"), vec![by_done]);
    assert_eq!(times(&world, &[18, 24]), [10, 12]);
}

#[test]
fn staying_holds_until_the_person_goes_to_the_step_and_keeps_the_later_ones_back() {
    let plan =
        revision(vec![bridge(vec![(from_day("2026-11-20"), 12), (from_day("2026-11-23"), 15)])]);
    let mut world = World::new(plan, "2026-11-28T10:00:00Z");
    assert_eq!(times(&world, &[19, 20, 23]), [10, 12, 15]);
    // Said on the evening before.
    world.plan_records = vec![said(1, 1, 19, false)];
    assert_eq!(times(&world, &[19, 20, 23, 27]), [10, 10, 10, 10]);
    let waits: Vec<_> =
        on(&world, "2026-11-24").in_words.into_iter().map(|words| words.waits_for).collect();
    assert_eq!(waits, [Some(WaitsFor::PersonsYes { stage: 1 })]);
    // Said on its own day it holds from that day, and the day before stays as it was.
    world.plan_records = vec![said(1, 2, 24, false)];
    assert_eq!(times(&world, &[23, 24, 25]), [15, 12, 12]);
    world.plan_records = vec![said(1, 1, 19, false), said(2, 1, 25, true)];
    assert_eq!(times(&world, &[24, 25, 26]), [10, 15, 15]);
    // The last word holds, whatever the order in which they are read.
    world.plan_records.push(said(3, 1, 26, false));
    world.plan_records.reverse();
    assert_eq!(times(&world, &[25, 26, 27]), [15, 10, 10]);
}

#[test]
fn what_came_by_its_day_in_a_pause_waits_for_a_word_and_weeks_go_on() {
    // A step lies in the pause from the 19th through the 21st, and one after it.
    let plan =
        revision(vec![bridge(vec![(from_day("2026-11-20"), 12), (from_day("2026-11-24"), 15)])]);
    let mut world = World::new(plan, "2026-11-28T10:00:00Z");
    world.plan_records = vec![pause(1, 19, 21), resumed(2, 22)];
    assert_eq!(times(&world, &[18, 22, 24, 27]), [10, 10, 10, 10], "the same dose as before");
    let words = on(&world, "2026-11-25").in_words;
    assert_eq!(words[0].waits_for, Some(WaitsFor::PersonsYes { stage: 1 }));
    world.plan_records.push(said(3, 1, 23, true));
    assert_eq!(times(&world, &[22, 23, 24]), [10, 12, 15]);
    assert_eq!(on(&world, "2026-11-23").after_surgery, 21);
    // A pause that was over when it was told is treated alike.
    let late =
        PlanFact::Pause { from: day("2026-11-19"), through: Some(day("2026-11-21")), reason: None };
    world.plan_records = vec![plan_record(1, "2026-11-22T09:00:00Z", late), resumed(2, 22)];
    assert_eq!(times(&world, &[18, 22, 24]), [10, 10, 10]);
}

#[test]
fn the_last_row_of_a_sheet_stays_and_the_day_up_to_which_it_was_written_is_said() {
    let mut line = bridge(vec![(from_day("2026-11-18"), 12), (from_day("2026-11-20"), 14)]);
    line.stages[0].until = Some(DayRef::On(day("2026-11-20")));
    line.stages[1].until = Some(DayRef::On(day("2026-11-23")));
    let mut world = World::new(revision(vec![line]), "2026-11-16T12:00:00Z");
    let written = |world: &World, n: u32| {
        let agenda = on(world, &format!("2026-11-{n:02}"));
        agenda.written_up_to.into_iter().map(|one| one.last.to_string()).collect::<Vec<_>>()
    };
    let (nothing, last) = (Vec::<String>::new(), ["2026-11-22"]);
    for (n, expected) in [(19, &nothing[..]), (22, &nothing[..])] {
        assert_eq!(written(&world, n), expected, "{n}");
    }
    for n in [23, 30] {
        assert_eq!(written(&world, n), last, "{n}");
    }
    assert_eq!(times(&world, &[19, 22, 23, 30]), [12, 14, 14, 14]);
    // Whoever stayed at the first row is not at the last.
    world.plan_records = vec![said(1, 2, 19, false)];
    assert_eq!(written(&world, 23), nothing);
    // Without an end nothing is said.
    world.plan_records.clear();
    world.revisions[0].revision.lines[0].stages[1].until = None;
    assert_eq!(written(&world, 30), nothing);
}

#[test]
fn what_grows_by_itself_does_not_grow_in_a_pause() {
    let mut walk = bridge(Vec::new());
    let from = DayRef::On(day("2026-11-18"));
    walk.growth =
        Some(Growth { key: Counted::Repetitions, by: 2, every_days: 2, at_most: 16, from });
    let mut world = World::new(revision(vec![walk]), "2026-11-28T10:00:00Z");
    assert_eq!(times(&world, &[17, 18, 20, 22, 24, 26]), [10, 12, 14, 16, 16, 16]);
    // The steps of the 20th and the 22nd lie in the pause.
    world.plan_records = vec![pause(1, 19, 22), resumed(2, 23)];
    assert_eq!(times(&world, &[18, 23, 24, 26]), [12, 12, 14, 16]);
}

#[test]
fn after_a_pause_the_dose_is_what_the_sheet_says_for_as_many_days() {
    let part = |percent, rounding| Some((Part { percent, rounding }, 3));
    let rule = |part| Some(ReEntry { as_written: "Half for three days".to_owned(), part });
    for (re_entry, expected, through) in [
        (rule(part(50, Rounding::Up)), [10, 5, 5, 5, 10], Some("2026-11-24")),
        (rule(part(33, Rounding::Up)), [10, 4, 4, 4, 10], Some("2026-11-24")),
        (rule(part(33, Rounding::Down)), [10, 3, 3, 3, 10], Some("2026-11-24")),
        (rule(part(1, Rounding::Down)), [10, 1, 1, 1, 10], Some("2026-11-24")),
        (rule(None), [10, 10, 10, 10, 10], None),
        (None, [10, 10, 10, 10, 10], None),
    ] {
        let mut plan = revision(vec![bridge(Vec::new())]);
        plan.re_entry = re_entry.clone();
        let mut world = World::new(plan, "2026-11-28T10:00:00Z");
        world.plan_records = vec![pause(1, 19, 21), resumed(2, 22)];
        assert_eq!(times(&world, &[18, 22, 23, 24, 25]), expected);
        let first = on(&world, "2026-11-22");
        let shown = first.re_entry.clone().unwrap();
        assert_eq!((shown.since, shown.through), (day("2026-11-22"), through.map(day)));
        assert_eq!(shown.as_written, re_entry.map(|rule| rule.as_written));
        let lighter = first.items().next().unwrap().lighter.as_ref().map(|why| why.because);
        assert_eq!(lighter, through.map(|_| LighterBecause::AfterPause));
        assert!(on(&world, "2026-11-25").re_entry.is_none());
    }
}

/// Three phases of a week each from the 16th; the second waits for the surgeon.
fn three_phases() -> Revision {
    let ok = ClearanceId::new("surgeon").unwrap();
    let phase = |id: &str, from: u32, until: Option<u32>, clearance| Phase {
        id: PhaseId::new(id).unwrap(),
        title: id.to_owned(),
        stretch: Stretch::Days {
            from: Some(DayRef::On(day(&format!("2026-11-{from}")))),
            until: until.map(|until| DayRef::On(day(&format!("2026-11-{until}")))),
        },
        clearance,
    };
    let of = |id: &str| {
        let mut line = line(id, &["morning"]);
        line.phase = PhaseId::new(id);
        line
    };
    let mut second = of("second");
    second.stages = bridge(vec![(from_day("2026-11-25"), 12)]).stages;
    let mut plan = revision(vec![of("first"), second, of("third")]);
    plan.clearances = vec![Clearance {
        id: ok.clone(),
        as_written: "if the surgeon agrees".to_owned(),
        from_whom: None,
        ask_on: None,
    }];
    plan.phases = vec![
        phase("first", 16, Some(23), None),
        phase("second", 23, Some(28), Some(ok)),
        phase("third", 28, None, None),
    ];
    plan
}

#[test]
fn an_ok_that_comes_late_leaves_no_phase_out() {
    let yes = |n: u32| {
        let said = day(&format!("2026-11-{n}"));
        let fact = PlanFact::Clearance {
            plan: plan_id(),
            revision: 1,
            clearance: ClearanceId::new("surgeon").unwrap(),
            answer: ClearanceAnswer::Yes,
            who: None,
            how: None,
            said_on: said,
            day: said,
        };
        plan_record(u128::from(n), &format!("2026-11-{n}T09:00:00Z"), fact)
    };
    let rows = [
        // In time: as it was written.
        (20, [(22, "first", 10), (23, "second", 10), (25, "second", 12), (28, "third", 10)]),
        // Two days late: everything behind it, too.
        (25, [(24, "first", 10), (26, "second", 10), (27, "second", 12), (30, "third", 10)]),
        // After its last day: it begins then, and is as long as it was written.
        (29, [(28, "first", 10), (29, "second", 10), (29, "second", 10), (30, "second", 10)]),
    ];
    for (ok, expected) in rows {
        let mut world = World::new(three_phases(), "2026-12-20T10:00:00Z");
        world.plan_records = vec![yes(ok)];
        for (n, line, repetitions) in expected {
            let agenda = on(&world, &format!("2026-11-{n}"));
            let found: Vec<_> =
                agenda.items().map(|item| (item.title.as_str(), item.dose.repetitions)).collect();
            assert_eq!(found, [(line, Some(repetitions))], "OK on {ok}, day {n}");
        }
    }
    let mut world = World::new(three_phases(), "2026-12-20T10:00:00Z");
    world.plan_records = vec![yes(29)];
    let called =
        |at: &str| on(&world, at).items().map(|item| item.title.clone()).collect::<Vec<_>>();
    assert_eq!(called("2026-12-03"), ["second"]);
    assert_eq!(called("2026-12-04"), ["third"]);
    // It can still be answered after its own last day.
    world.plan_records.clear();
    let waiting = on(&world, "2026-12-10").in_words;
    assert!(matches!(waiting[0].waits_for, Some(WaitsFor::TeamsOk(_))), "{waiting:?}");
}
