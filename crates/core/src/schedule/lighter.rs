//! Doses that are less than the line says for a while, as the sheet wrote it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Situation;
use super::climb::is_rest;
use crate::plan::{Dose, Revision};
use crate::time::Day;

/// Why a dose is another than the line's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Lighter {
    /// Why.
    pub because: LighterBecause,
    /// The sheet's words.
    pub as_written: String,
}

/// Why a dose is another than the line's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LighterBecause {
    /// A pause ended not long ago.
    AfterPause,
    /// A rule of the plan about pain.
    Pain,
}

/// How the person begins again after a pause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgendaReEntry {
    /// The day on which they went on.
    pub since: Day,
    /// The last day of the lighter dose; `None` where the sheet names no part of the dose.
    pub through: Option<Day>,
    /// The sheet's words; `None` where it says nothing: then it is the same dose, after asking.
    pub as_written: Option<String>,
}

/// `dose` as it is while the person begins again, and why it is another than the line's; as it is written where the
/// sheet names no part of it.
pub(super) fn lighter(revision: &Revision, dose: &Dose) -> Option<(Dose, Lighter)> {
    let rule = revision.re_entry.as_ref()?;
    let (part, _) = rule.part?;
    let as_written = rule.as_written.clone();
    Some((dose.part(part), Lighter { because: LighterBecause::AfterPause, as_written }))
}

/// How the person begins again on `day`, if days on which nothing was to be done ended not long before.
pub(super) fn re_entry(
    situation: &Situation<'_>,
    revision: &Revision,
    day: Day,
) -> Option<AgendaReEntry> {
    let rule = revision.re_entry.as_ref();
    let days = rule.and_then(|rule| rule.part).map(|(_, days)| days);
    let is_rest = |day| is_rest(situation, day);
    let back = (0..i32::from(days.unwrap_or(1))).map(|back| day.plus(-back));
    let since = back.take_while(|day| !is_rest(*day)).find(|day| is_rest(day.plus(-1)))?;
    Some(AgendaReEntry {
        since,
        through: days.map(|days| since.plus(i32::from(days) - 1)),
        as_written: rule.map(|rule| rule.as_written.clone()),
    })
}
