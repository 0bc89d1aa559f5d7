//! From arguments to an answer: one call of the journal each.

mod log;
mod plan;
mod show;

use std::path::PathBuf;

use backwise_core::schedule::Agenda;
use backwise_core::time::Day;
use backwise_store::Journal;
use backwise_store::clock::Clock;
use backwise_store::folder::{holds_data, usual_data_folder};

use crate::answer::{Answer, Refusal};
use crate::arguments::{Arguments, Command, TemplateCommand};

type Result<T> = std::result::Result<T, Refusal>;

/// Does what `arguments` ask for.
pub(crate) fn run(arguments: Arguments) -> Result<Answer> {
    let Arguments { data, now, zone, json: _, command } = arguments;
    let place = Place { data, clock: Clock::of_somebody_else(now, zone) };
    match command {
        Command::Plan(command) => plan::run(&place, &command),
        Command::Agenda(days) => show::agenda(&place, &days),
        Command::Log { helper, command } => log::run(&place, &command, helper),
        Command::Reminders(days) => show::reminders(&place, &days),
        Command::Report => show::report(&place),
        Command::Function => show::function(&place),
        Command::Catalogue { exercise: Some(exercise), .. } => show::exercise(&exercise),
        Command::Catalogue { search, .. } => Ok(show::catalogue(search)),
        Command::Template(TemplateCommand::List) => Ok(show::templates()),
        Command::Template(TemplateCommand::Show { template }) => show::template(&template),
        Command::Check => show::check(&place),
    }
}

/// Whose data, and by which clock.
struct Place {
    data: Option<PathBuf>,
    clock: Clock,
}

impl Place {
    /// The data folder, whether it is there or not.
    fn folder(&self) -> Result<PathBuf> {
        self.data.clone().or_else(usual_data_folder).ok_or_else(|| Refusal::new("no-data-folder"))
    }

    /// The journal, if there is data. Asking about a folder never makes one: a slip of the finger
    /// in `--data` would otherwise look like a person without a plan.
    fn journal_if_any(&self) -> Result<Option<Journal>> {
        let folder = self.folder()?;
        if holds_data(&folder) {
            Ok(Some(Journal::open(&folder, self.clock.clone())?))
        } else {
            Ok(None)
        }
    }

    /// The journal of a folder that has one.
    fn journal(&self) -> Result<Journal> {
        match self.journal_if_any()? {
            Some(journal) => Ok(journal),
            None => {
                Err(Refusal::new("no-data").with("folder", self.folder()?.display().to_string()))
            }
        }
    }

    /// The journal, in a new folder if need be.
    fn journal_or_new(&self) -> Result<Journal> {
        Ok(Journal::open(&self.folder()?, self.clock.clone())?)
    }
}

fn agenda_of(journal: &Journal, day: Day) -> Result<Agenda> {
    journal.agenda(day)?.ok_or_else(no_plan)
}

/// The day of the plan that it is now.
fn today(journal: &Journal) -> Result<Day> {
    Ok(journal.today()?.agenda.ok_or_else(no_plan)?.day)
}

fn no_plan() -> Refusal {
    Refusal::new("no-plan")
}
