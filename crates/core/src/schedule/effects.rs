//! What follows for each line from all that was said of it, found by day: most of what was said in years was over long
//! before.

use chrono::NaiveDate;

use super::bouts_since::{AskedDays, counted_from, last_day};
use super::least_asked::LongStops;
use super::pain::{Effect, effect};
use super::{Situation, revision_on};
use crate::ids::LineId;
use crate::plan::{Prescription, Revision};
use crate::record::{AROUND, StandingStop};
use crate::time::Day;

/// Of what was over by a word of the team, so many days before the first day that is asked about are worked out, too: some
/// ask about a later day first.
const BEFORE: i32 = 28;

/// What was said that may stop or change a line, with what follows from it, and what days asked for. It is worked
/// out once for all the days that are asked about one after the other.
#[derive(Default)]
pub(super) struct Said<'a> {
    /// The revision that the effects are about, and the day since which all of them are here.
    known: Option<(&'a Revision, Day)>,
    /// In the order of their first days.
    effects: Vec<OfLine<'a>>,
    asked: AskedDays,
}

/// What something that was said does to one line, and on which days it can.
pub(super) struct OfLine<'a> {
    pub(super) line: &'a LineId,
    pub(super) effect: Effect<'a>,
    /// Its place in the order of entry.
    nth: usize,
    /// On no day before this one.
    first: Day,
    /// On no day after this one; `None` as long as nobody has spoken.
    last: Option<Day>,
    /// The last day of all that begin no later than this one; `None` where one of them is open.
    last_so_far: Option<Day>,
}

impl<'a> Said<'a> {
    /// What may do something to the lines of `revision` on `day`, in the order of entry, and what days asked for.
    pub(super) fn on(
        &mut self,
        situation: &Situation<'a>,
        revision: &'a Revision,
        day: Day,
    ) -> (Vec<&OfLine<'a>>, &mut AskedDays) {
        self.look_at(situation, revision, day);
        let begun = self.effects.partition_point(|known| known.first <= day);
        let is_open = |last: Option<Day>| last.is_none_or(|last| day <= last);
        let begun = self.effects[..begun].iter().rev();
        let near = begun.take_while(|known| is_open(known.last_so_far));
        let mut near: Vec<&OfLine<'a>> = near.filter(|known| is_open(known.last)).collect();
        near.sort_unstable_by_key(|known| known.nth);
        (near, &mut self.asked)
    }

    /// Works out what follows for the lines of `revision` on `day` and later, unless it is known already.
    fn look_at(&mut self, situation: &Situation<'a>, revision: &'a Revision, day: Day) {
        if self.known.is_some_and(|(known, since)| std::ptr::eq(known, revision) && since <= day) {
            return;
        }
        // A clock that was set back does not know yet what was said later.
        let since = day.plus(-BEFORE).min(Day(situation.now.date_naive()));
        self.known = Some((revision, since));
        let (today, long) = (situation.today(), &LongStops::default());
        let effects = situation.plan_facts.stops_since(since).flat_map(|said| {
            let lines = revision.lines.iter();
            lines.filter_map(move |line| of_line(situation, revision, said, line, (today, long)))
        });
        self.effects = effects.collect();
        for (nth, known) in self.effects.iter_mut().enumerate() {
            known.nth = nth;
        }
        self.effects.sort_by_key(|known| known.first);
        let mut last_so_far = Some(Day(NaiveDate::MIN));
        for known in &mut self.effects {
            last_so_far = last_so_far.zip(known.last).map(|(one, other)| one.max(other));
            known.last_so_far = last_so_far;
        }
    }
}

/// The day since which bouts must be known for what was said before the day `first` and can hold then, or later, for so
/// many of them, by the sheet of `first` or that of `last`; `None` where nothing was.
#[must_use]
pub fn followed_since(situation: &Situation<'_>, first: Day, last: Day) -> Option<Day> {
    let by_first = revision_on(situation.revisions, first);
    let by_last = revision_on(situation.revisions, last);
    let other = by_last.filter(|last| by_first.is_none_or(|first| !std::ptr::eq(*last, first)));
    let (today, long) = (situation.today(), &LongStops::default());
    let since = first.min(Day(situation.now.date_naive()));
    let said = situation.plan_facts.stops_since(since).filter(|said| counted_from(said) < first);
    let effects = said.flat_map(|said| {
        let revisions = by_first.into_iter().chain(other).map(|known| &known.revision);
        revisions.flat_map(move |revision| {
            let lines = revision.lines.iter().filter(|line| !line.off);
            lines.filter_map(move |line| of_line(situation, revision, said, line, (today, long)))
        })
    });
    let followed = effects.filter(|known| {
        known.effect.bouts.is_some() && known.last.is_none_or(|last| last >= first)
    });
    followed.map(|known| counted_from(known.effect.said)).min()
}

fn of_line<'a>(
    situation: &Situation<'a>,
    revision: &'a Revision,
    said: &'a StandingStop,
    line: &'a Prescription,
    (today, long): (Option<Day>, &LongStops<'a>),
) -> Option<OfLine<'a>> {
    let effect = effect(situation, said, &revision.plan, line)?;
    let by_itself = || today.and_then(|today| last_day(situation, long, &effect, &line.id, today));
    let last = match situation.plan_facts.words_about(said.record).last() {
        // A clock that was set back does not know their word yet.
        Some((since, _)) if *since > situation.now => None,
        // Without their word it is over by itself. Until that was taken back the days are what they were.
        Some((since, None)) => {
            by_itself().map(|last| last.max(Day(since.date_naive()).plus(AROUND)))
        }
        Some(_) => said.over,
        None => by_itself(),
    };
    let first = Day(said.at.date_naive()).plus(-AROUND);
    Some(OfLine { line: &line.id, effect, nth: 0, first, last, last_so_far: None })
}
