//! Planned, reminded and done of one round, side by side.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Agenda, AgendaItem, AgendaRound, Situation, State};
use crate::record::{Evidence, EvidenceKind};
use crate::time::{Instant, WallTime};

/// Whether the person was reminded of a round, and when it was done, by the clock that they saw then. When it was
/// planned stands in the round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RoundTimes {
    /// What became of its reminder; `None` while nothing can be said of it, and where none belongs to it.
    pub reminded: Option<Reminded>,
    /// What became of all that it asks for; `None` while something of it is open, and where one word would not be
    /// true of all of it.
    pub ended: Option<Ended>,
    /// What became of each of its bouts, in their order; `None` for what is open, or was not asked for.
    pub each: Vec<Option<Ended>>,
}

/// What became of the reminder of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "how")]
pub enum Reminded {
    /// It was shown.
    Shown {
        /// When, for the first time.
        at: WallTime,
    },
    /// None was shown, because all of it was done already.
    SilentBecauseDone,
    /// The desktop did not take it.
    Undeliverable,
    /// None was shown, because reminders were switched off.
    SwitchedOff,
    /// None was shown, and the person had the app open while the round was due.
    AppOpen {
        /// Since when.
        at: WallTime,
    },
    /// Its window ended, and nothing of ours ran in it.
    Not,
}

/// What became of a bout, or of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "how")]
pub enum Ended {
    /// All of it was done.
    Done {
        /// When it ended; `None` where that was entered later, so that nobody knows.
        at: Option<WallTime>,
    },
    /// Some of it was done.
    Partly {
        /// When it ended; `None` where that was entered later, so that nobody knows.
        at: Option<WallTime>,
    },
    /// It was skipped, or the person said that it was not done.
    Skipped,
    /// Its window ended, and nothing was entered.
    NoEntry,
}

/// Puts the times of each round of `agenda` into it.
pub(super) fn apply(agenda: &mut Agenda, situation: &Situation<'_>) {
    let (plan, on) = (&agenda.plan, situation.seen.on(agenda.day));
    for round in &mut agenda.rounds {
        // What hangs on a routine alone never rings, and is there all day.
        let rings = round.at.is_some();
        let of_round = |seen: &&Evidence| rings && seen.plan == *plan && seen.round == round.round;
        let seen: Vec<&Evidence> = on.iter().filter(of_round).collect();
        round.times = times(situation, round, &seen);
    }
}

fn times(situation: &Situation<'_>, round: &AgendaRound, seen: &[&Evidence]) -> Option<RoundTimes> {
    let each: Vec<Option<Came>> =
        round.items.iter().map(|item| Came::of(situation, item)).collect();
    let was_left = each.iter().any(Option::is_some);
    if seen.is_empty() && !was_left {
        return None;
    }
    let is_over = round.at.is_some() && situation.now >= round.ends;
    let nothing_ran = (is_over && was_left).then_some(Reminded::Not);
    let is_open = round
        .items
        .iter()
        .any(|item| matches!(item.state, State::InProgress | State::Due | State::Upcoming));
    Some(RoundTimes {
        reminded: reminded(situation, seen).or(nothing_ran),
        ended: together(&each).filter(|_| !is_open).map(|all| all.ended(situation)),
        each: each.into_iter().map(|came| came.map(|came| came.ended(situation))).collect(),
    })
}

/// What says the most of all that was `seen` of a round.
fn reminded(situation: &Situation<'_>, seen: &[&Evidence]) -> Option<Reminded> {
    let found = |kind| seen.iter().find(|seen| seen.kind == kind);
    let kinds = [
        EvidenceKind::Shown,
        EvidenceKind::SilentBecauseDone,
        EvidenceKind::Undeliverable,
        EvidenceKind::SwitchedOff,
        EvidenceKind::AppOpen,
    ];
    let seen = kinds.into_iter().find_map(found)?;
    let at = situation.whereabouts.wall_time(seen.at);
    Some(match seen.kind {
        EvidenceKind::Shown => Reminded::Shown { at },
        EvidenceKind::SilentBecauseDone => Reminded::SilentBecauseDone,
        EvidenceKind::Undeliverable => Reminded::Undeliverable,
        EvidenceKind::SwitchedOff => Reminded::SwitchedOff,
        EvidenceKind::AppOpen => Reminded::AppOpen { at },
    })
}

/// What became of a bout, with the moment at which it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Came {
    Done(Option<Instant>),
    Partly(Option<Instant>),
    Skipped,
    NoEntry,
}

