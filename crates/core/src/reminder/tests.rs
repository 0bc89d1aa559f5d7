use super::{
    Planned, ReminderInput, ReminderKey, ReminderRow, ReminderState, Why, coming, plan_reminders,
};
use crate::ids::{DayTypeId, PlanId, RoundId};
use crate::plan::DayType;
use crate::record::{Evidence, EvidenceKind, Outcome};
use crate::safety::SafetyQuestion;
use crate::samples::{World, bout, closed, day, instant, line, record, revision, wall};
use crate::schedule::agenda;
use crate::time::{QuietHours, ZoneDatabase};

struct Case {
    world: World,
    rows: Vec<ReminderRow>,
    switched_on: bool,
    quiet: Option<QuietHours>,
}

fn at(now: &str) -> Case {
    let world = World::new(revision(vec![line("bridge", &["morning", "noon", "evening"])]), now);
    Case { world, rows: Vec::new(), switched_on: true, quiet: None }
}

impl Case {
    fn row(mut self, round: &str, state: ReminderState, until: Option<&str>) -> Self {
        let until = until.map(instant);
        self.rows.push(ReminderRow {
            key: key(round, "2026-11-18"),
            state,
            snoozed_until: until,
            claimed_until: until,
        });
        self
    }

    fn done(mut self, round: &str) -> Self {
        let fact = closed(bout("bridge", round, "2026-11-18"), Outcome::Done);
        self.world.records.push(record(1, "2026-11-18T06:30:00Z", fact));
        self
    }

    fn plan(&self) -> Planned {
        let agenda =
            self.world.ask(|situation| agenda(situation, situation.today().unwrap())).unwrap();
        plan_reminders(&ReminderInput {
            agenda: &agenda,
            rows: &self.rows,
            evidence: &self.world.evidence,
            switched_on: self.switched_on,
            quiet_hours: self.quiet,
            now: self.world.now,
            zone: &self.world.zone,
        })
    }

    fn shows(&self) -> Vec<(String, Why)> {
        self.plan().show.into_iter().map(|reminder| (reminder.title, reminder.why)).collect()
    }
}

fn key(round: &str, on: &str) -> ReminderKey {
    ReminderKey {
        plan: PlanId::new("sample").unwrap(),
        round: RoundId::new(round).unwrap(),
        day: day(on),
    }
}

fn seen(round: &str, on: &str, shown: &str) -> Evidence {
    let ReminderKey { plan, round, day } = key(round, on);
    Evidence { plan, round, day, kind: EvidenceKind::Shown, at: instant(shown) }
}

fn one(round: &str, why: Why) -> Vec<(String, Why)> {
    vec![(round.to_owned(), why)]
}

// Berlin is an hour ahead of UTC in November: the morning round is at 07:00 UTC.

#[test]
fn what_a_journey_passed_over_rings_never_and_what_it_came_late_for_says_so() {
    // Tokyo is nine hours ahead of UTC: rounds are at 23:00, 05:00 and 11:00 there.
    let zone = |name: &str| ZoneDatabase::embedded().zone(name).unwrap();
    let landed = |now: &str| {
        let mut case = at(now);
        case.world.was_in = vec![(instant("2026-11-16T06:00:00Z"), zone("Europe/Berlin"))];
        case.world.zone = zone("Asia/Tokyo");
        case.shows()
    };
    // At two in the afternoon: all of the morning was passed over, and noon begins.
    assert_eq!(landed("2026-11-18T05:00:00Z"), one("noon", Why::Due));
    // At ten past four: noon began two hours before the person came.
    assert_eq!(landed("2026-11-18T07:10:00Z"), one("noon", Why::Late));
    // At half past one: the morning is open for half an hour more, and began too long ago to ring.
    assert_eq!(landed("2026-11-18T04:30:00Z"), []);
}

#[test]
fn a_time_at_night_that_the_clocks_left_out_rings_where_they_went_on() {
    let shows = |now: &str| {
        let mut case = at(now);
        case.world.revisions[0].revision.rounds[2].at = Some(wall("02:30"));
        (case.shows(), case.plan().next_wake)
    };
    // The clocks go from two to three; days begin at three, and this night at four.
    let half_past_three = instant("2027-03-28T01:30:00Z");
    assert_eq!(shows("2027-03-28T01:29:00Z"), (Vec::new(), Some(half_past_three)));
    assert_eq!(shows("2027-03-28T01:30:00Z").0, one("evening", Why::Due));
    assert_eq!(shows("2027-03-28T02:00:00Z").0, [], "the day is over");
}

