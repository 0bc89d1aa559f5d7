//! Backwise on the command line, for physiotherapists, scripts and tests.
//!
//! A second thin front end beside the window: it reads its arguments, calls one method of the
//! journal and prints the answer. It holds no rule of its own.

mod answer;
mod arguments;
mod commands;
mod second_opinion;
mod text;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use backwise_words::{Language, Words};
use clap::Parser;

use arguments::Arguments;

/// Refused, with reasons. Wrong usage is 2, which clap gives.
const REFUSED: u8 = 1;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let json = arguments.json;
    let words = Words::new(Language::ENGLISH);
    match commands::run(arguments) {
        Ok(answer) => {
            let code = if answer.is_fine() { ExitCode::SUCCESS } else { ExitCode::from(REFUSED) };
            if json {
                print_document(answer::answer_document(&answer), code)
            } else {
                print(&text::answer(&words, &answer), code)
            }
        }
        Err(refusal) if json => {
            let sentence = text::refusal_sentence(&words, &refusal);
            print_document(answer::refusal_document(&refusal, &sentence), ExitCode::from(REFUSED))
        }
        Err(refusal) => complain(&text::refusal(&words, &refusal)),
    }
}

fn print_document(document: Result<String, serde_json::Error>, code: ExitCode) -> ExitCode {
    match document {
        Ok(document) => print(&document, code),
        Err(error) => complain(&format!("{error}\n")),
    }
}

/// Prints `text` on stdout. A reader that has seen enough, such as `head`, is no error.
fn print(text: &str, code: ExitCode) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => complain(&format!("{error}\n")),
        _ => code,
    }
}

/// Prints `text` on stderr. Where even that is closed, the exit code still says it.
fn complain(text: &str) -> ExitCode {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
    ExitCode::from(REFUSED)
}
