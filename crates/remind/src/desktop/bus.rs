//! One connection to the session bus, in the words of the Desktop Notifications Specification.
//!
//! notify-rust would be shorter. It listens for the answer only after the notification is on the
//! screen, so that a button pressed at once is lost; it waits for ever when the notification server
//! ends; and it holds a thread and a connection for each notification. Here one connection listens
//! before anything is shown, and says when the server has changed hands.

use std::collections::HashMap;
use std::sync::mpsc::Sender;

use futures_lite::StreamExt as _;
use zbus::zvariant::Value;
use zbus::{Connection, MatchRule, MessageStream, fdo, message, proxy};

use crate::delivery::{Answer, Event, Popup, PopupId};

/// The name that notification servers own on the bus.
const SERVER: &str = "org.freedesktop.Notifications";
/// The name of our `.desktop` file, by which desktops find the icon and the person's settings for us.
const DESKTOP_ENTRY: &str = "app.backwise";
/// Neither an alarm nor a trifle; it does not break through "do not disturb".
const URGENCY_NORMAL: u8 = 1;
/// The server's own time on the screen; afterwards the reminder stays in its list.
const USUAL_TIMEOUT: i32 = -1;

#[proxy(
    interface = "org.freedesktop.Notifications",
    default_service = "org.freedesktop.Notifications",
    default_path = "/org/freedesktop/Notifications",
    gen_blocking = false
)]
trait Notifications {
    #[expect(clippy::too_many_arguments, reason = "the specification has them")]
    fn notify(
        &self,
        app_name: &str,
        replaces_id: u32,
        app_icon: &str,
        summary: &str,
        body: &str,
        actions: &[&str],
        hints: HashMap<&str, Value<'_>>,
        expire_timeout: i32,
    ) -> zbus::Result<u32>;
    fn get_capabilities(&self) -> zbus::Result<Vec<String>>;
    #[zbus(no_reply)]
    fn close_notification(&self, id: u32) -> zbus::Result<()>;
}

/// A connection that listens.
#[derive(Debug, Clone)]
pub(super) struct Bus {
    notifications: NotificationsProxy<'static>,
}

impl Bus {
    /// Connects, and listens from then on: what is heard goes to `events`. `hung_up` is told when the
    /// bus itself has gone.
    pub(super) async fn connect(
        events: Sender<Event>,
        hung_up: impl FnOnce() + Send + 'static,
    ) -> zbus::Result<Self> {
        let connection = Connection::session().await?;
        let signals = listen(&connection, signals_of_the_server()?).await?;
        let owners = listen(&connection, changes_of_the_server()?).await?;
        let gone = events.clone();
        tokio::spawn(async move {
            pass_on(signals, |message| events.send(answer(message)?).ok()).await;
            hung_up();
        });
        tokio::spawn(pass_on(owners, move |message| gone.send(server_has_gone(message)?).ok()));
        Ok(Self { notifications: NotificationsProxy::new(&connection).await? })
    }

    /// Shows `popup` and gives its number.
    pub(super) async fn show(
        &self,
        popup: &Popup,
        replaces: Option<PopupId>,
    ) -> zbus::Result<PopupId> {
        let can = self.notifications.get_capabilities().await?;
        let can = |what: &str| can.iter().any(|capability| capability == what);
        let (mut body, mut actions) = (popup.body.clone(), Vec::new());
        if can("actions") {
            for button in &popup.buttons {
                actions.extend([name_of(button.answer), button.label.as_str()]);
            }
        } else if let Some(more) = &popup.without_buttons {
            body = format!("{body} {more}");
        }
        if can("body-markup") {
            body = escaped(&body);
        }
        let hints = HashMap::from([
            ("urgency", Value::from(URGENCY_NORMAL)),
            ("desktop-entry", Value::from(DESKTOP_ENTRY)),
        ]);
        let replaces = replaces.map_or(0, |popup| popup.0);
        let id = self
            .notifications
            .notify(
                "Backwise",
                replaces,
                "backwise",
                &popup.title,
                &body,
                &actions,
                hints,
                USUAL_TIMEOUT,
            )
            .await?;
        Ok(PopupId(id))
    }

    /// Takes the popup off the screen without waiting for an answer.
    pub(super) async fn close(&self, popup: PopupId) -> zbus::Result<()> {
        self.notifications.close_notification(popup.0).await
    }
}

fn signals_of_the_server() -> zbus::Result<MatchRule<'static>> {
    // One rule for both signals: "closed" follows a pressed button, and must not overtake it.
    Ok(MatchRule::builder()
        .msg_type(message::Type::Signal)
        .sender(SERVER)?
        .interface(SERVER)?
        .build())
}

fn changes_of_the_server() -> zbus::Result<MatchRule<'static>> {
    Ok(MatchRule::builder()
        .msg_type(message::Type::Signal)
        .sender("org.freedesktop.DBus")?
        .interface("org.freedesktop.DBus")?
        .member("NameOwnerChanged")?
        .add_arg(SERVER)?
        .build())
}

async fn listen(connection: &Connection, rule: MatchRule<'static>) -> zbus::Result<MessageStream> {
    MessageStream::for_match_rule(rule, connection, None).await
}

/// Hands every message of `stream` on, until the bus is gone.
async fn pass_on(
    mut stream: MessageStream,
    mut hand_on: impl FnMut(&message::Message) -> Option<()>,
) {
    while let Some(Ok(message)) = stream.next().await {
        // `None` is a message that says nothing to us.
        let _ = hand_on(&message);
    }
}

/// What the person did, if `message` says so.
fn answer(message: &message::Message) -> Option<Event> {
    let header = message.header();
    match header.member()?.as_str() {
        "ActionInvoked" => {
            let (id, name): (u32, String) = message.body().deserialize().ok()?;
            Some(Event::Answered(PopupId(id), answer_named(&name)?))
        }
        "NotificationClosed" => {
            // The reason is left aside: servers give the same one for a click, a time-out and the cross.
            let (id, _reason): (u32, u32) = message.body().deserialize().ok()?;
            Some(Event::Answered(PopupId(id), Answer::Closed))
        }
        _ => None,
    }
}

/// Whether the server that showed our popups has gone.
fn server_has_gone(message: &message::Message) -> Option<Event> {
    let changed = fdo::NameOwnerChanged::from_message(message.clone())?;
    changed.args().ok()?.old_owner().is_some().then_some(Event::PopupsGone)
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
    use super::*;

    #[test]
    fn a_round_called_like_a_mark_stays_text() {
        assert_eq!(escaped("Legs & <b>back</b>"), "Legs &amp; &lt;b&gt;back&lt;/b&gt;");
    }

    #[test]
    fn every_button_is_understood_when_it_comes_back() {
        for answer in [Answer::Open, Answer::Start, Answer::Snooze, Answer::Done] {
            assert_eq!(answer_named(name_of(answer)), Some(answer));
        }
        assert_eq!(answer_named("something-else"), None);
    }
}
