//! From a round to its steps.

use super::{ItemResult, SessionItem, StepKind};
use crate::plan::{Dose, GET_READY_SECONDS, Side, USUAL_PACE};
use crate::record::BodySide;
use crate::schedule::{AgendaItem, SeenWork};

/// The steps of a session.
#[derive(Debug, Clone, PartialEq)]
pub struct Script {
    /// The exercises.
    pub items: Vec<SessionItem>,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// What earlier sessions saw of each exercise.
    pub seen: Vec<SeenWork>,
}

/// One step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The index of its exercise.
    pub item: usize,
    /// The set, from 1.
    pub set: u16,
    /// The side that works.
    pub side: BodySide,
    /// What it asks for.
    pub kind: StepKind,
    /// The repetition, from 1; 0 where none is counted.
    pub repetition: u16,
    /// How long it lasts, in seconds; `None` where it waits for the person.
    pub seconds: Option<u16>,
}

impl Step {
    /// Whether the body works in it.
    #[must_use]
    pub fn is_work(&self) -> bool {
        matches!(
            self.kind,
            StepKind::MoveOut | StepKind::Hold | StepKind::MoveBack | StepKind::OwnPace
        )
    }
}

/// The steps of the bouts in `items` that are still open, in the order given. What earlier sessions
/// saw done is not asked for again.
#[must_use]
pub fn script(items: &[AgendaItem]) -> Script {
    let mut script = Script { items: Vec::new(), steps: Vec::new(), seen: Vec::new() };
    for item in items.iter().filter(|item| !item.state.is_answered()) {
        // An exercise all of which was seen before has no steps of its own: the first tap closes it.
        let mut steps = steps(item, script.items.len());
        let side = steps.first().map_or(BodySide::Both, |step| step.side);
        script.steps.push(Step {
            item: script.items.len(),
            set: steps.first().map_or(1, |step| step.set),
            side,
            kind: StepKind::NextExercise,
            repetition: 0,
            seconds: None,
        });
        script.steps.append(&mut steps);
        script.seen.push(item.seen.clone());
        script.items.push(SessionItem {
            bout: item.bout.clone(),
            exercise: item.exercise.clone(),
            title: item.title.clone(),
            as_written: item.as_written.clone(),
            dose: item.dose.clone(),
            side: item.side,
            lying: item.flags.iter().any(|flag| flag.is_lying()),
            result: ItemResult::Open,
        });
    }
    script
}

fn steps(item: &AgendaItem, index: usize) -> Vec<Step> {
    let dose = &item.dose;
    let mut steps: Vec<Step> = Vec::new();
    // All sets of one side come before the other side: turning over is what costs most.
    for &side in body_sides(item.side) {
        for set in 1..=dose.sets.unwrap_or(1) {
            let step = |kind, repetition, seconds| Step {
                item: index,
                set,
                side,
                kind,
                repetition,
                seconds,
            };
            let mut work = work(item, set, side, step);
            if work.is_empty() {
                continue;
            }
            match steps.last() {
                Some(last) if last.side != side => steps.push(step(StepKind::ChangeSide, 0, None)),
                // A rest that is not on the sheet lasts as long as the person likes.
                Some(_) => steps.push(step(StepKind::Rest, 0, dose.rest_seconds)),
                None => {}
            }
            steps.append(&mut work);
        }
    }
    steps
}

/// The work of one set on one side, less what was seen before.
fn work(
    item: &AgendaItem,
    set: u16,
    side: BodySide,
    step: impl Fn(StepKind, u16, Option<u16>) -> Step,
) -> Vec<Step> {
    let dose = &item.dose;
    let (seen, seen_seconds) = seen_of(&item.seen, set, side);
    if let Some(minutes) = dose.minutes {
        let left = (u32::from(minutes) * 60).saturating_sub(seen_seconds);
        let left = u16::try_from(left).unwrap_or(u16::MAX);
        return if left == 0 { Vec::new() } else { vec![step(StepKind::OwnPace, 0, Some(left))] };
    }
    if let Some(seconds) = dose.seconds {
        let left = u32::from(seconds).saturating_sub(seen_seconds);
        let left = u16::try_from(left).unwrap_or(u16::MAX);
        let ready = step(StepKind::GetReady, 0, Some(GET_READY_SECONDS));
        return if left == 0 {
            Vec::new()
        } else {
            vec![ready, step(StepKind::OwnPace, 0, Some(left))]
        };
    }
    let Some(repetitions) = dose.counted() else { return vec![step(StepKind::OwnPace, 0, None)] };
    if seen >= repetitions {
        return Vec::new();
    }
    let Some((out, hold, back)) = pace(dose, item) else {
        return vec![step(StepKind::OwnPace, 0, None)];
    };
    let mut steps = vec![step(StepKind::GetReady, 0, Some(GET_READY_SECONDS))];
    for repetition in seen + 1..=repetitions {
        let parts = [(StepKind::MoveOut, out), (StepKind::Hold, hold), (StepKind::MoveBack, back)];
        let parts = parts.into_iter().filter(|(_, seconds)| *seconds > 0);
        steps.extend(parts.map(|(kind, seconds)| step(kind, repetition, Some(seconds))));
        let rest = dose.rest_between_holds().filter(|_| repetition < repetitions);
        steps.extend(rest.map(|rest| step(StepKind::Rest, repetition, Some(rest))));
    }
    steps
}

/// Seconds out, held and back. A hold is asked for only if it is on the sheet; a movement that has
/// neither a hold nor a tempo goes at the person's own pace.
fn pace(dose: &Dose, item: &AgendaItem) -> Option<(u16, u16, u16)> {
    let hold = dose.hold_seconds.unwrap_or(0);
    let tempo = item.tempo.or((hold > 0).then_some(USUAL_PACE))?;
    (tempo.out + hold + tempo.back > 0).then_some((tempo.out, hold, tempo.back))
}

/// The sides of the body that a dose is done on, in their order.
pub(super) fn body_sides(side: Side) -> &'static [BodySide] {
    match side {
        Side::Both => &[BodySide::Both],
        Side::Each => &[BodySide::Left, BodySide::Right],
        Side::Left => &[BodySide::Left],
        Side::Right => &[BodySide::Right],
    }
}

/// Repetitions and seconds that were seen of one set on one side.
fn seen_of(seen: &SeenWork, set: u16, side: BodySide) -> (u16, u32) {
    let found = seen.sets.iter().find(|known| known.set == set && known.side == side);
    found.map_or((0, 0), |known| (known.repetitions, known.seconds))
}
