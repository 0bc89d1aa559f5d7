//! The string files are whole: no mistake in them, nothing twice, nothing missing, and every sentence
//! gets what it has room for.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test ends where its ground gives way"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use backwise_core::plan::{Told, ToldArg, ToldCode};
use backwise_core::safety::{FLAGS, LIMIT_KINDS};
use backwise_words::{Language, Words};
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use fluent_syntax::parser;

/// The messages of a language, each with the variables it has room for.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::new();
    for (file, text) in language.files() {
        let resource =
            parser::parse(*text).unwrap_or_else(|(_, mistakes)| panic!("{file}: {mistakes:?}"));
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let mut variables = BTreeSet::new();
                    collect(message.value.as_ref().expect("a message has a text"), &mut variables);
                    let twice = messages.insert(message.id.name.to_owned(), variables);
                    assert!(twice.is_none(), "{file}: {} stands twice", message.id.name);
                }
                Entry::Junk { content } => panic!("{file}: {content}"),
                _ => {}
            }
        }
    }
    // What a message says in another one's words has room for the same.
    let inner = messages.clone();
    for variables in messages.values_mut() {
        let said: Vec<String> =
            variables.iter().filter_map(|name| name.strip_prefix('@')).map(str::to_owned).collect();
        for key in said {
            variables.remove(&format!("@{key}"));
            variables.extend(inner.get(&key).expect("a message is there").clone());
        }
    }
    messages
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_from(expression, variables);
        }
    }
}

fn collect_from(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, variables),
        Expression::Select { selector, variants } => {
            collect_inline(selector, variables);
            for variant in variants {
                collect(&variant.value, variables);
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            variables.insert(format!("@{}", id.name));
        }
        InlineExpression::Placeable { expression } => collect_from(expression, variables),
        InlineExpression::FunctionReference {
            arguments: CallArguments { positional, .. }, ..
        } => {
            for argument in positional {
                collect_inline(argument, variables);
            }
        }
        _ => {}
    }
}

