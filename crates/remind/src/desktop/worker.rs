//! The thread that talks to the session bus, so that a server that hangs never stops the resident.
//!
//! One thread and one small runtime serve every popup: notify-rust is asked through its async side.

use std::sync::mpsc::{SendError, Sender, SyncSender, channel, sync_channel};

use backwise_words::Words;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc::{
    UnboundedReceiver, UnboundedSender, WeakUnboundedSender, unbounded_channel,
};

use super::screen::{PATIENCE, Screen};
use super::server::Gone;
use crate::delivery::{Delivery, Event, NotTaken, Popup, PopupId};
use crate::text;

/// The notifications of this desktop, by one thread.
#[derive(Debug)]
pub struct Desktop {
    requests: Option<UnboundedSender<Request>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

#[derive(Debug)]
enum Request {
    Show {
        popup: Popup,
        replaces: Option<PopupId>,
        reply: SyncSender<Result<PopupId, NotTaken>>,
    },
    Close(PopupId),
    /// Pass on the system's ways to ask a program to end.
    HearSignals {
        events: Sender<Event>,
        reply: SyncSender<std::io::Result<()>>,
    },
    /// Whoever showed the popups is gone.
    Forget(Gone),
}

impl Desktop {
    /// Starts the thread. What people do with popups goes to `events`. No connection is made before
    /// there is something to show.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(events: Sender<Event>) -> std::io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (requests, incoming) = unbounded_channel();
        let own = requests.downgrade();
        let thread = std::thread::Builder::new()
            .name("desktop".to_owned())
            .spawn(move || runtime.block_on(work(incoming, own, events)))?;
        Ok(Self { requests: Some(requests), thread: Some(thread) })
    }

    /// From now on this process no longer ends at once when the system asks it to: `events` is told.
    pub(crate) fn hear_signals(&self, events: Sender<Event>) -> std::io::Result<()> {
        let (reply, answer) = sync_channel(1);
        self.ask(Request::HearSignals { events, reply }).map_err(std::io::Error::other)?;
        answer.recv().map_err(std::io::Error::other)?
    }

    fn ask(&self, request: Request) -> Result<(), NotTaken> {
        let gone = || NotTaken::NoServer("the connection has ended".to_owned());
        self.requests.as_ref().ok_or_else(gone)?.send(request).map_err(|_| gone())
    }
}

/// Shows a popup that is only a try, for the person to see whether reminders arrive.
///
/// # Errors
/// When the desktop did not take it.
pub fn show_a_try(words: &Words) -> Result<(), NotTaken> {
    let (events, heard) = channel();
    let mut desktop =
        Desktop::start(events).map_err(|error| NotTaken::NoServer(error.to_string()))?;
    let shown = desktop.show(&text::test_popup(words), None)?;
    // GNOME takes a notification off the screen together with the connection that sent it.
    let over = move |event| {
        event == Event::PopupsGone || matches!(event, Event::Answered(popup, _) if popup == shown)
    };
    let watching = move || {
        let _until_it_is_closed = heard.iter().find(|event| over(*event));
        drop(desktop);
    };
    std::thread::Builder::new()
        .name("try".to_owned())
        .spawn(watching)
        .map_err(|error| NotTaken::NoServer(error.to_string()))?;
    Ok(())
}

impl Delivery for Desktop {
    fn show(&mut self, popup: &Popup, replaces: Option<PopupId>) -> Result<PopupId, NotTaken> {
        let (reply, answer) = sync_channel(1);
        self.ask(Request::Show { popup: popup.clone(), replaces, reply })?;
        // The thread gives up by itself before this; the third part is for a machine that stands still.
        answer.recv_timeout(PATIENCE * 3).map_err(|_| NotTaken::NoAnswer)?
    }

    fn close(&mut self, popup: PopupId) {
        // Without a thread there is no popup either.
        let _ = self.ask(Request::Close(popup));
    }
}

impl Drop for Desktop {
    /// Lets the thread send what it was asked to, then ends it.
    fn drop(&mut self) {
        self.requests = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn pass_on_signals(events: &Sender<Event>) -> std::io::Result<()> {
    for kind in [SignalKind::terminate(), SignalKind::interrupt(), SignalKind::hangup()] {
        let mut asked = signal(kind)?;
        let events = events.clone();
        tokio::spawn(async move {
            while asked.recv().await.is_some() && events.send(Event::PleaseEnd).is_ok() {}
        });
    }
    Ok(())
}

async fn work(
    mut requests: UnboundedReceiver<Request>,
    own: WeakUnboundedSender<Request>,
    events: Sender<Event>,
) {
    let mut screen = Screen::new(events);
    while let Some(request) = requests.recv().await {
        match request {
            Request::Show { popup, replaces, reply } => {
                let own = own.clone();
                let tell = move |gone| {
                    if let Some(own) = own.upgrade() {
                        let _ = own.send(Request::Forget(gone));
                    }
                };
                let shown = screen.show(&popup, tell).await;
                if let (Ok(_), Some(replaced)) = (&shown, replaces) {
                    // GNOME lets a connection replace its own notifications alone, and notify-rust
                    // opens one for each.
                    screen.close(replaced);
                }
                if let Err(SendError(Ok(unheard))) = reply.send(shown) {
                    screen.close(unheard);
                }
            }
            Request::Close(popup) => screen.close(popup),
            Request::HearSignals { events, reply } => {
                let _ = reply.send(pass_on_signals(&events));
            }
            Request::Forget(gone) => screen.forget(gone),
        }
    }
    screen.finish().await;
}