#[test]
fn a_round_is_announced_when_it_falls_due() {
    let before = at("2026-11-18T06:59:59Z");
    assert_eq!(before.shows(), []);
    assert_eq!(before.plan().next_wake, Some(instant("2026-11-18T07:00:00Z")));
    assert_eq!(at("2026-11-18T07:00:00Z").shows(), one("morning", Why::Due));
    assert_eq!(at("2026-11-18T07:02:00Z").shows(), one("morning", Why::Late));
}

#[test]
fn a_round_that_waited_too_long_is_not_announced() {
    assert_eq!(at("2026-11-18T10:59:00Z").shows(), one("morning", Why::Late));
    assert_eq!(at("2026-11-18T11:00:00Z").shows(), []);
}

#[test]
fn what_is_done_is_not_announced_and_that_is_written_down() {
    let done = at("2026-11-18T07:10:00Z").done("morning");
    let planned = done.plan();
    assert_eq!(planned.show, []);
    assert_eq!(planned.seen[0].kind, EvidenceKind::SilentBecauseDone);
}

#[test]
fn evidence_is_written_once_even_when_reminders_are_off() {
    let mut off = at("2026-11-18T07:10:00Z");
    off.switched_on = false;
    let seen = off.plan().seen;
    assert_eq!(seen[0].kind, EvidenceKind::SwitchedOff);
    off.world.evidence = vec![Evidence {
        plan: seen[0].key.plan.clone(),
        round: seen[0].key.round.clone(),
        day: seen[0].key.day,
        kind: seen[0].kind,
        at: off.world.now,
    }];
    assert_eq!(off.plan().seen, []);
    assert_eq!(off.shows(), []);
}

#[test]
fn a_claim_is_respected_until_it_runs_out() {
    let claimed =
        |now: &str| at(now).row("morning", ReminderState::Claimed, Some("2026-11-18T07:02:00Z"));
    assert_eq!(claimed("2026-11-18T07:01:00Z").shows(), []);
    assert_eq!(claimed("2026-11-18T07:02:00Z").shows(), one("morning", Why::Late));
}

#[test]
fn a_snoozed_round_comes_back_and_an_answered_one_does_not() {
    let snoozed =
        |now: &str| at(now).row("morning", ReminderState::Snoozed, Some("2026-11-18T07:10:00Z"));
    assert_eq!(snoozed("2026-11-18T07:09:59Z").shows(), []);
    assert_eq!(
        snoozed("2026-11-18T07:09:59Z").plan().next_wake,
        Some(instant("2026-11-18T07:10:00Z"))
    );
    assert_eq!(snoozed("2026-11-18T07:10:00Z").shows(), one("morning", Why::Snoozed));
    let done = snoozed("2026-11-18T07:10:00Z").done("morning").plan();
    assert_eq!((done.show.len(), done.close), (0, vec![]), "a slip may be taken back");
    let over = snoozed("2026-11-18T13:00:00Z").done("morning").plan();
    assert_eq!(over.close, [key("morning", "2026-11-18")]);
}

#[test]
fn what_did_not_ring_yet_outlasts_reminders_that_are_off_for_a_moment() {
    let off = |state, shown: &str| {
        let mut case =
            at("2026-11-18T07:05:00Z").row("morning", state, Some("2026-11-18T07:06:00Z"));
        case.world.evidence = vec![seen("morning", "2026-11-18", shown)];
        case.switched_on = false;
        let planned = case.plan();
        assert_eq!((planned.show, planned.standing), (vec![], vec![]));
        planned.close
    };
    let (before, never) = ("2026-11-18T07:00:00Z", "2026-11-18T20:00:00Z");
    let morning = [key("morning", "2026-11-18")];
    assert_eq!(off(ReminderState::Snoozed, before), []);
    assert_eq!(off(ReminderState::Claimed, never), [], "the desktop took nothing");
    assert_eq!(off(ReminderState::Claimed, before), morning, "it rang, and was put back");
    assert_eq!(off(ReminderState::Shown, before), morning);
}

