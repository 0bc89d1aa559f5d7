//! A plan as short sentences, one for each thing that it says. Written from the model alone, so that it shares
//! nothing with what the screens show.

use crate::plan::{
    Bouts, Counted, DayPattern, Dose, Frequency, MissedDose, PainAction, PainLasts, PainTrigger,
    Precaution, Prescription, Revision, Side, Stage, StageBegins,
};
use crate::time::{Anchors, Stretch};

/// Everything that `plan` says, but for its names, its titles and its caution.
pub(super) fn of(plan: &Revision) -> Vec<String> {
    let mut all = vec![
        format!("surgery on {}, fusion {:?}", plan.surgery.date, plan.surgery.fusion),
        format!("starts {}", plan.starts),
    ];
    all.extend(plan.surgery.operation.iter().map(|text| format!("operation: {text}")));
    all.extend(plan.surgery.discharge.map(|day| format!("home on {day}")));
    all.extend(plan.review.map(|day| format!("review {day}")));
    all.extend(plan.ends.map(|day| format!("ends {day}")));
    all.extend(plan.weeks_counted.map(|counted| format!("weeks counted {counted:?}")));
    all.extend(plan.quiet_hours.map(|quiet| format!("quiet {} to {}", quiet.from, quiet.until)));
    all.extend(plan.awake.map(|awake| format!("awake {} to {}", awake.from, awake.until)));
    all.extend(plan.appointments.iter().map(|one| format!("{} on {}", one.id, one.date)));
    all.extend(plan.clearances.iter().map(|one| {
        let whom = one.from_whom.as_deref().unwrap_or("anybody");
        let ask = one.ask_on.map_or_else(String::new, |day| format!(", ask on {day}"));
        format!("OK {}: from {whom}{ask}", one.id)
    }));
    all.extend(plan.rounds.iter().map(|round| {
        let at = round.at.map(|at| format!("at {at}"));
        let parts: Vec<String> = at.into_iter().chain(round.routine.clone()).collect();
        let parts: Vec<String> = parts.into_iter().chain(limits(&round.missed_dose)).collect();
        format!("round {}: {}", round.id, parts.join(", "))
    }));
    let missed = limits(&plan.missed_dose);
    all.extend((!missed.is_empty()).then(|| format!("missed: {}", missed.join(", "))));
    for one in &plan.lines {
        all.extend(line(one, plan));
    }
    all.extend(plan.precautions.iter().map(|limit| precaution(limit, plan)));
    if let Some(pain) = &plan.pain {
        all.extend(pain.ask.map(|ask| format!("pain: asked {ask:?}")));
        for rule in &pain.rules {
            let trigger = match rule.trigger {
                PainTrigger::Over(score) => format!("over {score}"),
                PainTrigger::AtLeast(score) => format!("{score} or more"),
                PainTrigger::Spreading => "moving down".to_owned(),
                PainTrigger::Worse => "worse than usual".to_owned(),
            };
            let then = match &rule.then {
                PainAction::Stop => "stop".to_owned(),
                other => format!("{other:?}"),
            };
            let lasts = match rule.lasts {
                PainLasts::UntilTold => "until told".to_owned(),
                other => format!("{other:?}"),
            };
            let ring = rule.ring.as_ref().map_or_else(String::new, |name| format!(", ring {name}"));
            let (place, when) = (rule.place, rule.when);
            all.push(format!("pain: {place:?} {trigger} {when:?}: {then}, {lasts}{ring}"));
        }
    }
    if let Some(bad_day) = &plan.bad_day {
        let least = bad_day.minimum.iter().map(|least| format!("{} {}", least.bouts, least.line));
        all.push(format!("bad day: {}", least.collect::<Vec<_>>().join(", ")));
    }
    all.extend(plan.contacts.iter().map(|one| format!("contact {} {}", one.name, one.number)));
    // What neither sheet has.
    assert!(plan.day_types.is_empty() && plan.phases.is_empty() && plan.programmes.is_empty());
    assert!(plan.days_off.is_empty() && plan.re_entry.is_none() && plan.notes.is_empty());
    all
}

fn line(line: &Prescription, plan: &Revision) -> Vec<String> {
    let id = &line.id;
    let anchors = plan.anchors();
    let mut first = vec![line.exercise.to_string()];
    first.extend(dose(&line.dose));
    first.extend(side(line.side));
    let mut all = vec![format!("{id}: {}", first.join(", "))];
    all.push(format!("{id}: {}", frequency(&line.frequency)));
    all.extend(line.sheet_no.iter().map(|number| format!("{id}: number {number}")));
    let (from, until) = (line.stretch.first_day(&anchors), line.stretch.day_after(&anchors));
    all.extend(from.map(|day| format!("{id}: from {day}")));
    all.extend(until.map(|day| format!("{id}: last on {}", day.plus(-1))));
    all.extend(line.clearance.iter().map(|ok| format!("{id}: waits for {ok}")));
    all.extend(line.safety_question.map(|asked| format!("{id}: asks about the {asked:?} first")));
    all.extend(line.off.then(|| format!("{id}: off")));
    all.extend(line.stages.iter().map(|one| format!("{id} {}", stage(one, &anchors))));
    all.extend(line.growth.map(|growth| {
        format!(
            "{id}: {:?} {} more every {} days from {}, at most {}",
            growth.key,
            growth.by,
            growth.every_days,
            growth.from.resolve(&anchors),
            growth.at_most
        )
    }));
    all
}

