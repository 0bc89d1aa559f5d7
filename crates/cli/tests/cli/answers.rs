//! Questions, as text and as JSON.

use insta::assert_snapshot;

use crate::rig::{Rig, with_everything};

#[test]
fn a_plan_file_is_checked_without_any_data() {
    let rig = Rig::new();
    assert_snapshot!(rig.told(&["plan", "check", "plan.backwise"]));
    assert!(!rig.path("data").exists(), "a question makes no data folder");
}

#[test]
fn the_catalogue_is_searched() {
    let rig = Rig::new();
    let mut story = rig.told(&["catalogue", "--search", "heel raze"]);
    story += &rig.told(&["catalogue", "--search", "swimming"]);
    story += &rig.told(&["catalogue", "--search", "swimming", "--json"]);
    assert_snapshot!(story);
    let found: serde_json::Value = serde_json::from_slice(
        &rig.run(&["catalogue", "--search", "belly brace", "--json"]).stdout,
    )
    .unwrap();
    assert_eq!(found["catalogue"][0]["id"], "abdominal-brace");
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
fn a_sheet_with_everything_is_read_back() {
    let rig = Rig::new();
    rig.write("plan.backwise", &with_everything());
    assert_snapshot!("everything_checked", rig.told(&["plan", "check", "plan.backwise"]));
    rig.told(&["plan", "import", "plan.backwise", "--confirmed"]);
    // Wednesday; then Sunday, which is a day off; then a late shift.
    let mut story = rig.told(&["agenda"]);
    story += &rig.told(&["agenda", "--from", "2026-11-22"]);
    story += &rig.told(&["agenda", "--from", "2026-12-01"]);
    story += &rig.told(&["log", "done", "calf-stretch"]);
    story += &rig.told(&["log", "done", "calf-stretch"]);
    story += &rig.told(&["log", "done", "ankle-pumps", "--round", "08:00"]);
    story += &rig.told(&["agenda"]);
    assert_snapshot!("everything_on_its_days", story);
}

#[test]
fn what_differs_is_told_with_how_it_was_and_how_it_is() {
    let rig = Rig::new();
    let sheet = with_everything();
    let changed = [
        ("revision = 1", "revision = 2"),
        ("starts = 2026-11-16", "starts = 2026-11-23"),
        ("date = 2026-11-20", "date = 2026-11-25"),
        ("times_a_day = [2, 3]", "times_a_day = [3, 4]"),
        ("at_most = 20", "at_most = 25"),
        ("over = 5", "over = 6"),
        ("lift_kg = 4.5", "lift_kg = 2.0"),
        ("then = \"skip\"", "then = \"shift\""),
        ("id = \"log-roll\"", "id = \"log-roll-2\""),
        ("off = true", "off = false"),
        ("number = \"555-0134\"", "number = \"555-0199\""),
    ];
    let newer = changed.iter().fold(sheet.clone(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    rig.write("older.backwise", &sheet);
    rig.write("newer.backwise", &newer);
    assert_snapshot!(rig.told(&["plan", "diff", "older.backwise", "newer.backwise"]));
}

#[test]
fn what_is_worth_a_look_is_told_and_refuses_nothing() {
    let rig = Rig::new();
    let changes = [
        ("at = \"08:30\"", "at = \"06:30\""),
        ("exercise = \"sit-to-stand\"", "exercise = \"dead-bug\"\nside = \"each\""),
        ("exercise = \"bridge\"", "exercise = \"pelvic-tilt-supine\""),
        ("exercise = \"heel-slide\"", "exercise = \"abdominal-brace\"\nsource = \"ward leaflet\""),
        ("repetitions = 10\nside = \"each\"", "repetitions = 8"),
    ];
    let sheet = changes.iter().fold(with_everything(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    rig.write("plan.backwise", &sheet);
    let check = rig.told(&["plan", "check", "plan.backwise"]);
    let told: String = check.lines().take(12).map(|line| format!("{line}\n")).collect();
    assert_snapshot!(told);
}

#[test]
fn templates_are_read() {
    let rig = Rig::new();
    let mut story = rig.told(&["template", "list"]);
    story += &rig.told(&["template", "show", "lami-0-2"]);
    story += &rig.told(&["template", "show", "walk-lami"]);
    story += &rig.told(&["template", "show", "lami-02"]);
    story += &rig.told(&["template", "show", "lami-02", "--json"]);
    assert_snapshot!(story);
    let all: serde_json::Value =
        serde_json::from_slice(&rig.run(&["template", "list", "--json"]).stdout).unwrap();
    let one: serde_json::Value =
        serde_json::from_slice(&rig.run(&["template", "show", "lami-0-2", "--json"]).stdout)
            .unwrap();
    assert!(all["templates"].as_array().unwrap().contains(&one["template"]));
    assert!(!rig.path("data").exists(), "a question makes no data folder");
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
