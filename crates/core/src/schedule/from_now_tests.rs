//! Numbers that are typed as "from now on" in lines whose steps have begun, until the days after they were taken in.

use proptest::prelude::*;

use super::{InForce, agenda, from_now_on, keep_steps, line_from};
use crate::ids::{LineId, PlanId};
use crate::plan::draft::{Asked, BeganFrom, DraftPlace, OpenQuestion, PlanDraft, next_of};
use crate::plan::{Counted, Dose, Growth, Prescription, Revision, Stage, StageBegins};
use crate::record::{PlanFact, PlanRecord};
use crate::samples::{World, day, instant, line, plan_record, revision, stage};
use crate::time::{Day, DayRef};

const NOW: &str = "2026-12-07T20:00:00Z";
/// The day from which a change of that evening holds.
pub(super) const FROM: &str = "2026-12-08";

pub(super) fn walk() -> LineId {
    LineId::new("walk").unwrap()
}

fn minutes(number: u16) -> Dose {
    Dose { minutes: Some(number), ..Dose::default() }
}

pub(super) fn plan(growth: Option<Growth>, stages: Vec<Stage>) -> Revision {
    let walk = Prescription { dose: minutes(10), growth, stages, ..line("walk", &["morning"]) };
    revision(vec![walk])
}

/// Two minutes more each week from 23 November, up to 30.
pub(super) fn growth() -> Growth {
    let from = DayRef::On(day("2026-11-23"));
    Growth { key: Counted::Minutes, by: 2, every_days: 7, at_most: 30, from }
}

pub(super) fn row(begins: StageBegins, number: u16) -> Stage {
    Stage { begins, dose: minutes(number), ..stage("2026-11-16", None, &[]) }
}

pub(super) fn on(text: &str) -> StageBegins {
    StageBegins::On(DayRef::On(day(text)))
}

pub(super) fn said(id: u128, stage: u16, on: Day, goes_on: bool) -> PlanRecord {
    let (plan, revision, line) = (PlanId::new("sample").unwrap(), 1, walk());
    let fact = if goes_on {
        PlanFact::StageAgreed { plan, revision, line, stage, day: on }
    } else {
        PlanFact::StageStayed { plan, revision, line, stage, day: on }
    };
    plan_record(id, &format!("{on}T18:00:00Z"), fact)
}

pub(super) fn world(plan: Revision, words: Vec<PlanRecord>) -> World {
    World { plan_records: words, ..World::new(plan, NOW) }
}

/// How many minutes the walk asks for on `day`.
pub(super) fn asked(world: &World, day: Day) -> u16 {
    let agenda = world.ask(|situation| agenda(situation, day)).unwrap();
    agenda.items().next().unwrap().dose.minutes.unwrap()
}

pub(super) fn draft_of(world: &World) -> PlanDraft {
    let present = &world.revisions[0].revision;
    next_of(present, BeganFrom::Present { plan: present.plan.clone(), number: present.number })
}

/// The draft after `number` was typed where "from now on" leads, and as the journal keeps it.
pub(super) fn typed(world: &World, number: u16) -> PlanDraft {
    let draft = draft_of(world);
    let from = day(FROM);
    let ready = world.ask(|situation| from_now_on(situation, &draft, &walk(), from));
    let (ready, place) = ready.unwrap_or((draft, DraftPlace::Line(walk())));
    let mut sent = ready.clone();
    match place {
        DraftPlace::Stage { number: stage, .. } => {
            sent.revision.lines[0].stages[usize::from(stage) - 1].dose.minutes = Some(number);
        }
        _ => sent.revision.lines[0].dose.minutes = Some(number),
    }
    world.ask(|situation| keep_steps(situation, (&ready, from), sent, from))
}

/// The world in which the draft was taken in.
pub(super) fn taken_in(mut world: World, draft: &PlanDraft) -> World {
    let revision = Revision { number: 2, ..draft.revision.clone() };
    let imported_at = instant("2026-12-07T20:30:00Z");
    world.revisions.push(InForce { revision, from: day(FROM), imported_at });
    world
}