fn stage(stage: &Stage, anchors: &Anchors) -> String {
    let begins = match &stage.begins {
        StageBegins::On(day) => format!("from {}", day.resolve(anchors)),
        StageBegins::InWeek(week) => {
            let week = Stretch::Weeks { first: *week, last: None };
            format!("from {}", week.first_day(anchors).unwrap())
        }
        other => format!("{other:?}"),
    };
    let mut parts = dose(&stage.dose);
    parts.extend(stage.side.and_then(side));
    parts.extend(stage.frequency.as_ref().map(frequency));
    if parts.is_empty() {
        parts.push("as in the line".to_owned());
    }
    format!("{begins}: {}", parts.join(", "))
}

fn dose(dose: &Dose) -> Vec<String> {
    let counted = [
        (Counted::Sets, "sets"),
        (Counted::Repetitions, "times"),
        (Counted::HoldSeconds, "seconds held"),
        (Counted::Seconds, "seconds"),
        (Counted::Minutes, "minutes"),
        (Counted::Breaths, "breaths"),
        (Counted::WalkingSteps, "steps"),
        (Counted::Metres, "metres"),
    ];
    let mut parts: Vec<String> = counted
        .iter()
        .filter_map(|(key, word)| Some(format!("{} {word}", dose.number(*key)?)))
        .collect();
    parts.extend(dose.rest_seconds.map(|rest| format!("{rest} seconds rest")));
    parts.extend(dose.range.clone());
    parts.extend(dose.not_given.iter().map(|part| format!("{part:?} not given")));
    assert!(dose.up_to.is_empty() && dose.load.is_none() && dose.load_kg.is_none());
    parts
}

fn side(side: Side) -> Option<String> {
    (side != Side::Both).then(|| format!("{side:?} side").to_lowercase())
}

fn frequency(frequency: &Frequency) -> String {
    let Frequency::Due { days, bouts } = frequency else {
        return match frequency {
            Frequency::AsNeeded { when, most_a_day, ask_first } => {
                assert_eq!(*ask_first, None);
                let most = most_a_day.map_or_else(|| "any".to_owned(), |most| most.to_string());
                format!("as needed, {when}, at most {most} a day")
            }
            _ => "every time, never due".to_owned(),
        };
    };
    let days = match days {
        DayPattern::EveryDay => "every day".to_owned(),
        DayPattern::Weekdays(days) => {
            days.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        }
        DayPattern::TimesAWeek { times, not_two_days_running } => {
            format!("{times} days a week, never two running: {not_two_days_running}")
        }
        other => format!("{other:?}"),
    };
    let bouts = match bouts {
        Bouts::InRounds(rounds) => {
            let rounds: Vec<_> = rounds.iter().map(ToString::to_string).collect();
            format!("in {}", rounds.join(", "))
        }
        Bouts::AnyTime { times, most, gap_minutes: None } if times == most => format!("{times} x"),
        Bouts::AnyTime { times, most, gap_minutes: None } => format!("{times} to {most} x"),
        Bouts::EveryHours { hours, between: Some((from, until)) } => {
            format!("every {hours} hours from {from} to {until}")
        }
        other => format!("{other:?}"),
    };
    format!("{days}, {bouts}")
}

fn limits(rule: &MissedDose) -> Vec<String> {
    let gap = rule.gap_minutes.map(|gap| format!("{gap} minutes apart"));
    let most = rule.most_a_day.map(|most| format!("at most {most} a day"));
    let start = rule.latest_start.map(|at| format!("none begins after {at}"));
    let ring = rule.latest_ring.map(|at| format!("none rings after {at}"));
    [gap, most, start, ring].into_iter().flatten().collect()
}

fn precaution(limit: &Precaution, plan: &Revision) -> String {
    let kinds: Vec<String> = limit.kinds.iter().map(|kind| format!("{kind:?}")).collect();
    let mut parts = vec![kinds.join(" ")];
    parts.extend(limit.lift_kg.map(|weight| format!("{weight} kg")));
    parts.extend(limit.sit_minutes.map(|n| format!("sit {n} minutes")));
    parts.extend(limit.up_minutes.map(|n| format!("then up {n} minutes")));
    parts.extend(limit.until.appointment.iter().map(|id| format!("until {id}")));
    parts.extend(limit.until.day.map(|day| format!("until {}", day.resolve(&plan.anchors()))));
    parts.extend(limit.until.clearance.iter().map(|id| format!("until OK {id}")));
    parts.extend(limit.until.told_otherwise.then(|| "until told otherwise".to_owned()));
    format!("limit: {}", parts.join(", "))
}

/// Every text of the sheet that `plan` keeps word for word.
pub(super) fn words_of(plan: &Revision) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for line in &plan.lines {
        all.push(line.as_written.clone());
        all.extend(line.stages.iter().filter_map(|stage| stage.as_written.clone()));
    }
    all.extend(plan.clearances.iter().map(|one| one.as_written.clone()));
    all.extend(plan.appointments.iter().filter_map(|one| one.as_written.clone()));
    all.extend(plan.rounds.iter().filter_map(|round| round.missed_dose.as_written.clone()));
    all.extend(plan.missed_dose.as_written.clone());
    all.extend(plan.precautions.iter().map(|one| one.as_written.clone()));
    if let Some(pain) = &plan.pain {
        all.extend(pain.as_written.clone());
        all.extend(pain.rules.iter().map(|rule| rule.as_written.clone()));
    }
    all.extend(plan.bad_day.iter().map(|one| one.as_written.clone()));
    all.extend(plan.days_off.iter().map(|one| one.as_written.clone()));
    all.extend(plan.re_entry.iter().map(|one| one.as_written.clone()));
    all.extend(plan.notes.iter().map(|one| one.as_written.clone()));
    all
}
