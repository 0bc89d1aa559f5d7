//! `ui/src/host/bindings.ts`: the types, commands and events of the window, in TypeScript.
//!
//! The file is committed; a test fails when it differs from what this module writes, and
//! `cargo run -p backwise --example bindings` writes it anew.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use ts_rs::{Config, TS, TypeVisitor};

use backwise_core::ids::RoundId;
use backwise_core::session::SessionView;

use crate::commands;
use crate::error::ApiError;
use crate::host::GivenFile;

/// One command, its types by their TypeScript names.
pub struct CommandRow {
    /// What it does.
    pub doc: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its arguments, in order.
    pub arguments: Vec<(&'static str, String)>,
    /// What it answers.
    pub answer: String,
}

/// TypeScript declarations by name.
pub struct Types {
    config: Config,
    declarations: BTreeMap<String, String>,
}

impl Types {
    /// Enters `T` and all it is made of; answers its name.
    pub fn enter<T: TS + 'static + ?Sized>(&mut self) -> String {
        let name = T::name(&self.config);
        // What has no place of its own, such as a number or a list, is not declared.
        if T::output_path().is_none() {
            T::visit_generics(self);
            T::visit_dependencies(self);
        } else if !self.declarations.contains_key(&name) {
            let declaration = format!(
                "{}\nexport {}",
                on_one_line(&T::docs().unwrap_or_default()),
                without_comments(&T::decl(&self.config))
            );
            self.declarations.insert(name.clone(), declaration);
            T::visit_dependencies(self);
        }
        name
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.enter::<T>();
    }
}

/// What makes the commands of their table.
const MADE_OF_THEM: &str = "\
/** The commands as functions of their arguments, each asked by `invoke`. */
export function commands(invoke: Invoke): Commands {
    const made = TAKES.split(' ').map((one) => {
        const [name = '', takes = ''] = one.split(':');
        const names = takes.split(',');
        return [name, (...given: unknown[]) => invoke(name, Object.fromEntries(given.map((value, at) => [names[at], value])))];
    });
    return Object.fromEntries(made) as Commands;
}

";

/// Where the file stands.
#[must_use]
pub fn place() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../ui/src/host/bindings.ts")
}

/// What the file must say.
#[must_use]
pub fn typescript() -> String {
    // Every number here fits a JavaScript number; JSON has no other.
    let mut types =
        Types { config: Config::new().with_large_int("number"), declarations: BTreeMap::new() };
    let rows = commands::rows(&mut types);
    let events = [
        (
            "session",
            types.enter::<Option<SessionView>>(),
            "The session changed by itself or by an event; null where none is under way any more.",
        ),
        (
            "session-trouble",
            types.enter::<ApiError>(),
            "What was seen could not be recorded; the session is paused.",
        ),
        ("changed", types.enter::<()>(), "Another process changed the record: look again."),
        (
            "updated",
            types.enter::<()>(),
            "Backwise was updated: this window no longer holds the record.",
        ),
        ("open-round", types.enter::<RoundId>(), "A reminder asked for this round."),
        (
            "open-file",
            types.enter::<GivenFile>(),
            "The person opened this plan file with the app while the window was open.",
        ),
    ];

    let mut text = String::from(
        "// Written by `cargo run -p backwise --example bindings` from the types and the command list in Rust.\n\
         // Do not edit: a test compares it.\n\n",
    );
    for declaration in types.declarations.values() {
        let _ = writeln!(text, "{declaration}\n");
    }
    text += "/** Asks the Rust side: the name of a command and its arguments. */\n\
             export type Invoke = <T>(command: string, args?: Record<string, unknown>) => Promise<T>;\n\n\
             /** Every command. Each rejects with an ApiError. */\n\
             export type Commands = {\n";
    let mut takes = Vec::new();
    for CommandRow { doc, name, arguments, answer } in &rows {
        let typed: Vec<String> =
            arguments.iter().map(|(name, kind)| format!("{name}: {kind}")).collect();
        let names: Vec<String> = arguments.iter().map(|(name, _)| passed_as(name)).collect();
        takes.push(format!("{name}:{}", names.join(",")));
        let answer = if answer == "null" { "void" } else { answer };
        let _ = writeln!(text, "    /**{doc} */");
        let _ = writeln!(text, "    {name}: ({}) => Promise<{answer}>,", typed.join(", "));
    }
    let _ = write!(
        text,
        "}};\n\n/** What each command takes, in this order. A function for each would be several times as long. */\n\
         const TAKES = '{}';\n\n{MADE_OF_THEM}/** Every event with what it carries. */\nexport type Events = {{\n",
        takes.join(" ")
    );
    for (name, payload, doc) in events {
        let _ = writeln!(text, "    /** {doc} */\n    \"{name}\": {payload};");
    }
    text + "};\n"
}

/// An argument as it is handed over: Tauri looks for `fromDay` where the command in Rust says `from_day`.
fn passed_as(name: &str) -> String {
    let mut parts = name.split('_');
    let mut key = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        key.extend(part.chars().take(1).map(|first| first.to_ascii_uppercase()));
        key.extend(part.chars().skip(1));
    }
    key
}

/// A comment of several lines as one.
fn on_one_line(comment: &str) -> String {
    let words: Vec<&str> =
        comment.lines().map(|line| line.trim().trim_start_matches("* ")).collect();
    words.join(" ").split_whitespace().filter(|word| *word != "*").collect::<Vec<_>>().join(" ")
}

/// A declaration as one line; what each field means stands in Rust.
fn without_comments(declaration: &str) -> String {
    let mut rest = declaration;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("/**") {
        kept += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    (kept + rest).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_argument_is_handed_over_under_the_name_that_tauri_looks_for() {
        assert_eq!(passed_as("day"), "day");
        assert_eq!(passed_as("from_day"), "fromDay");
    }

    #[test]
    fn the_committed_bindings_are_those_of_the_types() {
        let committed = std::fs::read_to_string(place()).unwrap_or_default();
        assert!(
            committed == typescript(),
            "write the bindings anew: cargo run -p backwise --example bindings"
        );
    }

    #[test]
    fn the_window_may_call_each_command_and_nothing_else() {
        let capability: serde_json::Value =
            serde_json::from_str(include_str!("../capabilities/main.json")).unwrap();
        let mut allowed: Vec<&str> = capability["permissions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|name| name.as_str().unwrap())
            .collect();
        allowed.sort_unstable();
        let mut types = Types { config: Config::new(), declarations: BTreeMap::new() };
        let mut wanted: Vec<String> = commands::rows(&mut types)
            .iter()
            .map(|row| format!("allow-{}", row.name.replace('_', "-")))
            .collect();
        wanted
            .extend(["core:event:allow-listen".to_owned(), "core:event:allow-unlisten".to_owned()]);
        wanted.sort_unstable();
        assert_eq!(allowed, wanted);
    }
}