pub(super) fn later() -> OpenQuestion {
    OpenQuestion { place: DraftPlace::Line(walk()), asked: Asked::Later }
}

pub(super) fn asked_from(world: &World, days: i32) -> Vec<u16> {
    (0..days).map(|n| asked(world, day(FROM).plus(7 * n))).collect()
}

#[test]
fn a_number_typed_for_a_dose_that_has_grown_is_what_is_asked_for_from_that_day() {
    let world = world(plan(Some(growth()), Vec::new()), Vec::new());
    assert_eq!(asked(&world, day(FROM)), 16);
    let told = world.ask(|situation| line_from(situation, &draft_of(&world), &walk(), day(FROM)));
    assert!(told.is_some(), "the first words say another dose");
    let draft = typed(&world, 12);
    assert_eq!(draft.open, [later()], "whether it goes on growing is asked");
    assert_eq!(draft.revision.lines[0].growth.unwrap().from, DayRef::On(day("2026-12-14")));
    let told = world.ask(|situation| line_from(situation, &draft, &walk(), day(FROM)));
    assert_eq!(told, None);
    let world = taken_in(world, &draft);
    assert_eq!(asked(&world, day("2026-12-07")), 16, "earlier days are as they were");
    assert_eq!(asked(&world, day("2026-12-13")), 12);
    assert_eq!(asked_from(&world, 3), [12, 14, 16]);
}

#[test]
fn what_grows_no_more_stays_as_it_is() {
    let world = world(plan(Some(growth()), Vec::new()), Vec::new());
    let former = draft_of(&world);
    let mut sent = former.clone();
    sent.revision.lines[0].growth = None;
    let draft = world.ask(|situation| keep_steps(situation, (&former, day(FROM)), sent, day(FROM)));
    assert_eq!(asked_from(&taken_in(world, &draft), 2), [16, 16]);
}

#[test]
fn a_number_typed_for_the_stage_that_holds_is_asked_for_until_the_next_one() {
    let rows = vec![row(on("2026-11-30"), 25), row(on("2026-12-20"), 30)];
    let world = world(plan(None, rows), Vec::new());
    let draft = typed(&world, 20);
    assert_eq!(draft.open, [later()]);
    let mut without = draft.clone();
    without.revision.lines[0].stages.pop();
    let closed =
        world.ask(|situation| keep_steps(situation, (&draft, day(FROM)), without, day(FROM)));
    assert_eq!(closed.open, [], "nothing comes later");
    assert_eq!(asked_from(&taken_in(world, &draft), 3), [20, 20, 30]);
}

#[test]
fn a_stage_begun_by_a_word_stays_and_one_stayed_at_does_not_begin() {
    let rows = vec![row(StageBegins::WhenAgreed, 25), row(on("2026-12-01"), 30)];
    let words = vec![said(1, 1, day("2026-11-20"), true), said(2, 2, day("2026-12-01"), false)];
    let world = world(plan(None, rows), words);
    assert_eq!(asked(&world, day(FROM)), 25);
    let draft = typed(&world, 20);
    assert_eq!(draft.revision.lines[0].stages[0].begins, on("2026-11-20"));
    let place = DraftPlace::Stage { line: walk(), number: 2 };
    let which = OpenQuestion { place, asked: Asked::WhichDay };
    assert_eq!(draft.open, [which, later()]);
    // The day is said anew: until then the number that was typed is asked for.
    let mut said = draft.clone();
    said.open.clear();
    said.revision.lines[0].stages[1].begins = on("2026-12-15");
    let said = world.ask(|situation| keep_steps(situation, (&draft, day(FROM)), said, day(FROM)));
    assert_eq!(said.open, []);
    assert_eq!(asked_from(&taken_in(world, &said), 2), [20, 30]);
}

#[test]
fn a_stage_that_its_week_let_begin_waits_for_it_where_the_operation_was_later() {
    let world = world(plan(None, vec![row(StageBegins::InWeek(3), 25)]), vec![]);
    let former = draft_of(&world);
    let mut draft = former.clone();
    draft.revision.surgery.date = draft.revision.surgery.date.plus(28);
    draft.line_mut(&walk()).unwrap().as_written = "Walk on the flat.".to_owned();
    let kept = world.ask(|situation| keep_steps(situation, (&former, day(FROM)), draft, day(FROM)));
    assert_eq!(kept.revision.lines[0].stages[0].begins, StageBegins::InWeek(3));
}

