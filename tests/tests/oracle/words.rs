//! Words that were put right or taken back later: the days and moments before that keep what stood in them.

use chrono::NaiveDate;

use super::clock::Second;
use super::dice::Dice;
use super::facts::{Facts, Step};
use super::here::instant;
use super::sheet::{Sheet, plus};

/// Something that was entered: a word, another one in its place, or that it is taken back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<T> {
    pub(super) at: Second,
    /// The day from which it holds.
    pub(super) from: NaiveDate,
    /// `None`: what was said is taken back.
    pub(super) says: Option<T>,
}

/// One word of somebody's: all that was entered of it, in that order.
#[derive(Debug, Clone)]
pub(super) struct Word<T>(pub(super) Vec<Entry<T>>);

/// A word about an OK, by its name.
pub(super) type Answer = (String, Word<bool>);

/// What the team says of a stop: that they may go on, from a day on where one is named.
pub(super) type AboutStop = Word<Option<NaiveDate>>;

impl<T: Copy> Word<T> {
    pub(super) fn of(at: Second, from: NaiveDate, says: T) -> Self {
        Self(vec![Entry { at, from, says: Some(says) }])
    }

    /// What it says on `day`: what was entered last of all that holds from it or from a day before.
    pub(super) fn on(&self, day: NaiveDate) -> Option<T> {
        self.entry_on(day)?.says
    }

    fn entry_on(&self, day: NaiveDate) -> Option<&Entry<T>> {
        self.0.iter().rev().find(|entry| entry.from <= day)
    }

    /// The day from which what it says on `day` has been said.
    pub(super) fn since(&self, day: NaiveDate) -> Option<NaiveDate> {
        Some(self.entry_on(day)?.from)
    }

    /// What it said at a moment, and since when. What was put right on its own day was said so at first.
    pub(super) fn at(&self, at: Second) -> Option<(Second, T)> {
        let first = |from| self.0.iter().find(|entry| entry.from == from).unwrap().at;
        let held = self.held(NaiveDate::MAX).into_iter().rev();
        let (since, says) =
            held.map(|(from, says)| (first(from), says)).find(|(since, _)| *since <= at)?;
        Some((since, says?))
    }

    /// All that held of it by `day`, each from its day on until the next.
    pub(super) fn held(&self, day: NaiveDate) -> Vec<(NaiveDate, Option<T>)> {
        let mut held: Vec<(NaiveDate, Option<T>)> = Vec::new();
        for entry in &self.0 {
            held.retain(|(from, _)| *from < entry.from);
            held.push((entry.from, entry.says));
        }
        held.retain(|(from, _)| *from <= day);
        held
    }

    /// The days from which something of it holds.
    pub(super) fn days(&self) -> impl Iterator<Item = NaiveDate> {
        self.0.iter().map(|entry| entry.from)
    }
}

impl Facts {
    /// What the person says of that step on `day`, and since when: of several words that which was begun last.
    pub(super) fn word_of_step(
        &self,
        line: &str,
        nth: i64,
        day: NaiveDate,
    ) -> Option<(NaiveDate, bool)> {
        self.words_of_step(line, nth, day).pop()
    }

    /// All that the person says of that step on `day`, each since when.
    pub(super) fn words_of_step(
        &self,
        line: &str,
        nth: i64,
        day: NaiveDate,
    ) -> Vec<(NaiveDate, bool)> {
        let of_step = self.steps.iter().filter(|step| step.line == line && step.nth == nth);
        let said = |step: &Step| Some((step.word.since(day)?, step.word.on(day)?));
        of_step.filter_map(said).collect()
    }
}

/// When something is entered on `day`, the `nth` of that day, though not after `now`.
pub(super) fn moment(sheet: &Sheet, day: NaiveDate, nth: usize, now: Second) -> Second {
    let (begins, ends) = (sheet.begins(day), sheet.begins(plus(day, 1)));
    (begins + 3600 + 60 * i64::try_from(nth).unwrap()).min(ends - 1).min(now)
}

/// Puts some of the words right, or takes them back, until `now`, which lies in `today`.
pub(super) fn take_back(
    facts: &mut Facts,
    dice: &mut Dice,
    sheet: &Sheet,
    today: NaiveDate,
    now: Second,
) {
    for (_, word) in &mut facts.answers {
        // Another answer holds from today; a yes that is put back from its own day.
        while dice.one_in(3) {
            let Some((on, at)) = later(word, dice, sheet, today, now) else { break };
            let says = !word.0.last().unwrap().says.unwrap();
            let yes = word.0.iter().find(|entry| says && entry.says == Some(true));
            let from = yes.map_or(on, |yes| yes.from);
            word.0.push(Entry { at, from, says: Some(says) });
        }
    }
    for (_, word) in &mut facts.limits_over {
        if dice.one_in(3) {
            take_one_back(word, dice, sheet, today, now);
        }
    }
    for step in &mut facts.steps {
        if dice.one_in(4) {
            take_one_back(&mut step.word, dice, sheet, today, now);
        }
    }
}

/// Now and then puts right what the team said of a stop, or takes it back, until `now`.
pub(super) fn change_word(word: &mut AboutStop, dice: &mut Dice, sheet: &Sheet, now: Second) {
    let today = sheet.day_at(now, instant(now).date_naive());
    match dice.below(6) {
        0 | 1 => take_one_back(word, dice, sheet, today, now),
        2 => {
            let Some((on, at)) = later(word, dice, sheet, today, now) else { return };
            let first = word.0[0];
            let says = dice.one_in(2).then(|| plus(on, dice.within(0, 6)));
            // The same holds from the same day.
            let from = if first.says == Some(says) { first.from } else { on };
            word.0.push(Entry { at, from, says: Some(says) });
        }
        _ => {}
    }
}

/// Takes the word back, and now and then puts it back again.
pub(super) fn take_one_back<T: Copy>(
    word: &mut Word<T>,
    dice: &mut Dice,
    sheet: &Sheet,
    today: NaiveDate,
    now: Second,
) {
    let first = word.0[0];
    let Some((on, at)) = later(word, dice, sheet, today, now) else { return };
    word.0.push(Entry { at, from: on, says: None });
    if dice.one_in(2) {
        return;
    }
    // On the day on which it was taken back all is as it was.
    let Some((back, at)) = later(word, dice, sheet, today, now) else { return };
    let from = if back == on { first.from } else { back };
    word.0.push(Entry { at, from, says: first.says });
}

/// A day and a moment after all that was entered of the word, until `now`.
pub(super) fn later<T: Copy>(
    word: &Word<T>,
    dice: &mut Dice,
    sheet: &Sheet,
    today: NaiveDate,
    now: Second,
) -> Option<(NaiveDate, Second)> {
    let last = word.0.last().unwrap();
    let entered = word.0.iter().map(|entry| entry.from).max().unwrap();
    let on = plus(entered, *dice.pick(&[0, 0, 1, 2, 3, 5, 9]));
    let at = last.at.max(sheet.begins(on)) + dice.within(1, 3600);
    let is_then = sheet.begins(on) <= at && at < sheet.begins(plus(on, 1));
    (on <= today && is_then && at <= now).then_some((on, at))
}
