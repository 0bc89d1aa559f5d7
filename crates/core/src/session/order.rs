//! Positions: in which order exercises come so that nobody gets down and up more than they must, and what comes
//! between two of them.

use super::{Ground, SessionOrder, Spot, StepKind};
use crate::catalogue::{Category, Exercise, Position, embedded};
use crate::safety::Flag;
use crate::schedule::AgendaItem;

/// Where a bout is done and how, as the revision's flags say; `None` where they say no position. What lies is on the bed,
/// unless the flags say that somebody gets down to the floor for it; hands and knees and kneeling are on the floor.
pub(super) fn spot(item: &AgendaItem) -> Option<Spot> {
    let of_flag = |flag: &Flag| match flag {
        Flag::Supine => Some(Position::OnBack),
        Flag::Prone => Some(Position::OnFront),
        Flag::SideLying => Some(Position::OnSide),
        Flag::Quadruped => Some(Position::AllFours),
        Flag::Kneeling => Some(Position::Kneeling),
        Flag::Sitting => Some(Position::Sitting),
        Flag::Standing => Some(Position::Standing),
        _ => None,
    };
    let position = item.flags.iter().find_map(of_flag)?;
    // Nobody lies on their front for a plank: they come to it from hands and knees.
    let is_from_knees = |known: &Exercise| known.position == Position::AllFours;
    let from_knees = position == Position::OnFront && known(item).is_some_and(is_from_knees);
    let position = if from_knees { Position::AllFours } else { position };
    let ground = match position {
        Position::Sitting | Position::Standing | Position::Moving => Ground::Up,
        Position::AllFours | Position::Kneeling => Ground::Floor,
        _ if item.flags.contains(&Flag::FloorTransfer) => Ground::Floor,
        _ => Ground::Bed,
    };
    Some(Spot { ground, position })
}

/// Whether somebody might lose their balance in it: on one leg, an exercise for balance, or one at the worktop.
pub(super) fn is_balance(item: &AgendaItem) -> bool {
    let needs_hand = |known: &Exercise| {
        known.category == Category::Balance || known.equipment.iter().any(|it| it == "worktop")
    };
    item.flags.contains(&Flag::SingleLeg) || known(item).is_some_and(needs_hand)
}

/// Whether its movement is a breath: the sheet counts breaths, or it is an exercise of breathing.
pub(super) fn is_breathing(item: &AgendaItem) -> bool {
    let is_breath = |known: &Exercise| known.category == Category::Breathing;
    item.dose.breaths.is_some() || known(item).is_some_and(is_breath)
}

/// The exercise of the catalogue; `None` for one of the person's own.
fn known(item: &AgendaItem) -> Option<&'static Exercise> {
    embedded().exercises.get(&item.exercise)
}

/// Where `items` may have left somebody lying or on the floor: [`Ground::Down`] where that may be either, or one of them
/// says no position; `None` where all of them are done on the feet.
#[must_use]
pub fn may_lie_after<'a>(items: impl IntoIterator<Item = &'a AgendaItem>) -> Option<Ground> {
    let ground = |item| spot(item).map_or(Ground::Down, |spot| spot.ground);
    let low = items.into_iter().map(ground).filter(|ground| *ground != Ground::Up);
    low.reduce(|one, other| if one == other { one } else { Ground::Down })
}

/// `items` in the order in which they are done. By position: what the sheet begins with comes first, then what is done
/// in the same position, then the rest of what is done on the same ground, be that the bed, the floor or the feet, so that
/// nobody gets down to one of them twice. One of which nobody knows stays behind the one before it.
pub(super) fn in_order(items: &[AgendaItem], order: SessionOrder) -> Vec<&AgendaItem> {
    let mut ordered: Vec<&AgendaItem> = items.iter().collect();
    if order == SessionOrder::AsWritten {
        return ordered;
    }
    let mut last = None;
    let spots: Vec<Option<Spot>> = items
        .iter()
        .map(|item| {
            last = spot(item).or(last);
            last
        })
        .collect();
    let first_of = |same: &dyn Fn(Option<Spot>) -> bool| spots.iter().position(|it| same(*it));
    let ground = |spot: Option<Spot>| spot.map(|spot| spot.ground);
    let mut keys: Vec<(Option<usize>, Option<usize>, usize)> = spots
        .iter()
        .enumerate()
        .map(|(at, spot)| {
            (first_of(&|it| ground(it) == ground(*spot)), first_of(&|it| it == *spot), at)
        })
        .collect();
    keys.sort_unstable();
    ordered.clear();
    ordered.extend(keys.iter().filter_map(|(.., at)| items.get(*at)));
    ordered
}

/// What comes between an exercise at `from` and the next one at `to`. From the bed to the floor, as from the floor to the
/// bed, somebody gets up and down again.
pub(super) fn between(from: Option<Spot>, to: Option<Spot>) -> &'static [StepKind] {
    let (Some(from), Some(to)) = (from, to) else { return &[] };
    let changes_ground = from.ground != to.ground;
    match (from.is_down(), to.is_down()) {
        (true, true) if changes_ground => &[StepKind::GetUp, StepKind::GetDown],
        (true, false) => &[StepKind::GetUp],
        (false, true) => &[StepKind::GetDown],
        _ if from == to => &[],
        _ => &[StepKind::ChangePosition],
    }
}
