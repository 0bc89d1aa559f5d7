//! How far the weeks have come of what is done so many days a week, and what stands of those that are over.

use std::collections::BTreeMap;

use backwise_core::plan::Revision;
use backwise_core::report::{WeekFigures, figures};
use backwise_core::schedule::{Agenda, InWeek, Situation, WeekOfLine};
use backwise_core::time::Day;
use chrono::NaiveDate;
use toml::{Table, Value};

use super::clock::Second;
use super::dice::Dice;
use super::here::{Here, instant, revision};
use super::journeys::lived;
use super::lines::{Asks, Walker};
use super::people::{facts, plan_records, records};
use super::plans::{day_off, plan};
use super::sheet::{Sheet, WEEKDAYS, number, plus, says, text};
use super::week::Week;
use super::zones::places;

/// How far the week of each line has come.
pub(super) type Weeks = BTreeMap<String, WeekSoFar>;

/// What stands of weeks, by their first day and whose they are.
pub(super) type PastWeeks = BTreeMap<(NaiveDate, String), Stands>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WeekSoFar {
    /// The programme, where it is one's.
    programme: Option<String>,
    stands: Stands,
    /// What it makes of the day: it asks, it leaves the choice, or neither.
    says: Option<Asks>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stands {
    from: NaiveDate,
    through: NaiveDate,
    asked: i64,
    done: i64,
    /// On how many of its days, until the day in question, a limit or a stop kept it back and nothing was done.
    kept_back: i64,
}

impl WeekSoFar {
    /// Whether it asks the day for something, or leaves it to choose.
    pub(super) fn is_open(&self) -> bool {
        self.says.is_some()
    }
}

impl Walker<'_> {
    /// The weeks of lines that are done so many days a week, by themselves or in turn.
    pub(super) fn weeks(&self, day: NaiveDate, now: Second) -> Weeks {
        let mut weeks = Weeks::new();
        if self.is_put_off(day) {
            return weeks;
        }
        for line in self.sheet.lines() {
            let Some((week, programme)) = self.week_around(line, day) else { continue };
            let is_its_turn = |programme: &Table| {
                self.turn(programme, day) == text(&self.on_day(line, day), "turn")
            };
            if !programme.is_none_or(is_its_turn) {
                continue;
            }
            let is_off = programme.is_some()
                && (self.day_off(line, day).is_some()
                    || !self.has_round(&self.on_day(line, day), day));
            // What the day leaves to choose is said of it while it is offered.
            let is_offered = |asks: &Asks| {
                let rests = self.facts.is_paused(day) || self.facts.bad_days.contains(&day);
                *asks != Asks::IfWanted
                    || day != self.today
                    || rests
                    || self.slots(day, now).keys().any(|(of, _)| of == Self::id(line))
            };
            let so_far = WeekSoFar {
                programme: programme.map(|programme| Self::id(programme).to_owned()),
                stands: self.stands_of(line, programme, &week, day, now),
                says: week
                    .says(day)
                    .filter(|_| !is_off && !self.is_kept_back(line, day, now))
                    .filter(is_offered),
            };
            weeks.insert(Self::id(line).to_owned(), so_far);
        }
        weeks
    }

    /// What stands of the weeks that have `day`, when it is over.
    fn past_weeks(&self, day: NaiveDate, now: Second) -> PastWeeks {
        let of_line = |line| {
            let (week, programme) = self.week_around(line, day)?;
            let whose = programme.map_or_else(
                || Self::id(line).to_owned(),
                |programme| format!("in turn: {}", Self::id(programme)),
            );
            let stands = self.stands_of(line, programme, &week, day, now);
            Some(((stands.from, whose), stands))
        };
        self.sheet.lines().into_iter().filter_map(of_line).collect()
    }

    /// The week of the line around `day`, or that of the programme in which it takes turns.
    fn week_around<'t>(
        &'t self,
        line: &Table,
        day: NaiveDate,
    ) -> Option<(Week, Option<&'t Table>)> {
        // A limit takes the week's days away, and is told with it.
        let pattern = self.standing_or_locked(line, day)?;
        if says(&pattern, "technique") || pattern.contains_key("as_needed") {
            return None;
        }
        if pattern.contains_key("times_a_week") {
            return Some((self.week_of_line(line, &pattern, day), None));
        }
        let programme = self.programme(text(&pattern, "programme")?);
        number(programme, "times_a_week")?;
        Some((self.week_of_programme(programme, day), Some(programme)))
    }

    /// What stands of the week until `day`.
    fn stands_of(
        &self,
        line: &Table,
        programme: Option<&Table>,
        week: &Week,
        day: NaiveDate,
        now: Second,
    ) -> Stands {
        let days = || week.of_sheet.iter().copied().filter(|past| *past <= day);
        let lines = |past| {
            let held = self.reads(day, past);
            programme.map_or_else(
                || held.own(line).into_iter().collect(),
                |of| held.of_programme(of, past),
            )
        };
        let was_done = |past: &NaiveDate| {
            lines(*past).iter().any(|line| self.facts.was_done(Self::id(line), *past))
        };
        // Of a programme that which had the turn.
        let its_turn = |past: NaiveDate| {
            let (mut lines, held): (Vec<&Table>, _) = (lines(past), self.reads(day, past));
            if let Some(programme) = programme {
                let turn = held.turn(held.programme(Self::id(programme)), past);
                lines.retain(|line| text(&held.on_day(line, past), "turn") == turn);
            }
            lines
        };
        let is_kept_back = |past: &NaiveDate| {
            let held = self.reads(day, *past);
            if held.facts.is_paused(*past) || held.is_put_off(*past) || was_done(past) {
                return false;
            }
            let may = |line: &&Table| {
                held.day_off(line, *past).is_none()
                    && held.standing_or_locked(line, *past).is_some()
            };
            let lines: Vec<&Table> = its_turn(*past).into_iter().filter(may).collect();
            !lines.is_empty() && lines.iter().all(|line| held.is_kept_back(line, *past, now))
        };
        Stands {
            from: week.of_sheet[0],
            through: *week.of_sheet.last().unwrap(),
            asked: week.asked(),
            done: i64::try_from(days().filter(was_done).count()).unwrap(),
            kept_back: i64::try_from(days().filter(is_kept_back).count()).unwrap(),
        }
    }

    /// What stands of all weeks through `last`, each when the last of its days was over.
    pub(super) fn weeks_through(&self, last: NaiveDate, now: Second) -> PastWeeks {
        let mut weeks = PastWeeks::new();
        for day in self.sheet.starts().iter_days().take_while(|day| *day <= last) {
            let by = self.later.filter(|(from, _)| *from <= day).map_or(self, |(_, later)| later);
            weeks.extend(by.past_weeks(day, now));
        }
        weeks
    }
}

