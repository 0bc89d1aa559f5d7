use uuid::Uuid;

use super::*;
use crate::plan::{LimitUntil, Precaution, Revision, embedded_templates};
use crate::samples::{day, instant, line, revision};

/// What was said, one after the other, on the days from 18 November 2026 on.
fn said(facts: &[PersonFact]) -> Answers {
    Answers::of(&entries(facts))
}

fn entries(facts: &[PersonFact]) -> Vec<Entry<PersonFact>> {
    let entry = |(at, fact): (usize, &PersonFact)| entry(at, None, Some(fact.clone()));
    facts.iter().enumerate().map(entry).collect()
}

fn entry<F>(at: usize, corrects: Option<usize>, fact: Option<F>) -> Entry<F> {
    let id = |at: usize| RecordId(Uuid::from_u128(at as u128 + 1));
    let on = day("2026-11-18").plus(i32::try_from(at).unwrap());
    Entry {
        id: id(at),
        at: instant(&format!("{on}T09:00:00Z")),
        on,
        zone: "Europe/Berlin".to_owned(),
        by: EnteredBy::Person,
        corrects: corrects.map(id),
        fact,
    }
}

fn terms() -> PersonFact {
    PersonFact::Terms { version: TERMS_VERSION }
}

fn operation(date: &str) -> PersonFact {
    PersonFact::Operation { date: day(date) }
}

fn fusion(fusion: Fusion) -> PersonFact {
    PersonFact::Fusion { fusion }
}

fn ward(number: &str, hours: Option<&str>) -> Contact {
    let hours = hours.map(str::to_owned);
    Contact { name: "Ward".to_owned(), number: number.to_owned(), hours, about: None }
}

fn skipped(step: Step) -> PersonFact {
    PersonFact::Skipped { step }
}

const TODAY: &str = "2026-11-18";

fn next(facts: &[PersonFact], plan: Option<&Revision>) -> (Option<Step>, bool) {
    let run = first_run(&said(facts), plan, day(TODAY));
    (run.next, run.comes_first)
}

#[test]
fn one_question_follows_the_other_and_each_answer_counts_at_once() {
    let answers = [
        terms(),
        operation("2026-11-02"),
        fusion(Fusion::Unknown),
        PersonFact::Floor { floor: Floor::NotTried },
        PersonFact::AtDischarge { signs: vec![], note: None },
        PersonFact::Limits { limits: TeamLimits::NotTold },
        PersonFact::Contact { contact: ward("555-0134", None) },
        skipped(Step::Plan),
    ];
    let order = [
        Step::Terms,
        Step::Operation,
        Step::Fusion,
        Step::Floor,
        Step::Discharge,
        Step::Limits,
        Step::Contacts,
        Step::Plan,
    ];
    for (count, expected) in order.into_iter().enumerate() {
        assert_eq!(next(&answers[..count], None), (Some(expected), true));
    }
    assert_eq!(next(&answers, None), (None, false));
}

#[test]
fn everything_but_the_terms_can_be_passed_over_and_answered_later() {
    let mut facts = vec![skipped(Step::Terms)];
    assert_eq!(next(&facts, None).0, Some(Step::Terms));
    facts.push(terms());
    use Step::{Contacts, Discharge, Floor, Fusion, Limits, Operation};
    for step in [Operation, Fusion, Floor, Discharge, Limits, Contacts] {
        assert_eq!(next(&facts, None).0, Some(step));
        facts.push(skipped(step));
    }
    facts.push(skipped(Step::Plan));
    assert_eq!(next(&facts, None), (None, false));
    facts.push(operation("2026-11-02"));
    let run = first_run(&said(&facts), None, day(TODAY));
    assert_eq!(run.steps[1], StepState { step: Step::Operation, stands: StepStands::Answered });
    assert_eq!(run.steps[2], StepState { step: Step::Fusion, stands: StepStands::Skipped });
}

#[test]
fn before_the_operation_nobody_is_asked_what_only_the_time_after_it_can_tell() {
    let facts = [terms(), operation("2026-11-19"), skipped(Step::Contacts), skipped(Step::Plan)];
    assert_eq!(next(&facts, None), (None, false));
    // Afterwards they wait, and do not stand in the way.
    let later = first_run(&said(&facts), None, day("2026-11-20"));
    assert_eq!((later.next, later.comes_first), (Some(Step::Fusion), false));
    // On the day itself the operation has been.
    assert_eq!(first_run(&said(&facts), None, day("2026-11-19")).next, Some(Step::Fusion));
}

