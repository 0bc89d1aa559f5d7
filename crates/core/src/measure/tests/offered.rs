//! What is offered and suggested, and when.

use super::*;

#[test]
fn sitting_is_timed_unless_the_team_bounds_it_and_a_time_that_runs_can_always_be_ended() {
    let mut person = Person::after_decompression();
    let sitting = |person: &Person| person.sees("2026-12-20", &[]).sitting;
    assert_eq!(sitting(&person), SittingTime::Offered);
    let mut limited = a_day();
    limited.precautions = vec![no_long_sitting()];
    person.agenda = Some(limited);
    assert_eq!(sitting(&person), SittingTime::Limit);
    person.is_stopped = true;
    assert_eq!(sitting(&person), SittingTime::WarningSign);
    person.sat = Some(754);
    assert_eq!(sitting(&person), SittingTime::Runs { seconds: 754 });
}

#[test]
fn sitting_waits_while_anything_rests_or_all_is_stopped_and_a_rule_of_one_exercise_leaves_it() {
    let mut person = Person::after_decompression();
    let mut sitting = |change: &dyn Fn(&mut Agenda)| {
        let mut agenda = a_day();
        change(&mut agenda);
        person.agenda = Some(agenda);
        // The first day of the sixth week, on which it is suggested.
        let seen = person.sees("2026-12-14", &[]);
        let mut numbers = seen.numbers.iter();
        let of_sitting = numbers.find(|one| one.measure == Measure::Sitting).unwrap();
        (seen.sitting, of_sitting.suggested)
    };
    let offered = (SittingTime::Offered, Some(Suggested::Week(6)));
    assert_eq!(sitting(&|_| ()), offered);
    for is_waiting in [false, true] {
        let paused = sitting(&|agenda| agenda.pause = Some(a_pause(is_waiting)));
        assert_eq!(paused, (SittingTime::Paused, None));
    }
    let bad_day = sitting(&|agenda| agenda.bad_day = Some(id(9)));
    assert_eq!(bad_day, (SittingTime::BadDay, None));
    let mut stopped = |because| sitting(&|agenda| agenda.stops.push(a_stop(because)));
    for because in [
        StopBecause::Spreading,
        StopBecause::Numb,
        StopBecause::Faint,
        StopBecause::SecondStop,
        StopBecause::Asked(SafetyQuestion::Calf),
    ] {
        assert_eq!(stopped(because), (SittingTime::Stopped, None), "{because:?}");
    }
    assert_eq!(stopped(StopBecause::Rule), offered);
}

fn a_pause(is_waiting: bool) -> AgendaPause {
    AgendaPause { record: id(9), from: day("2026-12-14"), through: None, reason: None, is_waiting }
}

fn a_stop(because: StopBecause) -> AgendaStop {
    AgendaStop {
        records: vec![id(9)],
        lines: Vec::new(),
        since: day("2026-12-14"),
        because,
        as_written: None,
        ring: None,
        bouts: None,
        until: None,
    }
}

fn no_long_sitting() -> AgendaPrecaution {
    AgendaPrecaution {
        as_written: "No sitting longer than 20 minutes".to_owned(),
        until: None,
        until_has_passed: false,
        kinds: vec![LimitKind::Sitting],
        beside: Vec::new(),
    }
}

#[test]
fn a_clock_that_was_set_back_makes_no_time_of_sitting() {
    let [earlier, later] = ["2026-12-20T09:00:00Z", "2026-12-20T09:20:05Z"].map(instant);
    assert_eq!((sat(earlier, later), sat(later, earlier)), (20 * 60 + 5, 0));
}

