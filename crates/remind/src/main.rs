//! `backwise-remind`: the resident as a program.

use std::path::PathBuf;
use std::process::ExitCode;

use backwise_core::time::{Instant, Zone, ZoneDatabase};
use clap::Parser;

/// Shows the reminders of a Backwise plan until the session ends. The window starts it.
///
/// Ends with 0 when it was asked to or when another one runs already, with 1 when it cannot run.
#[derive(Debug, Parser)]
#[command(name = "backwise-remind", version)]
struct Arguments {
    /// The data folder, where it is not the usual one
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Let the clock stand still at this moment, such as 2026-11-18T08:00:30Z
    #[arg(long, value_name = "RFC3339", value_parser = moment)]
    now: Option<Instant>,
    /// The time zone, where it is not this machine's, such as Europe/Berlin
    #[arg(long, value_name = "IANA", value_parser = zone)]
    zone: Option<Zone>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match resident(&arguments) {
        Ok(code) => code,
        Err(sentence) => {
            eprintln!("backwise-remind: {sentence}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(target_os = "linux")]
fn resident(arguments: &Arguments) -> Result<ExitCode, String> {
    use std::os::unix::process::CommandExt as _;
    use std::process::Command;

    use backwise_remind::{Ending, run};
    use backwise_store::clock::Clock;
    use backwise_store::folder::usual_data_folder;

    let folder = arguments
        .data
        .clone()
        .or_else(usual_data_folder)
        .ok_or("this system names no folder for data; name one with --data")?;
    let clock = Clock::fixed(arguments.now, arguments.zone.clone());
    match run(&folder, &clock, arguments.now.is_some(), arguments.data.as_deref()) {
        Ok(Ending::Asked | Ending::AnotherRuns) => Ok(ExitCode::SUCCESS),
        Ok(Ending::StartAgain(program)) if program.exists() => {
            let arguments = std::env::args_os().skip(1);
            Err(Command::new(program).args(arguments).exec().to_string())
        }
        Ok(Ending::StartAgain(_)) => Ok(ExitCode::SUCCESS),
        Err(error) => Err(error.to_string()),
    }
}

#[cfg(not(target_os = "linux"))]
fn resident(_arguments: &Arguments) -> Result<ExitCode, String> {
    Err(backwise_remind::autostart::AutostartError::Unsupported.to_string())
}

fn moment(text: &str) -> Result<Instant, String> {
    text.parse()
        .map_err(|_| "write it like 2026-11-18T08:00:30Z or 2026-11-18T09:00:30+01:00".to_owned())
}

fn zone(name: &str) -> Result<Zone, String> {
    ZoneDatabase::of_this_machine().zone(name).map_err(|error| error.to_string())
}
