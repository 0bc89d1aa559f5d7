//! From all that was ever entered to what stands.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    BodySide, BoutKey, Entered, Fact, Outcome, Record, RecordId, SkipReason, StandingBouts,
};
use crate::ids::{LineId, PlanId};
use crate::time::{Day, Instant, Span};

/// What stands of a set of records, whatever order they came in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Standing {
    /// What is known of each bout that anything was recorded of.
    pub bouts: StandingBouts,
    /// Standing records that are not of a bout: pain scores.
    pub others: Vec<Record>,
    /// What is known of days before those.
    pub earlier: Earlier,
}

/// What is known of days whose records are not among those that stand, because they lie too far back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Earlier {
    /// The last day of which anything was entered.
    pub last_entry: Option<Day>,
    /// The days on which something was done of lines whose stages come after so many.
    pub done: BTreeMap<(PlanId, LineId), BTreeSet<Day>>,
}

/// What stands of one bout.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StandingBout {
    /// What became of it, and the record that says so; `None` while only work was seen.
    pub closed: Option<(RecordId, Outcome)>,
    /// Whether the closing record was entered on a later day.
    pub entered_later: bool,
    /// Whether the closing record replaced another.
    pub corrected: bool,
    /// When the first of its work was seen, as far as that was entered on its day.
    pub begun: Option<Instant>,
    /// When it ended, as far as somebody entered it on its day: what was entered later has no time.
    pub ended: Option<Instant>,
    /// When the person said what became of it, as far as they did so on its day.
    pub answered: Option<Instant>,
    /// The person's words.
    pub note: Option<String>,
    /// Seen work: (set, side) to (repetitions, seconds).
    pub work: BTreeMap<(u16, BodySide), (u16, u32)>,
}

impl Standing {
    /// What is known of each bout of `day`, in the order of lines and places.
    pub fn of_day(&self, day: Day) -> impl Iterator<Item = (&BoutKey, &StandingBout)> {
        self.bouts.of_day(day)
    }

    /// The days on which something of `line` was done, as far as they are known.
    #[must_use]
    pub fn days_done(&self, plan: &PlanId, line: &LineId) -> BTreeSet<Day> {
        let of_line =
            |(bout, _): &(&BoutKey, &StandingBout)| bout.plan == *plan && bout.line == *line;
        let done = self.bouts.iter().filter(of_line).filter(|(_, known)| known.was_done());
        let earlier = self.earlier.done.get(&(plan.clone(), line.clone()));
        done.map(|(bout, _)| bout.day).chain(earlier.into_iter().flatten().copied()).collect()
    }

    /// The last day before `day` of which anything was entered.
    #[must_use]
    pub fn last_entry_before(&self, day: Day) -> Option<Day> {
        let was_entered = |known: &StandingBout| known.closed.is_some() || !known.work.is_empty();
        let entered = self.bouts.iter().filter(|(_, known)| was_entered(known));
        let days = entered.map(|(bout, _)| bout.day).chain(self.earlier.last_entry);
        days.filter(|known| *known < day).max()
    }
}

impl Outcome {
    /// Whether anything was done, finished or not.
    #[must_use]
    pub fn was_done(&self) -> bool {
        matches!(self, Self::Done | Self::Partly { .. })
    }

    /// Whether it was left, before it began or in part, because it hurt.
    #[must_use]
    pub fn was_left_for_pain(&self) -> bool {
        let reason = match self {
            Self::Skipped { reason } => Some(*reason),
            Self::Partly { reason, .. } => *reason,
            Self::Done | Self::SaidNotDone => None,
        };
        reason == Some(SkipReason::Pain)
    }

    /// Whether this, which stands, gives way to the `word` with which a round ends the bout. That it hurt stands until the
    /// person puts that entry right; what was done, or more of it, was done whatever a round saw of it. The round's own
    /// earlier word is `own`.
    #[must_use]
    pub fn gives_way_to(&self, word: &Self, own: bool) -> bool {
        match (self.was_left_for_pain(), word.was_left_for_pain()) {
            (true, false) => return false,
            (false, true) => return true,
            (true, true) | (false, false) => {}
        }
        let is_less = match self {
            Self::Done => *word != Self::Done,
            Self::Partly { .. } => !word.was_done(),
            Self::Skipped { .. } | Self::SaidNotDone => false,
        };
        own || !is_less
    }
}

impl StandingBout {
    /// Whether it was left, before it began or in part, because it hurt.
    #[must_use]
    pub fn was_left_for_pain(&self) -> bool {
        self.closed.as_ref().is_some_and(|(_, outcome)| outcome.was_left_for_pain())
    }

