//! What keeps a line back on a day: a limit, a warning sign, pain, a pause, and what waits.

use chrono::NaiveDate;
use toml::Table;

use super::clock::Second;
use super::day::{Is, Slot, Slots};
use super::facts::Trouble;
use super::lines::Walker;
use super::sheet::{plus, says, text, texts};
use super::stops::Follows;

impl Walker<'_> {
    /// Whether a limit, a warning sign or pain keeps the line back on `day`, as its end knows.
    pub(super) fn is_kept_back(&self, line: &Table, day: NaiveDate, now: Second) -> bool {
        let (id, ends) = (Self::id(line), self.sheet.begins(plus(day, 1)));
        let mut first = Slots::new();
        let slot = Slot::before(ends, 0);
        first.insert((id.to_owned(), String::new()), slot);
        self.stop(id, day, &mut first, now);
        let is_withheld = first.values().any(|slot| slot.is == Is::Withheld);
        self.is_locked(line, day) || self.has_sign(ends) || is_withheld
    }

    /// Whether the line was kept back when `day` ended: it does not climb then. A stop for so many bouts is over by them.
    pub(super) fn does_not_climb(&self, line: &Table, day: NaiveDate) -> bool {
        self.is_kept_from(line, day, &|trouble| self.follows(trouble, Self::id(line)))
    }

    /// The same, had the line had its part in all that was said of pain.
    pub(super) fn may_not_climb(&self, line: &Table, day: NaiveDate) -> bool {
        self.is_kept_from(line, day, &|trouble| {
            self.follows_where(trouble, Self::id(line), &|| true)
        })
    }

    fn is_kept_from<'t>(
        &'t self,
        line: &Table,
        day: NaiveDate,
        follows: &dyn Fn(&Trouble) -> Option<Follows<'t>>,
    ) -> bool {
        let ends = self.sheet.begins(plus(day, 1));
        let stops = |trouble: &Trouble| {
            let Some(Follows::Stop(bouts)) = follows(trouble) else {
                return false;
            };
            match trouble.word_at(ends - 1) {
                Some((_, from)) => from.is_some_and(|from| day < from),
                None => bouts.is_none(),
            }
        };
        let troubles = self.facts.troubles.iter();
        let mut troubles = troubles.filter(|one| one.day <= day && one.at < ends);
        self.facts.is_paused(day)
            || self.is_put_off(day)
            || !self.is_cleared(line, day)
            || self.is_locked(line, day)
            || self.has_sign(ends)
            || troubles.any(stops)
    }

    /// Whether a warning sign stops what ends then: it came before, and nobody had spoken by then.
    pub(super) fn has_sign(&self, ends: Second) -> bool {
        let stops = |at: Second| {
            let word = self.facts.goes_on.iter().find(|word| **word > at);
            at < ends && word.is_none_or(|word| ends <= *word)
        };
        self.facts.signs.iter().any(|sign| sign.mistaken.is_none() && stops(sign.at))
    }

    /// Whether a limit that is in force forbids the line on `day`, by the table in docs/limits.md.
    pub(super) fn is_locked(&self, line: &Table, day: NaiveDate) -> bool {
        const TABLE: &str = include_str!("../../../docs/limits.md");
        let flags = texts(line, "flags");
        let locks = |limit: &&Table| {
            texts(limit, "kinds").into_iter().any(|kind| {
                flags
                    .iter()
                    .any(|flag| TABLE.contains(&format!("| `{kind}` | `{flag}` | `lock` |")))
            })
        };
        let held = self.held_on(day);
        let limits = held.sheet.all("precaution");
        limits.iter().filter(|limit| locks(limit)).any(|limit| !held.is_over(limit, day))
    }

    /// A limit is over when somebody said so; the OK that gates it is such a word, once every date of it has come.
    fn is_over(&self, limit: &Table, day: NaiveDate) -> bool {
        let words = text(limit, "as_written").unwrap();
        let mut said = self.facts.limits_over.iter().filter(|(of, _)| of == words);
        if said.any(|(_, word)| word.on(day).is_some()) {
            return true;
        }
        let appointment = text(limit, "until_appointment").map(|id| {
            let all = self.sheet.all("appointment");
            let found = all.into_iter().find(|one| text(one, "id") == Some(id)).unwrap();
            // On its day it has not passed: what is said there is not known in the morning.
            plus(super::sheet::date(&found["date"]), 1)
        });
        let dates = self.sheet.day(limit, "until").into_iter().chain(appointment);
        limit.contains_key("clearance")
            && !says(limit, "until_told_otherwise")
            && self.is_cleared(limit, day)
            && dates.max().is_none_or(|last| last <= day)
    }
}