#[test]
fn what_a_clock_that_was_ahead_showed_is_forgotten_and_what_rang_before_a_flight_is_not() {
    let told = |state, on: &str, shown: &str| {
        let mut case = at("2026-11-18T06:31:00Z");
        let until = (state == ReminderState::Snoozed).then(|| instant("2026-11-18T19:40:00Z"));
        let key = key("evening", on);
        case.rows = vec![ReminderRow { key, state, snoozed_until: until, claimed_until: None }];
        case.world.evidence = vec![seen("evening", on, shown)];
        case
    };
    let (today, tomorrow) = ("2026-11-18", "2026-11-19");
    for state in [ReminderState::Shown, ReminderState::Snoozed] {
        let planned = told(state, today, "2026-11-18T19:30:00Z").plan();
        assert_eq!((planned.forget, planned.close), (vec![key("evening", today)], vec![]));
        assert_eq!(planned.next_wake, Some(instant("2026-11-18T07:00:00Z")));
        let planned = told(state, tomorrow, "2026-11-19T19:00:00Z").plan();
        assert_eq!((planned.forget, planned.close), (vec![key("evening", tomorrow)], vec![]));
        // A flight to the west: it rang, and its time comes again.
        let planned = told(state, today, "2026-11-18T06:00:00Z").plan();
        assert_eq!((planned.forget, planned.close), (vec![], vec![]));
    }
    // Seconds before its time it rang in time: the clock is only set right.
    let mut case = told(ReminderState::Shown, today, "2026-11-18T19:00:03Z");
    case.world.now = instant("2026-11-18T18:59:58Z");
    assert_eq!((case.plan().forget, case.shows()), (vec![], vec![]));
    // It is answered.
    assert_eq!(told(ReminderState::Closed, today, "2026-11-18T19:30:00Z").plan().forget, []);
    // It rings at its time though that moment lies ahead still, and rings once.
    let mut case = told(ReminderState::Shown, today, "2026-11-18T19:30:00Z");
    case.world.now = instant("2026-11-18T19:00:00Z");
    assert_eq!((case.plan().forget, case.shows()), (vec![], vec![]));
    case.rows.clear();
    assert_eq!(case.shows(), one("evening", Why::Due));
}

#[test]
fn a_notice_is_taken_down_when_its_round_is_over() {
    let shown = at("2026-11-18T13:00:00Z").row("morning", ReminderState::Shown, None);
    assert_eq!(shown.plan().close, [key("morning", "2026-11-18")]);
    assert_eq!(shown.shows(), one("noon", Why::Due));
    let open = at("2026-11-18T12:59:59Z").row("morning", ReminderState::Shown, None);
    assert_eq!(open.plan().close, []);
    assert_eq!(open.plan().next_wake, Some(instant("2026-11-18T13:00:00Z")));
}

#[test]
fn quiet_hours_hold_a_reminder_until_they_end() {
    let mut quiet = at("2026-11-18T07:10:00Z");
    quiet.quiet = Some(QuietHours { from: wall("21:30"), until: wall("09:00") });
    assert_eq!(quiet.shows(), []);
    assert_eq!(quiet.plan().next_wake, Some(instant("2026-11-18T08:00:00Z")));
    quiet.world.now = instant("2026-11-18T08:00:00Z");
    assert_eq!(quiet.shows(), one("morning", Why::Late));
}

#[test]
fn what_would_not_come_back_cannot_be_put_off() {
    let waits = |case: &Case| case.plan().show.first().map(|reminder| reminder.can_wait);
    assert_eq!(waits(&at("2026-11-18T07:10:00Z")), Some(true));
    // Into the quiet hours.
    let quiet = |now: &str| {
        let mut case = at(now);
        case.quiet = Some(QuietHours { from: wall("08:30"), until: wall("08:45") });
        waits(&case)
    };
    assert_eq!(quiet("2026-11-18T07:19:00Z"), Some(true));
    assert_eq!(quiet("2026-11-18T07:20:00Z"), Some(false));
    // Past the latest ring.
    let latest = |now: &str| {
        let mut case = at(now);
        case.world.revisions[0].revision.rounds[0].missed_dose.latest_ring = Some(wall("08:30"));
        waits(&case)
    };
    assert_eq!(latest("2026-11-18T07:20:00Z"), Some(true));
    assert_eq!(latest("2026-11-18T07:21:00Z"), Some(false));
    // Past the window: what is on the screen says so as time goes on.
    let shown = |now: &str| {
        let standing = at(now).row("morning", ReminderState::Shown, None).plan().standing;
        standing.iter().map(|reminder| reminder.can_wait).collect::<Vec<_>>()
    };
    assert_eq!(shown("2026-11-18T12:49:00Z"), [true]);
    assert_eq!(shown("2026-11-18T12:50:00Z"), [false]);
    assert_eq!(shown("2026-11-18T13:00:00Z"), Vec::<bool>::new());
}

#[test]
fn what_is_on_the_screen_stands_there_past_its_latest_ring_with_what_is_open_now() {
    let mut case = at("2026-11-18T08:00:00Z").row("morning", ReminderState::Shown, None);
    let rounds = &mut case.world.revisions[0].revision.rounds;
    rounds[0].missed_dose.latest_ring = Some(wall("08:30"));
    let planned = case.plan();
    assert_eq!((planned.show, planned.standing.len()), (vec![], 1));
    assert_eq!(planned.standing[0].bouts, [bout("bridge", "morning", "2026-11-18")]);
    let done = case.done("morning").plan();
    assert_eq!(
        (done.seen, done.standing),
        (vec![], vec![]),
        "it was told of, so it was not silent"
    );
}