pub(super) fn our_weeks(agenda: &Agenda) -> Weeks {
    let so_far = |week: &WeekOfLine| WeekSoFar {
        programme: week.programme.as_ref().map(|turn| turn.programme.to_string()),
        stands: Stands {
            from: week.from.0,
            through: week.through.0,
            asked: week.asked.into(),
            done: week.done.into(),
            kept_back: week.kept_back.into(),
        },
        says: match week.today {
            InWeek::Due => Some(Asks::Yes),
            InWeek::Available => Some(Asks::IfWanted),
            InWeek::Complete | InWeek::NotToday | InWeek::NotNow | InWeek::Resting => None,
            InWeek::LimitHolds | InWeek::Stopped => None,
        },
    };
    agenda.weeks.iter().map(|week| (week.line.to_string(), so_far(week))).collect()
}

/// The weeks that stand in the report of the days through `last`.
pub(super) fn our_weeks_through(
    situation: &Situation<'_>,
    first: NaiveDate,
    last: NaiveDate,
) -> PastWeeks {
    let stands = |week: WeekFigures| {
        let whose = week
            .programme
            .map_or_else(|| week.line.to_string(), |programme| format!("in turn: {programme}"));
        let stands = Stands {
            from: week.from.0,
            through: week.through.0,
            asked: week.days.asked.into(),
            done: week.days.done.into(),
            kept_back: week.kept_back.into(),
        };
        ((week.from.0, whose), stands)
    };
    let weeks = figures(situation, Day(first), Day(last)).weeks;
    let count = weeks.len();
    let weeks: PastWeeks = weeks.into_iter().map(stands).collect();
    assert_eq!(weeks.len(), count, "a week stands twice");
    weeks
}