fn files_under(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            files.extend(files_under(&path, ending));
        } else if path.extension().is_some_and(|found| found == ending) {
            files.push(path);
        }
    }
    files
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The argument list that begins at `text`, up to its closing bracket.
fn bracketed(text: &str) -> &str {
    let mut depth = 1;
    let end = text.char_indices().find(|(_, letter)| {
        depth += match letter {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth == 0
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

/// The names in `("name", value)` pairs.
fn names_given(arguments: &str) -> BTreeSet<String> {
    arguments
        .split("(\"")
        .skip(1)
        .filter_map(|rest| rest.split_once("\","))
        .map(|(name, _)| name.to_owned())
        .collect()
}

#[test]
fn the_program_carries_every_string_file() {
    let found: BTreeSet<PathBuf> =
        files_under(&root().join("locales"), "ftl").into_iter().collect();
    let carried: BTreeSet<PathBuf> = Language::all()
        .flat_map(|language| language.files().iter().map(move |(file, _)| (language, file)))
        .map(|(language, file)| root().join("locales").join(language.tag()).join(file))
        .collect();
    assert_eq!(
        found, carried,
        "the list in crates/words/src/language.rs names the files of locales/"
    );
}

#[test]
fn every_language_says_the_same_as_english_with_the_same_variables() {
    let english = messages(Language::ENGLISH);
    assert!(!english.is_empty());
    for language in Language::all() {
        let found = messages(language);
        for (key, variables) in &english {
            assert_eq!(found.get(key), Some(variables), "{}: {key}", language.tag());
        }
        let foreign: Vec<&String> =
            found.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(foreign.is_empty(), "{} has what English lacks: {foreign:?}", language.tag());
    }
}

#[test]
fn the_code_asks_for_sentences_that_exist_and_gives_what_they_have_room_for() {
    let english = messages(Language::ENGLISH);
    let mut asked = 0;
    for file in ["crates/words", "crates/remind", "crates/cli", "src-tauri/src"]
        .iter()
        .flat_map(|folder| files_under(&root().join(folder), "rs"))
    {
        if file.ends_with("words/tests/strings.rs") {
            continue;
        }
        let code = std::fs::read_to_string(&file).unwrap();
        for (at, _) in code.match_indices(".text(") {
            let call = bracketed(&code[at + ".text(".len()..]).trim_start();
            // A key that is put together at run time has a test of its own.
            let Some((key, rest)) = call.strip_prefix('"').and_then(|call| call.split_once('"'))
            else {
                continue;
            };
            let Some(room) = english.get(key) else {
                panic!("{}: no message is called {key}", file.display())
            };
            asked += 1;
            let arguments = rest.trim_start_matches([',', ' ', '\n']);
            // Arguments that are put together elsewhere are checked when the sentence is made.
            if arguments.starts_with("&[]") || arguments.starts_with("&[(\"") {
                assert_eq!(&names_given(arguments), room, "{}: {key}", file.display());
            }
        }
    }
    assert!(
        asked > 10,
        "only {asked} sentences were found in the code: is the search still right?"
    );
}

#[test]
fn every_problem_has_a_sentence_that_uses_only_what_the_problem_brings() {
    let english = messages(Language::ENGLISH);
    let code = std::fs::read_to_string(root().join("crates/core/src/error.rs")).unwrap();
    let list = code.split("pub enum ProblemCode {").nth(1).unwrap().split("\n}").next().unwrap();
    let (mut comment, mut checked) = (String::new(), 0);
    for line in list.lines().map(str::trim) {
        if let Some(more) = line.strip_prefix("///") {
            comment += more;
        } else if let Some(variant) = line.strip_suffix(',') {
            let arguments = comment.split("Arguments:").nth(1).unwrap_or_default();
            let brings: BTreeSet<String> =
                arguments.split('`').skip(1).step_by(2).map(str::to_owned).collect();
            let key = format!("problem-{}", kebab(variant));
            let room = english.get(&key).unwrap_or_else(|| panic!("{key} is missing"));
            assert!(
                room.is_subset(&brings),
                "{key} has room for {room:?}; the problem brings {brings:?}"
            );
            comment.clear();
            checked += 1;
        }
    }
    assert!(checked > 70, "only {checked} problems were found");
}

#[test]
fn every_change_of_a_plan_has_a_sentence() {
    let english = messages(Language::ENGLISH);
    let code = std::fs::read_to_string(root().join("crates/core/src/plan/diff.rs")).unwrap();
    let list = code.split("pub enum ChangedThing {").nth(1).unwrap().split("\n}").next().unwrap();
    let things: Vec<String> =
        list.lines().filter_map(|line| line.trim().strip_suffix(',')).map(kebab).collect();
    assert!(things.len() > 20, "only {things:?} were found");
    // What a plan always has can only change; a whole line cannot, its parts do; the rest comes and goes.
    let always =
        ["title", "surgery-date", "fusion", "starts", "week-starts", "gap-days", "day-hours"];
    // What a plan has once has no name of its own.
    let once = [
        "author",
        "caution",
        "operation",
        "discharge",
        "review",
        "ends",
        "weeks-counted",
        "missed-dose",
        "pain",
        "bad-day",
        "re-entry",
        "line-order",
    ];
    for thing in things {
        let kinds: &[&str] = match thing.as_str() {
            "line" => &["added", "removed"],
            thing if always.contains(&thing) || thing.starts_with("line-") => &["changed"],
            _ => &["added", "changed", "removed"],
        };
        for kind in kinds {
            let key = format!("change-{thing}-{kind}");
            let room = english.get(&key).unwrap_or_else(|| panic!("{key} is missing"));
            let is_named = !always.contains(&thing.as_str()) && !once.contains(&thing.as_str());
            let expected = is_named.then(|| "title".to_owned());
            assert!(room.iter().eq(expected.iter()), "{key} has room for {room:?}");
        }
    }
}

#[test]
fn all_that_a_plan_says_has_words_that_use_only_what_it_brings() {
    let english = messages(Language::ENGLISH);
    let mut keys = BTreeSet::new();
    for (code, brings) in ToldCode::ALL {
        let key = format!("told-{}", kebab(&format!("{code:?}")));
        let room = english.get(&key).unwrap_or_else(|| panic!("{key} is missing"));
        let brings: BTreeSet<String> =
            brings.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect();
        assert_eq!(*room, brings, "{key}: what is told is said");
        keys.insert(key);
    }
    for (key, room) in english.iter().filter(|(key, _)| key.starts_with("undated-")) {
        let dated = &english[&key.replace("undated-", "told-")];
        assert!(room.is_subset(dated), "{key}: {room:?}");
    }
    // A single week is told without its end.
    keys.insert("told-one-week".to_owned());
    let told: BTreeSet<String> =
        english.into_keys().filter(|key| key.starts_with("told-")).collect();
    assert_eq!(told, keys, "no message without a code");
}

#[test]
fn every_word_that_a_list_of_a_plan_can_have_has_its_own() {
    let english = messages(Language::ENGLISH);
    let flags = FLAGS.iter().map(|(word, _)| format!("flag-{}", word.replace('_', "-")));
    let limits = LIMIT_KINDS.iter().map(|(word, _)| format!("limit-{word}"));
    for key in flags.chain(limits) {
        assert!(english.contains_key(&key), "{key} is missing");
    }
}

#[test]
fn all_that_a_plan_says_is_told_by_every_language_whatever_its_words_are() {
    for words in [Words::new(Language::ENGLISH), Words::new(Language::PSEUDO)] {
        for (code, brings) in ToldCode::ALL {
            for number in [0.0, 1.0, 2.5, 60.0] {
                let args = brings.split(", ").filter(|name| !name.is_empty()).map(|name| {
                    let arg = match (*code, name) {
                        (ToldCode::Flags, _) => ToldArg::Text("supine, side_lying".to_owned()),
                        (ToldCode::LimitKinds, _) => ToldArg::Text("one-leg, other".to_owned()),
                        (_, "text" | "title" | "titles" | "turn" | "id" | "rounding") => {
                            ToldArg::Text("word".to_owned())
                        }
                        (_, "what" | "place" | "when") => ToldArg::Text("any".to_owned()),
                        _ => ToldArg::Number(number),
                    };
                    (name.to_owned(), arg)
                });
                let told = Told { code: *code, args: args.collect() };
                let said = words.told(&told);
                assert!(!said.is_empty() && !said.contains(['{', '}']), "{code:?}: {said}");
            }
        }
    }
}

#[test]
fn clauses_stand_beside_each_other() {
    for (file, text) in Language::ENGLISH.files() {
        if *file != "told.ftl" {
            continue;
        }
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            assert!(!line.ends_with('.'), "a clause has no full stop: {line}");
        }
    }
}

fn kebab(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.extend(letter.to_lowercase());
    }
    out
}

#[test]
fn the_pseudo_locale_changes_every_sentence_but_not_what_is_put_in() {
    let words = Words::new(Language::PSEUDO);
    let told = words.text("reminder-waiting", &[("time", "09:00".into())]);
    assert!(told.contains("09:00"), "{told}");
    assert!(told.starts_with("Wááíít"), "{told}");
    assert_eq!(Language::named("en-XA"), Some(Language::PSEUDO));
    assert_eq!(Language::named("xx"), None);
}

#[test]
fn the_screens_get_the_files_themselves_in_every_language() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let read = |tag: &str| -> Vec<String> {
        let files = std::fs::read_dir(folder.join(tag)).unwrap().map(|file| file.unwrap().path());
        let mut files: Vec<PathBuf> =
            files.filter(|path| path.file_name().is_some_and(|name| name != "cli.ftl")).collect();
        files.sort();
        files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
    };
    for language in Language::all() {
        let mut files = read("en");
        if language != Language::ENGLISH {
            files.extend(read(language.tag()));
        }
        assert_eq!(language.for_screens().collect::<Vec<_>>(), files, "{}", language.tag());
    }
}

#[test]
fn no_invisible_marks_reach_a_terminal() {
    let told = Words::new(Language::ENGLISH).text("reminder-waiting", &[("time", "09:00".into())]);
    assert!(told.is_ascii(), "{told:?}");
}