#[test]
fn a_number_that_was_typed_stands_where_the_growth_is_taken_out_after_it() {
    let world = world(plan(Some(growth()), vec![]), vec![]);
    let former = typed(&world, 10);
    let mut draft = former.clone();
    draft.line_mut(&walk()).unwrap().growth = None;
    let kept = world.ask(|situation| keep_steps(situation, (&former, day(FROM)), draft, day(FROM)));
    assert_eq!(kept.revision.lines[0].dose, minutes(10));
}

#[test]
fn which_day_is_meant_is_asked_once_of_a_stage_at_which_the_person_stayed() {
    let stayed = vec![said(1, 1, day("2026-11-23"), false)];
    let world = world(plan(None, vec![row(on("2026-11-23"), 20)]), stayed);
    let keep = |former: &PlanDraft, number: u16| {
        let mut draft = former.clone();
        draft.line_mut(&walk()).unwrap().stages[0].dose = minutes(number);
        world.ask(|situation| keep_steps(situation, (former, day(FROM)), draft, day(FROM)))
    };
    let place = DraftPlace::Stage { line: walk(), number: 1 };
    let mut asked = keep(&draft_of(&world), 22);
    assert!(asked.is_asked(&place, Asked::WhichDay), "{:?}", asked.open);
    asked.close(&place, Asked::WhichDay);
    let again = keep(&keep(&asked, 22), 24);
    assert!(!again.is_asked(&place, Asked::WhichDay), "{:?}", again.open);
}

#[test]
fn a_line_that_is_as_before_is_asked_nothing() {
    let world = world(plan(Some(growth()), Vec::new()), Vec::new());
    let changed = typed(&world, 12);
    let back = PlanDraft { open: changed.open.clone(), ..draft_of(&world) };
    let back = world.ask(|situation| keep_steps(situation, (&changed, day(FROM)), back, day(FROM)));
    assert_eq!(back, draft_of(&world));
}

fn some_row() -> impl Strategy<Value = (u8, u16)> {
    (0u8..4, 11u16..60)
}

/// Rows of which those with a date follow one another.
fn rows_of(some: &[(u8, u16)]) -> Vec<Stage> {
    let row = |(at, (kind, number)): (i32, &(u8, u16))| {
        let begins = match kind {
            0 => StageBegins::WhenAgreed,
            1 => StageBegins::AfterDoneDays(2),
            _ => StageBegins::On(DayRef::On(day("2026-11-18").plus(at * 6))),
        };
        row(begins, *number)
    };
    (0..).zip(some).map(row).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_taken_and_said_before_a_number_typed_as_from_now_on_is_asked_for(
        grows in any::<bool>(),
        some in proptest::collection::vec(some_row(), 0..5),
        words in proptest::collection::vec((1u16..5, 0i32..20, any::<bool>()), 0..5),
        number in 5u16..29,
    ) {
        let stages = if grows { Vec::new() } else { rows_of(&some) };
        let words = (1..).zip(words).map(|(id, (stage, after, goes_on))| {
            said(id, stage, day("2026-11-18").plus(after), goes_on)
        });
        let world = world(plan(grows.then(growth), stages), words.collect());
        let before = asked(&world, day(FROM));
        let mut draft = typed(&world, number);
        // A stage whose day is asked and that nobody can say is taken out, with what comes after it.
        for open in &draft.open {
            if let DraftPlace::Stage { number, .. } = open.place {
                draft.revision.lines[0].stages.truncate(usize::from(number) - 1);
            }
        }
        let had_later = before != number && draft.open.contains(&later());
        let world = taken_in(world, &draft);
        prop_assert_eq!(asked(&world, day(FROM)), number);
        // Where nothing was asked of later, nothing changes later by its date.
        if before != number && !had_later {
            prop_assert_eq!(asked(&world, day("2027-01-20")), number);
        }
    }
}
