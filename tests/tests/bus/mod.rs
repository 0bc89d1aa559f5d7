//! A notification server of a test's own: it takes notes of what is shown and presses what it is told.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test ends where its ground gives way")]

use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use zbus::fdo::RequestNameFlags;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, connection, interface};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// What most servers can do.
pub(crate) const USUAL: [&str; 4] = ["actions", "body", "body-markup", "persistence"];

/// How long a test waits for something before it says that it did not happen.
const PATIENCE: Duration = Duration::from_secs(60);

/// What `wait` gives; fails the test with `what` when it does not come.
pub(crate) async fn patiently<T>(what: &str, wait: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, wait).await.unwrap_or_else(|_| panic!("waited in vain: {what}"))
}

/// Something a program asked of the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Asked {
    /// To show a notification.
    Show(Shown),
    /// To take one off the screen.
    Close(u32),
}

/// A notification as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) id: u32,
    pub(crate) replaces: u32,
    pub(crate) title: String,
    pub(crate) body: String,
    /// The names of the actions, without their labels.
    pub(crate) actions: Vec<String>,
    pub(crate) urgency: Option<u8>,
    pub(crate) desktop_entry: Option<String>,
}

/// The server. It is gone from the bus when it is dropped, as if it had crashed.
pub(crate) struct NotificationServer {
    connection: Connection,
    asked: UnboundedReceiver<Asked>,
}

/// What the bus sees of it.
struct Notifications {
    capabilities: Vec<String>,
    hangs: bool,
    last: u32,
    asked: UnboundedSender<Asked>,
}

#[interface(name = "org.freedesktop.Notifications")]
impl Notifications {
    #[expect(clippy::too_many_arguments, reason = "the specification has them")]
    async fn notify(
        &mut self,
        _app_name: String,
        replaces_id: u32,
        _app_icon: String,
        summary: String,
        body: String,
        actions: Vec<String>,
        mut hints: HashMap<String, OwnedValue>,
        _expire_timeout: i32,
    ) -> u32 {
        if replaces_id == 0 {
            self.last += 1;
        }
        let id = if replaces_id == 0 { self.last } else { replaces_id };
        let _ = self.asked.send(Asked::Show(Shown {
            id,
            replaces: replaces_id,
            title: summary,
            body,
            actions: actions.into_iter().step_by(2).collect(),
            urgency: hints.remove("urgency").and_then(|value| value.try_into().ok()),
            desktop_entry: hints.remove("desktop-entry").and_then(|value| value.try_into().ok()),
        }));
        if self.hangs {
            std::future::pending::<()>().await;
        }
        id
    }

    fn get_capabilities(&self) -> Vec<String> {
        self.capabilities.clone()
    }

    fn get_server_information(&self) -> (&str, &str, &str, &str) {
        ("test", "Backwise", "1", "1.2")
    }

    fn close_notification(&self, id: u32) {
        let _ = self.asked.send(Asked::Close(id));
    }

    #[zbus(signal)]
    async fn action_invoked(
        emitter: &SignalEmitter<'_>,
        id: u32,
        action_key: &str,
    ) -> zbus::Result<()>;

    #[zbus(signal)]
    async fn notification_closed(
        emitter: &SignalEmitter<'_>,
        id: u32,
        reason: u32,
    ) -> zbus::Result<()>;
}

impl NotificationServer {
    /// A server on the bus at `address` that can do `capabilities`. Where another has the name
    /// already, this one takes its place as soon as that is gone.
    pub(crate) async fn start(address: &str, capabilities: &[&str]) -> Self {
        Self::begin(address, capabilities, false).await
    }

    /// A server that takes what it is asked and never answers.
    pub(crate) async fn start_hanging(address: &str) -> Self {
        Self::begin(address, &USUAL, true).await
    }

    async fn begin(address: &str, capabilities: &[&str], hangs: bool) -> Self {
        let (sender, asked) = unbounded_channel();
        let capabilities = capabilities.iter().map(|&capability| capability.to_owned()).collect();
        let object = Notifications { capabilities, hangs, last: 0, asked: sender };
        let builder =
            connection::Builder::address(address).unwrap().serve_at(PATH, object).unwrap();
        let connection = builder.build().await.unwrap();
        connection
            .request_name_with_flags(NAME, RequestNameFlags::AllowReplacement.into())
            .await
            .unwrap();
        Self { connection, asked }
    }

    /// The next thing that is asked.
    pub(crate) async fn asked(&mut self) -> Asked {
        patiently("something is asked of the notification server", self.asked.recv()).await.unwrap()
    }

    /// The next thing that is asked, which must be to show something.
    pub(crate) async fn shown(&mut self) -> Shown {
        match self.asked().await {
            Asked::Show(shown) => shown,
            Asked::Close(id) => panic!("notification {id} was closed where another was expected"),
        }
    }

    /// What was asked and not looked at yet.
    pub(crate) fn left_over(&mut self) -> Vec<Asked> {
        std::iter::from_fn(|| self.asked.try_recv().ok()).collect()
    }

    /// Presses a button, as servers do: first the button, then the closing.
    pub(crate) async fn press(&self, id: u32, button: &str) {
        let emitter = self.emitter();
        Notifications::action_invoked(&emitter, id, button).await.unwrap();
        Notifications::notification_closed(&emitter, id, 2).await.unwrap();
    }

    /// Closes a notification, as by the person's hand.
    pub(crate) async fn dismiss(&self, id: u32) {
        Notifications::notification_closed(&self.emitter(), id, 2).await.unwrap();
    }

    /// Ends, as if it had crashed.
    pub(crate) async fn crash(self) {
        self.connection.close().await.unwrap();
    }

    fn emitter(&self) -> SignalEmitter<'_> {
        SignalEmitter::new(&self.connection, PATH).unwrap()
    }
}