#[test]
fn the_chair_stand_waits_for_its_week_and_for_the_teams_word() {
    use ChairStandWaits::{DateUnknown, NoOk, NotYet};
    let said = [entry(0, "2026-11-20", None, ok("2026-11-20"))];
    let not_yet = |from: &str, counts_as_fusion| Some(NotYet { from: day(from), counts_as_fusion });
    let (sixth, twelfth) = (not_yet("2026-12-14", false), not_yet("2027-01-25", true));
    // fusion, the day, whether the team said yes, and what follows
    let table = [
        (Some(Fusion::No), "2026-12-13", true, sixth),
        (Some(Fusion::No), "2026-12-14", true, None),
        (Some(Fusion::No), "2026-12-14", false, Some(NoOk)),
        (Some(Fusion::Yes), "2026-12-14", true, twelfth),
        (Some(Fusion::Yes), "2027-01-24", true, twelfth),
        (Some(Fusion::Yes), "2027-01-25", true, None),
        (Some(Fusion::Yes), "2027-01-25", false, Some(NoOk)),
        // Whoever does not know, and whoever was not asked, waits as long as after a fusion.
        (Some(Fusion::Unknown), "2027-01-24", true, twelfth),
        (Some(Fusion::Unknown), "2027-01-25", true, None),
        (Some(Fusion::Unknown), "2027-01-25", false, Some(NoOk)),
        (None, "2027-01-24", true, twelfth),
        (None, "2027-01-25", false, Some(NoOk)),
    ];
    for (fusion, today, has_ok, expected) in table {
        let entries: &[_] = if has_ok { &said } else { &[] };
        let waits = Person::with(fusion).waits(today, entries);
        assert_eq!(waits, expected, "{fusion:?} on {today}, ok: {has_ok}");
    }
    let unknown = Person { answers: answers(Some(Fusion::No), None), ..Person::with(None) };
    assert_eq!(unknown.waits("2030-01-01", &said), Some(DateUnknown));
}

#[test]
fn where_plan_and_person_differ_the_later_week_holds() {
    let said = [entry(0, "2026-11-20", None, ok("2026-11-20"))];
    let mut plan = revision(vec![]);
    let mut person = Person::with(Some(Fusion::Yes));
    person.plan = Some(plan.clone());
    // The plan says no fusion, the person says one.
    assert!(person.waits("2026-12-20", &said).is_some());
    plan.surgery.fusion = Fusion::Yes;
    let mut person = Person::with(Some(Fusion::No));
    person.plan = Some(plan.clone());
    assert!(person.waits("2026-12-20", &said).is_some());
    // The plan's own date is a week later than the person's.
    plan.surgery.fusion = Fusion::No;
    plan.surgery.date = day("2026-11-09");
    person.plan = Some(plan);
    assert!(person.waits("2026-12-20", &said).is_some());
    assert_eq!(person.waits("2026-12-21", &said), None);
    // The person's own date is a week later than the plan's.
    person.answers = answers(Some(Fusion::No), Some("2026-11-16"));
    assert!(person.waits("2026-12-27", &said).is_some());
    assert_eq!(person.waits("2026-12-28", &said), None);
    // A plan that knows settles what the person does not know.
    let mut person = Person::with(Some(Fusion::Unknown));
    person.plan = Some(revision(vec![]));
    assert_eq!(person.waits("2026-12-14", &said), None);
}

#[test]
fn the_chair_stand_waits_while_anything_rests_or_is_stopped() {
    let said = [entry(0, "2026-11-20", None, ok("2026-11-20"))];
    let today = "2026-12-20";
    let mut person = Person::after_decompression();
    let mut waits = |change: &dyn Fn(&mut Agenda)| {
        let mut agenda = a_day();
        change(&mut agenda);
        person.agenda = Some(agenda);
        person.waits(today, &said)
    };
    assert_eq!(waits(&|_| ()), None);
    for is_waiting in [false, true] {
        let paused = waits(&|agenda| agenda.pause = Some(a_pause(is_waiting)));
        assert_eq!(paused, Some(ChairStandWaits::Paused));
    }
    let bad_day = waits(&|agenda| agenda.bad_day = Some(id(9)));
    assert_eq!(bad_day, Some(ChairStandWaits::BadDay));
    let stopped = waits(&|agenda| agenda.stops.push(a_stop(StopBecause::Rule)));
    assert_eq!(stopped, Some(ChairStandWaits::ExerciseStopped));
    person.agenda = None;
    person.is_stopped = true;
    assert_eq!(person.waits(today, &said), Some(ChairStandWaits::WarningSign));
}

