//! The seam between the resident and whatever shows reminders.

/// What shows reminders: the desktop, or a list in the tests.
pub trait Delivery {
    /// Shows `popup`, in the place of `replaces` where that is still on the screen.
    ///
    /// # Errors
    /// When nothing took it. Nothing is remembered of that: the next call tries again from the start.
    fn show(&mut self, popup: &Popup, replaces: Option<PopupId>) -> Result<PopupId, NotTaken>;

    /// Takes the popup off the screen. One that is gone already is no mistake.
    fn close(&mut self, popup: PopupId);
}

/// A popup on the screen, by the number that the desktop gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PopupId(pub u32);

/// What a popup says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Popup {
    /// The line on top.
    pub title: String,
    /// The text under it, without marks.
    pub body: String,
    /// What is added to the text where the desktop shows no buttons.
    pub without_buttons: Option<String>,
    /// The buttons.
    pub buttons: Vec<Button>,
    /// Whether it only brings one up to date that the person has had: it neither rings nor comes to the front.
    pub is_silent: bool,
}

/// A button, or the popup itself for [`Answer::Open`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What pressing it means.
    pub answer: Answer,
    /// Its words.
    pub label: String,
}

/// What the person did with a popup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Pressed the popup itself.
    Open,
    /// "Start".
    Start,
    /// "In 10 minutes".
    Snooze,
    /// "Done".
    Done,
    /// Closed it, or it went by itself: desktops do not say which. Never an answer about the round.
    Closed,
}

/// Something that wakes the resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Another process wrote something.
    Written,
    /// Another process needs the data alone.
    PleaseLeave,
    /// The person did something with a popup, perhaps one that is not ours.
    Answered(PopupId, Answer),
    /// What shows popups has ended or begun anew: none of ours is on the screen any more.
    PopupsGone,
    /// The system or the person asks the resident to end.
    PleaseEnd,
}

/// Why no reminder could be shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// There is no session bus, or nothing on it shows notifications.
    #[error("this desktop shows no notifications now: {0}")]
    NoServer(String),
    /// Whatever shows notifications did not answer in time.
    #[error("this desktop did not answer in time")]
    NoAnswer,
}
