//! Days without any entry, told as one stretch and asked about once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::agenda::{AskedOf, settled};
use super::effects::Said;
use super::weeks_of_lines::{Known, weeks};
use super::{Agenda, AgendaItem, InWeek, Situation, State, TimeOfPlan, WeekOfLine, revision_on};
use crate::plan::Revision;
use crate::time::Day;

/// No further back than this are days asked about.
pub const LONGEST_GAP: i32 = 60;

/// Days up to yesterday of which nothing at all was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Gap {
    /// The first of them.
    pub from: Day,
    /// The last of them.
    pub through: Day,
    /// Those that asked for something, in their order; where none did, those that left it to the person whether to do
    /// something. Never empty.
    pub days: Vec<Day>,
    /// Whether any of them asked for something.
    pub is_asked: bool,
    /// Whether there are so many that the plan asks whether it was a pause.
    pub is_long: bool,
}

/// The days before today that asked for something and of which nobody entered anything, back to the last day of
/// which somebody did. Days that asked for nothing break it no more than they make it. Whoever said that they go on
/// was asked already: days before that are left alone, and so are pauses, days that were said to be bad, and what
/// lies before the app.
///
/// A sheet that leaves all days to choose asks for none of them: then so many days without a word as make a gap long are
/// one. `None` when there are no such days.
#[must_use]
pub fn gap(situation: &Situation<'_>) -> Option<Gap> {
    let today = situation.today()?;
    let answered = situation.plan_facts.resumed.iter().map(|(day, _)| *day).max();
    let (mut days, mut free, mut said) = (Vec::new(), Vec::new(), Said::default());
    for back in 1..=LONGEST_GAP {
        let day = today.plus(-back);
        if answered.is_some_and(|answered| day < answered) {
            break;
        }
        let Some(AskedOf { agenda, revision, .. }) = settled(situation, day, &mut said) else {
            break;
        };
        if agenda.is_without_entry() {
            days.push(day);
        } else if !agenda.is_silent()
            || agenda.asked_of_person().next().is_some()
            || agenda.time_of_plan == TimeOfPlan::Before
        {
            break;
        } else if days.is_empty() && leaves_choice(situation, revision, &mut said, day) {
            free.push(day);
        }
    }
    let is_asked = !days.is_empty();
    let mut days = if is_asked { days } else { free };
    days.reverse();
    let (from, through) = (*days.first()?, *days.last()?);
    let gap_days = revision_on(situation.revisions, today)?.revision.gap_days;
    let is_long = through.days_after(from) + 1 >= i32::from(gap_days);
    (is_asked || is_long).then_some(Gap { from, through, days, is_asked, is_long })
}

/// Whether something could have been done on `day`, which we know of, because its week was not complete.
fn leaves_choice<'a>(
    situation: &Situation<'a>,
    revision: &'a Revision,
    said: &mut Said<'a>,
    day: Day,
) -> bool {
    let ends = situation.span(day).1;
    let is_known = situation.knows_since().is_some_and(|since| since < ends);
    let is_open = |week: &WeekOfLine| matches!(week.today, InWeek::Available | InWeek::Due);
    is_known && weeks(situation, revision, said, (day, Known::OnTheDay)).iter().any(is_open)
}

impl Agenda {
    /// Whether the day asked for something, is over, and nothing at all was entered. Days before
    /// the app was first opened are not asked about.
    #[must_use]
    pub fn is_without_entry(&self) -> bool {
        // Who went on in the afternoon was asked for nothing in the morning.
        let asked = self.asked_of_person().filter(|item| item.state != State::Paused);
        let mut items = asked.peekable();
        let untouched =
            |item: &AgendaItem| matches!(item.state, State::NoEntry | State::NotReminded);
        self.is_silent() && items.peek().is_some() && items.all(untouched)
    }

    /// Whether the person has said nothing of the day: no bout was answered, asked for or not, the day was not
    /// said to be bad, and it lies in no pause.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        let said = self.items().any(|item| item.state.is_answered())
            || !self.extras.is_empty()
            || self.as_needed.iter().any(|line| !line.recorded.is_empty());
        !said && self.bad_day.is_none() && self.pause.is_none()
    }

    /// Every bout that the day asked the person for: all but those that are stopped, and those that its own rules or
    /// a journey took away.
    pub fn asked_of_person(&self) -> impl Iterator<Item = &AgendaItem> {
        self.items().filter(|item| {
            !matches!(item.state, State::Withheld | State::StoppedByRedFlag | State::NotRequired)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::plan::DayPattern;
    use crate::record::{BoutKey, BoutPlace, Outcome, PlanFact};
    use crate::samples::{
        World, any_time, bout, closed, day, instant, line, on_days, plan_record, record, revision,
    };
    use crate::schedule::gap;

    /// Three times a week, on days that the person chooses, and nothing else. The app was there since Monday the 16th.
    fn world(now: &str) -> World {
        let three = DayPattern::TimesAWeek { times: 3, not_two_days_running: false };
        World::new(revision(vec![on_days(any_time(line("walk", &[]), 1), three)]), now)
    }

    #[test]
    fn a_sheet_that_leaves_the_days_to_choose_asks_about_so_many_as_make_a_gap_long() {
        let walk = |on: &str| BoutKey { place: BoutPlace::AnyTime(1), ..bout("walk", "noon", on) };
        let done =
            |id, on: &str| record(id, &format!("{on}T18:00:00Z"), closed(walk(on), Outcome::Done));
        // The last walk was on Tuesday the 24th.
        let mut world = world("2026-12-01T09:00:00Z");
        world.records = vec![done(1, "2026-11-24")];
        let asked = |world: &World| world.ask(gap);
        assert_eq!(asked(&world), None, "six days without a walk are no question");
        world.now = instant("2026-12-02T09:00:00Z");
        let found = asked(&world).unwrap();
        assert_eq!((found.is_asked, found.is_long), (false, true));
        assert_eq!((found.from, found.through), (day("2026-11-25"), day("2026-12-01")));
        assert_eq!(found.days.len(), 7, "also those at the end of a week, when it is due");
        // Whoever said that they go on is not asked again.
        let resumed = PlanFact::Resumed { day: day("2026-12-02") };
        world.plan_records = vec![plan_record(1, "2026-12-02T08:00:00Z", resumed)];
        assert_eq!(asked(&world), None);
    }
}
