//! What the resident does when it wakes.

use std::collections::BTreeSet;

use backwise_core::ids::RoundId;
use backwise_core::reminder::{Reminder, ReminderKey, SNOOZE};
use backwise_core::time::Instant;
use backwise_store::{Journal, StoreError};
use backwise_words::Words;

use crate::delivery::{Answer, Delivery, Popup, PopupId};
use crate::text;
use crate::trouble::Trouble;

/// The journal, whatever shows popups, and the popups that are on the screen.
#[derive(Debug)]
pub struct Resident<D> {
    journal: Journal,
    delivery: D,
    words: Words,
    visible: Vec<Visible>,
    /// Shown, which could not be written down yet: a full disk silences nothing, and nothing rings twice for it.
    unwritten: BTreeSet<ReminderKey>,
    /// Shown, gone from the screen, and not answered: to be shown again.
    lost: BTreeSet<ReminderKey>,
}

/// A popup on the screen.
#[derive(Debug)]
struct Visible {
    popup: PopupId,
    /// What it speaks for, as it does, the newest first.
    reminders: Vec<Reminder>,
}

impl<D: Delivery> Resident<D> {
    /// A resident with nothing on the screen.
    pub fn new(journal: Journal, delivery: D, words: Words) -> Self {
        let (unwritten, lost) = Default::default();
        Self { journal, delivery, words, visible: Vec::new(), unwritten, lost }
    }

    /// The journal.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Does what is to be done now. Returns when something will change by itself, if nothing else
    /// happens before.
    ///
    /// # Errors
    /// When the journal can neither be read nor written. What could be shown is shown all the same; what was not done is
    /// done at the next call.
    pub fn tick(&mut self) -> Result<Option<Instant>, StoreError> {
        if self.journal.was_updated()? {
            return Err(StoreError::Updated);
        }
        let mut trouble = Trouble::default();
        // Whoever lands in another zone is reminded by its clock from now on.
        trouble.keep(self.journal.note_zone())?;
        self.write_what_is_left(&mut trouble)?;
        let planned = self.journal.plan_reminders_beside(&self.unwritten)?;
        for seen in &planned.seen {
            trouble.keep(self.journal.saw(&seen.key, seen.kind))?;
        }
        for key in &planned.close {
            trouble.keep(self.journal.close_reminder(key))?;
        }
        for key in &planned.forget {
            trouble.keep(self.journal.forget_reminder(key))?;
        }
        self.take_down(|key| planned.close.contains(key) || planned.forget.contains(key));
        for at in 0..self.visible.len() {
            let told = &self.visible[at].reminders;
            let now = as_they_stand(told, &planned.standing);
            if !now.iter().zip(told).all(|(new, old)| says_the_same(new, old)) {
                self.show_anew(at, now);
            }
        }
        let mut claimed = Vec::new();
        for reminder in planned.show {
            // Somebody else may have it: only who changes the row shows it. Where the row cannot be changed it is
            // shown all the same, for one resident alone looks after a folder.
            if trouble.keep(self.journal.claim_reminder(&reminder.key))?.unwrap_or(true) {
                claimed.push(reminder);
            }
        }
        self.show(claimed, &mut trouble)?;
        trouble.or(planned.next_wake)
    }