    /// Whether anything of it was done, finished or not.
    #[must_use]
    pub fn was_done(&self) -> bool {
        self.closed.as_ref().map_or(!self.work.is_empty(), |(_, outcome)| outcome.was_done())
    }
}

/// What stands, given every record. The order of `records` does not matter.
///
/// A correction replaces the record it names; of several corrections of one record the last entered
/// stands. A record whose correction says [`Fact::Withdrawn`] does not stand. Should two standing
/// records speak of one bout, the first entered stands: the second was "already recorded".
#[must_use]
pub fn settle(records: &[Record]) -> Standing {
    let mut in_order: Vec<&Record> = records.iter().collect();
    in_order.sort_by_key(|record| (record.at, record.id));
    in_order.dedup_by_key(|record| record.id);
    let mut last_correction: HashMap<RecordId, &Record> = HashMap::new();
    for record in &in_order {
        if let Some(corrected) = record.corrects {
            last_correction.insert(corrected, record);
        }
    }

    let mut standing = Standing::default();
    let mut chain = Vec::new();
    for original in in_order.iter().filter(|record| record.corrects.is_none()) {
        chain.clear();
        chain.push(*original);
        // A chain cannot be longer than the records, even if a damaged file bends it into a ring.
        while let Some(next) = chain.last().and_then(|last| last_correction.get(&last.id))
            && chain.len() <= records.len()
        {
            chain.push(next);
        }
        place(&mut standing, &chain);
    }
    standing
}

/// How long after a tap its Undo may come, which puts back what was said before it: ten seconds, and what a slow machine
/// and a reader of the screen need.
const UNDO: Span = Span::seconds(60);

/// When the person said what the last record of `chain` says; `None` where it was entered later than on its day. What is put
/// right was so when it was entered first, unless that said that less was done, or that nothing hurt: of what was done since,
/// or hurt, only the later entry knows. What is put back is as it was.
fn answered(chain: &[&Record]) -> Option<Instant> {
    // The entry before the present one and the one before that, each with when it was said.
    let (mut first, mut last): (Option<(&Record, _)>, Option<(&Record, _)>) = (None, None);
    for record in chain {
        let live = (record.entered == Entered::Live).then_some(record.at);
        let said = match (first, last) {
            (Some((first, said)), Some((last, _)))
                if last.fact == Fact::Withdrawn
                    || is_as_before(first, record) && record.at - last.at <= UNDO =>
            {
                said
            }
            (_, Some((last, said))) if !says_more(&last.fact, &record.fact) => said,
            _ => live,
        };
        (first, last) = (last, Some((*record, said)));
    }
    last.and_then(|(_, said)| said)
}

/// Whether both say the same of what became of their bout.
fn is_as_before(first: &Record, last: &Record) -> bool {
    matches!((&first.fact, &last.fact), (Fact::Bout { outcome: was, .. }, Fact::Bout { outcome, .. }) if was == outcome)
}

/// Whether `last` says that more was done than `first`, or another thing of whether it was left for pain.
fn says_more(first: &Fact, last: &Fact) -> bool {
    let of = |fact: &Fact| match fact {
        Fact::Bout { outcome, .. } => {
            let amount = u8::from(outcome.was_done()) + u8::from(*outcome == Outcome::Done);
            (amount, outcome.was_left_for_pain())
        }
        _ => (0, false),
    };
    let ((before, hurt_before), (now, hurts)) = (of(first), of(last));
    now > before || hurts != hurt_before
}

/// Places the last record of `chain`, an entry and its corrections.
fn place(standing: &mut Standing, chain: &[&Record]) {
    let [original, ..] = chain else { return };
    let record = chain.last().unwrap_or(original);
    let live_at = (original.entered == Entered::Live).then_some(original.at);
    match &record.fact {
        Fact::Work { bout, set, side, repetitions, seconds } => {
            let seen = standing.bouts.entry(bout);
            seen.begun = seen.begun.or(live_at);
            seen.ended = seen.ended.max(live_at);
            let total = seen.work.entry((*set, *side)).or_default();
            total.0 = total.0.saturating_add(*repetitions);
            total.1 = total.1.saturating_add(*seconds);
        }
        Fact::Bout { bout, outcome, note } => {
            let bout = standing.bouts.entry(bout);
            if bout.closed.is_none() {
                bout.closed = Some((record.id, outcome.clone()));
                bout.entered_later = record.entered == Entered::Later;
                bout.corrected = record.id != original.id;
                bout.answered = answered(chain);
                // A tap long after the work was seen does not make the work later.
                bout.ended = bout.ended.or(bout.answered);
                bout.note.clone_from(note);
            }
        }
        Fact::Pain { .. } => standing.others.push((*record).clone()),
        Fact::Withdrawn => {}
    }
}
