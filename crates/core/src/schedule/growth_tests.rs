//! Doses that grow, as tables of somebody's days: announced, stayed at, gone on with.

use super::{Agenda, InForce, WaitsFor, agenda, new_steps, offered_stage};
use crate::ids::{ClearanceId, LineId, PhaseId, PlanId};
use crate::plan::{Clearance, Counted, Growth, Phase, Prescription, Revision};
use crate::record::{ClearanceAnswer, Outcome, PlanFact, PlanRecord, Record};
use crate::samples::{World, bout, closed, day, instant, line, plan_record, record, revision};
use crate::time::{Day, DayRef, Stretch};

const NOW: &str = "2026-11-30T10:00:00Z";

fn november(n: u32) -> Day {
    day(&format!("2026-11-{n:02}"))
}

/// Ten times, from that day on two more every other day, at the most 17: twelve, fourteen, sixteen, seventeen.
fn growing(from: u32) -> Prescription {
    let mut bridge = line("bridge", &["morning"]);
    let (key, from) = (Counted::Repetitions, DayRef::On(november(from)));
    bridge.growth = Some(Growth { key, by: 2, every_days: 2, at_most: 17, from });
    bridge
}

fn plan() -> Revision {
    revision(vec![growing(18)])
}

fn on(world: &World, day: Day) -> Agenda {
    world.ask(|situation| agenda(situation, day)).unwrap()
}

/// How many times the bridge is asked for on each of these days of November.
fn times(world: &World, days: &[u32]) -> Vec<u16> {
    let of = |n: &u32| {
        on(world, november(*n)).items().next().map_or(0, |item| item.dose.repetitions.unwrap())
    };
    days.iter().map(of).collect()
}

/// What the person said of a step, entered on that day of November: whether they go to it.
fn said(id: u128, stage: u16, n: u32, goes_on: bool) -> PlanRecord {
    let (plan, revision, line) =
        (PlanId::new("sample").unwrap(), 1, LineId::new("bridge").unwrap());
    let day = november(n);
    let fact = if goes_on {
        PlanFact::StageAgreed { plan, revision, line, stage, day }
    } else {
        PlanFact::StageStayed { plan, revision, line, stage, day }
    };
    plan_record(id, &format!("2026-11-{n:02}T18:00:00Z"), fact)
}

fn pause(from: u32, through: u32) -> [PlanRecord; 2] {
    let pause =
        PlanFact::Pause { from: november(from), through: Some(november(through)), reason: None };
    let resumed = PlanFact::Resumed { day: november(through + 1) };
    [
        plan_record(101, &format!("2026-11-{from:02}T07:00:00Z"), pause),
        plan_record(102, &format!("2026-11-{:02}T07:30:00Z", through + 1), resumed),
    ]
}

/// What waits for the person's word on a day, and how many times it would be.
fn waiting(world: &World, n: u32) -> Vec<(u16, Option<u16>)> {
    let words = on(world, november(n)).in_words.into_iter();
    let step = words.map(|words| match words.waits_for {
        Some(WaitsFor::PersonsYes { stage }) => {
            (stage, words.grown.and_then(|grown| grown.dose.repetitions))
        }
        other => panic!("{other:?}"),
    });
    step.collect()
}

/// Something that was done on the day before `day`.
fn done_before(day: Day) -> Record {
    let before = day.plus(-1).to_string();
    let done = closed(bout("bridge", "morning", &before), Outcome::Done);
    record(1, &format!("{before}T07:00:00Z"), done)
}

/// The steps that the day of `now` announces: which, how many times, and from which day.
fn announced(plan: Revision, now: &str, plan_records: Vec<PlanRecord>) -> Vec<(u16, u16, String)> {
    let mut world = World::new(plan, now);
    world.plan_records = plan_records;
    // The day before, something was entered.
    world.records = vec![done_before(world.ask(|situation| situation.today().unwrap()))];
    let steps =
        world.ask(|situation| agenda(situation, situation.today().unwrap()).unwrap().next_steps);
    let told = steps.into_iter().map(|step| {
        let times = step.grown.unwrap().dose.repetitions.unwrap();
        (step.stage, times, step.begins.to_string())
    });
    told.collect()
}

