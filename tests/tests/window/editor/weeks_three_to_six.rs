//! The paper sheet of weeks 3 to 6, typed in.

use super::hands::Hands;
use super::{Editor, alike, begin, of_the_file, taken_in};
use crate::window::desktop::Desktop;
use crate::window::open;

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_of_weeks_three_to_six_typed_in_is_the_plan_of_its_file() {
    let desktop = Desktop::new();
    let window = open(&desktop, "editor").await;
    let editor = Editor { window: &window, hands: Hands::Keys };
    begin(&editor, "Weeks 3 to 6 after decompression", "2026-11-02", "No", "2026-11-16").await;
    window.until_shown("16 days ago").await;
    editor.fill("main", "Review", 0, "2026-12-14").await;
    editor.fill("main", "How many lines does your sheet have?", 0, "11").await;
    editor.fill("main", "What was done", 0, "L4/5 decompression (laminectomy)").await;

    for (name, routine, time) in [
        ("Morning", "after breakfast", "08:30"),
        ("Early afternoon", "", "13:30"),
        ("Evening", "", "19:00"),
    ] {
        editor.rule("rounds", "What is the round called?", name, "Add a round").await;
        editor.fill("main", "Time", -1, time).await;
        if !routine.is_empty() {
            editor.fill("main", "Before or after what in your day?", -1, routine).await;
        }
        editor.fill("main", "At least so long after the round before", -1, "180").await;
    }
    editor.fill("main [aria-label='Nothing may ring']", "From", 0, "21:00").await;
    editor.fill("main [aria-label='Nothing may ring']", "Until", 0, "07:00").await;

    editor
        .line(
            "1",
            "Belly brace lying down: 10 x, hold 5 seconds",
            "belly brace",
            "Gentle abdominal brace",
        )
        .await;
    editor.dose(&[("How many times", 10), ("Hold each time", 5)], &[]).await;
    editor.in_rounds(&["Morning", "Early afternoon", "Evening"]).await;
    editor.line("2", "Heel slides: 10 each leg", "heel slides", "Heel slides").await;
    editor.dose(&[("How many times", 10)], &[]).await;
    editor.side("Each side").await;
    editor.in_rounds(&["Morning", "Early afternoon", "Evening"]).await;

    // The draft survives a program that is killed.
    let before = editor.kept().await;
    window.kill().await;
    let window = open(&desktop, "editor-after-the-kill").await;
    let editor = Editor { window: &window, hands: Hands::Keys };
    assert_eq!(editor.kept().await, before);

    editor.line("3", "Once a day: Bridge: 2 sets of 8, hold 3 seconds, one minute rest. Half height for the first week.", "bridge", "Bridge").await;
    editor
        .dose(
            &[("Sets", 2), ("How many times", 8), ("Hold each time", 3), ("Rest in between", 60)],
            &[],
        )
        .await;
    editor.once_every_day().await;
    let later = editor.section("later").await;
    editor.tap(&later, "From some day on it is different", -1).await;
    let stage = "section[data-section=later] section.stage:nth-of-type(1)";
    editor
        .fill(stage, "The words on your sheet for it", 0, "Half height for the first week.")
        .await;
    editor.tap(stage, "On a day", 0).await;
    editor.tap(stage, "A date", 0).await;
    editor.fill(stage, "Which day?", 0, "2026-11-16").await;
    editor.tap(stage, "Does it end again?", 0).await;
    editor.tap(stage, "A date", 1).await;
    editor.fill(stage, "First day on which it is over", 0, "2026-11-23").await;
    editor.tap(stage, "How much", 0).await;
    editor.tap(stage, "Anything else: how far, weight, a range", 0).await;
    editor.fill(stage, "How far", 0, "half height").await;
    editor.tap(&later, "And then it changes again", 0).await;
    let stage = "section[data-section=later] section.stage:nth-of-type(2)";
    editor.tap(stage, "On a day", 0).await;
    editor.tap(stage, "A date", 0).await;
    editor.fill(stage, "Which day?", 0, "2026-11-23").await;

    let two_sets = |times| [("Sets", 2), ("How many times", times)];
    editor
        .line(
            "4",
            "Once a day: Clam: 2 x 8 each side, hold 2 seconds (not on Sundays)",
            "clam",
            "Clamshell",
        )
        .await;
    editor
        .dose(&[("Sets", 2), ("How many times", 8), ("Hold each time", 2)], &["Rest in between"])
        .await;
    editor.side("Each side").await;
    let often = editor.at_any_time(1, None).await;
    editor.tap(&often, "Every day but some", 0).await;
    editor.tap(&often, "Sunday", 0).await;
    editor.line("5", "Once a day: Sit to stand: 2 x 8", "sit to stand", "Sit to stand").await;
    editor.dose(&two_sets(8), &["Rest in between"]).await;
    editor.once_every_day().await;
    editor
        .line(
            "6",
            "Once a day: Heel raises at the worktop: 2 x 10",
            "heel raises",
            "Heel raises at the worktop",
        )
        .await;
    editor.dose(&two_sets(10), &["Rest in between"]).await;
    editor.once_every_day().await;
    editor
        .line(
            "7",
            "Once a day: Stand heel to toe: 3 x 10 seconds each foot forward (Mon, Wed, Fri, Sat)",
            "heel to toe",
            "Heel-to-toe stand",
        )
        .await;
    editor.dose(&[("How many times", 3), ("Hold each time", 10)], &[]).await;
    editor.side("Each side").await;
    let often = editor.at_any_time(1, None).await;
    editor.tap(&often, "On some weekdays", 0).await;
    for day in ["Monday", "Wednesday", "Friday", "Saturday"] {
        editor.tap(&often, day, 0).await;
    }
    editor
        .line(
            "8",
            "Three times a week, any days but not two days running: Wall push-up: 2 x 8",
            "wall push-up",
            "Wall push-up",
        )
        .await;
    editor.dose(&two_sets(8), &["Rest in between"]).await;
    let often = editor.at_any_time(1, None).await;
    editor.tap(&often, "So many days a week", 0).await;
    editor.fill(&often, "On how many days a week?", 0, "3").await;
    editor.tap(&often, "Yes", 0).await;
    editor.line("", "Walking: weeks 3-4 fifteen minutes three times a day, weeks 5-6 twenty-five minutes twice a day.", "walk", "Level walking").await;
    editor.dose(&[("Minutes", 15)], &[]).await;
    let often = editor.at_any_time(3, None).await;
    editor.tap(&often, "Every day", 0).await;
    let later = editor.section("later").await;
    let weeks = [
        ("Weeks 3-4 fifteen minutes three times a day", "3", "4", "15", "3"),
        ("Weeks 5-6 twenty-five minutes twice a day", "5", "6", "25", "2"),
    ];
    for (at, (words, first, last, minutes, times)) in (1..).zip(weeks) {
        let add =
            if at == 1 { "From some day on it is different" } else { "And then it changes again" };
        editor.tap(&later, add, -1).await;
        let stage = format!("section[data-section=later] section.stage:nth-of-type({at})");
        editor.fill(&stage, "The words on your sheet for it", 0, words).await;
        editor.tap(&stage, "In a week", 0).await;
        editor.fill(&stage, "First week", 0, first).await;
        if at == 1 {
            editor.tap(&stage, "On Monday 16 November…", 0).await;
        }
        editor.fill(&stage, "Last week, if there is one", 0, last).await;
        editor.tap(&stage, "How much", 0).await;
        editor.fill(&stage, "Minutes", 0, minutes).await;
        editor.tap(&stage, "How often", 0).await;
        editor.tap(&stage, "At any time of the day", 0).await;
        editor.fill(&stage, "How many times?", 0, times).await;
    }
    editor.line("", "Calf stretch: may be done up to twice a day, 3 x 20 seconds each leg, if the calf feels tight.", "calf stretch", "Calf stretch at the wall").await;
    editor.dose(&[("How many times", 3), ("Hold each time", 20)], &[]).await;
    editor.side("Each side").await;
    let often = editor.section("often").await;
    editor.tap(&often, "Only when I need it", 0).await;
    editor.fill(&often, "When may it be done?", 0, "if the calf feels tight").await;
    editor.fill(&often, "At most", 0, "2").await;
    editor
        .line(
            "",
            "Getting out of bed: log roll, every time.",
            "log roll",
            "Log roll out of and into bed",
        )
        .await;
    let often = editor.section("often").await;
    editor.tap(&often, "Every time I move that way", 0).await;

    editor.go("#/plan/edit/rules/late").await;
    editor.fill("main", "The words on your sheet", 0, "Every day, three times (after breakfast, early afternoon, evening; at least 3 hours apart).\nIf you miss a round, leave it. Never do two rounds at once. Nothing after 9 in the evening.").await;
    editor.fill("main", "Begin nothing after", 0, "21:00").await;
    editor.fill("main", "No reminder after", 0, "21:00").await;
    editor.rule("contacts", "Who is it?", "Ward line", "Add this contact").await;
    editor.fill("main", "Number", 0, "555-0134").await;
    editor
        .fill(
            "main",
            "What for",
            0,
            "leg pain that goes further down the leg, or pain over 5 out of 10",
        )
        .await;

    let words = "The words on your sheet";
    let limit =
        "Until the review: no bending, lifting or twisting; lift no more than 4.5 kg (10 lb)";
    editor.rule("limits", words, limit, "Add this limit").await;
    for kind in ["bending", "lifting", "twisting", "Until an appointment"] {
        editor.tap("main li.card:nth-child(1)", kind, 0).await;
    }
    editor.fill("main li.card:nth-child(1)", "The heaviest you may lift", 0, "4.5").await;
    let limit =
        "Until the review: sit no longer than 30 minutes at a time, then get up for 2 minutes";
    editor.rule("limits", words, limit, "Add this limit").await;
    for kind in ["sitting", "Until an appointment"] {
        editor.tap("main li.card:nth-child(2)", kind, 0).await;
    }
    editor.fill("main li.card:nth-child(2)", "The longest sitting at a time", 0, "30").await;
    editor.fill("main li.card:nth-child(2)", "Then be up for", 0, "2").await;

    editor.go("#/plan/edit/rules/pain").await;
    editor.fill("main", words, 0, "Until the review: stop an exercise if leg pain goes further down the leg or pain is over 5 out of 10; ring the ward line 555-0134").await;
    editor.tap("main", "After it hurt", 0).await;
    let rule = "A rule about pain, in your sheet’s words";
    editor
        .rule(
            "pain",
            rule,
            "Stop an exercise if leg pain goes further down the leg; ring the ward line 555-0134",
            "Add this rule",
        )
        .await;
    for answer in [
        "Pain moves further down the leg",
        "While I do it",
        "Stop this exercise",
        "Until my team says otherwise",
        "Ward line",
    ] {
        editor.tap("main li.card:nth-child(1)", answer, 0).await;
    }
    editor
        .rule(
            "pain",
            rule,
            "Stop an exercise if pain is over 5 out of 10; ring the ward line 555-0134",
            "Add this rule",
        )
        .await;
    editor.tap("main li.card:nth-child(2)", "Pain over a number", 0).await;
    editor.fill("main li.card:nth-child(2)", "Which number?", 0, "5").await;
    for answer in [
        "Back or leg",
        "While I do it",
        "Stop this exercise",
        "Until my team says otherwise",
        "Ward line",
    ] {
        editor.tap("main li.card:nth-child(2)", answer, 0).await;
    }
    editor
        .rule(
            "bad-day",
            words,
            "Bad day? Do number 1 and one walk; that is enough.",
            "Add what is enough",
        )
        .await;
    editor.tap("main", "Gentle abdominal brace", 0).await;
    editor.tap("main", "Level walking", 0).await;

    editor.read_back().await;
    editor.take_in().await;
    assert_eq!(alike(taken_in(&window).await), alike(of_the_file("weeks-3-to-6.backwise")));
    window.assert_the_policy_held().await;
}
