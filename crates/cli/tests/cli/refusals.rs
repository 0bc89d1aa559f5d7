//! Everything that is refused: the sentence, the code, the exit code, and nothing changed.

use insta::assert_snapshot;

use crate::rig::{Rig, example};

/// The same refusal for people and for scripts.
fn both(rig: &Rig, arguments: &[&str]) -> String {
    rig.told(arguments) + &rig.told(&[arguments, &["--json"]].concat())
}

#[test]
fn without_data_and_without_a_plan() {
    let rig = Rig::new();
    let mut story = String::new();
    for command in [&["agenda"][..], &["plan", "show"], &["log", "pain", "back", "3"], &["check"]] {
        story += &rig.told(command);
    }
    story += &rig.told(&["report", "--json"]);
    assert!(!rig.path("data").exists(), "a refusal makes no data folder");
    assert_snapshot!(story);
}

#[test]
fn faults_of_a_plan_file() {
    let rig = Rig::new();
    rig.write_changed_plan(
        "slips.backwise",
        &[
            ("review = 2026-12-14", "reveiw = 2026-12-14"),
            ("exercise = \"heel-slide\"", "exercise = \"heel-slides\""),
            ("rounds = [\"morning\", \"afternoon\", \"evening\"]", "rounds = [\"mornin\"]"),
            ("at = \"13:30\"", "at = \"25:30\""),
        ],
    );
    let mut story = both(&rig, &["plan", "check", "slips.backwise"]);
    story += &rig.told(&["plan", "import", "slips.backwise"]);
    story += &rig.told(&["plan", "diff", "slips.backwise"]);
    story += &rig.told(&["plan", "diff", "plan.backwise", "slips.backwise"]);
    rig.write("photo.backwise", "\u{0}\u{1}");
    story += &rig.told(&["plan", "check", "photo.backwise"]);
    rig.write("large.backwise", &"# nothing\n".repeat(100_000));
    story += &rig.told(&["plan", "check", "large.backwise"]);
    story += &rig
        .told(&["plan", "check", "no-such-file.backwise"])
        .replace(MISSING, "[the system's words]");
    assert!(!rig.path("data").exists(), "a refusal makes no data folder");
    assert_snapshot!(story);
}

#[cfg(unix)]
const MISSING: &str = "No such file or directory (os error 2)";
#[cfg(not(unix))]
const MISSING: &str = "The system cannot find the file specified. (os error 2)";

#[test]
fn plans_that_need_a_yes_or_come_too_late() {
    let rig = Rig::new();
    // Written by hand: nobody has vouched for it.
    let mut story = both(&rig, &["plan", "import", "plan.backwise"]);
    assert!(!rig.path("data").exists(), "a refusal makes no data folder");
    story += &rig.told(&["plan", "import", "plan.backwise", "--confirmed"]);
    let other = ("plan = \"weeks-3-to-6\"", "plan = \"somebody-elses\"");
    rig.write_changed_plan("other.backwise", &[other]);
    rig.write_changed_plan("same-number.backwise", &[("repetitions = 10", "repetitions = 11")]);
    story += &rig.told(&["plan", "diff", "other.backwise"]);
    story += &both(&rig, &["plan", "import", "other.backwise"]);
    story += &both(&rig, &["plan", "import", "same-number.backwise"]);
    story += &rig.told(&["plan", "export", "written.backwise"]);
    let written = std::fs::read_to_string(rig.path("written.backwise")).unwrap();
    rig.write("tampered.backwise", &written.replacen("revision = 1", "revision = 2", 1));
    story += &rig.told(&["plan", "import", "tampered.backwise"]);
    story += &rig.told(&["plan", "import", "tampered.backwise", "--confirmed"]);
    story += &rig.told(&["plan", "import", "other.backwise", "--confirmed"]);
    assert_snapshot!(story);
}

#[test]
fn lines_rounds_and_times_that_are_not_clear() {
    let rig = Rig::with_plan();
    let mut story = both(&rig, &["log", "done", "brigde"]);
    story += &rig.told(&["log", "done", "swimming"]);
    story += &rig.told(&["log", "done", "1"]);
    story += &rig.told(&["log", "done", "walk"]);
    story += &rig.told(&["log", "done", "1", "--round", "noon"]);
    story += &rig.told(&["log", "done", "1", "--time", "1"]);
    story += &rig.told(&["log", "done", "clam", "--round", "morning"]);
    story += &rig.told(&["log", "done", "walk", "--time", "4"]);
    story += &rig.told(&["log", "done", "log-roll", "--time", "1"]);
    story += &both(&rig, &["log", "done", "clam", "--day", "2026-11-22"]);
    story += &rig.told(&["log", "done", "level walking", "--day", "2026-12-20"]);
    assert_snapshot!(story);
}

#[test]
fn values_that_cannot_be() {
    let rig = Rig::with_plan();
    let mut story = both(&rig, &["log", "pain", "back", "11"]);
    story += &rig.told(&["log", "done", "clam", "--day", "2026-11-19"]);
    story += &rig
        .told(&["log", "done", "clam", "--note", &"x".repeat(2001)])
        .replace(&"x".repeat(2001), "[a long note]");
    story += &rig.told(&["log", "undo", "0199f3c2-5d1e-7a40-8b7c-2f60a1d9e4b3"]);
    story += &both(&rig, &["catalogue", "brigde"]);
    story += &rig.told(&["catalogue", "swimming"]);
    assert_snapshot!(story);
}

#[test]
fn export_never_overwrites() {
    let rig = Rig::with_plan();
    assert_snapshot!(both(&rig, &["plan", "export", "plan.backwise"]));
    let kept = std::fs::read_to_string(rig.path("plan.backwise")).unwrap();
    assert_eq!(kept, example());
}

#[test]
fn a_file_that_is_not_ours_is_left_alone() {
    let rig = Rig::with_plan();
    for path in ["journal.db", "journal.db-wal", "journal.db-shm"] {
        let _ = std::fs::remove_file(rig.path("data").join(path));
    }
    rig.write("data/journal.db", "a letter to my sister");
    assert_snapshot!(both(&rig, &["agenda"]));
    let kept = std::fs::read_to_string(rig.path("data/journal.db")).unwrap();
    assert_eq!(kept, "a letter to my sister");
}