#[test]
fn each_step_up_is_announced_with_its_dose_the_evening_before_and_on_its_day() {
    let step = |stage, times, n| vec![(stage, times, november(n).to_string())];
    for (now, expected) in [
        ("2026-11-17T12:00:00Z", vec![]),
        ("2026-11-17T18:00:00Z", step(1, 12, 18)),
        ("2026-11-18T18:00:00Z", step(1, 12, 18)),
        ("2026-11-19T18:00:00Z", step(2, 14, 20)),
        // The last one is smaller, and after it nothing changes.
        ("2026-11-23T18:00:00Z", step(4, 17, 24)),
        ("2026-11-25T18:00:00Z", vec![]),
    ] {
        assert_eq!(announced(plan(), now, Vec::new()), expected, "{now}");
    }
    // Where it grows each day, the evening has both.
    let mut daily = plan();
    daily.lines[0].growth.as_mut().unwrap().every_days = 1;
    let both = [step(2, 14, 19), step(3, 16, 20)].concat();
    assert_eq!(announced(daily, "2026-11-19T18:00:00Z", Vec::new()), both);
    let stayed = vec![said(1, 2, 19, false)];
    assert_eq!(announced(plan(), "2026-11-19T18:00:00Z", stayed), []);
    // What the person went on to by their own word is not told to them.
    let went = vec![said(1, 2, 19, false), said(2, 2, 23, true)];
    assert_eq!(announced(plan(), "2026-11-23T12:00:00Z", went), []);
    // On a day in a pause nothing is taken.
    let paused = pause(20, 21).to_vec();
    assert_eq!(announced(plan(), "2026-11-19T18:00:00Z", paused[..1].to_vec()), []);
    assert_eq!(announced(plan(), "2026-11-21T18:00:00Z", paused), step(2, 14, 22));
}

#[test]
fn a_step_that_came_unseen_is_told_when_the_person_looks_again_and_can_be_stayed_at() {
    let at = |now: &str, last: u32, said: Vec<PlanRecord>| {
        let mut world = World::new(plan(), now);
        let of_day = format!("2026-11-{last}");
        let done = closed(bout("bridge", "morning", &of_day), Outcome::Done);
        world.records = vec![record(1, &format!("{of_day}T07:00:00Z"), done)];
        world.plan_records = said;
        let today = world.ask(|situation| situation.today().unwrap());
        let steps = on(&world, today).next_steps.into_iter().map(|step| {
            (step.stage, step.grown.unwrap().dose.repetitions.unwrap(), step.begins.to_string())
        });
        (steps.collect::<Vec<_>>(), times(&world, &[19, 21, 23]))
    };
    // Nothing was entered since the 19th: of the steps of the 20th and the 22nd the first is told, with the dose of now.
    let (told, doses) = at("2026-11-23T10:00:00Z", 19, Vec::new());
    assert_eq!(told, [(2, 16, november(20).to_string())]);
    assert_eq!(doses, [12, 14, 16]);
    // Whoever stays has the dose from before them, and is told of nothing.
    let (told, doses) = at("2026-11-23T10:00:00Z", 19, vec![said(1, 2, 23, false)]);
    assert_eq!(told, []);
    assert_eq!(doses, [12, 14, 12]);
    // Whoever did something since has seen them.
    assert_eq!(at("2026-11-23T10:00:00Z", 22, Vec::new()).0, []);
    assert_eq!(at("2026-11-23T10:00:00Z", 21, Vec::new()).0, [(3, 16, november(22).to_string())]);
}

#[test]
fn whoever_stays_grows_no_more_until_they_go_on_and_then_by_the_dates_that_come() {
    let days = [17, 18, 19, 20, 22, 23, 24, 25, 26, 28, 30];
    let rows: [(&str, Vec<PlanRecord>, [u16; 11]); 9] = [
        ("no word", vec![], [10, 12, 12, 14, 16, 16, 17, 17, 17, 17, 17]),
        (
            "on the evening before",
            vec![said(1, 2, 19, false)],
            [10, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12],
        ),
        ("on its day", vec![said(1, 2, 20, false)], [10, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12]),
        // Of the 20th and the 22nd nothing is caught up on: one step on the 23rd, the next on the 24th.
        (
            "went on between two dates",
            vec![said(1, 2, 19, false), said(2, 2, 23, true)],
            [10, 12, 12, 12, 12, 14, 16, 16, 17, 17, 17],
        ),
        // The date on which they went on is not taken twice.
        (
            "went on at a date",
            vec![said(1, 2, 19, false), said(2, 2, 24, true)],
            [10, 12, 12, 12, 12, 12, 14, 14, 16, 17, 17],
        ),
        (
            "twice",
            vec![
                said(1, 2, 19, false),
                said(2, 2, 23, true),
                said(3, 3, 24, false),
                said(4, 3, 26, true),
            ],
            [10, 12, 12, 12, 12, 14, 14, 14, 16, 17, 17],
        ),
        (
            "the last word holds",
            vec![said(1, 2, 19, false), said(2, 2, 23, true), said(3, 2, 25, false)],
            [10, 12, 12, 12, 12, 14, 16, 12, 12, 12, 12],
        ),
        (
            "gone on with twice: the first holds",
            vec![said(1, 2, 19, false), said(2, 2, 23, true), said(3, 2, 25, true)],
            [10, 12, 12, 12, 12, 14, 16, 16, 17, 17, 17],
        ),
        // The word about staying was taken back: everything came by its date.
        (
            "gone on without having stayed",
            vec![said(2, 2, 23, true)],
            [10, 12, 12, 14, 16, 16, 17, 17, 17, 17, 17],
        ),
    ];
    for (case, words, expected) in rows {
        let mut world = World::new(plan(), NOW);
        world.plan_records = words;
        assert_eq!(times(&world, &days), expected, "{case}");
    }
}