#[test]
fn what_was_shown_comes_back_however_late() {
    let mut lost = at("2026-11-18T11:05:00Z").row("morning", ReminderState::Claimed, None);
    assert_eq!(lost.shows(), [], "a first notice is not so late");
    lost.world.evidence = vec![seen("morning", "2026-11-18", "2026-11-18T07:00:00Z")];
    assert_eq!(lost.shows(), one("morning", Why::Late));
}

#[test]
fn the_spring_night_rings_once_at_the_shifted_time() {
    let mut plan = revision(vec![line("bridge", &["night"])]);
    plan.rounds[0].id = RoundId::new("night").unwrap();
    plan.rounds[0].at = Some(wall("02:30"));
    plan.day_start = wall("00:00");
    let mut world = World::new(plan, "2027-03-27T23:30:00Z");
    world.revisions[0].from = day("2027-03-01");
    let coming = world.ask(|situation| coming(situation, day("2027-03-28"), 2));
    let instants: Vec<_> = coming.iter().map(|reminder| reminder.instant).collect();
    assert_eq!(instants, [instant("2027-03-28T01:30:00Z"), instant("2027-03-29T00:30:00Z")]);
}

#[test]
fn what_comes_is_told_at_the_time_at_which_it_rings() {
    let mut plan = revision(vec![line("bridge", &["morning", "noon", "evening"])]);
    plan.quiet_hours = Some(QuietHours { from: wall("19:30"), until: wall("09:00") });
    let world = World::new(plan, "2026-11-18T05:00:00Z");
    let coming = world.ask(|situation| coming(situation, day("2026-11-18"), 1));
    let at: Vec<String> = coming.iter().map(|reminder| reminder.at.to_string()).collect();
    assert_eq!(at, ["09:00", "14:00"], "the evening round is over before the quiet hours end");
}

#[test]
fn a_kind_of_day_has_quiet_hours_of_its_own() {
    let mut plan = revision(vec![line("bridge", &["morning", "noon", "evening"])]);
    plan.quiet_hours = Some(QuietHours { from: wall("19:30"), until: wall("09:00") });
    plan.day_types = vec![DayType {
        id: DayTypeId::new("late").unwrap(),
        title: "Late shift".to_owned(),
        weekdays: Vec::new(),
        dates: vec![day("2026-11-19")],
        start: None,
        quiet_hours: Some(QuietHours { from: wall("23:00"), until: wall("10:30") }),
        awake: None,
        times: Vec::new(),
        leave_out: Vec::new(),
    }];
    let world = World::new(plan, "2026-11-18T05:00:00Z");
    let rings = |on: &str| {
        let coming = world.ask(|situation| coming(situation, day(on), 1));
        coming.iter().map(|reminder| reminder.at.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(rings("2026-11-18"), ["09:00", "14:00"]);
    assert_eq!(rings("2026-11-19"), ["10:30", "14:00", "20:00"]);
}

#[test]
fn a_round_with_a_question_of_safety_says_so_as_long_as_what_it_is_asked_of_is_open() {
    let asks = |case: &Case| case.plan().show.first().map(|reminder| reminder.asks_first);
    let of = |lines| Case {
        world: World::new(revision(lines), "2026-11-18T07:00:00Z"),
        ..at("2026-11-18T07:00:00Z")
    };
    let calf = |exercise| {
        let mut asked = line(exercise, &["morning"]);
        asked.safety_question = Some(SafetyQuestion::Calf);
        asked
    };
    assert_eq!(asks(&of(vec![line("bridge", &["morning"])])), Some(false));
    assert_eq!(asks(&of(vec![line("bridge", &["morning"]), calf("stretch")])), Some(true));
    let done = of(vec![calf("bridge"), line("stretch", &["morning"])]).done("morning");
    assert_eq!(asks(&done), Some(false));
}

#[test]
fn the_minutes_are_those_of_what_is_open() {
    let mut case = at("2026-11-18T07:10:00Z");
    let mut long = line("clam", &["morning"]);
    long.dose.repetitions = Some(100);
    case.world =
        World::new(revision(vec![line("bridge", &["morning"]), long]), "2026-11-18T07:10:00Z");
    let minutes = |case: &Case| case.plan().show[0].about_minutes;
    assert_eq!(minutes(&case), Some(4));
    let fact = closed(bout("clam", "morning", "2026-11-18"), Outcome::Done);
    case.world.records.push(record(1, "2026-11-18T07:05:00Z", fact));
    assert_eq!(minutes(&case), Some(1));
}