impl Came {
    fn of(situation: &Situation<'_>, item: &AgendaItem) -> Option<Self> {
        let known = situation.standing.bouts.get(&item.bout);
        let at = known.filter(|known| !known.entered_later).and_then(|known| known.ended);
        match item.state {
            State::Done => Some(Self::Done(at)),
            State::Partly { .. } => Some(Self::Partly(at)),
            State::Skipped { .. } | State::SaidNotDone => Some(Self::Skipped),
            State::NoEntry | State::NotReminded => Some(Self::NoEntry),
            _ => None,
        }
    }

    fn at(self) -> Option<Instant> {
        match self {
            Self::Done(at) | Self::Partly(at) => at,
            Self::Skipped | Self::NoEntry => None,
        }
    }

    fn ended(self, situation: &Situation<'_>) -> Ended {
        let at = self.at().map(|at| situation.whereabouts.wall_time(at));
        match self {
            Self::Done(_) => Ended::Done { at },
            Self::Partly(_) => Ended::Partly { at },
            Self::Skipped => Ended::Skipped,
            Self::NoEntry => Ended::NoEntry,
        }
    }
}

/// The one word that is true of all that was asked for, with the last moment; `None` where there is none.
fn together(each: &[Option<Came>]) -> Option<Came> {
    let asked = || each.iter().flatten().copied();
    let first = asked().next()?;
    let last = asked().filter_map(Came::at).max();
    let was_done = |came| matches!(came, Came::Done(_) | Came::Partly(_));
    if asked().all(|came| matches!(came, Came::Done(_))) {
        Some(Came::Done(last))
    } else if asked().any(was_done) {
        Some(Came::Partly(last))
    } else {
        asked().all(|came| came == first).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ids::RoundId;
    use crate::record::{Entered, Outcome, SkipReason};
    use crate::samples::{World, bout, closed, day, instant, line, record, revision, wall};
    use crate::schedule::{agenda, bouts_of};
    use crate::time::ZoneDatabase;

    const TODAY: &str = "2026-11-18";

    /// Two exercises each morning at eight in Berlin. It is the night after, and the day is over.
    fn world() -> World {
        let both = vec![line("bridge", &["morning"]), line("clam", &["morning"])];
        World::new(revision(both), "2026-11-19T03:00:00Z")
    }

    fn sees(mut world: World, kind: EvidenceKind, at: &str) -> World {
        let plan = world.revisions[0].revision.plan.clone();
        let round = RoundId::new("morning").unwrap();
        let at = instant(&format!("{TODAY}T{at}:00Z"));
        world.evidence.push(Evidence { plan, round, day: day(TODAY), kind, at });
        world
    }

    fn says(mut world: World, line: &str, at: &str, outcome: Outcome) -> World {
        let id = u128::try_from(world.records.len()).unwrap() + 1;
        let fact = closed(bout(line, "morning", TODAY), outcome);
        world.records.push(record(id, &format!("{TODAY}T{at}:00Z"), fact));
        world
    }

    fn times_of(world: &World) -> Option<RoundTimes> {
        let agenda = world.ask(|situation| agenda(situation, day(TODAY))).unwrap();
        agenda.rounds.into_iter().next().unwrap().times
    }

    fn reminded_of(world: &World) -> Option<Reminded> {
        times_of(world).unwrap().reminded
    }

    fn done(at: &str) -> Option<Ended> {
        Some(Ended::Done { at: Some(wall(at)) })
    }

    #[test]
    fn a_late_reminder_and_what_followed_stand_beside_each_other() {
        let world = sees(world(), EvidenceKind::Shown, "10:02");
        let world = says(world, "bridge", "10:30", Outcome::Done);
        let world = says(world, "clam", "10:40", Outcome::Done);
        let times = times_of(&world).unwrap();
        assert_eq!(times.reminded, Some(Reminded::Shown { at: wall("11:02") }));
        assert_eq!((times.ended, times.each), (done("11:40"), vec![done("11:30"), done("11:40")]));
    }

    #[test]
    fn what_says_the_most_of_a_reminder_is_told() {
        let silent = world();
        assert_eq!(reminded_of(&silent), Some(Reminded::Not), "the telephone was off");
        assert_eq!(times_of(&silent).unwrap().ended, Some(Ended::NoEntry));
        let kinds = [
            (EvidenceKind::AppOpen, Reminded::AppOpen { at: wall("09:10") }),
            (EvidenceKind::SwitchedOff, Reminded::SwitchedOff),
            (EvidenceKind::Undeliverable, Reminded::Undeliverable),
            (EvidenceKind::SilentBecauseDone, Reminded::SilentBecauseDone),
            (EvidenceKind::Shown, Reminded::Shown { at: wall("09:10") }),
        ];
        let mut all = world();
        for (kind, told) in kinds {
            assert_eq!(reminded_of(&sees(world(), kind, "08:10")), Some(told));
            all = sees(all, kind, "08:10");
            assert_eq!(reminded_of(&all), Some(told), "{kind:?} says more than those before it");
        }
    }

    #[test]
    fn nothing_is_told_before_there_is_anything_to_tell() {
        for now in ["2026-11-18T05:00:00Z", "2026-11-18T09:00:00Z"] {
            let world = World { now: instant(now), ..world() };
            assert_eq!(times_of(&world), None, "{now}");
        }
        let open = World { now: instant("2026-11-18T09:00:00Z"), ..world() };
        let times = times_of(&says(open, "clam", "08:30", Outcome::Done)).unwrap();
        assert_eq!((times.reminded, times.ended), (None, None), "one of two is still open");
        assert_eq!(times.each, [None, done("09:30")]);
        // What was before the app was first opened says nothing of reminders.
        let mut before = world();
        before.revisions[0].imported_at = instant("2026-11-19T02:30:00Z");
        assert_eq!(times_of(&before).map(|times| times.reminded), None);
    }

    #[test]
    fn a_word_for_the_whole_round_is_true_of_all_of_it() {
        let skipped = || Outcome::Skipped { reason: SkipReason::Tired };
        let rows = [
            (Some(Outcome::Done), None, Some(Ended::Partly { at: Some(wall("09:00")) })),
            (Some(skipped()), Some(Outcome::SaidNotDone), Some(Ended::Skipped)),
            (Some(skipped()), None, None),
            (None, None, Some(Ended::NoEntry)),
        ];
        for (bridge, clam, ended) in rows {
            let mut world = world();
            for (line, outcome) in [("bridge", bridge), ("clam", clam)] {
                world = match outcome {
                    Some(outcome) => says(world, line, "08:00", outcome),
                    None => world,
                };
            }
            assert_eq!(times_of(&world).unwrap().ended, ended);
        }
    }

    #[test]
    fn what_was_entered_later_has_no_time() {
        let mut world = says(world(), "bridge", "20:00", Outcome::Done);
        world.records[0].entered = Entered::Later;
        assert_eq!(times_of(&world).unwrap().each[0], Some(Ended::Done { at: None }));
    }

    #[test]
    fn the_times_of_a_day_stay_those_of_the_clock_that_the_person_saw() {
        let mut world = sees(world(), EvidenceKind::Shown, "07:00");
        world = says(world, "bridge", "07:30", Outcome::Done);
        let at_home = times_of(&world);
        world.was_in = vec![(instant("2026-11-01T00:00:00Z"), world.zone.clone())];
        world.zone = ZoneDatabase::embedded().zone("Asia/Tokyo").unwrap();
        world.now = instant("2026-11-20T22:00:00Z");
        assert_eq!(times_of(&world), at_home);
    }

    proptest! {
        #[test]
        fn each_bout_that_was_answered_or_left_has_its_word_and_no_other_has(
            now in 0_i64..60, answers in prop::collection::vec(prop::option::of(0_u8..4), 2),
        ) {
            let mut world = world();
            world.now = instant("2026-11-18T00:00:00Z") + crate::time::Span::hours(now);
            for (line, answer) in ["bridge", "clam"].into_iter().zip(answers) {
                let outcome = match answer {
                    None => continue,
                    Some(0) => Outcome::Done,
                    Some(1) => Outcome::Partly { sets: None, repetitions: None, seconds: None, counted: None, reason: None },
                    Some(2) => Outcome::Skipped { reason: SkipReason::Other },
                    Some(_) => Outcome::SaidNotDone,
                };
                world = says(world, line, "06:10", outcome);
            }
            let times = times_of(&world);
            let states = world.ask(|situation| bouts_of(situation, day(TODAY))).unwrap().items;
            let was_left = |item: &AgendaItem| {
                item.state.is_answered()
                    || matches!(item.state, State::NoEntry | State::NotReminded)
            };
            let told: Vec<bool> = states.iter().map(was_left).collect();
            prop_assert_eq!(times.is_some(), told.contains(&true));
            if let Some(times) = times {
                let each: Vec<bool> = times.each.iter().map(Option::is_some).collect();
                prop_assert_eq!(each, told.clone());
                prop_assert!(times.ended.is_none() || told.iter().all(|told| *told));
            }
        }
    }
}
