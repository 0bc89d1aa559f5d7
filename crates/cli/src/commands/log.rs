//! Entries.

use std::collections::BTreeSet;

use backwise_core::error::nearest;
use backwise_core::ids::{LineId, RecordId};
use backwise_core::plan::Prescription;
use backwise_core::record::{BoutPlace, EnteredBy, Outcome, PainPlace, PartCount};
use backwise_core::schedule::{Agenda, AgendaItem, AgendaRound, State, StopBecause};
use backwise_store::{Journal, StoreError};

use super::{Place, Result, no_plan, today};
use crate::answer::{Answer, Entered, Entry, Refusal};
use crate::arguments::{LogCommand, WhichBout};

/// Records what `command` says. `helper`: somebody who helps enters it.
pub(super) fn run(place: &Place, command: &LogCommand, helper: bool) -> Result<Answer> {
    let mut journal = place.journal()?;
    if helper {
        journal.set_entered_by(EnteredBy::Helper)?;
    }
    let entry = match command {
        LogCommand::Done(which) => bout(&mut journal, which, Outcome::Done)?,
        LogCommand::Partial {
            which,
            sets,
            repetitions,
            minutes,
            seconds,
            breaths,
            steps,
            metres,
            reason,
        } => {
            let (sets, repetitions, reason) = (*sets, *repetitions, reason.map(Into::into));
            let seconds = minutes.map(|minutes| u32::from(minutes) * 60).or(*seconds);
            let walked = steps.map(PartCount::Steps).or(metres.map(PartCount::Metres));
            let counted = breaths.map(PartCount::Breaths).or(walked);
            bout(
                &mut journal,
                which,
                Outcome::Partly { sets, repetitions, seconds, counted, reason },
            )?
        }
        LogCommand::Skip { which, reason } => {
            bout(&mut journal, which, Outcome::Skipped { reason: (*reason).into() })?
        }
        LogCommand::SaidNotDone(which) => bout(&mut journal, which, Outcome::SaidNotDone)?,
        LogCommand::Undo { record } => {
            let withdrawal = undo(&mut journal, *record)?;
            let what = Entered::Undone { record: *record };
            Entry { record: withdrawal, already: false, what }
        }
        LogCommand::Pain { place, score } => pain(&mut journal, (*place).into(), *score)?,
    };
    // Whoever enters something has the plan before their eyes, as in the window.
    journal.app_opened()?;
    Ok(Answer::Entry(entry))
}

/// How it hurts now, and what the plan says of that. Without a plan it is a number alone.
fn pain(journal: &mut Journal, place: PainPlace, score: u8) -> Result<Entry> {
    let entry = |record, follows, stops| {
        let what = Entered::Pain { place, score, follows, stops };
        Entry { record, already: false, what }
    };
    if journal.agenda(today(journal)?)?.is_none() {
        return Ok(entry(journal.record_pain(place, score)?, None, Vec::new()));
    }
    let (back, leg) = match place {
        PainPlace::Back => (Some(score), None),
        PainPlace::Leg => (None, Some(score)),
    };
    let answers = journal.pain_of_day(back, leg, None)?;
    let answer = answers.into_iter().next().ok_or_else(no_plan)?;
    let stops = journal.agenda(today(journal)?)?.map(|agenda| agenda.stops).unwrap_or_default();
    let of_it = stops.into_iter().filter(|stop| stop.records.contains(&answer.record));
    Ok(entry(answer.record, Some(answer.follows), of_it.collect()))
}

/// Takes an entry back, and with a number what followed from it.
fn undo(journal: &mut Journal, record: RecordId) -> Result<RecordId> {
    match journal.withdraw(record) {
        // A number is kept among what was said of the plan.
        Err(StoreError::NotFound { .. }) => Ok(journal.withdraw_plan_fact(record)?),
        withdrawn => Ok(withdrawn?),
    }
}

fn bout(journal: &mut Journal, which: &WhichBout, outcome: Outcome) -> Result<Entry> {
    let day = which.day.map_or_else(|| today(journal), Ok)?;
    let agenda = journal.agenda_looking_back(day)?.ok_or_else(no_plan)?;
    let line = line_named(journal, &which.line, &agenda)?;
    let (round, item) = item_of(&agenda, &line, which)?;
    let note = which.note.as_deref();
    let by = journal.entered_by()?;
    let recorded = journal.record_bout(&item.bout, &outcome, note, by)?;
    if recorded.already && !(note.is_none() && says(item.state, &outcome)) {
        return Err(Refusal::new("already-recorded")
            .with("title", &item.title)
            .with("record", recorded.record.to_string()));
    }
    // A second exercise that is left for pain on one day stops all.
    let stops = if outcome.was_left_for_pain() {
        let stops = journal.agenda(today(journal)?)?.map(|agenda| agenda.stops);
        stops.into_iter().flatten().filter(|stop| stop.because == StopBecause::SecondStop).collect()
    } else {
        Vec::new()
    };
    let what = Entered::Bout {
        bout: item.bout.clone(),
        title: item.title.clone(),
        round,
        one_of_several: at_any_time(&agenda, &line).len() > 1,
        outcome,
        stops,
    };
    Ok(Entry { record: recorded.record, already: recorded.already, what })
}

/// Whether `state` says all that `outcome` says. "Partly" never does: it carries numbers.
fn says(state: State, outcome: &Outcome) -> bool {
    match (state, outcome) {
        (State::Done, Outcome::Done) | (State::SaidNotDone, Outcome::SaidNotDone) => true,
        (State::Skipped { reason }, Outcome::Skipped { reason: asked }) => reason == *asked,
        _ => false,
    }
}

