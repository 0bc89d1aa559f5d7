//! What the rules beside the lines say.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::line::{
    days, dose, last_day, ok, stretch, titles_of_lines, titles_of_rounds, words_of_clearance,
};
use super::{Told, ToldArg, ToldCode, counted, hours, said, told};
use crate::plan::read::{ASK_PAIN, NOTE_ABOUTS, PAIN_PLACES, PAIN_WHEN, ROUNDINGS};
use crate::plan::write::word_of;
use crate::plan::{
    Advance, Appointment, BadDay, ChangedThing, Clearance, Contact, DayOff, DayOffThen, DayType,
    MissedDose, Note, Pain, PainAction, PainLasts, PainRule, PainTrigger, Part, Phase, Precaution,
    Programme, ReEntry, Revision, Round, WORSE_BY,
};
use crate::safety::LIMIT_KINDS;
use crate::time::{Day, Weekday};

/// What a rule beside the lines says, part by part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RuleTold {
    /// Which table of the sheet it is.
    pub thing: ChangedThing,
    /// Its name on screen, where it has one.
    pub title: Option<String>,
    /// The sheet's own words, where it has them.
    pub as_written: Option<String>,
    /// What Backwise understands of it.
    pub told: Vec<Told>,
}

/// Every rule of `revision` beside its lines, its notes and its contacts, in the order of the file.
#[must_use]
pub fn told_rules(revision: &Revision) -> Vec<RuleTold> {
    let mut rules = Vec::new();
    let mut add = |thing, title: Option<&String>, words: Option<&String>, told| {
        rules.push(RuleTold { thing, title: title.cloned(), as_written: words.cloned(), told });
    };
    for one in &revision.day_types {
        add(ChangedThing::DayType, Some(&one.title), None, day_type(one, revision));
    }
    for one in &revision.phases {
        add(ChangedThing::Phase, Some(&one.title), None, phase(one, revision));
    }
    for one in &revision.programmes {
        add(ChangedThing::Programme, Some(&one.title), None, programme(one, revision));
    }
    for one in &revision.rounds {
        let words = one.missed_dose.as_written.as_ref();
        add(ChangedThing::Round, Some(&one.title), words, details_of_round(one));
    }
    if revision.missed_dose != MissedDose::default() {
        let words = revision.missed_dose.as_written.as_ref();
        add(ChangedThing::MissedDose, None, words, limits_of(&revision.missed_dose));
    }
    for one in &revision.precautions {
        let words = Some(&one.as_written);
        add(ChangedThing::Precaution, None, words, details_of_precaution(one, revision));
    }
    if let Some(one) = &revision.pain {
        let ask = one.ask.map(|ask| told(ToldCode::AskPain).text("what", word_of(&ASK_PAIN, ask)));
        add(ChangedThing::Pain, None, one.as_written.as_ref(), ask.into_iter().collect());
        for rule in &one.rules {
            add(ChangedThing::Pain, None, Some(&rule.as_written), pain_rule(rule, revision));
        }
    }
    if let Some(one) = &revision.bad_day {
        add(ChangedThing::BadDay, None, Some(&one.as_written), minimum(one, revision));
    }
    for one in &revision.days_off {
        add(ChangedThing::DayOff, None, Some(&one.as_written), details_of_day_off(one, revision));
    }
    if let Some(one) = &revision.re_entry {
        add(ChangedThing::ReEntry, None, Some(&one.as_written), details_of_re_entry(one));
    }
    for one in &revision.clearances {
        add(ChangedThing::Clearance, None, Some(&one.as_written), details_of_clearance(one));
    }
    for one in &revision.appointments {
        let on = vec![told(ToldCode::OnDay).day("day", one.date)];
        add(ChangedThing::Appointment, Some(&one.title), one.as_written.as_ref(), on);
    }
    rules
}

/// The sheet's words before what is understood of them.
fn with_words(words: Option<&String>, told: Vec<Told>) -> Vec<Told> {
    words.map(|text| said(ToldCode::Words, text)).into_iter().chain(told).collect()
}

fn on_days(weekdays: &[Weekday], dates: &[Day]) -> Vec<Told> {
    let weekdays = (!weekdays.is_empty())
        .then(|| told(ToldCode::OnWeekdays).with("days", ToldArg::Weekdays(weekdays.to_vec())));
    let dates = (!dates.is_empty())
        .then(|| told(ToldCode::OnDates).with("days", ToldArg::Days(dates.to_vec())));
    weekdays.into_iter().chain(dates).collect()
}

/// A kind of day.
pub(in crate::plan) fn day_type(day_type: &DayType, revision: &Revision) -> Vec<Told> {
    let mut parts = on_days(&day_type.weekdays, &day_type.dates);
    parts.extend(hours(day_type.start, day_type.quiet_hours, day_type.awake));
    parts.extend(day_type.times.iter().map(|(round, at)| {
        let title = titles_of_rounds(std::slice::from_ref(round), revision);
        told(ToldCode::RoundAt).text("title", title).time("time", *at)
    }));
    if !day_type.leave_out.is_empty() {
        let titles = titles_of_rounds(&day_type.leave_out, revision);
        parts.push(told(ToldCode::WithoutRounds).text("titles", titles));
    }
    parts
}

