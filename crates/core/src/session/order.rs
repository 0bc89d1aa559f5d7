//! Positions: in which order exercises come so that nobody gets down and up more than they must, and what comes
//! between two of them.

use super::{SessionOrder, StepKind};
use crate::catalogue::{Category, Position, embedded};
use crate::safety::Flag;
use crate::schedule::AgendaItem;

/// The position that a bout is done in, as the revision's flags say; `None` where they say nothing.
pub(super) fn position(item: &AgendaItem) -> Option<Position> {
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
    item.flags.iter().find_map(of_flag)
}

/// Whether somebody might lose their balance in it: on one leg, or an exercise for balance.
pub(super) fn is_balance(item: &AgendaItem) -> bool {
    let known = embedded().exercises.get(&item.exercise);
    item.flags.contains(&Flag::SingleLeg)
        || known.is_some_and(|exercise| exercise.category == Category::Balance)
}

/// Whether it is on the bed or on the floor, from where getting up needs care.
pub(super) fn is_down(position: Position) -> bool {
    !matches!(position, Position::Sitting | Position::Standing | Position::Moving)
}

/// `items` in the order in which they are done. By position: what the sheet begins with comes first, then what is done
/// in the same position, then the rest of what is done lying or on the floor, or of what is not. One whose position is
/// unknown stays behind the one before it.
pub(super) fn in_order(items: &[AgendaItem], order: SessionOrder) -> Vec<&AgendaItem> {
    let mut ordered: Vec<&AgendaItem> = items.iter().collect();
    if order == SessionOrder::AsWritten {
        return ordered;
    }
    let mut last = None;
    let places: Vec<Option<Position>> = items
        .iter()
        .map(|item| {
            last = position(item).or(last);
            last
        })
        .collect();
    let first_of = |same: &dyn Fn(Option<Position>) -> bool| places.iter().position(|it| same(*it));
    let mut keys: Vec<(Option<usize>, Option<usize>, usize)> = places
        .iter()
        .enumerate()
        .map(|(at, place)| {
            let level = place.map(is_down);
            (first_of(&|it| it.map(is_down) == level), first_of(&|it| it == *place), at)
        })
        .collect();
    keys.sort_unstable();
    ordered.clear();
    ordered.extend(keys.iter().filter_map(|(.., at)| items.get(*at)));
    ordered
}

/// What comes between an exercise in `from` and the next one in `to`.
pub(super) fn between(from: Option<Position>, to: Option<Position>) -> Option<StepKind> {
    let (from, to) = (from?, to?);
    if from == to {
        None
    } else if is_down(from) && !is_down(to) {
        Some(StepKind::GetUp)
    } else {
        Some(StepKind::ChangePosition)
    }
}
