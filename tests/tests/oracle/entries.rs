//! What somebody entered of a bout and put right, at any moment, each as the journal keeps it; and what stands of it: whether
//! it was done, and when, as far as anybody knows. ARCHITECTURE.md says so at "A tick is not a bout".

use backwise_core::ids::RecordId;
use backwise_core::record::{BodySide, Entered, EnteredBy, Fact, Outcome, Record, SkipReason};
use chrono::NaiveDate;
use uuid::Uuid;

use super::clock::Second;
use super::dice::Dice;
use super::facts::{Said, Told};
use super::here::instant;
use super::people::bout;
use super::properties::PLACES;
use super::sheet::{Sheet, plus};
use super::walk::Case;

/// What is put back so soon after a wrong tap is as it was.
const MOMENTS: Second = 60;

/// What stands of a bout of which somebody entered something.
#[derive(Debug, Clone)]
pub(super) struct Stands {
    pub(super) line: String,
    pub(super) place: String,
    pub(super) day: NaiveDate,
    /// What was said last; `None` where that was taken back.
    pub(super) told: Option<Told>,
    /// When that was so, at the latest; `None` where only paper knows.
    pub(super) at: Option<Second>,
    /// When a session saw some of it.
    pub(super) seen: Option<Second>,
}

impl Stands {
    /// Whether something was done of it: so it was said, or a session saw it and nothing else was said.
    pub(super) fn is_work(&self) -> bool {
        self.told.map_or(self.seen.is_some(), Told::is_work)
    }

    /// As the other readers know it.
    pub(super) fn said(&self) -> Option<Said> {
        let told = self.told.or(self.seen.map(|_| Told::Begun))?;
        let (line, place, day) = (self.line.clone(), self.place.clone(), self.day);
        let at = self.at.or(self.seen);
        Some(Said { line, place, day, told, at: at.unwrap_or_default(), live: at.is_some() })
    }
}

/// Enters things by the rules of the journal.
struct Hand<'a> {
    case: &'a Case,
    records: Vec<Record>,
}

impl Hand<'_> {
    /// The day that the plan has then.
    fn day_at(&self, at: Second) -> NaiveDate {
        self.case.sheet.day_at(at, self.case.today)
    }

    /// Whether something of `day` can be entered then: after midnight that of the date that has begun, too.
    fn is_there(&self, day: NaiveDate, at: Second) -> bool {
        day <= self.day_at(at).max(self.case.sheet.clock.local(at).date())
    }

    fn enter(
        &mut self,
        at: Second,
        live: bool,
        corrects: Option<RecordId>,
        fact: Fact,
    ) -> RecordId {
        let id = RecordId(Uuid::from_u128(80_000_000 + self.records.len() as u128));
        let (zone, by) = ("UTC".to_owned(), EnteredBy::Person);
        let entered = if live { Entered::Live } else { Entered::Later };
        self.records.push(Record { id, at: instant(at), zone, entered, by, corrects, fact });
        id
    }
}

/// Up to eleven bouts of which something was entered by now, half of them of the lines that are `offered`, and also of the
/// date that has begun after midnight. One in two was put right, taken back, put back, or put on another day or round.
pub(super) fn enter(
    case: &Case,
    dice: &mut Dice,
    offered: &[String],
) -> (Vec<Record>, Vec<Stands>) {
    let mut hand = Hand { case, records: Vec::new() };
    let mut stands: Vec<Stands> = Vec::new();
    let lines: Vec<String> = case.revision.lines.iter().map(|line| line.id.to_string()).collect();
    for _ in 0..dice.below(12) {
        let lines = if offered.is_empty() || dice.one_in(2) { &lines } else { offered };
        let (line, place) = (dice.pick(lines).clone(), (*dice.pick(&PLACES)).to_owned());
        let day = plus(case.today, dice.within(-2, 1));
        let sheet = &case.sheet;
        let since = sheet.begins(day) - 6 * 3600;
        // Most of it is said on its day, much of that just now, and some of it days later.
        let until =
            if dice.one_in(5) { case.now } else { sheet.begins(plus(day, 1)).min(case.now) };
        if until < since {
            continue;
        }
        let since = if dice.one_in(2) { since.max(until - 3 * 3600) } else { since };
        let at = dice.within(since, until);
        let keys = |stands: &[Stands], place: &str, day| {
            let is_it =
                |known: &Stands| (&*known.line, &*known.place, known.day) == (&*line, place, day);
            stands.iter().any(is_it) || case.facts.said(&line, day, place).is_some()
        };
        if keys(&stands, &place, day) || !hand.is_there(day, at) {
            continue;
        }
        let is_free = |place: &str, day| !keys(&stands, place, day);
        stands.extend(one(&mut hand, dice, (&line, &place, day), at, &is_free));
    }
    (hand.records, stands)
}

