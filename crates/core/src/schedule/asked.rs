//! Which lines a day asks for, and which it shows in the sheet's own words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Situation;
use super::choosing_days::InWeek;
use super::days_off::{fixed_programme, has_round, off_on, was_shifted_to};
use super::done::bouts_on;
use super::growth::Grown;
use super::phases::{phase_waits, spans};
use super::put_off;
use super::state::Asks;
use super::steps::{line_on, steps_that_wait};
use super::turns::turn_on;
use super::waits::{is_cleared, is_locked, is_of_day, replaced_on};
use super::weeks_of_lines::{Known, week_of};
use crate::ids::{ClearanceId, LineId};
use crate::plan::{DayPattern, Frequency, LineOnDay, Note, NoteAbout, Prescription, Revision};
use crate::time::Day;

/// A line that no agenda claims: it is shown on its days, in the sheet's own words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AgendaWords {
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
    /// The number on the sheet.
    pub sheet_no: Option<String>,
    /// The sheet's own words.
    pub as_written: String,
    /// Why nobody is asked for it.
    pub why: NotAsked,
    /// What can be said so that it begins; `None` where nothing can be said now.
    pub waits_for: Option<WaitsFor>,
    /// What the step makes of a dose that grows; `None` for all else.
    pub grown: Option<Grown>,
}

/// What somebody has to say before a line or a stage of it begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WaitsFor {
    /// The team gives this OK.
    TeamsOk(ClearanceId),
    /// The person says yes to the next stage, or the next step up of a growth.
    PersonsYes {
        /// Its number among all of the line, from 1.
        stage: u16,
    },
    /// The line is done on so many days; then the stage begins on the day after.
    DoneDays {
        /// So many days, as the sheet says.
        asked: u16,
        /// On so many it was done.
        done: u16,
    },
}

/// Why a line is shown and not asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum NotAsked {
    /// A way of moving, every time.
    Technique,
    /// It waits for the team's OK.
    WaitsForOk,
    /// A limit in force forbids what it asks of the body.
    Limit,
    /// A later stage or step up of it waits for more than a day.
    StageWaits,
}

/// What a day makes of a line.
pub(super) enum Asked<'a> {
    /// Nothing.
    No,
    /// It asks for it, or leaves the choice.
    Yes(LineOnDay<'a>, Asks),
    /// The person may want it.
    AsNeeded(LineOnDay<'a>),
    /// It shows it.
    Words(NotAsked),
}

/// What `day` makes of `line`.
pub(super) fn asked<'a>(
    situation: &Situation<'a>,
    revision: &'a Revision,
    line: &'a Prescription,
    day: Day,
) -> Asked<'a> {
    if line.off {
        return Asked::No;
    }
    if phase_waits(situation, revision, line, day) {
        return Asked::Words(NotAsked::WaitsForOk);
    }
    let is_replaced = || replaced_on(situation, revision, day).contains(&&line.id);
    if !spans(situation, revision, line, day) || is_replaced() {
        return Asked::No;
    }
    if line.clearance.as_ref().is_some_and(|ok| !is_cleared(situation, revision, ok, day)) {
        return Asked::Words(NotAsked::WaitsForOk);
    }
    if is_locked(situation, revision, line, day) {
        return Asked::Words(NotAsked::Limit);
    }
    let on_day = line_on(situation, revision, line, day);
    let (days, bouts) = match on_day.frequency {
        Frequency::Technique => return Asked::Words(NotAsked::Technique),
        Frequency::AsNeeded { .. } => return Asked::AsNeeded(on_day),
        Frequency::Due { days, bouts } => (days, bouts),
    };
    let is_off = off_on(revision, line, day).is_some() || !has_round(revision, bouts, day);
    let of_programme = match days {
        DayPattern::Turn { programme, turn } => {
            let known = revision.programmes.iter().find(|known| known.id == *programme);
            let Some(known) = known else { return Asked::No };
            Some((known, turn))
        }
        _ => None,
    };
    let turn_today = || {
        let (programme, turn) = of_programme?;
        let now = turn_on(situation, revision, programme, day);
        now.filter(|(now, _)| now == turn).map(|(_, in_week)| in_week)
    };
    let pattern = of_programme.map_or(days, |(programme, _)| &programme.days);
    if !matches!(pattern, DayPattern::TimesAWeek { .. }) {
        // Fixed days have their turn, and a day on which it was left out has no entry.
        let is_its_day = || match of_programme {
            Some(_) => turn_today() == Some(InWeek::Due),
            None => days.include(day) == Some(true),
        };
        // A day that has a turn gets no second one.
        let was_shifted = || {
            fixed_programme(revision, &on_day, day).is_none()
                && was_shifted_to(situation, revision, line, day)
        };
        let is_asked = !is_off && (is_its_day() || was_shifted());
        return if is_asked { Asked::Yes(on_day, Asks::Yes) } else { Asked::No };
    }
    // A day that is over asked for nothing that the week could not still hold: only what was done shows.
    let is_over = situation.today().is_some_and(|today| day < today);
    let in_week = match of_programme {
        _ if is_over || is_off => InWeek::NotToday,
        Some(_) => turn_today().unwrap_or(InWeek::NotToday),
        None => week_of(situation, revision, line, days, (day, Known::OnTheDay))
            .map_or(InWeek::NotToday, |week| week.today),
    };
    match in_week {
        InWeek::Due => Asked::Yes(on_day, Asks::Yes),
        InWeek::Available => Asked::Yes(on_day, Asks::IfWanted),
        InWeek::Complete
        | InWeek::Resting
        | InWeek::NotToday
        | InWeek::NotNow
        | InWeek::LimitHolds
        | InWeek::Stopped => {
            // Who looks back may have done the rest of it, too.
            let may_add = is_over && !is_off && situation.is_looking_back;
            let asks = if may_add { Asks::IfWanted } else { Asks::OnlyRecorded };
            let mut recorded = bouts_on(situation, revision, line, day);
            recorded.next().map_or(Asked::No, |_| Asked::Yes(on_day, asks))
        }
    }
}

