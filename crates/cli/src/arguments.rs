//! What may be typed after `backwise-cli`.

use std::path::PathBuf;

use backwise_core::ids::{ExerciseId, RecordId};
use backwise_core::record::{PainPlace, SkipReason};
use backwise_core::time::{Day, Instant, Zone, ZoneDatabase};
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Carries out a physiotherapist's home-exercise plan: reads plans, shows days, takes entries.
///
/// Exit codes: 0 fine, 1 refused (the reasons are on stderr), 2 wrong usage.
#[derive(Debug, Parser)]
#[command(name = "backwise-cli", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    /// The data folder; without it, the one that the app uses
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Answer as if it were this moment, such as 2026-11-18T07:30:00Z
    #[arg(long, global = true, value_name = "RFC3339", value_parser = instant)]
    pub(crate) now: Option<Instant>,
    /// Answer as if we were in this time zone, such as Europe/Berlin
    #[arg(long, global = true, value_name = "IANA", value_parser = zone)]
    pub(crate) zone: Option<Zone>,
    /// Answer with one JSON document, as described in the README of this program
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read plan files, compare them, take them in and write them out
    #[command(subcommand)]
    Plan(PlanCommand),
    /// Show what each day asks for and what became of it
    Agenda(AgendaDays),
    /// Record what was done, and pain
    Log {
        /// Somebody who helps the person enters it
        #[arg(long, global = true)]
        helper: bool,
        /// What to record.
        #[command(subcommand)]
        command: LogCommand,
    },
    /// Show the reminders that lie ahead
    Reminders(ReminderDays),
    /// Count what was asked for and what became of it, from the plan's first day until today
    Report,
    /// Show walking and function: standing up, sitting, steps, what matters to the person, and their walks
    Function,
    /// Show the exercises that Backwise knows, those that fit some words, or one of them
    Catalogue {
        /// The exercise, such as heel-slide
        #[arg(value_name = "ID", value_parser = exercise, conflicts_with = "search")]
        exercise: Option<ExerciseId>,
        /// Those that fit these words, the likeliest first; slips are forgiven
        #[arg(long, value_name = "WORDS")]
        search: Option<String>,
    },
    /// Show the lists of lines that a plan can be started from; nobody prescribed them
    #[command(subcommand)]
    Template(TemplateCommand),
    /// Open the data folder and say whether all is well
    Check,
}

/// What to do with templates.
#[derive(Debug, Subcommand)]
pub(crate) enum TemplateCommand {
    /// Show every template
    List,
    /// Show one template with all that it holds
    Show {
        /// The template, such as lami-2-6
        #[arg(value_name = "ID")]
        template: String,
    },
}

/// What to do with plans.
#[derive(Debug, Subcommand)]
pub(crate) enum PlanCommand {
    /// Say what is wrong with a plan file and what taking it in would do; changes nothing
    Check {
        /// The plan file
        file: PathBuf,
    },
    /// Show what a plan file changes: against the present plan, or the second against the first
    Diff {
        /// The plan file, or the older one of two
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// The newer plan file
        #[arg(value_name = "NEW")]
        newer: Option<PathBuf>,
    },
    /// Take in a plan file
    Import {
        /// The plan file
        file: PathBuf,
        /// Yes: I have read what `plan check` shows and agree
        #[arg(long)]
        confirmed: bool,
    },
    /// Show the present plan
    Show,
    /// Write the present plan as a plan file
    Export {
        /// A file that is not there yet; without it, the plan is printed
        file: Option<PathBuf>,
    },
}

/// Which days of the agenda.
#[derive(Debug, Args)]
pub(crate) struct AgendaDays {
    /// The first day, such as 2026-11-18; without it, today
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) from: Option<Day>,
    /// How many days, 1 to 366
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=366))]
    pub(crate) days: u32,
}

/// Which days of reminders.
#[derive(Debug, Args)]
pub(crate) struct ReminderDays {
    /// The first day, such as 2026-11-18; without it, today
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) from: Option<Day>,
    /// How many days, 1 to 366
    #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..=366))]
    pub(crate) days: u32,
}

