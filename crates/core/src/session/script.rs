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
    for item in items.iter().filter(|item| !item.state.is_settled()) {
        let mut steps = steps(item, script.items.len());
        if steps.is_empty() {
            // All of it was seen before the session broke off; the person only has to say that it is over.
            steps.push(waiting(script.items.len(), StepKind::OwnPace, BodySide::Both, None));
        }
        let first_side = steps[0].side;
        script.steps.push(waiting(script.items.len(), StepKind::NextExercise, first_side, None));
        script.steps.append(&mut steps);
        script.seen.push(item.seen.clone());
        script.items.push(SessionItem {
            bout: item.bout.clone(),
            exercise: item.exercise.clone(),
            title: item.title.clone(),
            as_written: item.as_written.clone(),
            dose: item.dose.clone(),
            side: item.side,
            result: ItemResult::Open,
        });
    }
    script
}

fn waiting(item: usize, kind: StepKind, side: BodySide, seconds: Option<u16>) -> Step {
    Step { item, set: 1, side, kind, repetition: 0, seconds }
}

fn steps(item: &AgendaItem, index: usize) -> Vec<Step> {
    let dose = &item.dose;
    if let Some(minutes) = dose.minutes {
        let walked = u16::try_from(item.seen.seconds).unwrap_or(u16::MAX);
        let left = minutes.saturating_mul(60).saturating_sub(walked);
        let step = waiting(index, StepKind::OwnPace, BodySide::Both, Some(left));
        return if left == 0 { Vec::new() } else { vec![step] };
    }
    let Some(repetitions) = dose.repetitions.or(dose.breaths) else {
        return vec![waiting(index, StepKind::OwnPace, body_sides(item.side)[0], None)];
    };
    let mut steps: Vec<Step> = Vec::new();
    // All sets of one side come before the other side: turning over is what costs most.
    for &side in body_sides(item.side) {
        for set in 1..=dose.sets.unwrap_or(1) {
            let seen = seen_repetitions(&item.seen, set, side).min(repetitions);
            if seen == repetitions {
                continue;
            }
            let step = |kind, repetition, seconds| Step {
                item: index,
                set,
                side,
                kind,
                repetition,
                seconds,
            };
            match steps.last() {
                Some(last) if last.side != side => steps.push(step(StepKind::ChangeSide, 0, None)),
                // A rest that is not on the sheet lasts as long as the person likes.
                Some(_) => steps.push(step(StepKind::Rest, 0, dose.rest_seconds)),
                None => {}
            }
            steps.push(step(StepKind::GetReady, 0, Some(GET_READY_SECONDS)));
            let Some((out, hold, back)) = pace(dose, item) else {
                steps.push(step(StepKind::OwnPace, 0, None));
                continue;
            };
            for repetition in seen + 1..=repetitions {
                let parts =
                    [(StepKind::MoveOut, out), (StepKind::Hold, hold), (StepKind::MoveBack, back)];
                steps.extend(
                    parts
                        .into_iter()
                        .filter(|(_, seconds)| *seconds > 0)
                        .map(|(kind, seconds)| step(kind, repetition, Some(seconds))),
                );
            }
        }
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

fn body_sides(side: Side) -> &'static [BodySide] {
    match side {
        Side::Both => &[BodySide::Both],
        Side::Each => &[BodySide::Left, BodySide::Right],
        Side::Left => &[BodySide::Left],
        Side::Right => &[BodySide::Right],
    }
}

fn seen_repetitions(seen: &SeenWork, set: u16, side: BodySide) -> u16 {
    seen.sets
        .iter()
        .find(|known| known.set == set && known.side == side)
        .map_or(0, |known| known.repetitions)
}
