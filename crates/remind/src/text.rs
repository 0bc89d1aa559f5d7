//! What a reminder says. It stands on a locked screen too: no diagnosis, no exercise by name.

use backwise_core::reminder::{Reminder, Why};
use backwise_words::{Value, Words};

use crate::delivery::{Answer, Button, Popup};

/// One popup for `reminders`, the newest first; `None` when there are none.
#[must_use]
pub fn popup(words: &Words, reminders: &[Reminder]) -> Option<Popup> {
    let (newest, others) = reminders.split_first()?;
    let (title, mut sentences) = if others.is_empty() {
        (title_of_one(words, newest), Vec::from_iter(why(words, newest)))
    } else {
        (title_of_several(words, reminders.len()), vec![list(words, reminders)])
    };
    sentences.push(work(words, reminders));
    Some(Popup {
        title,
        body: sentences.join(" "),
        without_buttons: Some(words.text("reminder-open-the-app", &[])),
        buttons: buttons(words, reminders),
        is_silent: false,
    })
}

/// The popup that the person asks for in Settings, to see whether reminders arrive.
#[must_use]
pub fn test_popup(words: &Words) -> Popup {
    Popup {
        title: words.text("reminder-test-title", &[]),
        body: words.text("reminder-test-body", &[]),
        without_buttons: None,
        buttons: Vec::new(),
        is_silent: false,
    }
}

fn title_of_one(words: &Words, reminder: &Reminder) -> String {
    let round = name_of(words, reminder);
    let round = round.as_str();
    // "your morning round" reads well for one plain word; a longer name stays as the plan writes it.
    let mut letters = round.chars();
    let is_word = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
    let form = if is_word { "word" } else { "name" };
    words.text(
        "reminder-title",
        &[("round", round.into()), ("lower", round.to_lowercase().into()), ("form", form.into())],
    )
}

/// The name of a round: a round by the clock is called by its time.
fn name_of(words: &Words, reminder: &Reminder) -> String {
    if reminder.title.is_empty() { words.time(reminder.at) } else { reminder.title.clone() }
}

fn title_of_several(words: &Words, rounds: usize) -> String {
    words.text("reminder-title-several", &[("rounds", rounds.into())])
}

/// Why a single reminder comes now, where that is not plain from the time.
fn why(words: &Words, reminder: &Reminder) -> Option<String> {
    match reminder.why {
        Why::Due => None,
        Why::Late => {
            Some(words.text("reminder-waiting", &[("time", words.time(reminder.at).into())]))
        }
        Why::Snoozed => Some(words.text("reminder-again", &[])),
    }
}

/// The rounds in the day's order, each with its time.
fn list(words: &Words, reminders: &[Reminder]) -> String {
    let rounds: Vec<String> = reminders
        .iter()
        .rev()
        .map(|reminder| {
            let time = words.time(reminder.at);
            if reminder.title.is_empty() {
                return time;
            }
            words.text(
                "reminder-round-at",
                &[("round", reminder.title.as_str().into()), ("time", time.into())],
            )
        })
        .collect();
    format!("{}.", rounds.join(", "))
}

/// How much there is to do. The minutes are left out when the sheet does not say enough for one round.
fn work(words: &Words, reminders: &[Reminder]) -> String {
    let exercises: usize = reminders.iter().map(|reminder| reminder.bouts.len()).sum();
    let minutes: Option<u32> = reminders.iter().map(|reminder| reminder.about_minutes).sum();
    let exercises = ("exercises", Value::from(exercises));
    match minutes {
        Some(minutes) => {
            words.text("reminder-exercises-and-minutes", &[exercises, ("minutes", minutes.into())])
        }
        None => words.text("reminder-exercises", &[exercises]),
    }
}

/// Where a question of safety comes first there is no "Done": the question is asked in the app, at the same tick on
/// Today as before a round that is started. Nor is one put off that would not come back.
fn buttons(words: &Words, reminders: &[Reminder]) -> Vec<Button> {
    let button = |answer, label| Button { answer, label };
    let mut buttons = vec![
        button(Answer::Open, words.text("reminder-open", &[])),
        button(Answer::Start, words.text("reminder-start", &[])),
    ];
    if reminders.iter().all(|reminder| reminder.can_wait) {
        buttons.push(button(Answer::Snooze, words.text("reminder-snooze", &[])));
    }
    if !reminders.iter().any(|reminder| reminder.asks_first) {
        buttons.push(button(Answer::Done, words.text("reminder-done", &[])));
    }
    buttons
}

