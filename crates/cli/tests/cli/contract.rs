//! What scripts rely on.

use std::io::pipe;
use std::process::Stdio;

use crate::rig::{Rig, WEDNESDAY};

/// Everything that can be asked without changing anything.
const QUESTIONS: [&[&str]; 11] = [
    &["plan", "check", "plan.backwise"],
    &["plan", "diff", "plan.backwise"],
    &["plan", "show"],
    &["plan", "export"],
    &["agenda", "--days", "14"],
    &["reminders"],
    &["report"],
    &["function"],
    &["catalogue"],
    &["catalogue", "--search", "calf"],
    &["check"],
];

#[test]
fn the_same_question_gives_the_same_bytes() {
    let (rig, other) = (Rig::with_plan(), Rig::with_plan());
    for question in QUESTIONS {
        for json in [&[][..], &["--json"]] {
            let arguments = [question, json].concat();
            let first = rig.run(&arguments);
            assert_eq!(first.status.code(), Some(0), "{arguments:?}");
            assert!(first.stderr.is_empty(), "{arguments:?}");
            assert!(!first.stdout.is_empty(), "{arguments:?}");
            assert_eq!(first.stdout, rig.run(&arguments).stdout, "{arguments:?}");
            assert_eq!(first.stdout, other.run(&arguments).stdout, "{arguments:?} elsewhere");
        }
    }
}

#[test]
fn each_document_has_a_version_first_and_one_answer() {
    let rig = Rig::with_plan();
    let commands: &[&[&str]] = &[&["log", "done", "clam"], &["plan", "import", "plan.backwise"]];
    let refusals: &[&[&str]] = &[&["catalogue", "nothing"], &["log", "done", "nothing"]];
    for arguments in QUESTIONS.iter().chain(commands).chain(refusals) {
        let output = rig.run(&[arguments, &["--json"][..]].concat());
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.starts_with("{\n  \"version\": 1,\n"), "{arguments:?}: {text}");
        let document: serde_json::Value = serde_json::from_str(&text).unwrap();
        let keys = document.as_object().unwrap();
        assert_eq!(keys.len(), 2, "{arguments:?}");
        let refused = output.status.code() == Some(1);
        assert_eq!(keys.contains_key("error"), refused, "{arguments:?}");
        assert!(output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn questions_change_nothing() {
    let rig = Rig::with_plan();
    rig.run(&["log", "done", "clam"]);
    // Asked in the afternoon's window. Were the question noted as an opening of the app, the next day
    // would say "no entry" of that round and not "not reminded".
    let thursday = "2026-11-19T07:30:00Z";
    let before =
        rig.told_at(thursday, &["agenda", "--from", "2026-11-18", "--days", "2", "--json"]);
    for question in QUESTIONS {
        let output = rig.command_at("2026-11-18T14:00:00Z", question).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{question:?}");
    }
    let after = rig.told_at(thursday, &["agenda", "--from", "2026-11-18", "--days", "2", "--json"]);
    assert_eq!(before, after);
}

#[test]
fn wrong_usage_ends_with_2_and_says_so_on_stderr() {
    let rig = Rig::with_plan();
    let wrong: [&[&str]; 15] = [
        &[],
        &["help-me"],
        &["plan"],
        &["log"],
        &["log", "done"],
        &["log", "skip", "clam"],
        &["log", "skip", "clam", "--reason", "bored"],
        &["log", "pain", "neck", "3"],
        &["log", "pain", "back", "much"],
        &["log", "undo", "the-last-one"],
        &["log", "done", "clam", "--round", "morning", "--time", "1"],
        &["agenda", "--from", "2026-02-30"],
        &["agenda", "--days", "0"],
        &["catalogue", "Heel Slides"],
        &["catalogue", "bridge", "--search", "bridge"],
    ];
    for arguments in wrong {
        for json in [&[][..], &["--json"]] {
            let output = rig.run(&[arguments, json].concat());
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
            assert!(output.stdout.is_empty(), "{arguments:?}");
            assert!(!output.stderr.is_empty(), "{arguments:?}");
        }
    }
}

#[test]
fn moments_and_zones_that_are_none_are_wrong_usage() {
    let rig = Rig::new();
    for (option, value) in
        [("--now", "yesterday"), ("--now", "2026-11-18"), ("--zone", "Europe/Nowhere")]
    {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_backwise-cli"))
            .current_dir(rig.path("."))
            .args([option, value, "catalogue"])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{option} {value}");
    }
}

#[test]
fn now_may_be_written_in_any_zone() {
    let rig = Rig::with_plan();
    let utc = rig.told_at(WEDNESDAY, &["check", "--json"]);
    assert_eq!(utc, rig.told_at("2026-11-18T08:30:00+01:00", &["check", "--json"]));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let rig = Rig::with_plan();
    for arguments in [&["plan", "show"][..], &["plan", "show", "--json"], &["--help"]] {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let output = rig.command(arguments).stdout(writer).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{arguments:?}");
    }
}

#[test]
fn a_closed_stderr_still_leaves_the_exit_code() {
    let rig = Rig::new();
    let (reader, writer) = pipe().unwrap();
    drop(reader);
    let output = rig.command(&["agenda"]).stdout(Stdio::piped()).stderr(writer).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn without_data_the_folder_of_the_app_is_taken() {
    let rig = Rig::new();
    let run = |arguments: &[&str]| {
        std::process::Command::new(env!("CARGO_BIN_EXE_backwise-cli"))
            .current_dir(rig.path("."))
            .env("XDG_DATA_HOME", rig.path("home"))
            .args(["--now", WEDNESDAY, "--zone", "Europe/Berlin"])
            .args(arguments)
            .output()
            .unwrap()
    };
    assert_eq!(run(&["plan", "import", "plan.backwise", "--confirmed"]).status.code(), Some(0));
    assert!(rig.path("home/backwise").is_dir());
    assert_eq!(run(&["agenda"]).status.code(), Some(0));
}

#[test]
fn the_readme_lists_each_code_that_has_a_sentence() {
    let read = |path: &str| {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(root.join(path)).unwrap()
    };
    let (readme, sentences) = (read("README.md"), read("../../locales/en/cli.ftl"));
    let (_, table) = readme.split_once("| code | args | meaning |").unwrap();
    let mut listed: Vec<&str> =
        table.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    listed.sort_unstable();
    let mut said: Vec<&str> = sentences
        .lines()
        .filter_map(|line| line.strip_prefix("cli-refused-")?.split(" =").next())
        .collect();
    said.sort_unstable();
    assert!(!said.is_empty());
    assert_eq!(listed, said);
}