/// What to record.
#[derive(Debug, Subcommand)]
pub(crate) enum LogCommand {
    /// All of it was done
    Done(WhichBout),
    /// Some of it was done
    Partial {
        /// Which exercise and when.
        #[command(flatten)]
        which: WhichBout,
        /// Complete sets
        #[arg(long, value_name = "N")]
        sets: Option<u16>,
        /// Repetitions of the set that was not finished
        #[arg(long, value_name = "N")]
        repetitions: Option<u16>,
        /// Minutes of a walk, or of another exercise that is done for so many
        #[arg(long, value_name = "N", group = "length")]
        minutes: Option<u16>,
        /// Seconds over all sets, of an exercise that is done for so many a set
        #[arg(long, value_name = "N", group = "length")]
        seconds: Option<u32>,
        /// Breaths over all sets, of an exercise that is counted in them
        #[arg(long, value_name = "N", group = "counted")]
        breaths: Option<u32>,
        /// Steps of a walk that is counted in them
        #[arg(long, value_name = "N", group = "counted")]
        steps: Option<u32>,
        /// Metres of a walk that is counted in them
        #[arg(long, value_name = "N", group = "counted")]
        metres: Option<u32>,
        /// Why it was no more
        #[arg(long, value_name = "REASON")]
        reason: Option<Reason>,
    },
    /// It was left out on purpose
    Skip {
        /// Which exercise and when.
        #[command(flatten)]
        which: WhichBout,
        /// Why
        #[arg(long, value_name = "REASON")]
        reason: Reason,
    },
    /// Asked later, it turned out that it was not done
    SaidNotDone(WhichBout),
    /// Take a record back: it stays in the file and no longer counts
    Undo {
        /// The record, as `log` and `agenda` show it
        #[arg(value_parser = record)]
        record: RecordId,
    },
    /// Record today's pain
    Pain {
        /// Where
        place: Where,
        /// From 0 (none) to 10 (the worst)
        score: u8,
    },
}

/// Which exercise and when.
#[derive(Debug, Args)]
pub(crate) struct WhichBout {
    /// The line of the plan: its name, its number on the sheet or its title
    pub(crate) line: String,
    /// The round, by its name or title, when the line is done in several
    #[arg(long, conflicts_with = "time")]
    pub(crate) round: Option<String>,
    /// The first (1), second (2) ... of the day, when it is done several times at any time
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..))]
    pub(crate) time: Option<u8>,
    /// The day, such as 2026-11-18; without it, today
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) day: Option<Day>,
    /// A remark, in your own words
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
}

/// Why it was left out, or done in part.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Reason {
    /// It hurt
    Pain,
    /// Too tired
    Tired,
    /// No time
    NoTime,
    /// Not sure how
    NotSureHow,
    /// Something else
    Other,
}

impl From<Reason> for SkipReason {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::Pain => Self::Pain,
            Reason::Tired => Self::Tired,
            Reason::NoTime => Self::NoTime,
            Reason::NotSureHow => Self::NotSureHow,
            Reason::Other => Self::Other,
        }
    }
}

/// Where it hurts.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Where {
    /// The back
    Back,
    /// A leg
    Leg,
}

impl From<Where> for PainPlace {
    fn from(place: Where) -> Self {
        match place {
            Where::Back => Self::Back,
            Where::Leg => Self::Leg,
        }
    }
}

fn day(text: &str) -> Result<Day, &'static str> {
    text.parse().map_err(|_| "a day is written like 2026-11-18")
}

fn instant(text: &str) -> Result<Instant, &'static str> {
    text.parse()
        .map_err(|_| "a moment is written like 2026-11-18T07:30:00Z or 2026-11-18T08:30:00+01:00")
}

fn zone(text: &str) -> Result<Zone, &'static str> {
    ZoneDatabase::of_this_machine()
        .zone(text)
        .map_err(|_| "no time zone has this name; names are written like Europe/Berlin or UTC")
}

fn exercise(text: &str) -> Result<ExerciseId, &'static str> {
    ExerciseId::new(text)
        .ok_or("an exercise has a name of small letters, digits and hyphens, like heel-slide")
}

fn record(text: &str) -> Result<RecordId, &'static str> {
    text.parse().map(RecordId).map_err(
        |_| "a record has a name like 0199f3c2-5d1e-7a40-8b7c-2f60a1d9e4b3; `agenda` shows it",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_hold_together() {
        Arguments::command().debug_assert();
    }
}
