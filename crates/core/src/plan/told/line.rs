//! What a line says.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Told, ToldArg, ToldCode, counted, said, told};
use crate::ids::{ClearanceId, LineId, RoundId};
use crate::plan::read::{NOT_GIVEN, key_of};
use crate::plan::write::word_of;
use crate::plan::{
    Bouts, Counted, DayPattern, Dose, Frequency, Prescription, Revision, Side, Stage, StageBegins,
};
use crate::safety::{FLAGS, SafetyQuestion};
use crate::time::{Anchors, Day, DayRef, Stretch};

/// What a line says, part by part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LineTold {
    /// The line.
    pub line: LineId,
    /// How much, and on which side.
    pub how_much: Vec<Told>,
    /// When and how often, and from when until when.
    pub when: Vec<Told>,
    /// What it waits for.
    pub waits: Vec<Told>,
    /// Its stages, in order, or its growth.
    pub stages: Vec<StageTold>,
}

/// What a stage of a line says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StageTold {
    /// The sheet's words for it.
    pub as_written: Option<String>,
    /// When it begins, and what is different in it.
    pub told: Vec<Told>,
}

/// What `line` of `revision` says.
#[must_use]
pub fn told_line(line: &Prescription, revision: &Revision) -> LineTold {
    let how_much = told_dose(&line.dose, line.side);
    let mut when = frequency(&line.frequency, revision);
    when.extend(span(line, revision));
    let mut stages: Vec<StageTold> = line
        .stages
        .iter()
        .map(|s| StageTold { as_written: s.as_written.clone(), told: stage(s, revision) })
        .collect();
    stages.extend(
        growth(line, revision).map(|growth| StageTold { as_written: None, told: vec![growth] }),
    );
    LineTold { line: line.id.clone(), how_much, when, waits: waits(line, revision), stages }
}

/// How much and on which side, such as that of a line on a day.
#[must_use]
pub fn told_dose(of: &Dose, on: Side) -> Vec<Told> {
    let mut how_much = dose(of);
    how_much.extend(side(on));
    how_much
}

/// When and how often, such as that of a line on a day.
#[must_use]
pub fn told_frequency(of: &Frequency, revision: &Revision) -> Vec<Told> {
    frequency(of, revision)
}

/// How much.
pub(in crate::plan) fn dose(dose: &Dose) -> Vec<Told> {
    let mut parts = Vec::new();
    match (dose.sets, dose.repetitions) {
        (Some(sets), Some(repetitions)) => parts
            .push(told(ToldCode::SetsOf).number("sets", sets).number("repetitions", repetitions)),
        (Some(sets), None) => parts.push(counted(ToldCode::Sets, sets)),
        (None, Some(repetitions)) => parts.push(counted(ToldCode::Repetitions, repetitions)),
        (None, None) => {}
    }
    let numbers = [
        (ToldCode::Breaths, dose.breaths),
        (ToldCode::Minutes, dose.minutes),
        (ToldCode::Seconds, dose.seconds),
        (ToldCode::WalkingSteps, dose.walking_steps),
        (ToldCode::Metres, dose.metres),
        (ToldCode::Hold, dose.hold_seconds),
        (ToldCode::Rest, dose.rest_seconds),
    ];
    parts.extend(numbers.into_iter().filter_map(|(code, n)| n.map(|n| counted(code, n))));
    let texts = [
        (ToldCode::Load, &dose.load),
        (ToldCode::LoadMost, &dose.load_most),
        (ToldCode::Range, &dose.range),
    ];
    parts.extend(texts.into_iter().filter_map(|(code, t)| t.as_ref().map(|t| said(code, t))));
    parts.extend(dose.load_kg.map(|weight| counted(ToldCode::LoadKg, weight.0)));
    parts.extend(dose.load_most_kg.map(|weight| counted(ToldCode::LoadMostKg, weight.0)));
    parts.extend(
        dose.up_to
            .iter()
            .map(|(key, most)| told(ToldCode::UpTo).text("what", key_of(*key)).number("n", *most)),
    );
    parts.extend(
        dose.not_given
            .iter()
            .map(|part| told(ToldCode::NotGiven).text("what", word_of(&NOT_GIVEN, *part))),
    );
    parts
}

/// On which side, where that needs a word.
pub(in crate::plan) fn side(side: Side) -> Option<Told> {
    match side {
        Side::Both => None,
        Side::Each => Some(told(ToldCode::SideEach)),
        Side::Left => Some(told(ToldCode::SideLeft)),
        Side::Right => Some(told(ToldCode::SideRight)),
    }
}

/// When and how often.
pub(in crate::plan) fn frequency(frequency: &Frequency, revision: &Revision) -> Vec<Told> {
    match frequency {
        Frequency::Due { days: pattern, bouts } => {
            let mut parts = how_often(bouts, revision);
            parts.extend(days(pattern, revision));
            parts
        }
        Frequency::AsNeeded { when, most_a_day, ask_first } => {
            let most = most_a_day.map(|most| counted(ToldCode::AtMostADay, most));
            let ask = ask_first.as_ref().map(|text| said(ToldCode::AskFirst, text));
            [Some(said(ToldCode::AsNeeded, when)), most, ask].into_iter().flatten().collect()
        }
        Frequency::Technique => vec![told(ToldCode::Technique)],
    }
}

