//! The bouts of one day with their windows, hour by hour, and what the present moment makes of each.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use toml::{Table, Value};

use super::clock::Second;
use super::facts::{Said, Told};
use super::lines::{Asks, Walker};
use super::lived::Moment;
use super::sheet::{minutes, number, plus, says, text, texts};

/// What became of a bout, as far as the rules of the day say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Is {
    Told(Told),
    /// A warning sign stops it.
    Stopped,
    /// Its line is stopped.
    Withheld,
    Paused,
    NotRequired,
    Available,
    Upcoming,
    Due,
    /// Its window is over, and nothing was said.
    Passed,
}

/// A bout of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) starts: Second,
    pub(super) ends: Second,
    /// From when it is offered, where the gap moved that.
    pub(super) not_before: Option<Second>,
    pub(super) is: Is,
    /// The number that counts the bout.
    pub(super) amount: i64,
    /// How far the person may go above it.
    pub(super) most: Option<i64>,
    pub(super) nth: usize, // Which it is of its line on that day.
}

impl Slot {
    /// One that stands for no bout: what comes before it has a lower number, or ends sooner.
    pub(super) fn before(at: Second, nth: usize) -> Self {
        let (starts, ends, is) = (at, at, Is::Due);
        Self { starts, ends, not_before: None, is, amount: 0, most: None, nth }
    }
}

/// Line and place to bout.
pub(super) type Slots = BTreeMap<(String, String), Slot>;

/// A place in the day.
struct Place {
    name: String,
    starts: Second,
    ends: Second,
    latest: Option<Second>,
    gap: Option<i64>,
    is_round: bool,
    /// More than the lower of two numbers of times a day: allowed, and not asked for.
    is_extra: bool,
    /// Its time came and went before a journey brought the day again.
    is_again: bool,
}

/// The number that counts a bout, and how far the person may go above it.
pub(super) fn dose(line: &Table) -> (i64, Option<i64>) {
    let most = line.get("up_to").and_then(|most| most.get("repetitions")?.as_integer());
    (number(line, "minutes").or_else(|| number(line, "repetitions")).unwrap(), most)
}

