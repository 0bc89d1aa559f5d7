//! Questions, as text and as JSON.

use insta::assert_snapshot;

use crate::rig::Rig;

#[test]
fn a_plan_file_is_checked_without_any_data() {
    let rig = Rig::new();
    assert_snapshot!(rig.told(&["plan", "check", "plan.backwise"]));
    assert!(!rig.path("data").exists(), "a question makes no data folder");
}

#[test]
fn a_plan_check_as_json() {
    assert_snapshot!(Rig::new().told(&["plan", "check", "plan.backwise", "--json"]));
}

#[test]
fn the_first_plan_is_taken_in() {
    let rig = Rig::new();
    let mut story = rig.told(&["plan", "import", "plan.backwise", "--confirmed"]);
    story += &rig.told(&["plan", "import", "plan.backwise"]);
    story += &rig.told(&["plan", "diff", "plan.backwise"]);
    story += &rig.told(&["check"]);
    story += &rig.told(&["check", "--json"]);
    assert_snapshot!(story);
}

#[test]
fn the_plan_is_shown() {
    let rig = Rig::with_plan();
    assert_snapshot!("plan_as_text", rig.told(&["plan", "show"]));
    assert_snapshot!("plan_as_json", rig.told(&["plan", "show", "--json"]));
}

#[test]
fn a_revision_is_compared_and_taken_in() {
    let rig = Rig::with_plan();
    rig.write_changed_plan(
        "next.backwise",
        &[
            ("revision = 1", "revision = 2"),
            ("repetitions = 10\nhold_seconds = 5", "repetitions = 12\nhold_seconds = 5"),
            ("Heel slides: 10 each leg", "Heel slides: 10 on each leg"),
        ],
    );
    let mut story = rig.told(&["plan", "diff", "next.backwise"]);
    story += &rig.told(&["plan", "diff", "plan.backwise", "next.backwise", "--json"]);
    // It would hold from Wednesday until Wednesday's first round begins, and from Thursday then.
    for now in ["2026-11-18T07:29:59Z", "2026-11-18T07:30:00Z"] {
        let check = rig.told_at(now, &["plan", "check", "next.backwise"]);
        story += &check.lines().take(4).map(|line| format!("{line}\n")).collect::<String>();
    }
    story += &rig.told(&["plan", "import", "next.backwise", "--confirmed"]);
    story += &rig.told(&["plan", "import", "next.backwise", "--json"]);
    assert_snapshot!(story);
}

#[test]
fn an_exported_plan_is_the_same_plan() {
    let rig = Rig::with_plan();
    let mut story = rig.told(&["plan", "export", "copy.backwise"]);
    story += &rig.told(&["plan", "export", "other.backwise", "--json"]);
    story += &rig.told(&["plan", "diff", "plan.backwise", "copy.backwise"]);
    story += &rig.told(&["plan", "import", "copy.backwise"]);
    assert_snapshot!(story);
    let printed = rig.run(&["plan", "export"]).stdout;
    assert_eq!(printed, std::fs::read(rig.path("copy.backwise")).unwrap());
    let document: serde_json::Value =
        serde_json::from_slice(&rig.run(&["plan", "export", "--json"]).stdout).unwrap();
    assert_eq!(document["exported"]["text"].as_str().unwrap().as_bytes(), printed);
}

#[test]
fn days_are_shown() {
    let rig = Rig::with_plan();
    let mut story = rig.told(&["agenda"]);
    // The first Sunday, then the day on which half height ends.
    story += &rig.told(&["agenda", "--from", "2026-11-22", "--days", "2"]);
    story += &rig.told(&["agenda", "--from", "2026-11-01"]);
    story += &rig.told(&["agenda", "--from", "2026-12-14"]);
    assert_snapshot!("agenda_as_text", story);
    assert_snapshot!("agenda_as_json", rig.told(&["agenda", "--json"]));
}

#[test]
fn reminders_are_listed() {
    let rig = Rig::with_plan();
    let mut story = rig.told(&["reminders", "--days", "2"]);
    story += &rig.told(&["reminders", "--from", "2026-11-20", "--days", "1"]);
    story += &rig.told(&["reminders", "--from", "2026-11-17", "--days", "1"]);
    story += &rig.told(&["reminders", "--days", "1", "--json"]);
    assert_snapshot!(story);
}

#[test]
fn the_catalogue_needs_no_data() {
    let rig = Rig::new();
    assert_snapshot!(
        "catalogue_as_text",
        rig.told(&["catalogue"]) + &rig.told(&["catalogue", "bridge"])
    );
    assert_snapshot!("exercise_as_json", rig.told(&["catalogue", "bridge", "--json"]));
    let all: serde_json::Value =
        serde_json::from_slice(&rig.run(&["catalogue", "--json"]).stdout).unwrap();
    let one: serde_json::Value =
        serde_json::from_slice(&rig.run(&["catalogue", "bridge", "--json"]).stdout).unwrap();
    assert!(all["catalogue"].as_array().unwrap().contains(&one["exercise"]));
    assert!(!rig.path("data").exists(), "a question makes no data folder");
}