#[cfg(test)]
mod tests {
    use backwise_core::ids::{LineId, PlanId, RoundId};
    use backwise_core::record::{BoutKey, BoutPlace};
    use backwise_core::reminder::ReminderKey;
    use backwise_core::time::Day;
    use backwise_words::Language;

    use super::*;

    fn reminder(
        title: &str,
        at: &str,
        open_items: u8,
        about_minutes: Option<u32>,
        why: Why,
    ) -> Reminder {
        let key = ReminderKey {
            plan: PlanId::new("plan").unwrap(),
            round: RoundId::new("round").unwrap(),
            day: Day::new(2026, 11, 16).unwrap(),
        };
        let bout = |nth| BoutKey {
            plan: key.plan.clone(),
            line: LineId::new("line").unwrap(),
            day: key.day,
            place: BoutPlace::AnyTime(nth),
        };
        let bouts = (1..=open_items).map(bout).collect();
        Reminder {
            key,
            title: title.to_owned(),
            at: at.parse().unwrap(),
            bouts,
            about_minutes,
            asks_first: false,
            can_wait: true,
            why,
        }
    }

    fn check(reminders: &[Reminder], title: &str, body: &str) {
        let popup = popup(&Words::of_reminders(Language::ENGLISH), reminders).unwrap();
        assert_eq!((popup.title.as_str(), popup.body.as_str()), (title, body));
    }

    #[test]
    fn a_reminder_says_what_comes_and_how_much_it_is() {
        let due = |title, items, minutes| [reminder(title, "08:00", items, minutes, Why::Due)];
        check(
            &due("Morning", 2, Some(5)),
            "Next: your morning round",
            "Two exercises, about 5 minutes.",
        );
        check(
            &due("Morning", 1, Some(1)),
            "Next: your morning round",
            "One exercise, about one minute.",
        );
        check(&due("After the walk", 12, None), "Next: After the walk", "12 exercises.");
        check(&due("B2", 3, None), "Next: B2", "Three exercises.");
    }

    #[test]
    fn what_a_question_of_safety_comes_before_is_not_done_with_a_press_on_a_popup() {
        let answers = |asks_first| {
            let plain = reminder("Morning round", "08:00", 2, None, Why::Due);
            let asked = Reminder { asks_first, ..plain.clone() };
            let popup = popup(&Words::of_reminders(Language::ENGLISH), &[plain, asked]).unwrap();
            popup.buttons.into_iter().map(|button| button.answer).collect::<Vec<_>>()
        };
        let without = [Answer::Open, Answer::Start, Answer::Snooze];
        assert_eq!(answers(true), without);
        assert_eq!(answers(false), [&without[..], &[Answer::Done]].concat());
    }

    #[test]
    fn what_would_not_come_back_is_not_put_off() {
        let waits = reminder("Morning", "08:00", 2, None, Why::Due);
        let ends = Reminder { can_wait: false, ..waits.clone() };
        let popup = popup(&Words::of_reminders(Language::ENGLISH), &[waits, ends]).unwrap();
        let answers: Vec<_> = popup.buttons.into_iter().map(|button| button.answer).collect();
        assert_eq!(answers, [Answer::Open, Answer::Start, Answer::Done]);
    }

    #[test]
    fn a_late_one_says_since_when_and_an_asked_for_one_says_so() {
        let late = [reminder("Morning", "09:00", 2, Some(5), Why::Late)];
        check(
            &late,
            "Next: your morning round",
            "Waiting since 09:00. Two exercises, about 5 minutes.",
        );
        let again = [reminder("Morning", "09:00", 2, None, Why::Snoozed)];
        check(&again, "Next: your morning round", "Here again, as you asked. Two exercises.");
    }

    #[test]
    fn several_rounds_are_one_popup() {
        let both = [
            reminder("Midday", "12:00", 2, Some(5), Why::Due),
            reminder("Morning", "08:00", 3, Some(7), Why::Late),
        ];
        check(
            &both,
            "Next: two rounds",
            "Morning 08:00, Midday 12:00. Five exercises, about 12 minutes.",
        );
        let unknown = [both[0].clone(), reminder("Morning", "08:00", 3, None, Why::Late)];
        check(&unknown, "Next: two rounds", "Morning 08:00, Midday 12:00. Five exercises.");
        assert_eq!(popup(&Words::of_reminders(Language::ENGLISH), &[]), None);
    }
}
