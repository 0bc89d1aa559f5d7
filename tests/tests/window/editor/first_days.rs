//! The ward leaflet of the first days, typed in.

use serde_json::json;

use super::hands::Hands;
use super::{Editor, alike, begin, of_the_file, taken_in, text_of};
use crate::window::desktop::Desktop;
use crate::window::{PHONE, open};

#[tokio::test(flavor = "multi_thread")]
async fn the_leaflet_of_the_first_days_typed_in_is_the_plan_of_its_file() {
    let desktop = Desktop::new();
    let window = open(&desktop, "editor-first-days").await;
    let editor = Editor { window: &window, hands: Hands::Thumb };
    window.resize(PHONE.0, PHONE.1).await;
    begin(&editor, "The first days at home", "2026-11-20", "I don’t know", "2026-11-22").await;
    editor.fill("main", "Review", 0, "2026-12-04").await;
    editor.fill("main", "What was done", 0, "lumbar laminectomy").await;
    editor.fill("main", "Day you came home", 0, "2026-11-22").await;
    for (name, time) in [("Morning", "08:00"), ("Evening", "20:00")] {
        editor.rule("rounds", "What is the round called?", name, "Add a round").await;
        editor.fill("main", "Time", -1, time).await;
    }
    editor.rule("appointments", "What is it?", "Two-week check", "Add this appointment").await;
    editor.fill("main", "Its day", 0, "2026-12-04").await;
    let words = "The words on your sheet";
    editor.fill("main", words, 0, "the two-week check on 4 December").await;

    let every_two_hours = "Do these every two hours while you are awake (8 in the morning to 8 in the evening), until the two-week check on 4 December: ";
    let three = [
        ("ankle pumps, both feet, 20", "ankle pumps", "Ankle pumps", 20, None),
        (
            "squeeze the buttocks, 5 times, hold 5 seconds",
            "buttock squeezes",
            "Buttock squeezes",
            5,
            Some(5),
        ),
        (
            "squeeze the thighs, 5 each leg, hold 5 seconds",
            "thigh squeezes",
            "Thigh squeezes",
            5,
            Some(5),
        ),
    ];
    for (line, search, title, times, hold) in three {
        editor.line("", &format!("{every_two_hours}{line}"), search, title).await;
        let hold = hold.map(|seconds| ("Hold each time", seconds));
        let numbers: Vec<_> = [("How many times", times)].into_iter().chain(hold).collect();
        editor.dose(&numbers, &[]).await;
        if title == "Thigh squeezes" {
            editor.side("Each side").await;
        }
        let often = editor.section("often").await;
        editor.tap(&often, "On set days", 0).await;
        editor.tap(&often, "Every few hours", 0).await;
        editor.fill(&often, "Every how many hours?", 0, "2").await;
        editor.tap(&often, "My sheet gives times", 0).await;
        editor.fill(&often, "First time of the day", 0, "08:00").await;
        editor.fill(&often, "Last time of the day", 0, "20:00").await;
        editor.tap(&often, "Every day", 0).await;
        let span = editor.section("span").await;
        editor.tap(&span, "From or until a day", 0).await;
        editor.tap(&span, "A date", -1).await;
        editor.fill(&span, "First day on which it is over", 0, "2026-12-05").await;
        window.until_shown("So the last day is Friday 4 December 2026.").await;
    }
    editor
        .line(
            "",
            "Morning and evening: deep belly breathing, 8 slow breaths.",
            "belly breathing",
            "Belly breathing",
        )
        .await;
    editor.dose(&[("Slow breaths", 8)], &[]).await;
    editor.in_rounds(&["Morning", "Evening"]).await;

    editor.line("", "Walk indoors 4 to 6 times a day: 3 minutes on the first two days, then one minute more every second day, no more than 10 minutes.", "walk", "Level walking").await;
    editor.dose(&[("Minutes", 3)], &[]).await;
    let often = editor.at_any_time(4, Some(6)).await;
    editor.tap(&often, "Every day", 0).await;
    let later = editor.section("later").await;
    editor.tap(&later, "It grows little by little", -1).await;
    editor.fill(&later, "By how much each time?", 0, "1").await;
    editor.tap(&later, "Every so many days", 0).await;
    editor.fill(&later, "Every how many days?", 0, "2").await;
    editor.fill(&later, "Up to how much at most?", 0, "10").await;
    editor.tap(&later, "Days after I came home", 0).await;
    editor.fill(&later, "How many days after you came home?", 0, "2").await;

    let nurse = "From day 7, if the nurse agrees: heel raises at the worktop";
    editor
        .line("", &format!("{nurse}, 8, once a day."), "heel raises", "Heel raises at the worktop")
        .await;
    editor.dose(&[("How many times", 8)], &[]).await;
    editor.once_every_day().await;
    let span = editor.section("span").await;
    editor.tap(&span, "From or until a day", 0).await;
    editor.tap(&span, "Days after the operation", 0).await;
    editor.fill(&span, "How many days after the operation?", 0, "7").await;
    let ok = editor.section("ok").await;
    editor.tap(&ok, "Yes, somebody has to agree first", 0).await;
    editor.fill(&ok, "What does your sheet say about it?", 0, nurse).await;
    editor.tap(&ok, "Add: they have to agree first", 0).await;
    window
        .until(&format!("{}.includes({})", text_of(&format!("{ok} summary")), json!(nurse)))
        .await;
    editor.go("#/plan/edit/rules/oks").await;
    editor.fill("main", "Whose OK?", 0, "the nurse").await;
    editor.fill("main", "Day on which to ask for it", 0, "2026-11-27").await;

    let limits: [(&str, &[&str]); 4] = [
        ("Sit 20 minutes at most.", &["sitting"]),
        ("Nothing heavier than a kettle.", &["lifting"]),
        ("No driving.", &["driving"]),
        ("Keep the wound dry.", &["the wound", "water"]),
    ];
    for (at, (limit, kinds)) in (1..).zip(limits) {
        editor.rule("limits", words, limit, "Add this limit").await;
        let card = format!("main li.card:nth-child({at})");
        for kind in kinds {
            editor.tap(&card, kind, 0).await;
        }
        editor.tap(&card, "Until my team says otherwise", 0).await;
        if at == 1 {
            editor.fill(&card, "The longest sitting at a time", 0, "20").await;
        }
    }
    editor.read_back().await;
    // The person has told the day of another operation, and is asked before the sheet is taken in.
    editor.tap("main", "The plan is right", 0).await;
    editor.take_in().await;
    assert_eq!(alike(taken_in(&window).await), alike(of_the_file("early-days.backwise")));
    window.assert_the_policy_held().await;
}
