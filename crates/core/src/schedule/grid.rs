//! Seven days of the plan as a sheet of paper has them: a row for each place of a line in the day, a column for
//! each day.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Agenda, AgendaItem, AgendaRound, Situation, State, agenda, revision_on};
use crate::ids::{LineId, PlanId};
use crate::plan::Revision;
use crate::record::{BoutKey, BoutPlace};
use crate::time::{Day, WallTime};

/// Seven days, to be ticked as on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeekGrid {
    /// The seven days.
    pub days: Vec<GridDay>,
    /// The first of the seven days before.
    pub previous: Day,
    /// The first of the seven days after.
    pub next: Day,
    /// The rows, in the order of the sheet.
    pub rows: Vec<GridRow>,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GridDay {
    /// The day.
    pub day: Day,
    /// Days after surgery; negative before it.
    pub after_surgery: i32,
    /// Whether its date has not come: nothing can be recorded of it yet.
    pub is_to_come: bool,
}

/// A row: a line at its place in the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GridRow {
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
    /// The number on the sheet.
    pub sheet_no: Option<String>,
    /// The place in the day.
    pub place: BoutPlace,
    /// The round's name on screen; empty for a round by the clock and for what is done at any time.
    pub round: String,
    /// When the round is by the clock.
    pub at: Option<WallTime>,
    /// What the round hangs on in the person's day.
    pub routine: Option<String>,
    /// One for each day; `None` where the day does not ask for it.
    pub cells: Vec<Option<GridCell>>,
}

/// A bout of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GridCell {
    /// The bout.
    pub bout: BoutKey,
    /// What is there already.
    pub mark: GridMark,
}

/// What is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum GridMark {
    /// Nothing: it can be ticked.
    Empty,
    /// Somebody has said what became of it, or a session counted some of it.
    Recorded(State),
    /// Its day has not come.
    ToCome,
}

/// The days on the sheet.
const DAYS: i32 = 7;

/// The seven days from `first`, as a sheet of paper has them; `None` without a plan. What may be done so many days
/// a week has a place on each day on which it could have been done. What is done when it is needed has none.
#[must_use]
pub fn week_grid(situation: &Situation<'_>, first: Day) -> Option<WeekGrid> {
    let mut days = Vec::new();
    let mut rows: BTreeMap<RowKey, GridRow> = BTreeMap::new();
    for day in first.through(first.plus(DAYS - 1)) {
        let agenda = as_it_was(situation, day)?;
        let column = days.len();
        days.push(GridDay {
            day,
            after_surgery: agenda.after_surgery,
            is_to_come: agenda.is_to_come,
        });
        let rounds = agenda
            .rounds
            .iter()
            .flat_map(|round| round.items.iter().map(move |item| (Some(round), item)));
        let places = rounds.chain(agenda.any_time.iter().map(|item| (None, item)));
        for (round, item) in places.filter(|(_, item)| item.state != State::Paused) {
            let row =
                rows.entry(key(situation, first, item)).or_insert_with(|| empty_row(round, item));
            if let Some(cell) = row.cells.get_mut(column) {
                *cell = Some(GridCell { bout: item.bout.clone(), mark: mark(&agenda, item) });
            }
        }
    }
    let (previous, next) = (first.plus(-DAYS), first.plus(DAYS));
    Some(WeekGrid { days, previous, next, rows: rows.into_values().collect() })
}

/// The day as it stood at its own last moment, or by now: a day that is over asks for nothing that its week could still
/// hold, nor does today when its time is over, and paper has a box for it.
fn as_it_was(situation: &Situation<'_>, day: Day) -> Option<Agenda> {
    let mut agenda_now = agenda(situation, day)?;
    if situation.today().is_none_or(|today| day > today) {
        return Some(agenda_now);
    }
    let before = agenda(&situation.as_of(day).looking_back(), day)?;
    // Bouts that both know keep what is known of them now.
    let mut known = agenda_now.items().map(|item| item.bout.clone()).collect::<Vec<_>>();
    known.sort();
    let is_new = |item: &AgendaItem| known.binary_search(&item.bout).is_err();
    agenda_now.any_time.extend(before.any_time.into_iter().filter(is_new));
    for mut round in before.rounds {
        round.items.retain(is_new);
        let same = agenda_now.rounds.iter_mut().find(|other| other.round == round.round);
        match same {
            Some(same) => same.items.extend(round.items),
            None if round.items.is_empty() => {}
            None => agenda_now.rounds.push(round),
        }
    }
    Some(agenda_now)
}

/// The order of the sheet, then that of the day. Lines that the last sheet no longer has come after its own.
type RowKey = (usize, PlanId, LineId, usize, BoutPlace);

fn key(situation: &Situation<'_>, first: Day, item: &AgendaItem) -> RowKey {
    let last = revision_on(situation.revisions, first.plus(DAYS - 1)).map(|known| &known.revision);
    let last = last.filter(|revision| revision.plan == item.bout.plan);
    let of_line =
        |revision: &Revision| revision.lines.iter().position(|line| line.id == item.bout.line);
    let of_round = |revision: &Revision| match &item.bout.place {
        BoutPlace::Round(id) => revision.rounds.iter().position(|round| round.id == *id),
        BoutPlace::AnyTime(_) => None,
    };
    (
        last.and_then(of_line).unwrap_or(usize::MAX),
        item.bout.plan.clone(),
        item.bout.line.clone(),
        last.and_then(of_round).unwrap_or(usize::MAX),
        item.bout.place.clone(),
    )
}

fn empty_row(round: Option<&AgendaRound>, item: &AgendaItem) -> GridRow {
    GridRow {
        line: item.bout.line.clone(),
        title: item.title.clone(),
        sheet_no: item.sheet_no.clone(),
        place: item.bout.place.clone(),
        round: round.map(|round| round.title.clone()).unwrap_or_default(),
        at: round.and_then(|round| round.at),
        routine: round.and_then(|round| round.routine.clone()),
        cells: (0..DAYS).map(|_| None).collect(),
    }
}

fn mark(agenda: &Agenda, item: &AgendaItem) -> GridMark {
    // What a session counted is in the record, too, though nobody has said what became of it.
    let was_begun = matches!(item.state, State::Partly { .. } | State::InProgress);
    if item.record.is_some() || was_begun {
        GridMark::Recorded(item.state)
    } else if agenda.is_to_come {
        GridMark::ToCome
    } else {
        GridMark::Empty
    }
}