/// On which days.
pub(super) fn days(days: &DayPattern, revision: &Revision) -> Vec<Told> {
    match days {
        DayPattern::EveryDay => vec![told(ToldCode::EveryDay)],
        DayPattern::Weekdays(days) => {
            vec![told(ToldCode::OnWeekdays).with("days", ToldArg::Weekdays(days.clone()))]
        }
        DayPattern::EveryNDays { n, from } => {
            vec![counted(ToldCode::EveryNDays, *n).day("day", *from)]
        }
        DayPattern::TimesAWeek { times, not_two_days_running } => {
            let apart = not_two_days_running.then(|| told(ToldCode::NotTwoDaysRunning));
            [Some(counted(ToldCode::TimesAWeek, *times)), apart].into_iter().flatten().collect()
        }
        DayPattern::Turn { programme, turn } => {
            let known = revision.programmes.iter().find(|known| known.id == *programme);
            let title = known.map_or_else(|| programme.to_string(), |known| known.title.clone());
            vec![told(ToldCode::Turn).text("title", title).text("turn", turn)]
        }
    }
}

fn how_often(bouts: &Bouts, revision: &Revision) -> Vec<Told> {
    match bouts {
        Bouts::InRounds(rounds) => {
            vec![told(ToldCode::InRounds).text("titles", titles_of_rounds(rounds, revision))]
        }
        Bouts::AnyTime { times, most, gap_minutes } => {
            let often = if times == most {
                counted(ToldCode::TimesADay, *times)
            } else {
                counted(ToldCode::TimesADayUpTo, *times).number("most", *most)
            };
            let gap = gap_minutes.map(|gap| counted(ToldCode::Gap, gap));
            [Some(often), gap].into_iter().flatten().collect()
        }
        Bouts::EveryHours { hours, between } => {
            let when = match between {
                Some((from, until)) => {
                    told(ToldCode::Between).time("from", *from).time("until", *until)
                }
                None => told(ToldCode::WhileAwake),
            };
            vec![counted(ToldCode::EveryHours, *hours), when]
        }
    }
}

/// The titles of rounds, one after the other.
pub(super) fn titles_of_rounds(rounds: &[RoundId], revision: &Revision) -> String {
    let title = |id| revision.round(id).map_or_else(String::new, |round| round.title.clone());
    rounds.iter().map(title).collect::<Vec<_>>().join(", ")
}

/// The titles of lines, one after the other.
pub(super) fn titles_of_lines(lines: &[LineId], revision: &Revision) -> String {
    let title = |id| revision.line(id).map_or_else(String::new, |line| line.title.clone());
    lines.iter().map(title).collect::<Vec<_>>().join(", ")
}

/// The phase and the days of a line, where it has any of its own.
pub(in crate::plan) fn span(line: &Prescription, revision: &Revision) -> Vec<Told> {
    let phase = line.phase.as_ref().map(|id| {
        let phase = revision.phases.iter().find(|phase| phase.id == *id);
        let title = phase.map_or_else(|| id.to_string(), |phase| phase.title.clone());
        told(ToldCode::InPhase).text("title", title)
    });
    phase.into_iter().chain(stretch(line.stretch, &revision.anchors())).collect()
}

/// From when until when.
pub(super) fn stretch(stretch: Stretch, anchors: &Anchors) -> Vec<Told> {
    match stretch {
        Stretch::Days { from, until } => {
            let from = from.map(|from| first_day(from, anchors));
            from.into_iter().chain(until.map(|until| last_day(until, anchors))).collect()
        }
        Stretch::Weeks { first, last: None } => {
            let from = stretch.first_day(anchors).unwrap_or(anchors.starts);
            vec![counted(ToldCode::FromWeek, first).day("day", from)]
        }
        Stretch::Weeks { first, last: Some(last) } => {
            let ends = stretch.first_day(anchors).zip(stretch.day_after(anchors));
            let (from, until) = ends.unwrap_or((anchors.starts, anchors.starts));
            let weeks = told(ToldCode::Weeks).number("first", first).number("last", last);
            vec![weeks.day("from", from).day("until", until.plus(-1))]
        }
    }
}

/// From which day.
pub(super) fn first_day(day: DayRef, anchors: &Anchors) -> Told {
    counted_day(day, anchors, ToldCode::FromDay, ToldCode::FromCounted, 0)
}

/// Up to which day: the last one that counts.
pub(super) fn last_day(until: DayRef, anchors: &Anchors) -> Told {
    counted_day(until, anchors, ToldCode::LastDay, ToldCode::LastDayCounted, -1)
}