#[test]
fn whoever_takes_back_on_a_later_day_that_they_stay_goes_on_from_that_day() {
    let days = [18, 19, 20, 22, 24, 25, 26, 28, 30];
    let mut world = World::new(plan(), NOW);
    let taken_back = |id: u128, of: u128, n: u32| {
        let fact = PlanFact::Withdrawn { day: november(n) };
        let record = plan_record(id, &format!("2026-11-{n:02}T19:00:00Z"), fact);
        PlanRecord { corrects: Some(crate::ids::RecordId(uuid::Uuid::from_u128(of))), ..record }
    };
    let first = said(1, 2, 19, false);
    assert_eq!(first.id.0, uuid::Uuid::from_u128(1));
    // One step, and the next by its date: nothing of the 20th, the 22nd and the 24th is made up for.
    world.plan_records = vec![first.clone(), taken_back(2, 1, 25)];
    assert_eq!(times(&world, &days), [12, 12, 12, 12, 12, 14, 16, 17, 17]);
    // On the day of the word it was never said.
    world.plan_records = vec![first.clone(), taken_back(2, 1, 19)];
    assert_eq!(times(&world, &days), [12, 12, 14, 16, 17, 17, 17, 17, 17]);
    // Of two such words the other one stands.
    world.plan_records = vec![first.clone(), said(3, 2, 22, false), taken_back(4, 1, 25)];
    assert_eq!(times(&world, &days), [12; 9]);
    // Who takes back that they went on stays as they had said.
    world.plan_records = vec![first, said(5, 2, 22, true), taken_back(6, 5, 25)];
    assert_eq!(times(&world, &days), [12, 12, 12, 14, 16, 12, 12, 12, 12]);
}

#[test]
fn a_step_stayed_at_waits_for_a_word_from_its_day_on_and_tells_its_dose() {
    let mut world = World::new(plan(), NOW);
    let offered = |world: &World, n: u32| {
        let revision = &world.revisions[0].revision;
        world.ask(|situation| offered_stage(situation, revision, &revision.lines[0], november(n)))
    };
    assert_eq!((waiting(&world, 19), offered(&world, 19)), (vec![], None));
    world.plan_records = vec![said(1, 2, 19, false)];
    assert_eq!((waiting(&world, 19), offered(&world, 19)), (vec![], None));
    assert_eq!((waiting(&world, 20), offered(&world, 20)), (vec![(2, Some(14))], Some(2)));
    assert_eq!(waiting(&world, 29), [(2, Some(14))]);
    world.plan_records.push(said(2, 2, 23, true));
    assert_eq!((waiting(&world, 23), offered(&world, 23)), (vec![], None));
    // At the most nothing waits.
    world.plan_records = vec![said(1, 4, 23, false), said(2, 4, 26, true)];
    assert_eq!(times(&world, &[25, 26, 30]), [16, 17, 17]);
    assert_eq!((waiting(&world, 25), waiting(&world, 30)), (vec![(4, Some(17))], vec![]));
}

#[test]
fn a_pause_beside_staying_takes_no_date_either() {
    let mut world = World::new(plan(), NOW);
    // Stayed, paused, went on: the step waited all along.
    world.plan_records = vec![said(1, 2, 19, false), said(2, 2, 25, true)];
    world.plan_records.extend(pause(21, 23));
    assert_eq!(times(&world, &[20, 24, 25, 26, 28]), [12, 12, 14, 16, 17]);
    assert_eq!(waiting(&world, 24), [(2, Some(14))]);
    // The pause after they went on: the 24th is not taken.
    world.plan_records = vec![said(1, 2, 19, false), said(2, 2, 21, true)];
    world.plan_records.extend(pause(22, 24));
    assert_eq!(times(&world, &[21, 25, 26, 28]), [14, 14, 16, 17]);
    // The date at which they stayed lies in a pause that was told later: the step waits from the next one on.
    world.plan_records = vec![said(1, 2, 20, false)];
    world.plan_records.extend(pause(20, 21));
    assert_eq!(times(&world, &[19, 22, 26]), [12, 12, 12]);
    assert_eq!((waiting(&world, 20), waiting(&world, 22)), (vec![], vec![(2, Some(14))]));
}