impl Walker<'_> {
    /// The bouts of `day` at `now`, before anything stops them or leaves them out.
    pub(super) fn work_out(&self, day: NaiveDate, now: Second) -> Slots {
        let mut slots = Slots::new();
        let clock_times = self.clock_times_of_all(day);
        let before = self.sheet.before_again(day);
        for line in self.sheet.lines() {
            let on_day = self.on_day(line, day);
            let Some(asks) = self.asks(line, day) else { continue };
            let id = text(line, "id").unwrap();
            let mut places = self.places(&on_day, day, &clock_times);
            for (arrival, sheet) in &before {
                let then = Walker::new(sheet, self.facts, self.today);
                let then = then.places(&on_day, day, &clock_times);
                let over = then.iter().filter(|was| was.starts < was.ends && was.ends <= *arrival);
                for was in over {
                    let mut now = places.iter_mut().filter(|place| place.name == was.name);
                    now.next().unwrap().is_again = true;
                }
            }
            for (nth, place) in places.iter().enumerate() {
                let said = self.facts.said(id, day, &place.name);
                if said.is_none()
                    && (asks == Asks::OnlyWhatWasSaid || self.is_put_off_at(day, place.ends))
                {
                    continue;
                }
                let is_choice = asks != Asks::Yes || place.is_extra;
                // What the sheet allows above the number it asks for is offered when that was answered.
                if said.is_none() && place.is_extra {
                    // What is under way is not answered yet.
                    let is_answered = |before: &Place| {
                        let said = self.facts.said(id, day, &before.name);
                        said.is_some_and(|said| said.told != Told::Begun)
                    };
                    let is_next = places
                        .iter()
                        .take_while(|before| before.name != place.name)
                        .all(is_answered);
                    if !is_next || now < place.starts {
                        continue;
                    }
                }
                // Where there is no time for it, or none any more, nothing is left to choose.
                let is_over = place.starts >= place.ends || place.ends <= now;
                if said.is_none() && is_choice && is_over {
                    continue;
                }
                let (is, not_before) = match said {
                    Some(said) => (Is::Told(said.told), None),
                    None => self.unsaid(id, day, place, is_choice, now),
                };
                // What is left to choose is not offered before the gap is over, nor beyond the most.
                if said.is_none() && is_choice && is != Is::Available {
                    continue;
                }
                let (amount, most) = self.after_a_break(day, dose(&on_day));
                let (starts, ends) = (place.starts, place.ends);
                let slot = Slot { starts, ends, not_before, is, amount, most, nth };
                slots.insert((id.to_owned(), place.name.clone()), slot);
            }
        }
        slots
    }

    /// What a bout is of which nothing was said, and from when it is offered where the gap says so.
    fn unsaid(
        &self,
        line: &str,
        day: NaiveDate,
        place: &Place,
        is_choice: bool,
        now: Second,
    ) -> (Is, Option<Second>) {
        let is_before = |said: &&Said| {
            said.line == line
                && said.told.is_work()
                && said.live
                && said.day <= day
                && said.at < place.ends
        };
        // The bouts of the line that were done before this one's window was over.
        let before: Vec<&Said> = self.facts.said.iter().filter(is_before).collect();
        let moved = place.gap.and_then(|gap| {
            let pushing = before.iter().filter(|said| said.at + 60 * gap > place.starts);
            pushing.map(|said| self.ended(said) + 60 * gap).max()
        });
        let not_before = moved.filter(|moved| *moved > place.starts);
        let too_late = not_before.is_some_and(|moved| moved >= place.ends);
        let most = self.rule(None, "most_a_day").and_then(Value::as_integer);
        // What was entered later has no hour, and counts for its day.
        let is_later = |said: &&Said| {
            said.line == line && said.day == day && said.told.is_work() && !said.live
        };
        let later = self.facts.said.iter().filter(is_later).count();
        let today = (before.iter().filter(|said| said.day == day).count() + later) as i64;
        let is_full = place.is_round && most.is_some_and(|most| today >= most);
        let is_early = not_before.is_some_and(|moved| now < moved);
        let is = if is_choice && !too_late && !is_full && !is_early {
            Is::Available
        } else if self.facts.was_paused_until(day, place.ends, now) {
            Is::Paused
        } else if place.is_again || too_late || is_full || place.starts >= place.ends {
            Is::NotRequired
        } else if now < place.starts || now < not_before.unwrap_or(place.starts) && now < place.ends
        {
            Is::Upcoming
        } else if now < place.ends {
            Is::Due
        } else {
            Is::Passed
        };
        // What has no time, or had it already, is offered at none.
        let has_time = place.starts < place.ends && !place.is_again;
        (is, not_before.filter(|_| is_choice || has_time))
    }

    /// When it was done, at the latest: what was said of a round after its window was done in that window.
    pub(super) fn ended(&self, said: &Said) -> Second {
        let day = said.day;
        let clock_times = self.clock_times_of_all(day);
        let lines = self.sheet.lines().into_iter().filter(|line| self.is_due(line, day));
        // A round of the sheet has its window also where nothing is asked for in it.
        let alone =
            Table::from_iter([("rounds".to_owned(), Value::from(vec![said.place.clone()]))]);
        let mut rounds = lines
            .flat_map(|line| self.places(&self.on_day(line, day), day, &clock_times))
            .chain(self.places(&alone, day, &clock_times))
            .filter(|place| place.is_round && place.starts < place.ends);
        let own = rounds.find(|place| place.name == said.place);
        own.map_or(said.at, |own| own.ends.min(said.at))
    }

    /// On a bad day the minimum is asked for: of what is open the first, of what is over the last.
    pub(super) fn on_a_bad_day(&self, line: &str, day: NaiveDate, slots: &mut Slots) {
        let bad_day = self.sheet.table.get("bad_day").and_then(Value::as_table);
        let minimum = bad_day.and_then(|rule| rule.get("minimum")?.as_array());
        let Some(minimum) = minimum else { return };
        if !self.facts.bad_days.contains(&day) || self.facts.is_paused(day) {
            return;
        }
        let are = |wanted: fn(Is) -> bool, slots: &Slots| -> Vec<(String, String)> {
            let mut all: Vec<_> = slots.iter().filter(|((of, _), _)| of == line).collect();
            all.sort_by_key(|(_, slot)| slot.nth);
            all.into_iter()
                .filter(|(_, slot)| wanted(slot.is))
                .map(|(key, _)| key.clone())
                .collect()
        };
        let of_line = minimum.iter().find(|of| of["line"].as_str() == Some(line));
        let bouts = of_line.map_or(0, |of| of["bouts"].as_integer().unwrap());
        let done = are(|is| matches!(is, Is::Told(told) if told.is_work()), slots).len();
        let ahead = are(|is| matches!(is, Is::Due | Is::Upcoming), slots);
        let over = are(|is| is == Is::Passed, slots);
        let left = usize::try_from(bouts).unwrap().saturating_sub(done);
        for key in ahead.into_iter().chain(over.into_iter().rev()).skip(left) {
            slots.get_mut(&key).unwrap().is = Is::NotRequired;
        }
    }

    /// A key of the missed-dose rule: the round's own, or the plan's.
    pub(super) fn rule<'t>(&'t self, round: Option<&'t Table>, key: &str) -> Option<&'t Value> {
        let plan = || self.sheet.table.get("missed_dose")?.as_table()?.get(key);
        round.and_then(|round| round.get(key)).or_else(plan)
    }

    /// Where the bouts of the line stand on `day`.
    fn places(&self, line: &Table, day: NaiveDate, clock_times: &BTreeSet<i64>) -> Vec<Place> {
        let ends_of_day = self.sheet.begins(plus(day, 1));
        let latest_of = |round: Option<&Table>| {
            let latest = minutes(self.rule(round, "latest_start")?.as_str()?);
            Some(self.sheet.too_late(day, latest))
        };
        let cut = |place: Place| Place {
            ends: place
                .latest
                .map_or(place.ends, |latest| latest.min(place.ends))
                .max(place.starts),
            ..place
        };
        let gap_of = |round| self.rule(round, "gap_minutes").and_then(Value::as_integer);
        if let Some(times) = line.get("times_a_day") {
            let both = times.as_array().map(|both| [&both[0], &both[1]]);
            let [asked, most] =
                both.unwrap_or([times, times]).map(|value| value.as_integer().unwrap());
            let place = |nth: i64| Place {
                name: nth.to_string(),
                starts: self.sheet.begins(day),
                ends: ends_of_day,
                latest: latest_of(None),
                gap: number(line, "gap_minutes"),
                is_round: false,
                is_extra: nth > asked,
                is_again: false,
            };
            return (1..=most).map(place).map(cut).collect();
        }
        let mut places = Vec::new();
        if line.contains_key("every_hours") {
            for time in self.clock_times(line, day) {
                let starts = self.sheet.moment(day, time);
                let into_day = self.sheet.minutes_into_day(day, time);
                let mut next = clock_times
                    .iter()
                    .filter(|later| **later > into_day)
                    .map(|into| (into + self.sheet.day_start(day)) % 1440)
                    .map(|later| self.sheet.moment(day, later).at);
                let next = next.find(|later| *later > starts.at || starts.was_skipped);
                places.push(Place {
                    name: format!("clock-{:02}{:02}", time / 60, time % 60),
                    starts: starts.at,
                    ends: next.unwrap_or(ends_of_day),
                    latest: latest_of(None),
                    gap: gap_of(None),
                    is_round: true,
                    is_extra: false,
                    is_again: false,
                });
            }
            return places.into_iter().map(cut).collect();
        }
        let rounds = self.rounds(day);
        for (n, (round, time)) in rounds.iter().enumerate() {
            let id = text(round, "id").unwrap();
            if !texts(line, "rounds").contains(&id) {
                continue;
            }
            let starts = match time {
                Some(time) => self.sheet.moment(day, *time),
                None => Moment { at: self.sheet.begins(day), was_skipped: false },
            };
            // One that a change of the clocks puts on the same moment ends nothing.
            let later = rounds[n + 1..].iter().filter(|_| time.is_some());
            let mut later = later.filter_map(|(_, time)| Some(self.sheet.moment(day, (*time)?).at));
            let next = later.find(|later| *later > starts.at || starts.was_skipped);
            places.push(Place {
                name: id.to_owned(),
                starts: starts.at,
                ends: next.unwrap_or(ends_of_day),
                latest: latest_of(Some(round)),
                gap: gap_of(Some(round)),
                is_round: true,
                is_extra: false,
                is_again: false,
            });
        }
        places.into_iter().map(cut).collect()
    }

    /// The rounds of `day` in their order, those without a time last.
    pub(super) fn rounds(&self, day: NaiveDate) -> Vec<(&Table, Option<i64>)> {
        let kind = self.sheet.day_type(day);
        let mut rounds = Vec::new();
        for round in self.sheet.all("round") {
            let id = text(round, "id").unwrap();
            if kind.is_some_and(|kind| texts(kind, "leave_out").contains(&id)) {
                continue;
            }
            let moved = kind.and_then(|kind| {
                let times = kind.get("times")?.as_array()?;
                let of = times.iter().find(|of| of["round"].as_str() == Some(id))?;
                of["at"].as_str()
            });
            rounds.push((round, moved.or(text(round, "at")).map(minutes)));
        }
        rounds.sort_by_key(|(_, time)| {
            time.map_or(i64::MAX, |time| self.sheet.minutes_into_day(day, time))
        });
        rounds
    }

    /// The times of the clock at which the line is done, both ends included.
    pub(super) fn clock_times(&self, line: &Table, day: NaiveDate) -> Vec<i64> {
        let between = texts(line, "between");
        let kind = self.sheet.day_type(day);
        let (first, last, begins) = match (&between[..], kind.and_then(|of| text(of, "awake_from")))
        {
            ([first, last], _) => (*first, *last, self.sheet.usual_start()),
            (_, Some(first)) => {
                (first, text(kind.unwrap(), "awake_until").unwrap(), self.sheet.day_start(day))
            }
            _ => (
                self.sheet.of_day(day, "awake_from").unwrap(),
                self.sheet.of_day(day, "awake_until").unwrap(),
                self.sheet.usual_start(),
            ),
        };
        let every = number(line, "every_hours").unwrap();
        let (mut hour, last) = (minutes(first), minutes(last));
        let mut times = Vec::new();
        // From the first to the last as the clock goes; what comes after midnight is of the date after it. A day that
        // begins at another time than these hours are told from has those that lie on the same date for both.
        let after_midnight = |hour: i64| hour < begins;
        let length = if after_midnight(last) && !after_midnight(hour) { 1440 } else { 0 };
        while hour <= last + length {
            let time = hour % 1440;
            if after_midnight(time) == (time < self.sheet.day_start(day)) {
                times.push(time);
            }
            hour += 60 * every;
        }
        times
    }

    /// Whether the sheet has the line on `day` as something to do, be it on this day of the week or not.
    fn is_due(&self, line: &Table, day: NaiveDate) -> bool {
        let stands = self.standing(line, day);
        stands.is_some_and(|on| !says(&on, "technique") && !on.contains_key("as_needed"))
    }

    /// Every time of the clock that the sheet has on `day`, in minutes after its start.
    fn clock_times_of_all(&self, day: NaiveDate) -> BTreeSet<i64> {
        let mut times = BTreeSet::new();
        for line in self.sheet.lines() {
            let on_day = self.on_day(line, day);
            if on_day.contains_key("every_hours") && self.is_due(line, day) {
                let of_line = self.clock_times(&on_day, day);
                times
                    .extend(of_line.into_iter().map(|time| self.sheet.minutes_into_day(day, time)));
            }
        }
        times
    }
}
