//! Guards the house that ARCHITECTURE.md draws: who may know whom, and where each thing is done.
//!
//! Every rule is a function of a file's path and text, so that a text that breaks it can be handed
//! to it and it can be seen to speak up.

mod rules;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use self::rules::{FRONT_ENDS, LONGER_FILES, LONGEST_COMMAND, LONGEST_FILE, ONLY_IN, RULES};

#[test]
fn the_house_stands() {
    let files = files_of_the_project();
    assert!(files.len() > 60, "only {} files were found to look at", files.len());
    let architecture = &files["ARCHITECTURE.md"];
    let modules = rows(architecture, "## The modules of core");
    let findings: Vec<String> =
        files.iter().flat_map(|(path, text)| findings(path, text, &modules)).collect();
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

#[test]
fn each_rule_speaks_up_where_it_is_broken() {
    let modules =
        rows("## M\n| `ids` | |\n| `time` | `ids` |\n| `plan` | `ids`, `time` |\n", "## M");
    let long = "//\n".repeat(LONGEST_FILE + 1);
    let command = "#[tauri::command]\npub async fn today() -> u8 {\n1;\n2;\n3;\n4;\n5;\n6;\n7\n}\n";
    #[rustfmt::skip]
    let broken: &[(&str, &str, &str)] = &[
        ("crates/core/src/time/day.rs", "use crate::plan::Dose;", "`time` may not use `plan`"),
        ("crates/core/src/time/mod.rs", "use crate::{ids::LineId,\n    plan::{Dose, Side}};", "`time` may not use `plan`"),
        ("crates/core/src/ids.rs", "fn f() -> super::time::Day {}", "`ids` may not use `time`"),
        ("crates/core/src/time/day.rs", "use super::super::plan::Dose;", "`time` may not use `plan`"),
        ("crates/core/src/helper.rs", "", "`helper` is not in the table"),
        ("crates/cli/src/main.rs", "use rusqlite::Connection;", "SQLite"),
        ("crates/cli/Cargo.toml", "rusqlite.workspace = true", "SQLite"),
        ("crates/store/src/journal.rs", "let now = chrono::Utc::now();", "the clock"),
        ("src-tauri/src/session.rs", "let start = Instant::now();", "the clock"),
        ("crates/remind/src/lib.rs", "std::env::var(\"HOME\")", "the environment"),
        ("crates/core/src/plan/mod.rs", "use jiff::civil;", "jiff"),
        ("crates/store/Cargo.toml", "jiff.workspace = true", "jiff"),
        ("src-tauri/src/lib.rs", "use notify_rust::Notification;", "notifications"),
        ("crates/cli/src/main.rs", "use tauri::Manager;", "Tauri is known"),
        ("ui/src/screens/Today.svelte", "import { invoke } from '@tauri-apps/api/core';", "the screens reach"),
        ("crates/core/src/plan/read.rs", "let text = std::fs::read(name);", "core touches nothing"),
        ("crates/remind/src/lib.rs", "std::net::TcpStream::connect(a)", "no network"),
        ("ui/src/main.ts", "await fetch('/x')", "no network"),
        ("src-tauri/src/commands/plan.rs", "use backwise_core::record::{BoutKey, settle};", "ask the journal"),
        ("crates/cli/src/commands/show.rs", "backwise_core::schedule::agenda(&situation)", "ask the journal"),
        ("src-tauri/src/commands/plan.rs", command, "lines long"),
        ("ui/src/router.ts", &long, "lines long"),
        ("README.md", concat!("To", "Do: say more\nFIX", "ME"), "unfinished"),
    ];
    for (path, text, expected) in broken {
        let found = findings(path, text, &modules);
        assert!(
            found.iter().any(|finding| finding.contains(expected)),
            "{path}: {text}\nsaid only {found:?}"
        );
    }
}

#[test]
fn no_rule_speaks_up_without_a_reason() {
    let modules = rows("## M\n| `ids` | |\n| `time` | `ids` |\n", "## M");
    #[rustfmt::skip]
    let fine: &[(&str, &str)] = &[
        ("crates/core/src/time/day.rs", "use crate::ids::LineId; // not crate::plan"),
        ("crates/core/src/ids.rs", "fn f() {}\n#[cfg(test)]\nmod tests {\n    use crate::time::Day;\n}\n"),
        ("crates/core/src/time/tests.rs", "use crate::plan::Dose;"),
        ("crates/store/src/clock.rs", "Instant::now()"),
        ("crates/store/src/watch.rs", "use notify::Watcher; // as rusqlite wants"),
        ("ui/src/host/tauri.ts", "import { invoke } from '@tauri-apps/api/core';"),
        ("src-tauri/src/commands/plan.rs", "#[tauri::command]\npub async fn today() -> u8 {\n    1\n}\n"),
        ("src-tauri/src/commands/plan.rs", "use backwise_core::schedule::Agenda;\njournal.agenda(day)"),
        ("crates/words/build.rs", "std::env::var_os(\"OUT_DIR\")"),
    ];
    for (path, text) in fine {
        assert_eq!(findings(path, text, &modules), Vec::<String>::new(), "{path}: {text}");
    }
}

#[test]
fn the_tables_of_the_architecture_are_true() {
    let files = files_of_the_project();
    let architecture = &files["ARCHITECTURE.md"];

    let modules = rows(architecture, "## The modules of core");
    let in_order: Vec<&str> = modules.iter().map(|(module, _)| module.as_str()).collect();
    let declared: Vec<&str> = files["crates/core/src/lib.rs"]
        .lines()
        .take_while(|line| *line != "#[cfg(test)]")
        .filter_map(|line| {
            line.strip_prefix("pub ").unwrap_or(line).strip_prefix("mod ")?.strip_suffix(';')
        })
        .collect();
    assert_eq!(in_order, declared, "the modules of core, in the order of crates/core/src/lib.rs");
    for (at, (module, may_use)) in modules.iter().enumerate() {
        for used in may_use {
            assert!(
                in_order[..at].contains(&used.as_str()),
                "`{used}` does not stand above `{module}`"
            );
        }
        let used: BTreeSet<String> = files
            .iter()
            .filter(|(path, _)| module_of(path) == Some(module))
            .flat_map(|(path, text)| modules_named(path, text).into_iter().map(|(_, name)| name))
            .filter(|name| name != module && in_order.contains(&name.as_str()))
            .collect();
        assert_eq!(&used, may_use, "what `{module}` uses");
    }

    let crates = rows(architecture, "## The code, crate by crate");
    let members = files.keys().filter(|path| path.ends_with("/Cargo.toml")).count();
    assert_eq!(crates.len(), members, "each crate has a row");
    for (folder, may_use) in crates {
        let manifest: toml::Table = files[&format!("{folder}/Cargo.toml")].parse().unwrap();
        let mut tables = vec![&manifest["dependencies"]];
        tables.extend(manifest.get("dev-dependencies").filter(|_| folder == "tests"));
        if let Some(targets) = manifest.get("target").and_then(toml::Value::as_table) {
            tables.extend(targets.values().filter_map(|target| target.get("dependencies")));
        }
        let used: BTreeSet<String> = tables
            .iter()
            .filter_map(|table| table.as_table())
            .flat_map(|table| table.keys())
            .filter_map(|name| Some(name.strip_prefix("backwise-")?.to_owned()))
            .collect();
        assert_eq!(used, may_use, "what {folder} depends on");
    }
}

/// What is wrong with the file `path`, a sentence a finding.
fn findings(path: &str, text: &str, modules: &[(String, BTreeSet<String>)]) -> Vec<String> {
    let mut found = Vec::new();
    let code = code_of(path, text);
    let rules = ONLY_IN
        .iter()
        .filter(|rule| is_under(path, rule.looks_at) && !is_under(path, rule.allowed));
    for rule in rules.filter(|_| is_shipped(path)) {
        for (number, line) in code.lines().enumerate() {
            for word in rule.words.iter().filter(|word| names(line, word)) {
                found.push(format!("{path}:{}: {word}: {}", number + 1, rule.rule));
            }
        }
    }
    for (module, rule) in RULES.iter().filter(|_| is_under(path, FRONT_ENDS)) {
        let start = format!("{module}::");
        let mut named =
            code.match_indices(&start).flat_map(|(at, _)| first_names(&code[at + start.len()..]));
        if named.any(|name| name == *rule) {
            found.push(format!(
                "{path}: {module}::{rule} is asked by the journal alone: ask the journal"
            ));
        }
    }
    if let Some(module) = module_of(path) {
        match modules.iter().find(|(name, _)| name == module) {
            None => {
                found.push(format!("{path}: `{module}` is not in the table of ARCHITECTURE.md"));
            }
            Some((_, may_use)) => {
                for (number, used) in modules_named(path, text) {
                    let is_module = modules.iter().any(|(name, _)| *name == used);
                    if used != module && is_module && !may_use.contains(&used) {
                        found.push(format!("{path}:{number}: `{module}` may not use `{used}`"));
                    }
                }
            }
        }
    }
    let lines = text.lines().count();
    let is_source = [".rs", ".ts", ".svelte", ".css", ".mjs"].iter().any(|end| path.ends_with(end));
    let may_be_longer = LONGER_FILES.iter().any(|(longer, _)| *longer == path);
    if is_source && (lines > LONGEST_FILE) != may_be_longer {
        found.push(format!("{path} is {lines} lines long; {LONGEST_FILE} are the most unless it is listed with a reason"));
    }
    for (name, lines) in commands_of(text).into_iter().filter(|(_, lines)| *lines > LONGEST_COMMAND)
    {
        found.push(format!("{path}: the command {name} is {lines} lines long: its rule belongs in core or the journal"));
    }
    for mark in [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("to", "do!(")] {
        if text.contains(mark) {
            found.push(format!("{path}: {mark} is an unfinished thought"));
        }
    }
    found
}

/// Whether the file runs in a program that people get: not in a test, and not while building.
fn is_shipped(path: &str) -> bool {
    let is_test =
        path.ends_with("tests.rs") || path.ends_with("samples.rs") || path.contains("/tests/");
    !is_test && !path.ends_with("/build.rs")
}

fn is_under(path: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| path.starts_with(beginning))
}