/// What was entered of one bout from that moment on, and what stands of it and of those that it was put on.
fn one(
    hand: &mut Hand<'_>,
    dice: &mut Dice,
    (line, place, day): (&str, &str, NaiveDate),
    at: Second,
    is_free: &dyn Fn(&str, NaiveDate) -> bool,
) -> Vec<Stands> {
    let now = hand.case.now;
    let ends = |sheet: &Sheet, day| sheet.begins(plus(day, 1));
    let is_live = |hand: &Hand<'_>, day, at| at < ends(&hand.case.sheet, day);
    let mut gone = Vec::new();
    let (mut line_of, mut last_at) = (
        Stands {
            line: line.to_owned(),
            place: place.to_owned(),
            day,
            told: None,
            at: None,
            seen: None,
        },
        at,
    );
    // A session saw some of it before, on the same day.
    let mut work = None;
    if dice.one_in(3) && is_live(hand, day, at) && hand.is_there(day, at - 600) {
        let seen = at - dice.within(0, 600);
        work = Some(hand.enter(seen, true, None, seen_work(&line_of)));
        line_of.seen = Some(seen);
    }
    if work.is_some() && dice.one_in(4) {
        return vec![line_of];
    }
    let told = *dice.pick(&TOLD);
    // Some of today is entered from paper.
    let live = is_live(hand, day, at) && !dice.one_in(6);
    let mut last = hand.enter(at, live, None, fact(&line_of, told));
    (line_of.told, line_of.at) = (Some(told), live.then_some(at));
    // What was said before that, with its hour, as long as a tap can be put back.
    let mut before: Option<(Told, Option<Second>)> = None;
    while dice.below(3) > 0 {
        let pause = match dice.below(3) {
            0 => dice.within(1, MOMENTS),
            1 => dice.within(MOMENTS + 1, 3600),
            _ => dice.within(MOMENTS + 1, 10 * 3600),
        };
        let at = last_at + pause;
        if at > now {
            break;
        }
        let live = is_live(hand, line_of.day, at);
        let told = line_of.told.unwrap();
        match dice.below(6) {
            // Taken back; half of it is put back, and then is as it was, with its hour.
            0 => {
                last = hand.enter(at, live, Some(last), Fact::Withdrawn);
                let back = at + dice.within(1, 7200);
                if back > now || dice.one_in(2) {
                    line_of.told = None;
                    break;
                }
                let kept = hand.records.iter().rev().find(|known| known.fact != Fact::Withdrawn);
                let was_live = kept.unwrap().entered == Entered::Live;
                last = hand.enter(back, was_live, Some(last), fact(&line_of, told));
                (before, last_at) = (None, back);
            }
            // Put on another day, or taken back and entered anew in another round: the other entry is of this moment.
            1 => {
                let other_day = if dice.one_in(2) {
                    line_of.day
                } else {
                    plus(hand.day_at(at), dice.within(-1, 1))
                };
                let other_place =
                    if other_day == line_of.day { *dice.pick(&PLACES) } else { &line_of.place };
                let other_place = other_place.to_owned();
                // What a session saw goes along to a day that is not over.
                let is_kept = line_of.seen.is_some() && !is_live(hand, other_day, at);
                let is_same = (&*other_place, other_day) == (&*line_of.place, line_of.day);
                if is_same
                    || is_kept
                    || !is_free(&other_place, other_day)
                    || !hand.is_there(other_day, at)
                    || gone
                        .iter()
                        .any(|gone: &Stands| (&*gone.place, gone.day) == (&*other_place, other_day))
                    || (line_of.seen.is_some() && other_day == line_of.day)
                {
                    continue;
                }
                hand.enter(at, live, Some(last), Fact::Withdrawn);
                let mut left = line_of.clone();
                (left.told, left.at, left.seen) = (None, None, None);
                gone.push(left);
                (line_of.place, line_of.day) = (other_place, other_day);
                let live = is_live(hand, other_day, at);
                if let Some(work_id) = work {
                    hand.enter(at, true, Some(work_id), Fact::Withdrawn);
                    work = Some(hand.enter(at, true, None, seen_work(&line_of)));
                    line_of.seen = Some(at);
                }
                last = hand.enter(at, live, None, fact(&line_of, told));
                (line_of.at, before, last_at) = (live.then_some(at), None, at);
            }
            _ => {
                // Some of it is what had been said before, be it soon or late.
                let again = before.filter(|_| dice.one_in(2)).map(|(was, _)| was);
                let other = again.unwrap_or_else(|| *dice.pick(&TOLD));
                last = hand.enter(at, live, Some(last), fact(&line_of, other));
                let is_put_back =
                    before.filter(|(was, _)| *was == other && at - last_at <= MOMENTS);
                let hour = match is_put_back {
                    Some((_, hour)) => hour,
                    // Of what was done since, or hurt, only the later entry knows the hour.
                    None if says_more(told, other) => live.then_some(at),
                    None => line_of.at,
                };
                before = Some((told, line_of.at));
                (line_of.told, line_of.at, last_at) = (Some(other), hour, at);
            }
        }
    }
    gone.push(line_of);
    gone
}

const TOLD: [Told; 6] =
    [Told::Done, Told::Done, Told::Partly, Told::LeftForPain, Told::Skipped, Told::NotDone];

/// Whether `last` says that more was done than `first`, or another thing of whether it hurt.
fn says_more(first: Told, last: Told) -> bool {
    let much = |told| match told {
        Told::Done => 2,
        _ if told.is_work() => 1,
        _ => 0,
    };
    much(last) > much(first) || first.is_for_pain() != last.is_for_pain()
}

fn seen_work(of: &Stands) -> Fact {
    let (bout, side) = (bout(&of.line, &of.place, of.day), BodySide::Both);
    Fact::Work { bout, set: 1, side, repetitions: 3, seconds: 9 }
}

fn fact(of: &Stands, told: Told) -> Fact {
    let partly = |reason| Outcome::Partly {
        sets: None,
        repetitions: Some(2),
        seconds: None,
        counted: None,
        reason,
    };
    let outcome = match told {
        Told::Done => Outcome::Done,
        Told::LeftForPain => partly(Some(SkipReason::Pain)),
        Told::Partly | Told::Begun => partly(None),
        Told::Skipped => Outcome::Skipped { reason: SkipReason::Tired },
        Told::SkippedForPain => Outcome::Skipped { reason: SkipReason::Pain },
        Told::NotDone => Outcome::SaidNotDone,
    };
    Fact::Bout { bout: bout(&of.line, &of.place, of.day), outcome, note: None }
}