/// The next sheet: some lines and the programme on other days or as many, one line left out, other days off, with or without
/// a first day of its own.
fn next(first: &str, dice: &mut Dice, from: NaiveDate) -> Option<(String, Revision)> {
    let mut table: Table = first.parse().unwrap();
    table.insert("revision".to_owned(), Value::Integer(2));
    if dice.one_in(3) {
        table.insert("starts".to_owned(), from.to_string().parse().map(Value::Datetime).unwrap());
    }
    let times = Value::Integer(dice.within(1, 5));
    for key in ["line", "programme"] {
        let asked = table.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten();
        // What was said of stages is said of other ones where the line is on other days.
        let asked = asked.filter_map(Value::as_table_mut);
        for asked in asked.filter(|asked| !asked.contains_key("stage")) {
            if asked.contains_key("times_a_week") && dice.one_in(2) {
                asked.insert("times_a_week".to_owned(), times.clone());
            }
            if asked.get("days").is_some_and(Value::is_array) && dice.one_in(2) {
                let days = dice.some(&WEEKDAYS, 1).into_iter().map(Value::from).collect();
                asked.insert("days".to_owned(), Value::Array(days));
            }
        }
    }
    let lines = table["line"].as_array_mut().unwrap();
    if dice.one_in(3) {
        lines.remove(dice.below(lines.len()));
    }
    let count = lines.len();
    let has_other_days_off = dice.one_in(3);
    if has_other_days_off {
        table.remove("day_off");
    }
    let mut written = table.to_string();
    if has_other_days_off {
        day_off(&mut written, dice, count, from);
    }
    let known = revision(&written)?;
    Some((written, known))
}

#[test]
fn weeks_that_a_newer_sheet_cuts_are_what_the_walker_says() {
    let places = places();
    let (mut compared, mut cut, mut told_on_days, mut nth) = (0, 0, 0, 0);
    while compared < 500 {
        nth += 1;
        let mut dice = Dice::of(nth + 13_000_000);
        let place = &places[usize::try_from(nth).unwrap() % places.len()];
        let starts: NaiveDate = "2026-11-16".parse().unwrap();
        let first = plan(&mut dice, starts);
        let Some(known) = revision(&first) else { continue };
        let from = plus(starts, dice.within(1, 20));
        let Some((second, newer)) = next(&first, &mut dice, from) else { continue };
        let sheet = |text: &str| Sheet { table: text.parse().unwrap(), clock: lived(place, &[]) };
        let (first_sheet, second_sheet) = (sheet(&first), sheet(&second));
        let today = plus(from, dice.within(0, 12));
        let now = second_sheet.begins(today) + 60 * dice.within(1, 600);
        let facts = facts(&mut dice, &first_sheet, today, now);
        let alone = Walker::new(&first_sheet, &facts, today);
        let mut later = Walker::new(&second_sheet, &facts, today);
        later.earlier = Some((from, &alone));
        let mut walker = Walker::new(&first_sheet, &facts, today);
        walker.later = Some((from, &later));
        let mut here = Here::new(known, instant(now), &place.zone)
            .knowing(&records(&facts), &plan_records(&facts, now));
        here.take_in(newer, Day(from), instant(second_sheet.begins(plus(from, -1))));
        let ours = our_weeks_through(&here.situation(), starts, today);
        let theirs = walker.weeks_through(today, now);
        assert_eq!(
            ours,
            theirs,
            "plan {nth}, from {from} through {today}\n{}\n{first}\n\n{second}",
            facts.in_words()
        );
        // What each day of the week in which it begins to hold makes of it.
        let unaware = Walker::new(&second_sheet, &facts, today);
        for day in from.iter_days().take(6).take_while(|day| *day <= today) {
            let theirs = later.weeks(day, now);
            assert_eq!(
                our_weeks(&here.agenda(day)),
                theirs,
                "plan {nth}, from {from}, {day} seen on {today}\n{}\n{first}\n\n{second}",
                facts.in_words()
            );
            told_on_days += usize::from(theirs != unaware.weeks(day, now));
        }
        cut += usize::from(theirs != alone.weeks_through(today, now));
        compared += 1;
    }
    assert!(cut > 100, "{cut} of {compared}");
    assert!(told_on_days > 100, "{told_on_days} days of {compared} plans");
}