/// The text without its comments, line by line; for Rust, without its unit tests either.
fn code_of(path: &str, text: &str) -> String {
    let mut code = String::new();
    for line in text.lines() {
        if path.ends_with(".rs") && line == "mod tests {" {
            break;
        }
        let comment = if path.ends_with(".toml") { line.find('#') } else { comment_of(line) };
        code.push_str(&line[..comment.unwrap_or(line.len())]);
        code.push('\n');
    }
    code
}

fn comment_of(line: &str) -> Option<usize> {
    let comment = line.match_indices("//").map(|(at, _)| at).find(|at| !line[..*at].ends_with(':'));
    comment.or_else(|| line.trim_start().starts_with('*').then_some(0))
}

/// Whether `line` names `word`, and not only a longer word that holds it.
fn names(line: &str, word: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before =
            line[..at].chars().next_back().is_some_and(is_letter) && word.starts_with(is_letter);
        let after = line[at + word.len()..].chars().next().is_some_and(is_letter)
            && word.ends_with(is_letter);
        !before && !after
    })
}

/// The module of core that the file `path` belongs to; `None` outside core and for its tests.
fn module_of(path: &str) -> Option<&str> {
    let within = path.strip_prefix("crates/core/src/")?;
    if !is_shipped(path) || within == "lib.rs" {
        return None;
    }
    within.split('/').next()?.split('.').next()
}

