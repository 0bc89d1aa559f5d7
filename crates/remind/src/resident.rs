//! What the resident does when it wakes.

use backwise_core::ids::RoundId;
use backwise_core::reminder::{Reminder, ReminderKey};
use backwise_core::time::{Instant, Span};
use backwise_store::{Journal, StoreError};
use backwise_words::Words;

use crate::delivery::{Answer, Delivery, PopupId};
use crate::text;

/// How long "In 10 minutes" is.
const SNOOZE: Span = Span::minutes(10);

/// The journal, whatever shows popups, and the popups that are on the screen.
#[derive(Debug)]
pub struct Resident<D> {
    journal: Journal,
    delivery: D,
    words: Words,
    visible: Vec<Visible>,
}

/// A popup on the screen.
#[derive(Debug)]
struct Visible {
    popup: PopupId,
    /// What it speaks for, the newest first.
    reminders: Vec<Reminder>,
}

impl<D: Delivery> Resident<D> {
    /// A resident with nothing on the screen.
    pub fn new(journal: Journal, delivery: D, words: Words) -> Self {
        Self { journal, delivery, words, visible: Vec::new() }
    }

    /// The journal.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Does what is to be done now. Returns when something will change by itself, if nothing else
    /// happens before.
    ///
    /// # Errors
    /// When the journal can neither be read nor written. What was not done is done at the next call.
    pub fn tick(&mut self) -> Result<Option<Instant>, StoreError> {
        if self.journal.was_updated()? {
            return Err(StoreError::Updated);
        }
        // Whoever lands in another zone is reminded by its clock from now on.
        self.journal.note_zone()?;
        let planned = self.journal.plan_reminders()?;
        for seen in &planned.seen {
            self.journal.saw(&seen.key, seen.kind)?;
        }
        for key in &planned.close {
            self.journal.close_reminder(key)?;
        }
        self.take_down(|key| planned.close.contains(key));
        let mut claimed = Vec::new();
        for reminder in planned.show {
            // Somebody else may have it: only who changes the row shows it.
            if self.journal.claim_reminder(&reminder.key)? {
                claimed.push(reminder);
            }
        }
        self.show(claimed)?;
        Ok(planned.next_wake)
    }

    /// Does what the person asked for. Returns the round to open the window at, if they asked for that.
    ///
    /// A popup that is not ours, or no longer, is left aside.
    ///
    /// # Errors
    /// When the journal cannot be written. The popup can be pressed again where the desktop leaves it;
    /// one that takes it down with the press, as GNOME does, loses the answer.
    pub fn answer(
        &mut self,
        popup: PopupId,
        answer: Answer,
    ) -> Result<Option<RoundId>, StoreError> {
        let Some(at) = self.visible.iter().position(|visible| visible.popup == popup) else {
            return Ok(None);
        };
        let keys: Vec<ReminderKey> =
            self.visible[at].reminders.iter().map(|reminder| reminder.key.clone()).collect();
        for key in &keys {
            match answer {
                Answer::Done => {
                    self.journal.finish_round(key)?;
                    self.journal.close_reminder(key)?;
                }
                Answer::Snooze => self.journal.snooze_reminder(key, SNOOZE)?,
                Answer::Open | Answer::Start => self.journal.close_reminder(key)?,
                // Closing is never an answer: the round stays open, and Today goes on asking for it.
                Answer::Closed => {}
            }
        }
        self.visible.remove(at);
        if answer != Answer::Closed {
            self.delivery.close(popup);
        }
        let opens = matches!(answer, Answer::Open | Answer::Start);
        Ok(keys.into_iter().next().filter(|_| opens).map(|key| key.round))
    }

    /// What showed the popups has ended: what is still open is shown again at the next tick.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn popups_gone(&mut self) -> Result<(), StoreError> {
        for visible in std::mem::take(&mut self.visible) {
            for reminder in &visible.reminders {
                self.journal.put_back_reminder(&reminder.key)?;
            }
        }
        Ok(())
    }

    /// Takes every popup off the screen, so that it comes again with the next resident.
    ///
    /// # Errors
    /// When the journal cannot be written: the popups are gone then all the same.
    pub fn put_back(&mut self) -> Result<(), StoreError> {
        for visible in &self.visible {
            self.delivery.close(visible.popup);
        }
        self.popups_gone()
    }

    /// Takes every popup off the screen, because nobody would hear its buttons any more.
    pub fn clear_the_screen(&mut self) {
        for visible in std::mem::take(&mut self.visible) {
            self.delivery.close(visible.popup);
        }
    }

    /// Shows `reminders` in one popup, in the place of one that speaks for any of them.
    fn show(&mut self, reminders: Vec<Reminder>) -> Result<(), StoreError> {
        let Some(popup) = text::popup(&self.words, &reminders) else { return Ok(()) };
        let speaks_for = |visible: &Visible| {
            visible.reminders.iter().any(|old| reminders.iter().any(|new| new.key == old.key))
        };
        let replaces =
            self.visible.iter().find(|visible| speaks_for(visible)).map(|visible| visible.popup);
        match self.delivery.show(&popup, replaces) {
            Ok(shown) => {
                self.visible
                    .retain(|visible| Some(visible.popup) != replaces && visible.popup != shown);
                for reminder in &reminders {
                    self.journal.reminder_shown(&reminder.key)?;
                }
                self.visible.push(Visible { popup: shown, reminders });
            }
            Err(_) => {
                for reminder in &reminders {
                    self.journal.reminder_not_taken(&reminder.key)?;
                }
            }
        }
        Ok(())
    }

    /// Takes what `is_over` off the screen. A popup stays while it speaks for another round too.
    fn take_down(&mut self, is_over: impl Fn(&ReminderKey) -> bool) {
        for mut visible in std::mem::take(&mut self.visible) {
            visible.reminders.retain(|reminder| !is_over(&reminder.key));
            if visible.reminders.is_empty() {
                self.delivery.close(visible.popup);
            } else {
                self.visible.push(visible);
            }
        }
    }
}
