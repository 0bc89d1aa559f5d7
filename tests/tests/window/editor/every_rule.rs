//! Every kind of what stands beside the lines is entered, each of its questions answered, and all of it taken in.

use backwise_core::plan::draft::RuleKind;
use backwise_core::plan::{Advance, DayOffThen, DayPattern};
use backwise_core::time::Weekday;

use super::hands::Hands;
use super::{Editor, begin, taken_in};
use crate::window::desktop::Desktop;
use crate::window::{PHONE, open};

/// In the order in which one needs the other.
const KINDS: [RuleKind; 15] = [
    RuleKind::Round,
    RuleKind::Appointment,
    RuleKind::Clearance,
    RuleKind::Contact,
    RuleKind::Programme,
    RuleKind::Phase,
    RuleKind::DayType,
    RuleKind::MissedDose,
    RuleKind::Limit,
    RuleKind::Pain,
    RuleKind::PainRule,
    RuleKind::DayOff,
    RuleKind::ReEntry,
    RuleKind::Note,
    RuleKind::BadDay,
];

const WORDS: &str = "The words on your sheet";

const SOURCE: &str = "Which sheet is it from?";

/// Enters one of `kind`. Who adds a kind says here how it is answered.
async fn enter(editor: &Editor<'_>, kind: RuleKind) {
    match kind {
        RuleKind::Round => {
            editor.rule("rounds", "What is the round called?", "Morning", "Add a round").await;
            editor.tap("main", "A usual time is 8:00. Use this", 0).await;
            let late = "What your sheet says if this round is late or left out";
            editor.fill("main", late, 0, "Leave it if it is late.").await;
            editor.fill("main", "A new day begins at", 0, "04:00").await;
        }
        RuleKind::Appointment => {
            editor.rule("appointments", "What is it?", "Check", "Add this appointment").await;
            editor.fill("main", "Its day", 0, "2026-12-04").await;
        }
        RuleKind::Clearance => {
            let words = "What does your sheet say about it?";
            editor.rule("oks", words, "if the nurse agrees", "Add: they have to agree first").await;
        }
        RuleKind::Contact => {
            editor.rule("contacts", "Who is it?", "Ward line", "Add this contact").await;
            editor.fill("main", "Number", 0, "555-0134").await;
        }
        RuleKind::Programme => {
            editor.rule("turns", "What is it called?", "Strength", "Add what takes turns").await;
            editor.tap("main", "Every few days", 0).await;
            editor.fill("main", "Every how many days?", 0, "2").await;
            editor.fill("main", "A day on which it is done", 0, "2026-11-17").await;
            editor.tap("main", "When the last one was done", 0).await;
        }
        RuleKind::Phase => {
            editor.rule("parts", "What is the part called?", "Weeks 3 to 6", "Add this part").await;
            editor.tap("main", "For some weeks", 0).await;
            editor.fill("main", "First week", 0, "3").await;
            editor.tap("main", "On Monday 16 November…", 0).await;
        }
        RuleKind::DayType => {
            let add = "Add this kind of day";
            editor.rule("day-kinds", "What is it called?", "Late shift", add).await;
            editor.tap("main", "Tuesday", 0).await;
            editor.fill("main", "Morning at another time", 0, "11:00").await;
        }
        RuleKind::MissedDose => {
            editor.go("#/plan/edit/rules/late").await;
            editor.fill("main", WORDS, 0, "Nothing after 9 in the evening.").await;
            editor.fill("main", "Begin nothing after", 0, "21:00").await;
        }
        RuleKind::Limit => {
            editor.rule("limits", WORDS, "No driving.", "Add this limit").await;
            editor.tap("main", "driving", 0).await;
            editor.fill("main", SOURCE, 0, "ward leaflet").await;
            editor.tap("main", "Until an OK", 0).await;
            editor.tap("main", "if the nurse agrees", 0).await;
        }
        RuleKind::Pain => {
            editor.go("#/plan/edit/rules/pain").await;
            editor.fill("main", WORDS, 0, "Stop if it hurts over 5").await;
        }
        RuleKind::PainRule => {
            let label = "A rule about pain, in your sheet’s words";
            editor.rule("pain", label, "Over 5: half of it, twice", "Add this rule").await;
            editor.tap("main li.card", "Pain over a number", 0).await;
            editor.fill("main li.card", "Which number?", 0, "5").await;
            for answer in ["Back or leg", "While I do it", "Do a part of it"] {
                editor.tap("main li.card", answer, 0).await;
            }
            editor.fill("main li.card", "How much of it?", 0, "50").await;
            editor.tap("main li.card", "down: one less", 0).await;
            editor.tap("main li.card", "For some times", 0).await;
            editor.fill("main li.card", "For how many times?", 0, "2").await;
        }
        RuleKind::DayOff => {
            editor.rule("days-off", WORDS, "Sunday is free", "Add days off").await;
            editor.tap("main", "Sunday", 0).await;
            editor.tap("main", "It is done on the next day that is not off", 0).await;
        }
        RuleKind::ReEntry => {
            let add = "Add how to begin again";
            editor.rule("after-pause", WORDS, "After a break half for 3 days", add).await;
            editor.fill("main", "How much of it?", 0, "50").await;
            editor.tap("main", "up: one more", 0).await;
            editor.fill("main", "For how many days?", 0, "3").await;
            let gap =
                "After how many days without an entry does Backwise ask whether it was a pause?";
            editor.fill("main", gap, 0, "10").await;
        }
        RuleKind::Note => {
            editor.rule("notes", WORDS, "Bring your shoes.", "Add these words").await;
            editor.tap("main li.card", "Other notes", 0).await;
        }
        RuleKind::BadDay => {
            editor.rule("bad-day", WORDS, "The bridge is enough", "Add what is enough").await;
            editor.tap("main", "Bridge", 0).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_stands_beside_the_lines_can_be_answered_and_taken_in() {
    let desktop = Desktop::new();
    let window = open(&desktop, "editor-every-rule").await;
    let editor = Editor { window: &window, hands: Hands::Thumb };
    window.resize(PHONE.0, PHONE.1).await;
    begin(&editor, "Everything", "2026-11-02", "No", "2026-11-16").await;
    for kind in &KINDS[..5] {
        enter(&editor, *kind).await;
    }
    for (words, search, title, turn) in
        [("Bridge: 8 times", "bridge", "Bridge", "A"), ("Clam: 8 times", "clam", "Clamshell", "B")]
    {
        editor.line("", words, search, title).await;
        editor.dose(&[("How many times", 8)], &[]).await;
        if title == "Clamshell" {
            editor.side("Each side").await;
        }
        let often = editor.at_any_time(1, None).await;
        editor.tap(&often, "In turn with others", 0).await;
        editor.tap(&often, turn, 0).await;
        editor.fill("main", SOURCE, 0, "surgeon").await;
    }
    editor.line("", "Sit to stand: 8 times, 3 days a week", "sit to stand", "Sit to stand").await;
    editor.dose(&[("How many times", 8)], &[]).await;
    let often = editor.at_any_time(1, None).await;
    editor.tap(&often, "So many days a week", 0).await;
    editor.fill(&often, "On how many days a week?", 0, "3").await;
    editor.tap(&often, "No, or my sheet does not say", 0).await;
    editor.tap(&often, "Sunday", 0).await;
    for kind in &KINDS[5..] {
        enter(&editor, *kind).await;
    }
    assert_eq!(editor.kept().await["open"], serde_json::json!([]), "every question has its answer");
    editor.read_back().await;
    editor.take_in().await;
    let plan = taken_in(&window).await;
    let once = [
        plan.rounds.len(),
        plan.appointments.len(),
        plan.clearances.len(),
        plan.contacts.len(),
        plan.programmes.len(),
        plan.phases.len(),
        plan.day_types.len(),
        plan.precautions.len(),
        plan.days_off.len(),
        plan.notes.len(),
        plan.pain.as_ref().unwrap().rules.len(),
        usize::from(plan.missed_dose.latest_start.is_some()),
        usize::from(plan.re_entry.unwrap().part.is_some()),
        plan.bad_day.unwrap().minimum.len(),
    ];
    assert_eq!(once, [1; 14]);
    let from = "2026-11-17".parse().unwrap();
    assert_eq!(plan.programmes[0].days, DayPattern::EveryNDays { n: 2, from });
    assert_eq!(plan.programmes[0].advance, Advance::Done);
    assert_eq!(plan.days_off[0].then, DayOffThen::Shift);
    assert_eq!(plan.day_types[0].weekdays.len(), 1);
    assert_eq!((plan.week_starts, plan.gap_days), (Weekday::Sun, 10));
    assert_eq!(plan.day_start, "04:00".parse().unwrap());
    let late = plan.rounds[0].missed_dose.as_written.as_deref();
    assert_eq!(late, Some("Leave it if it is late."));
    let of_lines = plan.lines.iter().map(|line| line.source.as_deref());
    assert_eq!(of_lines.collect::<Vec<_>>(), [Some("surgeon"), Some("surgeon"), None]);
    assert_eq!(plan.precautions[0].source.as_deref(), Some("ward leaflet"));
    window.assert_the_policy_held().await;
}
