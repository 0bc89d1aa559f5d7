//! A popup in the words of notify-rust, and its answers in ours.

use notify_rust::{Hint, Notification, NotificationResponse, Urgency};

use crate::delivery::{Answer, Popup};

/// The name of our `.desktop` file, by which desktops find the icon and the person's settings for us.
/// The packages name it after the product.
const DESKTOP_ENTRY: &str = "Backwise";

/// `popup` for a server that can do `capabilities`.
pub(super) fn notification(popup: &Popup, capabilities: &[String]) -> Notification {
    let can = |what: &str| capabilities.iter().any(|capability| capability == what);
    let mut notification = Notification::new();
    notification.appname("Backwise").icon("backwise").summary(&popup.title);
    // Neither an alarm nor a trifle: it does not break through "do not disturb".
    let urgency = if popup.is_silent { Urgency::Low } else { Urgency::Normal };
    notification.urgency(urgency).hint(Hint::DesktopEntry(DESKTOP_ENTRY.to_owned()));
    if popup.is_silent {
        notification.hint(Hint::SuppressSound(true));
    }
    let mut body = popup.body.clone();
    if can("actions") {
        for button in &popup.buttons {
            notification.action(name_of(button.answer), &button.label);
        }
    } else if let Some(more) = &popup.without_buttons {
        body = format!("{body} {more}");
    }
    notification.body(&if can("body-markup") { escaped(&body) } else { body });
    notification
}

/// What the person did. `None` for a button that is not ours.
pub(super) fn answer(response: &NotificationResponse) -> Option<Answer> {
    match response {
        NotificationResponse::Default => answer_named("default"),
        NotificationResponse::Action(name) => answer_named(name),
        // The reason is left aside: servers give the same one for a click, a time-out and the cross.
        NotificationResponse::Closed(_) => Some(Answer::Closed),
        // No server of the specification has a field to write in.
        NotificationResponse::Reply(_) => None,
    }
}

/// The names of the answers on the bus. "default" is the popup itself, by the specification.
const NAMES: [(Answer, &str); 4] = [
    (Answer::Open, "default"),
    (Answer::Start, "start"),
    (Answer::Snooze, "snooze"),
    (Answer::Done, "done"),
];

fn name_of(answer: Answer) -> &'static str {
    NAMES.iter().find(|(known, _)| *known == answer).map_or("", |(_, name)| name)
}

fn answer_named(name: &str) -> Option<Answer> {
    NAMES.iter().find(|(_, known)| *known == name).map(|(answer, _)| *answer)
}

/// `text` for a server that reads marks: what the plan's author wrote must not become one.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use notify_rust::CloseReason;

    use super::*;
    use crate::delivery::Button;

    fn popup() -> Popup {
        let buttons = [Answer::Open, Answer::Start, Answer::Snooze, Answer::Done]
            .map(|answer| Button { answer, label: format!("{answer:?}") });
        Popup {
            title: "Next: your <morning> round".to_owned(),
            body: "Legs & <b>back</b>.".to_owned(),
            without_buttons: Some("Open Backwise to begin.".to_owned()),
            buttons: buttons.into(),
            is_silent: false,
        }
    }

    fn shown_where(capabilities: &[&str]) -> Notification {
        let capabilities: Vec<String> = capabilities.iter().map(|&can| can.to_owned()).collect();
        notification(&popup(), &capabilities)
    }

    #[test]
    fn a_round_called_like_a_mark_stays_text() {
        let shown = shown_where(&["actions", "body-markup"]);
        assert_eq!(shown.body, "Legs &amp; &lt;b&gt;back&lt;/b&gt;.");
        assert_eq!(shown.summary, "Next: your <morning> round", "a title has no marks");
        assert_eq!(shown_where(&["actions"]).body, "Legs & <b>back</b>.");
    }

    #[test]
    fn without_buttons_the_text_says_what_to_do() {
        let shown = shown_where(&[]);
        assert_eq!(shown.body, "Legs & <b>back</b>. Open Backwise to begin.");
        assert_eq!(shown.actions, Vec::<String>::new());
    }

    #[test]
    fn every_button_is_understood_when_it_comes_back() {
        let shown = shown_where(&["actions"]);
        let names: Vec<&String> = shown.actions.iter().step_by(2).collect();
        assert_eq!(names, ["default", "start", "snooze", "done"]);
        for (answered, name) in
            [Answer::Start, Answer::Snooze, Answer::Done].iter().zip(&names[1..])
        {
            assert_eq!(answer(&name.as_str().into()), Some(*answered));
        }
        assert_eq!(answer(&NotificationResponse::Default), Some(Answer::Open));
        assert_eq!(
            answer(&NotificationResponse::Closed(CloseReason::Dismissed)),
            Some(Answer::Closed)
        );
        assert_eq!(answer(&"something-else".into()), None);
    }
}