/// The days of a phase.
pub(in crate::plan) fn phase(phase: &Phase, revision: &Revision) -> Vec<Told> {
    let mut parts = stretch(phase.stretch, &revision.anchors());
    parts.extend(phase.clearance.as_ref().map(|id| ok(id, revision)));
    parts
}

/// The turns of a programme.
pub(in crate::plan) fn programme(programme: &Programme, revision: &Revision) -> Vec<Told> {
    let mut parts = vec![said(ToldCode::Turns, programme.turns.join(", "))];
    parts.extend(days(&programme.days, revision));
    parts.push(match programme.advance {
        Advance::Calendar(day) => told(ToldCode::AdvanceCalendar).day("day", day),
        Advance::Done => told(ToldCode::AdvanceDone),
    });
    parts
}

/// The place of a round in the day, and what is said of a missed dose in it.
pub(in crate::plan) fn round(round: &Round) -> Vec<Told> {
    with_words(round.missed_dose.as_written.as_ref(), details_of_round(round))
}

fn details_of_round(round: &Round) -> Vec<Told> {
    let at = round.at.map(|at| told(ToldCode::At).time("time", at));
    let routine = round.routine.as_ref().map(|text| said(ToldCode::Routine, text));
    at.into_iter().chain(routine).chain(limits_of(&round.missed_dose)).collect()
}

fn limits_of(rule: &MissedDose) -> Vec<Told> {
    let gap = rule.gap_minutes.map(|gap| counted(ToldCode::Gap, gap));
    let most = rule.most_a_day.map(|most| counted(ToldCode::AtMostADay, most));
    let start = rule.latest_start.map(|at| told(ToldCode::LatestStart).time("time", at));
    let ring = rule.latest_ring.map(|at| told(ToldCode::LatestRing).time("time", at));
    [gap, most, start, ring].into_iter().flatten().collect()
}

/// What the plan says of a missed dose.
pub(in crate::plan) fn missed_dose(rule: &MissedDose) -> Vec<Told> {
    with_words(rule.as_written.as_ref(), limits_of(rule))
}

fn details_of_precaution(limit: &Precaution, revision: &Revision) -> Vec<Told> {
    let mut parts = Vec::new();
    if !limit.kinds.is_empty() {
        let kinds: Vec<_> = limit.kinds.iter().map(|kind| word_of(&LIMIT_KINDS, *kind)).collect();
        parts.push(told(ToldCode::LimitKinds).text("list", kinds.join(", ")));
    }
    parts.extend(limit.lift_kg.map(|weight| counted(ToldCode::LiftKg, weight.0)));
    parts.extend(limit.sit_minutes.map(|n| counted(ToldCode::SitMinutes, n)));
    parts.extend(limit.up_minutes.map(|n| counted(ToldCode::UpMinutes, n)));
    let until = &limit.until;
    parts.extend(until.day.map(|day| last_day(day, &revision.anchors())));
    parts.extend(until.appointment.as_ref().map(|id| {
        let own = revision.appointments.iter().find(|own| own.id == *id);
        let title = own.map_or_else(|| id.to_string(), |own| own.title.clone());
        let appointment = told(ToldCode::UntilAppointment).text("title", title);
        match revision.appointment(id) {
            Some(day) => appointment.day("day", day),
            None => appointment,
        }
    }));
    let clearance = until.clearance.as_ref();
    parts.extend(clearance.map(|id| said(ToldCode::UntilOk, words_of_clearance(id, revision))));
    parts.extend(until.told_otherwise.then(|| told(ToldCode::UntilTold)));
    parts.extend(limit.source.as_ref().map(|source| said(ToldCode::Source, source)));
    parts
}

/// A limit, and until when it holds.
pub(in crate::plan) fn precaution(limit: &Precaution, revision: &Revision) -> Vec<Told> {
    with_words(Some(&limit.as_written), details_of_precaution(limit, revision))
}

/// What the sheet says of pain.
pub(in crate::plan) fn pain(pain: &Pain, revision: &Revision) -> Vec<Told> {
    let ask = pain.ask.map(|ask| told(ToldCode::AskPain).text("what", word_of(&ASK_PAIN, ask)));
    let rules = pain
        .rules
        .iter()
        .flat_map(|rule| with_words(Some(&rule.as_written), pain_rule(rule, revision)));
    with_words(pain.as_written.as_ref(), ask.into_iter().chain(rules).collect())
}