#[test]
fn after_it_hurt_the_chair_stand_waits_for_another_word_of_the_team() {
    let person = Person::after_decompression();
    let hurt = Some(MeasureFact::ChairStandHurt { day: day("2026-12-15") });
    let mut entries =
        vec![entry(0, "2026-12-01", None, ok("2026-12-01")), entry(1, "2026-12-15", None, hurt)];
    let waits = ChairStandWaits::Hurt { record: id(1), day: day("2026-12-15") };
    assert_eq!(person.waits("2027-03-01", &entries), Some(waits));
    let again = entry(2, "2026-12-18", None, ok("2026-12-18"));
    assert_eq!(person.waits("2026-12-18", &[&entries[..], &[again]].concat()), None);
    // "I tapped by mistake".
    entries.push(entry(2, "2026-12-15", Some(1), None));
    assert_eq!(person.waits("2026-12-15", &entries), None);
    // A word that was taken back is none.
    entries.push(entry(3, "2026-12-16", Some(0), None));
    assert_eq!(person.waits("2026-12-16", &entries), Some(ChairStandWaits::NoOk));
    assert_eq!(person.sees("2026-12-16", &entries).chair_stand_ok, None);
}

#[test]
fn a_measure_is_suggested_around_its_week_and_the_suggestion_goes_by_itself() {
    let person = Person::after_decompression();
    let ok = entry(0, "2026-12-01", None, ok("2026-12-01"));
    let suggested = |today: &str, more: Vec<Entry<MeasureFact>>| {
        let seen = person.sees(today, &[vec![ok.clone()], more].concat());
        let of = |measure| {
            let mut all = seen.numbers.iter();
            all.find(|one| one.measure == measure).unwrap().suggested
        };
        (of(Measure::ChairStand), of(Measure::Sitting), of(Measure::Steps))
    };
    let sixth = Some(Suggested::Week(6));
    assert_eq!(suggested("2026-12-13", vec![]), (None, None, None));
    assert_eq!(suggested("2026-12-14", vec![]), (sixth, sixth, None));
    assert_eq!(suggested("2026-12-27", vec![]), (sixth, sixth, None));
    assert_eq!(suggested("2026-12-28", vec![]), (None, None, None));
    // A number of the week before counts for it, one of eight days before does not.
    let on = |day: &str| vec![entry(1, day, None, number(Measure::Sitting, day, 20))];
    assert_eq!(suggested("2026-12-14", on("2026-12-07")).1, None);
    assert_eq!(suggested("2026-12-14", on("2026-12-06")).1, sixth);
    // Day 84.
    assert_eq!(suggested("2027-01-25", on("2026-12-14")).1, Some(Suggested::Week(12)));
}

#[test]
fn nothing_is_suggested_that_is_not_offered_or_that_the_team_bounds() {
    let mut person = Person::after_decompression();
    let of = |person: &Person, today: &str| {
        let seen = person.sees(today, &[]);
        let suggested = seen.numbers.iter().map(|one| one.suggested);
        (suggested.collect::<Vec<_>>(), seen.activities.suggested)
    };
    let sixth = Some(Suggested::Week(6));
    // Without the team's word the chair stand is not.
    assert_eq!(of(&person, "2026-12-14"), (vec![None, sixth, None], Some(Suggested::Start)));
    let mut agenda = a_day();
    agenda.precautions.push(no_long_sitting());
    person.agenda = Some(agenda);
    assert_eq!(of(&person, "2026-12-14"), (vec![None; 3], Some(Suggested::Start)));
    person.agenda = None;
    person.is_stopped = true;
    assert_eq!(of(&person, "2026-12-14"), (vec![None; 3], None));
    person.is_stopped = false;
    assert_eq!(of(&person, "2026-11-01").1, None, "before the operation nothing is asked");
    assert_eq!(of(&person, "2026-11-02").1, Some(Suggested::Start));
}

#[test]
fn activities_are_suggested_again_in_their_weeks() {
    let person = Person::after_decompression();
    let suggested = |today: &str, entries: &[Entry<MeasureFact>]| {
        person.sees(today, entries).activities.suggested
    };
    let named = three([3, 4, 6]); // rated on 1 December, day 29
    assert_eq!(suggested("2026-12-02", &named), None);
    for (today, week) in
        [("2026-12-14", 6), ("2027-01-25", 12), ("2027-04-19", 24), ("2027-11-01", 52)]
    {
        assert_eq!(suggested(today, &named), Some(Suggested::Week(week)), "{today}");
    }
    // Of activities that were named and never rated, the week is suggested too.
    assert_eq!(suggested("2026-11-20", &named[..3]), Some(Suggested::Week(2)));
}
