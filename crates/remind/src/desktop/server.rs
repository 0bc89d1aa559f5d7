//! The notification server of the desktop: what it can do, that it has ended, and what was pressed.
//!
//! notify-rust shows the popups and hears their buttons; this is what it leaves out. It asks for the
//! capabilities on a runtime of its own with a thread for each core. It goes on waiting when the server
//! is no more. And it misses a press: in the moment after the popup appeared, and whenever two signals
//! come at once, because it listens anew after each. GNOME sends two for every press, a token for the
//! window and then the button, and to the sender alone. So presses are witnessed on the bus as well.

use std::sync::mpsc::Sender;

use futures_lite::StreamExt as _;
use notify_rust::NotificationResponse;
use zbus::{Connection, MatchRule, MessageStream, fdo, message};

use super::notification::answer;
use crate::delivery::{Event, PopupId};

/// The name that notification servers own on the bus, and that of their interface.
const SERVER: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// What became of whoever showed our popups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gone {
    /// The server has ended, or another has taken its place.
    Server,
    /// The session bus itself: the next popup needs a new connection.
    Bus,
}

/// A connection on which the server is asked and watched.
#[derive(Debug, Clone)]
pub(super) struct Server(Connection);

impl Server {
    /// Connects. From then on `tell` hears when whoever showed our popups is gone, and `events` what
    /// people do with popups, also with those of others.
    pub(super) async fn watch(
        tell: impl Fn(Gone) + Send + 'static,
        events: Sender<Event>,
    ) -> zbus::Result<Self> {
        let connection = Connection::session().await?;
        let mut owners = MessageStream::for_match_rule(owners()?, &connection, None).await?;
        tokio::spawn(async move {
            while let Some(Ok(message)) = owners.next().await {
                if has_ended(&message) {
                    tell(Gone::Server);
                }
            }
            tell(Gone::Bus);
        });
        // A bus may refuse a witness; then notify-rust hears alone.
        let _ = witness(events).await;
        Ok(Self(connection))
    }

    /// What the server can do, in the words of the Desktop Notifications Specification.
    pub(super) async fn capabilities(&self) -> zbus::Result<Vec<String>> {
        let reply =
            self.0.call_method(Some(SERVER), PATH, Some(SERVER), "GetCapabilities", &()).await?;
        reply.body().deserialize()
    }
}

/// Hears what the server says to anybody, from now on. A connection that does so may not speak.
async fn witness(events: Sender<Event>) -> zbus::Result<()> {
    let connection = Connection::session().await?;
    let mut signals = MessageStream::from(&connection);
    fdo::MonitoringProxy::new(&connection)
        .await?
        .become_monitor(&[signals_of_the_server()?], 0)
        .await?;
    tokio::spawn(async move {
        while let Some(Ok(message)) = signals.next().await {
            if let Some(event) = heard(&message) {
                // A resident on its way out does not listen any more.
                let _ = events.send(event);
            }
        }
    });
    Ok(())
}

fn owners() -> zbus::Result<MatchRule<'static>> {
    Ok(MatchRule::builder()
        .msg_type(message::Type::Signal)
        .sender("org.freedesktop.DBus")?
        .interface("org.freedesktop.DBus")?
        .member("NameOwnerChanged")?
        .add_arg(SERVER)?
        .build())
}

fn signals_of_the_server() -> zbus::Result<MatchRule<'static>> {
    Ok(MatchRule::builder()
        .msg_type(message::Type::Signal)
        .sender(SERVER)?
        .interface(SERVER)?
        .build())
}

/// Whether there was a server before the change of hands that `message` tells of.
fn has_ended(message: &message::Message) -> bool {
    let changed = fdo::NameOwnerChanged::from_message(message.clone());
    changed.is_some_and(|changed| changed.args().is_ok_and(|args| args.old_owner().is_some()))
}

/// What the person did, if `message` says so.
fn heard(message: &message::Message) -> Option<Event> {
    let header = message.header();
    let (popup, response) = match header.member()?.as_str() {
        "ActionInvoked" => {
            let (id, name): (u32, String) = message.body().deserialize().ok()?;
            (id, NotificationResponse::Action(name))
        }
        "NotificationClosed" => {
            let (id, reason): (u32, u32) = message.body().deserialize().ok()?;
            (id, NotificationResponse::Closed(reason.into()))
        }
        _ => return None,
    };
    Some(Event::Answered(PopupId(popup), answer(&response)?))
}