#[test]
fn in_a_phase_that_came_late_the_dates_come_as_much_later_and_can_be_stayed_at() {
    let ok = ClearanceId::new("surgeon").unwrap();
    let phase = |id: &str, from, until, clearance| Phase {
        id: PhaseId::new(id).unwrap(),
        title: id.to_owned(),
        stretch: Stretch::Days { from: Some(DayRef::On(from)), until: Some(DayRef::On(until)) },
        clearance,
    };
    let mut plan = revision(vec![growing(20)]);
    plan.lines[0].phase = PhaseId::new("second");
    let (end, after) = (november(28), day("2026-12-20"));
    plan.phases = vec![
        phase("first", november(16), november(18), None),
        phase("second", november(18), end, Some(ok.clone())),
        phase("third", end, after, Some(ClearanceId::new("nurse").unwrap())),
    ];
    plan.clearances = vec![Clearance {
        id: ok.clone(),
        as_written: "if the surgeon agrees".to_owned(),
        from_whom: None,
        ask_on: None,
    }];
    let yes = PlanFact::Clearance {
        plan: plan.plan.clone(),
        revision: 1,
        clearance: ok,
        answer: ClearanceAnswer::Yes,
        who: None,
        how: None,
        said_on: november(19),
        day: november(19),
    };
    let mut world = World::new(plan, "2026-12-20T10:00:00Z");
    world.plan_records = vec![plan_record(9, "2026-11-19T09:00:00Z", yes)];
    // A day late: the 21st, the 23rd, and so on; there is nothing before the OK.
    assert_eq!(times(&world, &[18, 20, 21, 23, 25, 27]), [0, 10, 12, 14, 16, 17]);
    world.plan_records.extend([said(1, 1, 20, false), said(2, 1, 24, true)]);
    assert_eq!(times(&world, &[20, 21, 23, 24, 25, 27]), [10, 10, 10, 12, 14, 16]);
    assert_eq!(waiting(&world, 21), [(1, Some(12))]);
    assert_eq!(waiting(&world, 20), []);
    // The phase goes on beyond its end, because the next one waits: its dates do not, and one may still go on.
    world.plan_records.truncate(1);
    world.plan_records.push(said(1, 1, 20, false));
    world.plan_records.push(said(2, 1, 30, true));
    let times_on =
        |at: &str| on(&world, day(at)).items().next().map(|item| item.dose.repetitions.unwrap());
    assert_eq!((times_on("2026-11-29"), times_on("2026-11-30")), (Some(10), Some(12)));
    assert_eq!(times_on("2026-12-10"), Some(12));
}

#[test]
fn a_word_about_a_growth_is_none_about_another() {
    type Change = fn(&mut Prescription);
    let rows: [(&str, Change, u16); 5] = [
        ("the same", |_| {}, 12),
        ("other words", |line| line.title = "Bridging".to_owned(), 12),
        ("by more", |line| line.growth.as_mut().unwrap().by = 3, 17),
        ("up to more", |line| line.growth.as_mut().unwrap().at_most = 20, 20),
        ("from more", |line| line.dose.repetitions = Some(11), 17),
    ];
    for (case, change, expected) in rows {
        let mut second = plan();
        second.number = 2;
        change(&mut second.lines[0]);
        let mut world = World::new(plan(), NOW);
        world.plan_records = vec![said(1, 2, 19, false)];
        let imported_at = instant("2026-11-25T09:00:00Z");
        world.revisions.push(InForce { from: november(25), revision: second, imported_at });
        assert_eq!(times(&world, &[24, 28]), [12, expected], "{case}");
    }
}

#[test]
fn a_step_of_which_no_word_can_be_kept_is_not_offered() {
    let mut plan = plan();
    let growth = plan.lines[0].growth.as_mut().unwrap();
    (growth.by, growth.every_days, growth.at_most) = (1, 1, 200);
    let revision = plan.clone();
    let steps = |n: i32| {
        let day = november(18).plus(n - 1);
        let mut world = World::new(plan.clone(), "2027-03-30T10:00:00Z");
        world.records = vec![done_before(day)];
        let steps = world.ask(|situation| new_steps(situation, &revision, &revision.lines[0], day));
        steps.into_iter().map(|step| step.stage).collect::<Vec<_>>()
    };
    assert_eq!((steps(99), steps(100), steps(101)), (vec![99, 100], vec![100], vec![]));
}
