//! What is said of pain in a round while nothing can be written.

use backwise_core::record::{Hurt, HurtPlace, PainMoment, PlanFact, SkipReason};
use backwise_core::schedule::State;
use backwise_store::Journal;
use serde_json::{Value, json};

use super::desktop::Desktop;
use super::driver::Window;
use super::session::morning;
use super::{journal, open};

/// The file of the record in the folder of `desktop`.
fn file(desktop: &Desktop) -> rusqlite::Connection {
    rusqlite::Connection::open(desktop.folder().join("data/journal.db")).unwrap()
}

/// What SQLite is to do with every table, or with every trigger of ours, by its name.
fn to_each(desktop: &Desktop, of: &str, sql: impl Fn(&str) -> String) {
    let file = file(desktop);
    let mut names = file.prepare(&format!("SELECT name FROM sqlite_schema WHERE {of}")).unwrap();
    let names = names.query_map([], |row| row.get(0)).unwrap();
    let all: String = names.map(|name: Result<String, _>| sql(&name.unwrap())).collect();
    file.execute_batch(&all).unwrap();
}

/// Nothing can be written any more, as on a full disk.
fn fill_the_disk(desktop: &Desktop) {
    to_each(desktop, "type = 'table' AND name NOT LIKE 'sqlite_%'", |table| {
        let refuse = |change: &str| {
            format!(
                "CREATE TRIGGER full_{change}_{table} BEFORE {change} ON {table}
                 BEGIN SELECT RAISE(ABORT, 'full'); END;"
            )
        };
        ["INSERT", "UPDATE", "DELETE"].map(refuse).concat()
    });
}

/// There is space again.
fn make_space(desktop: &Desktop) {
    to_each(desktop, "type = 'trigger' AND name LIKE 'full\\_%' ESCAPE '\\'", |trigger| {
        format!("DROP TRIGGER {trigger};")
    });
}

/// What the host answers to this command.
async fn ask(window: &Window, name: &str, of: Value) -> Result<Value, Value> {
    let script = format!(
        "__TAURI_INTERNALS__.invoke('{name}', {of})
             .then((it) => done({{ it }}), (error) => done({{ error }}))"
    );
    let mut answer = window.run_until_done(&script).await;
    match answer.get("error") {
        Some(error) => Err(error["code"].clone()),
        None => Ok(answer["it"].take()),
    }
}

/// The window on the example plan with its morning round under way.
async fn in_the_morning_round(desktop: &Desktop, name: &str) -> Window {
    let sheet = std::fs::read_to_string(super::example_plan()).unwrap();
    journal(desktop).import_plan(sheet.as_bytes(), "sheet.backwise", true).unwrap();
    let window = open(desktop, name).await;
    window.press("Start").await;
    window.press("Begin").await;
    window.press("I am ready").await;
    window
}

/// How often it stands in the record that pain moves down the leg.
fn spreads(journal: &Journal) -> usize {
    let said = journal.said().unwrap().into_iter();
    said.filter(|said| matches!(&said.fact, PlanFact::Hurt { hurt, .. } if hurt.spreading)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn pain_down_the_leg_that_could_not_be_kept_is_kept_once_before_a_round_begins_again() {
    for says_it_again in [false, true] {
        let desktop = Desktop::new();
        let window = in_the_morning_round(&desktop, "full-disk").await;
        let bout = morning(&journal(&desktop)).swap_remove(0).bout;
        let (place, when) = (HurtPlace::Leg, PainMoment::During);
        let (line, bout) = (Some(bout.line), Some(bout.place));
        let hurt = Hurt { line, bout, place, score: None, when, spreading: true, usual: None };
        let hurts = json!({ "hurt": hurt, "day": null, "instead": null });
        let begin = || json!({ "round": "morning", "line": null, "occurrence": null });

        fill_the_disk(&desktop);
        assert_eq!(ask(&window, "record_hurt", hurts.clone()).await, Err("failed".into()));
        let view = ask(&window, "session_view", json!({})).await.unwrap();
        assert_eq!(view["finished"], true, "the round is over all the same");
        assert_eq!(ask(&window, "session_start", begin()).await, Err("failed".into()));
        assert_eq!(spreads(&journal(&desktop)), 0);

        make_space(&desktop);
        if says_it_again {
            ask(&window, "record_hurt", hurts).await.unwrap();
        }
        for _ in 0..2 {
            assert_eq!(ask(&window, "session_start", begin()).await, Ok(Value::Null));
            let kept = journal(&desktop);
            assert_eq!(spreads(&kept), 1, "said again: {says_it_again}");
            let states: Vec<_> = morning(&kept).iter().map(|item| item.state).collect();
            let left = State::Skipped { reason: SkipReason::Pain };
            assert_eq!(states, [left, State::Withheld], "nobody is led into anything");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_stop_whose_record_had_to_wait_ends_the_round_once_it_is_written() {
    let desktop = Desktop::new();
    let window = in_the_morning_round(&desktop, "full-disk-second-stop").await;
    let left = json!({ "outcome": "skipped", "reason": "pain" });
    let apart = journal(&desktop).today().unwrap().agenda.unwrap().any_time.swap_remove(0).bout;
    let first = json!({ "bout": apart, "outcome": left, "note": null });
    ask(&window, "record_bout", first).await.unwrap();
    let view = ask(&window, "session_view", json!({})).await.unwrap();
    assert_eq!(view["finished"], false, "one is none of this round");

    fill_the_disk(&desktop);
    let leave = json!({ "event": "leave-exercise", "reason": "pain" });
    let leave = json!({ "turn": view["turn"], "event": leave });
    assert_eq!(ask(&window, "session_event", leave).await, Err("failed".into()));
    let view = ask(&window, "session_view", json!({})).await.unwrap();
    assert_eq!((&view["finished"], &view["item"]), (&json!(false), &json!(1)));

    make_space(&desktop);
    let view = ask(&window, "session_view", json!({})).await.unwrap();
    assert_eq!(view["finished"], true);
    let kept = journal(&desktop);
    let states: Vec<_> = morning(&kept).iter().map(|item| item.state).collect();
    assert_eq!(states, [State::Skipped { reason: SkipReason::Pain }, State::Withheld]);
    assert_eq!(kept.session_cut_off().unwrap().items, [], "the round is over");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_warning_sign_that_could_not_be_kept_is_kept_with_the_next_look_at_the_day() {
    for was_a_mistake in [false, true] {
        let desktop = Desktop::new();
        let window = in_the_morning_round(&desktop, "full-disk-signs").await;
        let yes = || json!({ "any": true, "mistaken": false });

        fill_the_disk(&desktop);
        assert_eq!(ask(&window, "answer_signs", yes()).await, Err("failed".into()));
        let day = ask(&window, "today", json!({})).await.unwrap();
        assert_eq!(day["signs"]["stop"], Value::Null, "a disk that is full does not hide the day");
        if was_a_mistake {
            let no = json!({ "any": false, "mistaken": false });
            assert_eq!(ask(&window, "answer_signs", no).await, Err("failed".into()));
        }

        make_space(&desktop);
        for _ in 0..2 {
            let day = ask(&window, "today", json!({})).await.unwrap();
            assert_eq!(day["signs"]["stop"] == Value::Null, was_a_mistake);
        }
        let kept = journal(&desktop).signs_said().unwrap();
        assert_eq!(kept.len(), usize::from(!was_a_mistake), "once, where it was meant");
    }
}