    /// Does what the person asked for. Returns the round to open the window at, if they asked for that.
    ///
    /// A popup that is not ours, or no longer, is left aside. One that asks for something of which it does not speak, or
    /// that would never come back, stays.
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
        let mut opens = None;
        match answer {
            Answer::Done => self.finish(at)?,
            Answer::Snooze => {
                let standing = self.journal.plan_reminders_beside(&self.unwritten)?.standing;
                let now = as_they_stand(&self.visible[at].reminders, &standing);
                if !now.iter().all(|reminder| reminder.can_wait) {
                    self.show_anew(at, now);
                    return Ok(None);
                }
                for reminder in now {
                    self.journal.snooze_reminder(&reminder.key, SNOOZE)?;
                }
            }
            Answer::Open | Answer::Start => {
                let mut reminders = self.visible[at].reminders.clone();
                let opened = reminders.remove(0).key;
                // The window opens whatever becomes of this.
                match self.journal.close_reminder(&opened) {
                    Err(StoreError::Updated) => return Err(StoreError::Updated),
                    Err(_) => _ = self.unwritten.insert(opened.clone()),
                    Ok(()) => {}
                }
                opens = Some(opened.round);
                if !reminders.is_empty() {
                    // Of the others nobody said anything.
                    self.show_anew(at, reminders);
                    return Ok(opens);
                }
            }
            // Closing is never an answer: the round stays open, and Today goes on asking for it.
            Answer::Closed => {}
        }
        self.visible.remove(at);
        if answer != Answer::Closed {
            self.delivery.close(popup);
        }
        Ok(opens)
    }

    /// Records what the popup spoke of. Where a round asks for more by now, that is shown again.
    fn finish(&mut self, at: usize) -> Result<(), StoreError> {
        for reminder in &self.visible[at].reminders {
            self.journal.finish_round(&reminder.key, &reminder.bouts)?;
            self.lost.insert(reminder.key.clone());
        }
        Ok(())
    }

    /// What showed the popups has ended: what is still open is shown again at the next tick.
    pub fn popups_gone(&mut self) {
        let gone = std::mem::take(&mut self.visible).into_iter();
        self.lost.extend(gone.flat_map(|gone| gone.reminders).map(|reminder| reminder.key));
    }

    /// The machine was started at `started`, maybe without an end of the resident before, whose popups went with it.
    ///
    /// # Errors
    /// When the journal cannot be written: what was on the screen is not shown again then.
    pub fn machine_was_started(&mut self, started: Instant) -> Result<(), StoreError> {
        self.journal.machine_was_started(started)
    }

    /// Takes every popup off the screen, so that it comes again with the next resident.
    ///
    /// # Errors
    /// When the journal cannot be written: the popups are gone then all the same.
    pub fn put_back(&mut self) -> Result<(), StoreError> {
        for visible in &self.visible {
            self.delivery.close(visible.popup);
        }
        self.popups_gone();
        let mut trouble = Trouble::default();
        self.write_what_is_left(&mut trouble)?;
        trouble.or(())
    }

    /// Takes every popup off the screen, because nobody would hear its buttons any more.
    pub fn clear_the_screen(&mut self) {
        for visible in std::mem::take(&mut self.visible) {
            self.delivery.close(visible.popup);
        }
    }

    /// Writes what happened on the screen and could not be written when it did.
    fn write_what_is_left(&mut self, trouble: &mut Trouble) -> Result<(), StoreError> {
        for key in self.unwritten.clone() {
            if trouble.keep(self.journal.reminder_shown(&key))?.is_some() {
                self.unwritten.remove(&key);
            }
        }
        for key in self.lost.clone() {
            self.unwritten.remove(&key);
            if trouble.keep(self.journal.put_back_reminder(&key))?.is_some() {
                self.lost.remove(&key);
            }
        }
        Ok(())
    }

    /// Shows `reminders` in one popup, in the place of one that speaks for any of them.
    fn show(&mut self, reminders: Vec<Reminder>, trouble: &mut Trouble) -> Result<(), StoreError> {
        let Some(popup) = text::popup(&self.words, &reminders) else { return Ok(()) };
        let speaks_for = |visible: &Visible| {
            visible.reminders.iter().any(|old| reminders.iter().any(|new| new.key == old.key))
        };
        let replaces =
            self.visible.iter().find(|visible| speaks_for(visible)).map(|visible| visible.popup);
        let keys: Vec<_> = reminders.iter().map(|reminder| reminder.key.clone()).collect();
        let Ok(shown) = self.delivery.show(&popup, replaces) else {
            for key in &keys {
                trouble.keep(self.journal.reminder_not_taken(key))?;
            }
            return Ok(());
        };
        self.visible.retain(|visible| Some(visible.popup) != replaces && visible.popup != shown);
        // From here on its buttons are heard, whether it can be written down or not.
        self.visible.push(Visible { popup: shown, reminders });
        for key in keys {
            if trouble.keep(self.journal.reminder_shown(&key))?.is_none() {
                self.unwritten.insert(key);
            }
        }
        Ok(())
    }

    /// Shows a popup as its reminders stand now, in its place and without a sound. Where the desktop does not take it the
    /// old one stays, with what it spoke of, until the next tick.
    fn show_anew(&mut self, at: usize, reminders: Vec<Reminder>) {
        let popup = text::popup(&self.words, &reminders);
        let Some(popup) = popup.map(|popup| Popup { is_silent: true, ..popup }) else { return };
        let visible = &mut self.visible[at];
        if let Ok(shown) = self.delivery.show(&popup, Some(visible.popup)) {
            *visible = Visible { popup: shown, reminders };
        }
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

/// What `told` spoke for, as `standing` has it now.
fn as_they_stand(told: &[Reminder], standing: &[Reminder]) -> Vec<Reminder> {
    let now = told.iter().map(|old| {
        let new = standing.iter().find(|new| new.key == old.key).unwrap_or(old);
        Reminder { why: old.why, ..new.clone() }
    });
    now.collect()
}

/// The minutes left are about the same while a set is done, and no reason to show a popup anew.
fn says_the_same(new: &Reminder, old: &Reminder) -> bool {
    let said = |reminder: &Reminder| (reminder.asks_first, reminder.can_wait, reminder.at);
    new.bouts == old.bouts && new.title == old.title && said(new) == said(old)
}