/// Whether `line` has bouts that may be asked for, from `day` on, whatever rests on that day itself: in a pause the next
/// one comes after it.
pub(super) fn has_bouts(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    let on_day = line_on(situation, revision, line, day);
    !line.off
        && !matches!(on_day.frequency, Frequency::Technique)
        && is_of_day(situation, revision, line, day)
        && !is_locked(situation, revision, line, day)
}

/// Whether nothing that is known beforehand keeps `line` back on `day`: it has the day, and no limit forbids it.
pub(super) fn may_be_asked(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    has_day(situation, revision, line, day) && !is_locked(situation, revision, line, day)
}

/// Whether `line` has `day`: the sheet has it then, there is no pause, and the operation is not put off.
pub(super) fn has_day(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    situation.plan_facts.pause_on(day).is_none()
        && !put_off::holds_on(situation, revision, day)
        && is_of_day(situation, revision, line, day)
}

/// The lines that `day` shows in the sheet's own words, in the sheet's order: of `lines`, those that it has, each
/// with why nobody is asked for it, if so.
pub(super) fn shown_in_words(
    situation: &Situation<'_>,
    revision: &Revision,
    lines: &[(&Prescription, Option<NotAsked>)],
    day: Day,
) -> Vec<AgendaWords> {
    let words = |line: &Prescription, as_written: &str, why, waits_for| AgendaWords {
        line: line.id.clone(),
        title: line.title.clone(),
        sheet_no: line.sheet_no.clone(),
        as_written: as_written.to_owned(),
        why,
        waits_for,
        grown: None,
    };
    let mut shown = Vec::new();
    for (line, why) in lines {
        if let Some(why) = *why {
            let waits_for = (why == NotAsked::WaitsForOk)
                .then(|| ok_of(situation, revision, line, day))
                .flatten();
            shown.push(words(line, &line.as_written, why, waits_for));
        }
        let waiting = steps_that_wait(situation, revision, line, day).into_iter();
        shown.extend(waiting.map(|step| AgendaWords {
            grown: step.grown,
            ..words(line, step.as_written, NotAsked::StageWaits, step.waits_for)
        }));
    }
    shown
}

/// The OK that `line` waits for on `day`: first that of its phase, then its own.
fn ok_of(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> Option<WaitsFor> {
    let phase = line.phase.as_ref().and_then(|id| revision.phases.iter().find(|p| p.id == *id));
    let of_phase = phase.and_then(|phase| phase.clearance.as_ref());
    let outstanding = [of_phase, line.clearance.as_ref()].into_iter().flatten();
    let mut outstanding = outstanding.filter(|ok| !is_cleared(situation, revision, ok, day));
    outstanding.next().cloned().map(WaitsFor::TeamsOk)
}

/// Everything on the sheet that the person carries out by its words: its notes, and the rules beside its
/// lines that no agenda carries out.
pub(super) fn notes(revision: &Revision) -> Vec<Note> {
    let note = |about, text: &String| Note { sheet_no: None, as_written: text.clone(), about };
    let mut notes = Vec::new();
    if let Some(pain) = &revision.pain {
        notes.extend(pain.as_written.iter().map(|text| note(NoteAbout::Pain, text)));
        let rules = pain.rules.iter().map(|rule| &rule.as_written);
        notes.extend(
            rules
                .filter(|text| pain.as_written.as_ref() != Some(text))
                .map(|text| note(NoteAbout::Pain, text)),
        );
    }
    notes.extend(revision.bad_day.iter().map(|day| note(NoteAbout::BadDay, &day.as_written)));
    let rounds = revision.rounds.iter().filter_map(|round| round.missed_dose.as_written.as_ref());
    let missed = revision.missed_dose.as_written.iter().chain(rounds);
    notes.extend(missed.map(|text| note(NoteAbout::MissedRound, text)));
    let general = revision.re_entry.iter().map(|rule| &rule.as_written);
    let general = general.chain(revision.clearances.iter().map(|ok| &ok.as_written));
    notes.extend(general.map(|text| note(NoteAbout::General, text)));
    notes.extend(revision.notes.iter().cloned());
    // Two rules that were written in one sentence say it once.
    let mut once: Vec<Note> = Vec::new();
    for note in notes {
        if !once.iter().any(|said| said.as_written == note.as_written && said.about == note.about) {
            once.push(note);
        }
    }
    once
}