/// The modules of core that a file names through `crate::` or by way of `super::`, with their lines.
fn modules_named(path: &str, text: &str) -> Vec<(usize, String)> {
    let code = code_of(path, text);
    let depth = path.trim_end_matches("/mod.rs").matches('/').count()
        - "crates/core/src".matches('/').count();
    let mut named = Vec::new();
    for root in ["crate::".to_owned(), "super::".repeat(depth)] {
        for (at, _) in code.match_indices(&root) {
            if code[..at].ends_with([':', '_']) || code[..at].ends_with(char::is_alphanumeric) {
                continue;
            }
            let number = code[..at].matches('\n').count() + 1;
            for name in first_names(&code[at + root.len()..]) {
                named.push((number, name));
            }
        }
    }
    named
}

/// `time` of `time::Day`, `ids` and `time` of `{ids::LineId, time::{Day, Span}}`.
fn first_names(path: &str) -> Vec<String> {
    let name_at_start = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let Some(group) = path.strip_prefix('{') else { return vec![name_at_start(path)] };
    let mut names = vec![name_at_start(group)];
    let mut depth = 1;
    for (at, sign) in group.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => names.push(name_at_start(&group[at + 1..])),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names
}

/// The commands of the window in a file, with the lines of their bodies.
fn commands_of(text: &str) -> Vec<(String, usize)> {
    let mut commands = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim() != "#[tauri::command]" {
            continue;
        }
        let head: Vec<&str> = lines.by_ref().take_while(|line| *line != "}").collect();
        let body_begins = head.iter().position(|line| line.ends_with('{')).map_or(0, |at| at + 1);
        let name = head.iter().find_map(|line| line.split("fn ").nth(1)).unwrap_or_default();
        commands.push((
            name.split('(').next().unwrap_or_default().to_owned(),
            head.len() - body_begins,
        ));
    }
    commands
}

/// The rows of the first table under `heading`: the name in the first column, those in the second.
fn rows(text: &str, heading: &str) -> Vec<(String, BTreeSet<String>)> {
    let names = |cell: &str| -> Vec<String> {
        cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    };
    text.lines()
        .skip_while(|line| *line != heading)
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'))
        .filter(|line| line.starts_with("| `"))
        .filter_map(|line| {
            let mut cells = line.split('|').skip(1);
            Some((
                names(cells.next()?).first()?.clone(),
                names(cells.next()?).into_iter().collect(),
            ))
        })
        .collect()
}

/// Every text of the project, by its path from the root.
fn files_of_the_project() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = BTreeMap::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root.join(&folder)).unwrap().map(Result::unwrap) {
            let name = entry.file_name().into_string().unwrap();
            let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            let is_made = name.starts_with('.')
                || name.starts_with("dist")
                || name == "node_modules"
                || path.starts_with("crates/core/fuzz/corpus")
                || path == "crates/core/fuzz/Cargo.lock";
            if is_made
                || ["target", "src-tauri/gen", "Cargo.lock", "ui/package-lock.json"]
                    .contains(&path.as_str())
            {
                continue;
            }
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(entry.path()) {
                files.insert(path, text);
            }
        }
    }
    files
}
