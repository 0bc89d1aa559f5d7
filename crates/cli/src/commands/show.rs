//! Questions that change nothing.

use backwise_core::catalogue::{embedded, search};
use backwise_core::error::nearest;
use backwise_core::ids::ExerciseId;
use backwise_core::time::Day;
use backwise_store::Journal;
use backwise_store::views::ReminderHealth;
use backwise_words::Language;

use super::{Place, Result, agenda_of, no_plan, today};
use crate::answer::{Answer, DataCheck, Exercises, Function, PlanName, Reach, Refusal, Reminders};
use crate::arguments::{AgendaDays, ReminderDays};

/// The days asked for.
pub(super) fn agenda(place: &Place, days: &AgendaDays) -> Result<Answer> {
    let journal = place.journal()?;
    let first = days.from.map_or_else(|| today(&journal), Ok)?;
    let last = first.plus(i32::try_from(days.days).unwrap_or(i32::MAX) - 1);
    let agendas: Result<Vec<_>> =
        first.through(last).map(|day: Day| agenda_of(&journal, day)).collect();
    Ok(Answer::Agenda(agendas?))
}

/// The reminders that lie ahead.
pub(super) fn reminders(place: &Place, days: &ReminderDays) -> Result<Answer> {
    let journal = place.journal()?;
    today(&journal)?;
    let coming = journal.coming_reminders(days.from, days.days)?;
    Ok(Answer::Reminders(Reminders { reach: reach(&journal)?, coming }))
}

/// Whether reminders can reach anybody. Which systems can show them is the window's to know; that
/// nothing runs which could is true of the others as well.
fn reach(journal: &Journal) -> Result<Reach> {
    let ReminderHealth { switched_on, resident_alive, last_delivery, .. } =
        journal.reminder_health(true)?;
    Ok(Reach { switched_on, resident_alive, last_delivery })
}

/// The numbers from the first day of the first plan until today.
pub(super) fn report(place: &Place) -> Result<Answer> {
    let journal = place.journal()?;
    let plan = journal.plan()?.ok_or_else(no_plan)?;
    let today = today(&journal)?;
    let first = plan.history.iter().map(|revision| revision.in_force_from).min();
    let first = first.map_or(today, |first| first.min(today));
    journal.report(first, today)?.map(Answer::Report).ok_or_else(no_plan)
}

/// What the person measured of themselves, and their walks. It needs no plan.
pub(super) fn function(place: &Place) -> Result<Answer> {
    let journal = place.journal()?;
    let walks = journal.walks(u32::MAX)?.walks;
    Ok(Answer::Function(Function { measures: journal.measures()?, walks }))
}

/// Every exercise in the order of the names, or those that fit `words`, the likeliest first.
pub(super) fn catalogue(words: Option<String>) -> Answer {
    let found = search(embedded(), Language::ENGLISH.tag(), words.as_deref().unwrap_or_default());
    let exercises = found.iter().filter_map(|id| embedded().get(id)).collect();
    Answer::Catalogue(Exercises { exercises, search: words })
}

/// One exercise.
pub(super) fn exercise(id: &ExerciseId) -> Result<Answer> {
    let catalogue = embedded();
    catalogue.get(id).map(Answer::Exercise).ok_or_else(|| {
        let known = catalogue.exercises.values().flat_map(|exercise| {
            let words = exercise.synonyms.iter().map(String::as_str);
            words.chain([exercise.id.as_str()]).map(|word| (word, exercise.id.as_str()))
        });
        let known: Vec<_> = known.collect();
        let near = nearest(id.as_str(), known.iter().map(|(word, _)| *word));
        let near = near.and_then(|near| known.iter().find(|(word, _)| *word == near));
        Refusal::new("unknown-exercise")
            .with("found", id.as_str())
            .with("nearest", near.map_or("", |(_, id)| id))
    })
}

/// Every template.
pub(super) fn templates() -> Answer {
    Answer::Templates(backwise_store::templates())
}

/// The template `id`.
pub(super) fn template(id: &str) -> Result<Answer> {
    let mut all = backwise_store::templates();
    if let Some(at) = all.iter().position(|view| view.template.id.as_str() == id) {
        return Ok(Answer::Template(Box::new(all.swap_remove(at))));
    }
    let near = nearest(id, all.iter().map(|view| view.template.id.as_str()));
    Err(Refusal::new("unknown-template")
        .with("found", id)
        .with("nearest", near.unwrap_or_default()))
}

/// Opens the data and says how it is.
pub(super) fn check(place: &Place) -> Result<Answer> {
    let journal = place.journal()?;
    let mut data = DataCheck {
        now: journal.clock().now(),
        zone: journal.zone().name().to_owned(),
        folder: place.folder()?.display().to_string(),
        check: journal.check()?,
        plan: None,
        today: None,
        reminders: None,
    };
    if data.check.findings.is_empty() {
        data.plan = journal.plan()?.map(|plan| PlanName::of(&plan.revision));
        data.today = journal.today()?.agenda.map(|agenda| agenda.day);
        data.reminders = Some(reach(&journal)?);
    }
    Ok(Answer::Data(data))
}
