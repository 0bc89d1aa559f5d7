//! A notification server of a test's own: it takes notes of what is shown and presses what it is told.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test ends where its ground gives way")]

use std::collections::HashMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::watch;
use zbus::fdo::RequestNameFlags;
use zbus::message::Header;
use zbus::names::UniqueName;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, connection, interface};

use crate::window::desktop::Running;

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

/// A bus on which nobody may listen to what is said to others. It listens in `folder`. Returns it with
/// its address.
pub(crate) fn discreet_bus(folder: &Path) -> (Running, String) {
    let config = folder.join("discreet-bus.conf");
    let text = format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    <deny send_interface="org.freedesktop.DBus.Monitoring"/>
  </policy>
</busconfig>
"#,
        folder.display()
    );
    std::fs::write(&config, text).unwrap();
    let mut bus = Running::start(
        Command::new("dbus-daemon")
            .args(["--nofork", "--nopidfile", "--print-address=1", "--config-file"])
            .arg(&config)
            .stdout(Stdio::piped()),
    );
    let address = bus.lines().next().unwrap();
    (bus, address)
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
    sender: watch::Receiver<Option<UniqueName<'static>>>,
}

/// What the bus sees of it.
struct Notifications {
    capabilities: Vec<String>,
    hangs: bool,
    last: u32,
    asked: UnboundedSender<Asked>,
    /// Who sent the last notification.
    sender: watch::Sender<Option<UniqueName<'static>>>,
}

#[interface(name = "org.freedesktop.Notifications")]
impl Notifications {
    #[expect(clippy::too_many_arguments, reason = "the specification has them")]
    async fn notify(
        &mut self,
        #[zbus(header)] header: Header<'_>,
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
        self.sender.send_replace(header.sender().map(UniqueName::to_owned));
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
    async fn activation_token(
        emitter: &SignalEmitter<'_>,
        id: u32,
        token: &str,
    ) -> zbus::Result<()>;

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
        let (tell, asked) = unbounded_channel();
        let (heard_from, sender) = watch::channel(None);
        let capabilities = capabilities.iter().map(|&capability| capability.to_owned()).collect();
        let object =
            Notifications { capabilities, hangs, last: 0, asked: tell, sender: heard_from };
        let builder =
            connection::Builder::address(address).unwrap().serve_at(PATH, object).unwrap();
        let connection = patiently("the bus lets us in", builder.build()).await.unwrap();
        connection
            .request_name_with_flags(NAME, RequestNameFlags::AllowReplacement.into())
            .await
            .unwrap();
        Self { connection, asked, sender }
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

    /// Presses a button, as GNOME does: a token for the window, the button and the closing follow each
    /// other at once, and nobody hears them but the connection that sent the notification.
    pub(crate) async fn press(&self, id: u32, button: &str) {
        let sender = self.sender.borrow().clone().unwrap();
        let emitter = self.emitter().set_destination(sender.into());
        Notifications::activation_token(&emitter, id, "token").await.unwrap();
        Notifications::action_invoked(&emitter, id, button).await.unwrap();
        Notifications::notification_closed(&emitter, id, 2).await.unwrap();
    }

    /// Presses a button, as servers do that tell everybody and leave the notification on the screen.
    pub(crate) async fn press_only(&self, id: u32, button: &str) {
        Notifications::action_invoked(&self.emitter(), id, button).await.unwrap();
    }

    /// Presses a button until the notification is taken off the screen, as a person does who sees that
    /// it is still there.
    pub(crate) async fn press_until_it_goes(&mut self, id: u32, button: &str) {
        let pressing = async {
            while self.left_over() != [Asked::Close(id)] {
                self.press_only(id, button).await;
            }
        };
        patiently("the press is heard", pressing).await;
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
