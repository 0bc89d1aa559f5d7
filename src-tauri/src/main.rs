//! The desktop program.

// Windows opens no console window beside ours.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

use backwise_app::arguments::Arguments;
use clap::Parser;

fn main() -> ExitCode {
    let given = Arguments::parse();
    let ended = if given.remind { remind(&given) } else { open(given) };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("backwise: {why}");
            ExitCode::FAILURE
        }
    }
}

fn open(given: Arguments) -> Result<(), String> {
    #[cfg(target_os = "linux")]
    if !backwise_app::linux::has_display() {
        return Err("there is no display to open a window on. Start it from a desktop, or use backwise-cli.".to_owned());
    }
    backwise_app::run(given.start())
        .map_err(|error| format!("the window cannot be opened: {error}"))
}

/// On Linux the resident is a small program of its own: it must be there before GTK is touched.
#[cfg(target_os = "linux")]
fn remind(given: &Arguments) -> Result<(), String> {
    let error = backwise_app::linux::become_the_resident(&given.for_the_resident());
    Err(format!("backwise-remind, which belongs beside this program, cannot be started: {error}"))
}

/// Elsewhere there is no resident yet.
#[cfg(not(target_os = "linux"))]
fn remind(_given: &Arguments) -> Result<(), String> {
    Err(backwise_remind::autostart::AutostartError::Unsupported.to_string())
}