fn counted_day(
    day: DayRef,
    anchors: &Anchors,
    plain: ToldCode,
    counted: ToldCode,
    later: i32,
) -> Told {
    let date = day.resolve(anchors).plus(later);
    let told = |n: i32, what: &str| {
        told(counted).day("day", date).number("n", n + later).text("what", what)
    };
    match day {
        DayRef::On(_) => super::told(plain).day("day", date),
        DayRef::AfterSurgery(n) => told(n, "surgery"),
        DayRef::AfterDischarge(n) => told(n, "discharge"),
        DayRef::AfterStart(n) => told(n, "start"),
    }
}

/// What a line waits for.
pub(in crate::plan) fn waits(line: &Prescription, revision: &Revision) -> Vec<Told> {
    let off = line.off.then(|| told(ToldCode::SwitchedOff));
    off.into_iter().chain(line.clearance.as_ref().map(|id| ok(id, revision))).collect()
}

/// The OK that something waits for.
pub(super) fn ok(id: &ClearanceId, revision: &Revision) -> Told {
    said(ToldCode::WaitsFor, words_of_clearance(id, revision))
}

/// The sheet's words for an OK.
pub(super) fn words_of_clearance(id: &ClearanceId, revision: &Revision) -> String {
    let clearance = revision.clearances.iter().find(|clearance| clearance.id == *id);
    clearance.map_or_else(|| id.to_string(), |clearance| clearance.as_written.clone())
}

/// The stages of a line and its growth, one after the other.
pub(in crate::plan) fn stages(line: &Prescription, revision: &Revision) -> Vec<Told> {
    let mut parts = Vec::new();
    for one in &line.stages {
        parts.extend(one.as_written.as_ref().map(|text| said(ToldCode::Words, text)));
        parts.extend(stage(one, revision));
    }
    parts.extend(growth(line, revision));
    parts
}

fn stage(stage: &Stage, revision: &Revision) -> Vec<Told> {
    let anchors = revision.anchors();
    let mut parts = match &stage.begins {
        StageBegins::On(day) => vec![first_day(*day, &anchors)],
        StageBegins::InWeek(week) => {
            self::stretch(Stretch::Weeks { first: *week, last: None }, &anchors)
        }
        StageBegins::AfterDoneDays(days) => vec![counted(ToldCode::AfterDoneDays, *days)],
        StageBegins::WhenAgreed => vec![told(ToldCode::WhenAgreed)],
        StageBegins::WithClearance { clearance, from } => {
            let from = from.map(|from| first_day(from, &anchors));
            from.into_iter().chain([ok(clearance, revision)]).collect()
        }
    };
    parts.extend(dose(&stage.dose));
    // A stage that changes sides back to both has to say so.
    parts.extend(stage.side.map(|own| side(own).unwrap_or_else(|| told(ToldCode::SideBoth))));
    if let Some(own) = &stage.frequency {
        parts.extend(frequency(own, revision));
    }
    if !stage.replaces.is_empty() {
        let titles = titles_of_lines(&stage.replaces, revision);
        parts.push(told(ToldCode::Replaces).text("titles", titles));
    }
    parts.extend(stage.until.map(|until| written_up_to(until.resolve(&anchors))));
    parts
}

fn written_up_to(until: Day) -> Told {
    told(ToldCode::WrittenUpTo).day("day", until.plus(-1))
}

fn growth(line: &Prescription, revision: &Revision) -> Option<Told> {
    let growth = line.growth?;
    let key: Counted = growth.key;
    let parts = told(ToldCode::Grows).text("what", key_of(key)).number("by", growth.by);
    let parts = parts.number("n", growth.every_days).number("most", growth.at_most);
    Some(parts.day("day", growth.from.resolve(&revision.anchors())))
}

/// The exercise of a line, with what it asks of the body.
pub(in crate::plan) fn exercise(line: &Prescription) -> Vec<Told> {
    let id = line.exercise.to_string();
    let mut parts = vec![told(ToldCode::Exercise).text("title", &line.title).text("id", id)];
    if !line.flags.is_empty() {
        let flags: Vec<_> = line.flags.iter().map(|flag| word_of(&FLAGS, *flag)).collect();
        parts.push(told(ToldCode::Flags).text("list", flags.join(", ")));
    }
    parts.push(match line.tempo {
        Some(tempo) => {
            let pace = told(ToldCode::Pace).number("out", tempo.out);
            pace.number("hold", tempo.hold).number("back", tempo.back)
        }
        None => told(ToldCode::NoPace),
    });
    parts.extend(line.instructions.iter().map(|step| said(ToldCode::Instruction, step)));
    parts.extend(line.safety_question.map(|question| match question {
        SafetyQuestion::Calf => told(ToldCode::CalfQuestion),
    }));
    parts
}

/// The sheet's words of a line, with its number and source.
pub(in crate::plan) fn words(line: &Prescription) -> Vec<Told> {
    let number = line.sheet_no.as_ref().map(|number| said(ToldCode::SheetNo, number));
    let source = line.source.as_ref().map(|source| said(ToldCode::Source, source));
    [number, Some(said(ToldCode::Words, &line.as_written)), source].into_iter().flatten().collect()
}