#[test]
fn what_a_plan_says_is_not_asked_again_but_the_terms_are() {
    let mut plan = revision(vec![line("bridge", &["morning"])]);
    assert_eq!(next(&[], Some(&plan)), (Some(Step::Terms), true));
    assert_eq!(next(&[terms()], Some(&plan)), (Some(Step::Floor), false));
    plan.surgery.fusion = Fusion::Unknown;
    assert_eq!(next(&[terms()], Some(&plan)).0, Some(Step::Fusion));
}

#[test]
fn limits_are_asked_about_as_long_as_neither_the_plan_nor_the_person_says_anything_of_them() {
    let floor = PersonFact::Floor { floor: Floor::Yes };
    let discharge = PersonFact::AtDischarge { signs: vec![], note: None };
    let mut facts = vec![terms(), fusion(Fusion::No), floor, discharge];
    let mut plan = revision(vec![line("bridge", &["morning"])]);
    assert_eq!(next(&facts, Some(&plan)), (Some(Step::Limits), false));
    plan.precautions = vec![Precaution {
        as_written: "No bending".to_owned(),
        source: None,
        kinds: vec![],
        lift_kg: None,
        sit_minutes: None,
        up_minutes: None,
        until: LimitUntil { told_otherwise: true, ..LimitUntil::default() },
    }];
    assert_eq!(next(&facts, Some(&plan)).0, Some(Step::Contacts));

    plan.precautions.clear();
    for limits in [TeamLimits::Given, TeamLimits::None, TeamLimits::NotTold] {
        facts.push(PersonFact::Limits { limits });
        assert_eq!(next(&facts, Some(&plan)).0, Some(Step::Contacts));
        assert_eq!(said(&facts).limits.map(|said| said.value), Some(limits));
    }
}

#[test]
fn terms_that_mean_something_else_are_asked_about_again() {
    assert_eq!(
        next(&[PersonFact::Terms { version: TERMS_VERSION - 1 }], None).0,
        Some(Step::Terms)
    );
}

#[test]
fn the_latest_answer_stands_and_the_order_of_entries_does_not_matter() {
    let facts = [operation("2026-11-01"), fusion(Fusion::Yes), operation("2026-11-02")];
    let mut all = entries(&facts);
    for _ in 0..all.len() {
        all.rotate_left(1);
        let answers = Answers::of(&all);
        assert_eq!(answers.operation.unwrap().value, day("2026-11-02"));
        assert_eq!(answers.fusion.unwrap().value, Fusion::Yes);
    }
}

#[test]
fn a_chain_of_corrections_says_what_its_last_entry_says() {
    let walk = |minutes| Some(Walk { day: day(TODAY), minutes });
    let mut entries =
        vec![entry(0, None, walk(10)), entry(1, None, walk(20)), entry(2, Some(0), walk(12))];
    let minutes = |entries: &[Entry<Walk>]| -> Vec<(i32, u16)> {
        let stands = standing(entries);
        stands.iter().map(|one| (one.first.on.days_after(day(TODAY)), one.fact.minutes)).collect()
    };
    assert_eq!(minutes(&entries), [(0, 12), (1, 20)]);
    entries.push(entry(3, Some(2), None));
    assert_eq!(minutes(&entries), [(1, 20)]);
    entries.reverse();
    assert_eq!(minutes(&entries), [(1, 20)]);
}

#[test]
fn the_plans_contacts_come_first_and_nothing_stands_twice() {
    let mut plan = revision(vec![]);
    plan.contacts = vec![ward("555 0134", Some("8 to 4"))];
    let own =
        [ward("555-0199", None), ward("555-0134", None), ward("555-0134", Some("day and night"))];
    let facts = own.map(|contact| PersonFact::Contact { contact });
    let known = known_contacts(&said(&facts), Some(&plan));
    let numbers: Vec<_> = known.iter().map(|one| one.contact.number.as_str()).collect();
    // The last one says other hours than the plan: that is for a person to see, not for us to drop.
    assert_eq!(numbers, ["555 0134", "555-0199", "555-0134"]);
    assert_eq!(known[0].source, ContactSource::Plan);
    assert_eq!(known_contacts(&said(&facts), None).len(), 3);
}

