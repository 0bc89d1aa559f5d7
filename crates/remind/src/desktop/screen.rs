//! The popups on the screen, each with a task that waits for its answer.

use std::collections::HashMap;
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify_rust::NotificationHandle;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::notification::{answer, notification};
use super::server::{Gone, Server};
use crate::delivery::{Answer, Event, NotTaken, Popup, PopupId};

/// How long the bus may take to let us in, and a notification server to answer. Both answer in
/// milliseconds; one that is only busy gets through, one that hangs is given up.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// The popups on the screen. All of this runs on the one thread that talks to the bus.
#[derive(Debug)]
pub(super) struct Screen {
    events: Sender<Event>,
    server: Option<Server>,
    visible: HashMap<PopupId, Visible>,
    /// Closings that the server has not answered yet.
    closing: Vec<JoinHandle<()>>,
    /// What a server that hangs was asked for. It is asked for nothing more until it answers.
    late: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Visible {
    close: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Screen {
    /// An empty screen. What people do with popups goes to `events`. No connection is made before
    /// there is something to show.
    pub(super) fn new(events: Sender<Event>) -> Self {
        Self { events, server: None, visible: HashMap::new(), closing: Vec::new(), late: None }
    }

    /// Shows `popup`. `tell` hears when whoever showed it is gone.
    pub(super) async fn show(
        &mut self,
        popup: &Popup,
        tell: impl Fn(Gone) + Send + 'static,
    ) -> Result<PopupId, NotTaken> {
        if self.late.as_ref().is_some_and(|late| !late.is_finished()) {
            return Err(NotTaken::NoAnswer);
        }
        let can = match timeout(PATIENCE, self.capabilities(tell)).await {
            Ok(can) => can.map_err(|error| NotTaken::NoServer(error.to_string()))?,
            Err(_) => return Err(NotTaken::NoAnswer),
        };
        let notification = notification(popup, &can);
        let mut showing = tokio::spawn(async move { notification.show_async().await });
        let shown = match timeout(PATIENCE, &mut showing).await {
            Ok(Ok(Ok(shown))) => shown,
            Ok(Ok(Err(error))) => return Err(NotTaken::NoServer(error.to_string())),
            Ok(Err(_)) => return Err(NotTaken::NoAnswer),
            Err(_) => {
                // It is tried again later. Should this one still come, two would be on the screen.
                self.late = Some(tokio::spawn(async move {
                    if let Ok(Ok(late)) = showing.await {
                        late.close_async().await;
                    }
                }));
                return Err(NotTaken::NoAnswer);
            }
        };
        let popup = PopupId(shown.id());
        let (close, asked) = oneshot::channel();
        let task = tokio::spawn(look_after(shown, asked, self.events.clone()));
        self.visible.retain(|_, visible| !visible.task.is_finished());
        self.visible.insert(popup, Visible { close, task });
        Ok(popup)
    }

    /// Takes `popup` off the screen, without waiting for the server.
    pub(super) fn close(&mut self, popup: PopupId) {
        self.closing.retain(|closing| !closing.is_finished());
        if let Some(Visible { close, task }) = self.visible.remove(&popup) {
            // A task that has ended saw the popup closed.
            let _ = close.send(());
            self.closing.push(task);
        }
    }

    /// Forgets every popup: whoever showed them is gone.
    pub(super) fn forget(&mut self, gone: Gone) {
        for (_, visible) in self.visible.drain() {
            visible.task.abort();
        }
        if gone == Gone::Bus {
            self.server = None;
        }
        // A resident on its way out does not listen any more.
        let _ = self.events.send(Event::PopupsGone);
    }

    /// Waits until what was closed is off the screen, or the server takes too long.
    pub(super) async fn finish(self) {
        let all = async {
            for closing in self.closing {
                let _ = closing.await;
            }
        };
        let _ = timeout(PATIENCE, all).await;
    }

    async fn capabilities(
        &mut self,
        tell: impl Fn(Gone) + Send + 'static,
    ) -> zbus::Result<Vec<String>> {
        let server = match &self.server {
            Some(server) => server,
            None => self.server.insert(Server::watch(tell, self.events.clone()).await?),
        };
        server.capabilities().await
    }
}

/// Hears what the person presses on `shown`, and takes it off the screen when `close` asks for it.
///
/// The handle stays alive as long as the popup: GNOME takes a notification off the screen together
/// with the connection that sent it, and takes its closing from no other.
async fn look_after(
    shown: NotificationHandle,
    mut close: oneshot::Receiver<()>,
    events: Sender<Event>,
) {
    let mut heard = None;
    tokio::select! {
        () = shown.wait_for_action_async(|response| heard = answer(response)) => {}
        _ = &mut close => {}
    }
    match heard {
        // The witness says it, after the press that it may belong to and that was missed here.
        Some(Answer::Closed) => return,
        Some(pressed) => {
            let _ = events.send(Event::Answered(PopupId(shown.id()), pressed));
            // The press is kept first; only then the popup goes.
            let _ = close.await;
        }
        None => {}
    }
    shown.close_async().await;
}
