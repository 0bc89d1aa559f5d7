//! Settings, the health of reminders, and the data itself.

use backwise_core::session::{LEADS, SessionChoices};

use super::records::within;
use super::{Journal, Result};
use crate::check;
use crate::lock::resident_is_alive;
use crate::op::Op;
use crate::rows::{records, reminders, settings};
use crate::views::{CheckReport, DataPlace, HandsFree, Look, ReminderHealth, Settings};

/// How many days ahead the next reminder is looked for: the longest interval a plan may name is a
/// fortnight in practice, and the answer "none" is for people who look at the next days.
const DAYS_AHEAD: u32 = 14;

/// Characters of an emergency number.
const LONGEST_NUMBER: usize = 20;

impl Journal {
    /// Whether reminders can reach the person. The caller says what it knows of this system.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn reminder_health(&self, supported: bool) -> Result<ReminderHealth> {
        self.read(|connection, moment| {
            let coming = self.coming(connection, moment, None, DAYS_AHEAD)?;
            Ok(ReminderHealth {
                switched_on: settings::get(connection)?.reminders,
                supported,
                resident_alive: resident_is_alive(&self.folder),
                last_delivery: reminders::last_delivery(connection)?,
                next: coming.into_iter().min_by_key(|reminder| reminder.instant),
            })
        })
    }

    /// How the app is set.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn settings(&self) -> Result<Settings> {
        self.read(|connection, _| Ok(settings::get(connection)?))
    }

    /// Switches reminders on or off.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn set_reminders(&mut self, on: bool) -> Result<()> {
        self.change_settings(|settings| {
            (settings.reminders, settings.reminders_asked) = (on, true);
        })
    }

    /// Keeps that the person was asked about reminders and said "not now".
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn no_reminders_for_now(&mut self) -> Result<()> {
        self.change_settings(|settings| settings.reminders_asked = true)
    }

    /// Sets the language, by a tag such as `en`. Whether the program speaks it is for the caller to know.
    ///
    /// # Errors
    /// A tag that is none, or when it cannot be written.
    pub fn set_language(&mut self, tag: &str) -> Result<()> {
        within((2..=35).contains(&tag.len()), "the language", "a tag such as en")?;
        self.change_settings(|settings| settings.language = Some(tag.to_owned()))
    }

    /// Sets the look.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn set_look(&mut self, look: Look) -> Result<()> {
        self.change_settings(|settings| settings.look = look)
    }

    /// Sets how a round is led while the hands are busy.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn set_hands_free(&mut self, hands_free: HandsFree) -> Result<()> {
        self.change_settings(|settings| settings.hands_free = hands_free)
    }

    /// Sets how sessions go, from the next one on.
    ///
    /// # Errors
    /// A lead that is none of those offered, or when it cannot be written.
    pub fn set_session(&mut self, choices: SessionChoices) -> Result<()> {
        let offered = choices.lead_seconds.is_none_or(|lead| LEADS.contains(&lead));
        within(offered, "the lead", "30, 60 or 90 seconds")?;
        self.change_settings(|settings| settings.session = choices)
    }

    /// Sets the number to ring in an emergency, as it is dialled: at least two digits, spaces between them allowed, at most
    /// [`LONGEST_NUMBER`] characters. `None` for that of the region.
    ///
    /// # Errors
    /// A number that is none, or when it cannot be written.
    pub fn set_emergency_number(&mut self, number: Option<&str>) -> Result<()> {
        let number = number.map(str::trim).filter(|text| !text.is_empty());
        let is_one = number.is_none_or(|text| {
            text.chars().all(|one| one.is_ascii_digit() || one == ' ')
                && text.chars().filter(char::is_ascii_digit).count() >= 2
                && text.len() <= LONGEST_NUMBER
        });
        within(is_one, "the emergency number", "two digits or more")?;
        self.change_settings(|settings| settings.emergency_number = number.map(str::to_owned))
    }

    fn change_settings(&mut self, change: impl FnOnce(&mut Settings)) -> Result<()> {
        self.transact(Op::ChangeSettings, |connection, _, _| {
            let before = settings::get(connection)?;
            let mut after = before.clone();
            change(&mut after);
            if after != before {
                settings::put(connection, &after)?;
            }
            Ok(())
        })
    }

    /// Where the data is kept.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn data_place(&self) -> Result<DataPlace> {
        self.read(|connection, _| {
            let records = records::count(connection)?;
            Ok(DataPlace { folder: self.folder.clone(), records })
        })
    }

    /// Reads the whole file and says what is wrong with it. Changes nothing.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn check(&self) -> Result<CheckReport> {
        self.read(|connection, _| check::check(connection))
    }
}