#[test]
fn each_template_is_closed_until_operation_and_week_open_it() {
    let lock = |id: &str, facts: &[PersonFact]| {
        let template = embedded_templates().iter().find(|one| one.id.as_str() == id).unwrap();
        template_lock(template, &said(facts), None, day(TODAY))
    };
    let (no, yes) = (fusion(Fusion::No), fusion(Fusion::Yes));
    // 2 November is 16 days ago: two whole weeks have passed.
    let date = operation("2026-11-02");
    let unknown = Some(TemplateLock::FusionUnknown);
    for template in embedded_templates() {
        let id = template.id.as_str();
        assert_eq!(lock(id, &[]), unknown, "{id}");
        assert_eq!(lock(id, &[date.clone(), fusion(Fusion::Unknown)]), unknown, "{id}");
    }
    assert_eq!(lock("lami-2-6", std::slice::from_ref(&no)), Some(TemplateLock::DateUnknown));
    assert_eq!(lock("lami-2-6", &[yes.clone(), date.clone()]), Some(TemplateLock::OtherOperation));
    assert_eq!(lock("lami-2-6", &[no.clone(), date.clone()]), None);
    let not_yet = TemplateLock::NotYet { from: day("2026-12-14") };
    assert_eq!(lock("lami-6-12", &[no.clone(), date.clone()]), Some(not_yet));
    let over = TemplateLock::Over { until: day("2026-11-16") };
    assert_eq!(lock("lami-0-2", &[no.clone(), date.clone()]), Some(over));
    assert_eq!(lock("fusion-2-6", &[yes.clone(), date]), None);
    // Exactly on the day: day 14 is the first of week 2.
    assert_eq!(lock("lami-2-6", &[no.clone(), operation("2026-11-04")]), None);
    let tomorrow = TemplateLock::NotYet { from: day("2026-11-19") };
    assert_eq!(lock("lami-2-6", &[no.clone(), operation("2026-11-05")]), Some(tomorrow));
    // Before surgery none is open.
    let ahead = TemplateLock::NotYet { from: day("2026-12-01") };
    assert_eq!(lock("lami-0-2", &[no, operation("2026-12-01")]), Some(ahead));
}

#[test]
fn what_begins_on_the_floor_is_closed_unless_the_person_gets_up_alone() {
    let mut on_floor = line("bridge", &["morning"]);
    on_floor.flags = vec![crate::safety::Flag::FloorTransfer];
    let sheet = revision(vec![on_floor, line("clam", &["morning"])]);
    let locked = |facts: &[PersonFact]| locked_lines(&sheet, &said(facts)).len();
    assert_eq!(locked(&[]), 1);
    for (floor, expected) in [(Floor::No, 1), (Floor::NotTried, 1), (Floor::Yes, 0)] {
        assert_eq!(locked(&[PersonFact::Floor { floor }]), expected, "{floor:?}");
    }
}

#[test]
fn a_plan_made_of_a_template_has_on_what_was_switched_on_and_nothing_else() {
    for template in embedded_templates() {
        let surgery = crate::plan::Surgery {
            date: day("2026-11-02"),
            fusion: Fusion::No,
            operation: None,
            discharge: None,
        };
        let first = &template.sheet.lines[0].id;
        let plan = template.as_plan(1, surgery, day(TODAY), std::slice::from_ref(first));
        let on: Vec<_> = plan.lines.iter().filter(|line| !line.off).map(|line| &line.id).collect();
        assert_eq!(on, [first], "{}", template.id);
        assert!(plan.caution.is_some(), "{}: the caution goes along", template.id);
        let ends = template.until_week.map(|week| day("2026-11-02").plus(7 * i32::from(week)));
        assert_eq!(plan.ends, ends, "{}", template.id);
    }
}

#[test]
fn a_plan_that_says_another_operation_is_asked_about() {
    let plan = revision(vec![]);
    let (date, person) = (plan.surgery.date, plan.surgery.date.plus(-1));
    assert_eq!(plan.surgery.fusion, Fusion::No);
    let differ = |facts: &[PersonFact]| differences(&said(facts), &plan);
    assert_eq!(differ(&[]), []);
    assert_eq!(differ(&[PersonFact::Operation { date }, fusion(Fusion::No)]), []);
    assert_eq!(differ(&[fusion(Fusion::Unknown)]), []);
    assert_eq!(
        differ(&[PersonFact::Operation { date: person }, fusion(Fusion::Yes)]),
        [
            AnswerDiffers::Operation { plan: date, person },
            AnswerDiffers::Fusion { plan: Fusion::No, person: Fusion::Yes },
        ]
    );
}