/// The line that `text` means: by its name, its number on the sheet or its title, as the sheet of that day has them, and
/// today's only for what that day asked nothing of. Where several fit, such as two stages of one exercise, the one that
/// the day asks for.
fn line_named(journal: &Journal, text: &str, agenda: &Agenda) -> Result<LineId> {
    let as_needed =
        || agenda.as_needed.iter().flat_map(|line| line.recorded.iter().chain(&line.next));
    let in_rounds = || agenda.rounds.iter().flat_map(|round| &round.items);
    let items = || in_rounds().chain(&agenda.any_time).chain(as_needed());
    let same = |other: &str| other.to_lowercase() == text.to_lowercase();
    if let Some(item) = items().find(|item| item.bout.line.as_str() == text) {
        return Ok(item.bout.line.clone());
    }
    let is_meant =
        |item: &&AgendaItem| item.sheet_no.as_deref().is_some_and(same) || same(&item.title);
    let of_day: BTreeSet<&LineId> = items().filter(is_meant).map(|item| &item.bout.line).collect();
    let plan = journal.plan()?.ok_or_else(no_plan)?;
    let lines = &plan.revision.lines;
    let fits =
        |line: &&Prescription| line.sheet_no.as_deref().is_some_and(same) || same(&line.title);
    if let Some(line) = lines.iter().find(|line| line.id.as_str() == text) {
        return Ok(line.id.clone());
    }
    // A line that the day has under another number is not the one that is meant.
    let is_of_day = |line: &&Prescription| items().any(|item| item.bout.line == line.id);
    let of_plan = || lines.iter().filter(fits).filter(|line| !is_of_day(line)).map(|line| &line.id);
    let found: Vec<&LineId> =
        if of_day.is_empty() { of_plan().collect() } else { of_day.into_iter().collect() };
    match &found[..] {
        [line] => Ok((*line).clone()),
        [] => {
            let known = lines.iter().flat_map(|line| [line.id.as_str(), line.title.as_str()]);
            let all = lines.iter().map(|line| line.id.as_str());
            Err(Refusal::new("unknown-line")
                .with("found", text)
                .with("nearest", nearest(text, known).unwrap_or_default())
                .with("choices", listed(all)))
        }
        _ => Err(Refusal::new("ambiguous-line")
            .with("found", text)
            .with("choices", listed(found.iter().map(|line| line.as_str())))),
    }
}

/// The bout of `line` that `which` means, and the title of its round.
fn item_of<'a>(
    agenda: &'a Agenda,
    line: &LineId,
    which: &WhichBout,
) -> Result<(Option<String>, &'a AgendaItem)> {
    let in_rounds: Vec<_> = agenda
        .rounds
        .iter()
        .filter_map(|round| {
            let item = round.items.iter().find(|item| item.bout.line == *line)?;
            Some((round, item))
        })
        .collect();
    let any_time = at_any_time(agenda, line);
    let is_line = |item: &&AgendaItem| item.bout.line == *line;
    let not_asked = in_rounds.is_empty() && any_time.is_empty();
    let refused = |code, choices: String| {
        let refusal = if not_asked {
            Refusal::new("not-asked")
        } else {
            Refusal::new(code).with("choices", choices)
        };
        Err(refusal.with("line", line.as_str()).with("day", agenda.day.to_string()))
    };
    let rounds = || listed(in_rounds.iter().map(|(round, _)| round.round.as_str()));
    let times = || listed(any_time.iter().map(|(time, _)| time.to_string()));

    if let Some(name) = &which.round {
        let wanted = in_rounds.iter().find(|(round, _)| {
            round.round.as_str() == name || name_of(round).to_lowercase() == name.to_lowercase()
        });
        return match wanted {
            Some((round, item)) => Ok((Some(name_of(round)), item)),
            None if in_rounds.is_empty() => refused("no-rounds", times()),
            None => {
                refused("unknown-round", rounds()).map_err(|refusal| refusal.with("found", name))
            }
        };
    }
    if let Some(number) = which.time {
        return match any_time.iter().find(|(time, _)| *time == number) {
            Some((_, item)) => Ok((None, *item)),
            None if any_time.is_empty() => refused("no-times", rounds()),
            None => refused("unknown-time", times())
                .map_err(|refusal| refusal.with("found", number.to_string())),
        };
    }
    // What is done when it is needed is done once more, and not instead of what was recorded.
    if let Some(item) = agenda.as_needed.iter().filter_map(|it| it.next.as_ref()).find(is_line) {
        return Ok((None, item));
    }
    match (&in_rounds[..], &any_time[..]) {
        ([(round, item)], []) => Ok((Some(name_of(round)), item)),
        ([], [(_, item)]) => Ok((None, item)),
        ([], _) => refused("which-time", times()),
        (_, _) => refused("which-round", rounds()),
    }
}

/// The bouts of `line` that belong to no round, with their number in the day.
fn at_any_time<'a>(agenda: &'a Agenda, line: &LineId) -> Vec<(u8, &'a AgendaItem)> {
    let as_needed = agenda.as_needed.iter().flat_map(|it| it.recorded.iter().chain(&it.next));
    let items = agenda.any_time.iter().chain(as_needed).filter(|item| item.bout.line == *line);
    let numbered = items.filter_map(|item| match &item.bout.place {
        BoutPlace::AnyTime(time) => Some((*time, item)),
        BoutPlace::Round(_) => None,
    });
    numbered.collect()
}

/// What a round is called: one by the clock has its time and no title.
fn name_of(round: &AgendaRound) -> String {
    match round.at {
        Some(at) if round.title.is_empty() => at.to_string(),
        _ => round.title.clone(),
    }
}

fn listed<T: AsRef<str>>(names: impl Iterator<Item = T>) -> String {
    names.map(|name| name.as_ref().to_owned()).collect::<Vec<_>>().join(", ")
}