fn pain_rule(rule: &PainRule, revision: &Revision) -> Vec<Told> {
    let place = word_of(&PAIN_PLACES, rule.place);
    let when = word_of(&PAIN_WHEN, rule.when);
    let mut parts = vec![match rule.trigger {
        PainTrigger::Over(score) => {
            counted(ToldCode::PainOver, score).text("place", place).text("when", when)
        }
        PainTrigger::AtLeast(score) => {
            counted(ToldCode::PainAtLeast, score).text("place", place).text("when", when)
        }
        PainTrigger::Spreading => told(ToldCode::PainSpreading).text("when", when),
        PainTrigger::Worse => counted(ToldCode::PainWorse, WORSE_BY).text("place", place),
    }];
    match &rule.then {
        PainAction::GoOn => parts.push(told(ToldCode::GoOn)),
        PainAction::Stop => parts.push(told(ToldCode::Stop)),
        PainAction::Part(part) => parts.push(part_of_dose(*part)),
        PainAction::Dose(other) => {
            parts.push(told(ToldCode::OtherDose));
            parts.extend(dose(other));
        }
    }
    match rule.lasts {
        PainLasts::NextTime => parts.push(told(ToldCode::NextTime)),
        PainLasts::Bouts(bouts) => parts.push(counted(ToldCode::ForBouts, bouts)),
        // Nothing has to end where one goes on: nobody has to say that they may.
        PainLasts::UntilTold if rule.then == PainAction::GoOn => {}
        PainLasts::UntilTold => parts.push(told(ToldCode::UntilSaid)),
    }
    if !rule.lines.is_empty() {
        parts.push(told(ToldCode::OnlyFor).text("titles", titles_of_lines(&rule.lines, revision)));
    }
    parts.extend(rule.ring.as_ref().map(|name| said(ToldCode::Ring, name)));
    parts
}

fn part_of_dose(part: Part) -> Told {
    let rounding = word_of(&ROUNDINGS, part.rounding);
    counted(ToldCode::PartOfDose, part.percent).text("rounding", rounding)
}

fn minimum(bad_day: &BadDay, revision: &Revision) -> Vec<Told> {
    let least = bad_day.minimum.iter().map(|least| {
        let title = titles_of_lines(std::slice::from_ref(&least.line), revision);
        told(ToldCode::Minimum).text("title", title).number("n", least.bouts)
    });
    least.collect()
}

/// What is enough on a bad day.
pub(in crate::plan) fn bad_day(bad_day: &BadDay, revision: &Revision) -> Vec<Told> {
    with_words(Some(&bad_day.as_written), minimum(bad_day, revision))
}

fn details_of_day_off(day_off: &DayOff, revision: &Revision) -> Vec<Told> {
    let mut parts = on_days(&day_off.weekdays, &day_off.dates);
    if !day_off.except.is_empty() {
        let titles = titles_of_lines(&day_off.except, revision);
        parts.push(told(ToldCode::Except).text("titles", titles));
    }
    parts.push(told(match day_off.then {
        DayOffThen::Skip => ToldCode::OffSkip,
        DayOffThen::Shift => ToldCode::OffShift,
    }));
    parts
}

/// Days on which nothing is done.
pub(in crate::plan) fn day_off(day_off: &DayOff, revision: &Revision) -> Vec<Told> {
    with_words(Some(&day_off.as_written), details_of_day_off(day_off, revision))
}

fn details_of_re_entry(re_entry: &ReEntry) -> Vec<Told> {
    let part =
        re_entry.part.map(|(part, days)| [part_of_dose(part), counted(ToldCode::ForDays, days)]);
    part.into_iter().flatten().collect()
}

/// How to begin again after a pause.
pub(in crate::plan) fn re_entry(re_entry: &ReEntry) -> Vec<Told> {
    with_words(Some(&re_entry.as_written), details_of_re_entry(re_entry))
}

fn details_of_clearance(clearance: &Clearance) -> Vec<Told> {
    let whom = clearance.from_whom.as_ref().map(|text| said(ToldCode::FromWhom, text));
    let ask = clearance.ask_on.map(|day| told(ToldCode::AskOn).day("day", day));
    whom.into_iter().chain(ask).collect()
}

/// An OK of the team that something waits for.
pub(in crate::plan) fn clearance(clearance: &Clearance) -> Vec<Told> {
    with_words(Some(&clearance.as_written), details_of_clearance(clearance))
}

/// An appointment.
pub(in crate::plan) fn appointment(appointment: &Appointment) -> Vec<Told> {
    let on = vec![told(ToldCode::OnDay).day("day", appointment.date)];
    with_words(appointment.as_written.as_ref(), on)
}

/// A note with its number and what it is about.
pub(in crate::plan) fn note(note: &Note) -> Vec<Told> {
    let number = note.sheet_no.as_ref().map(|number| said(ToldCode::SheetNo, number));
    let words = said(ToldCode::Words, &note.as_written);
    let about = told(ToldCode::About).text("what", word_of(&NOTE_ABOUTS, note.about));
    number.into_iter().chain([words, about]).collect()
}

/// Whom to ring.
pub(in crate::plan) fn contact(contact: &Contact) -> Vec<Told> {
    let hours = contact.hours.as_ref().map(|text| said(ToldCode::Hours, text));
    let about = contact.about.as_ref().map(|text| said(ToldCode::WhatFor, text));
    let number = said(ToldCode::Number, &contact.number);
    [Some(number), hours, about].into_iter().flatten().collect()
}
