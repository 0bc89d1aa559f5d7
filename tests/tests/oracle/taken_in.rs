//! The day on which a newer sheet is taken in while it is under way: it goes on by the sheet that it began with, and what the
//! newer one takes away or forbids is not asked for any more. Written from ARCHITECTURE.md, "What a newer sheet leaves out".

use backwise_core::plan::Revision;
use backwise_core::time::Day;
use chrono::NaiveDate;
use toml::{Table, Value};

use super::clock::Second;
use super::day::{Is, Slots, dose};
use super::dice::Dice;
use super::facts::Told;
use super::here::{Here, instant, revision};
use super::lines::Walker;
use super::people::{plan_records, records};
use super::sheet::{Sheet, plus, says, texts};
use super::troubles::limit;
use super::walk::{Case, our_slots};
use super::zones::places;

/// How many plans go on with another sheet.
const PLANS: usize = 300;

/// A newer sheet with something less: a line gone or off, rounds or times fewer, a smaller dose, one limit more. Some have only
/// another title.
fn newer(first: &str, dice: &mut Dice) -> Option<(String, Revision)> {
    let mut table: Table = first.parse().unwrap();
    table.insert("revision".to_owned(), Value::Integer(2));
    let lines = table["line"].as_array_mut().unwrap();
    if dice.one_in(3) && lines.len() > 1 {
        lines.remove(dice.below(lines.len()));
    }
    for line in lines.iter_mut().filter_map(Value::as_table_mut) {
        let is_needed = line.contains_key("as_needed") || line.contains_key("technique");
        match dice.below(8) {
            0 => drop(line.insert("off".to_owned(), Value::from(true))),
            // What a growth makes of another number is not judged here.
            1 if !line.contains_key("growth") => {
                drop(line.insert("repetitions".to_owned(), Value::from(dice.within(1, 12))));
            }
            2 if !is_needed => {
                if let Some(rounds) = line.get_mut("rounds").and_then(Value::as_array_mut)
                    && rounds.len() > 1
                {
                    rounds.remove(dice.below(rounds.len()));
                }
                if line.get("times_a_day").is_some_and(Value::is_integer) {
                    line.insert("times_a_day".to_owned(), Value::from(dice.within(1, 3)));
                }
            }
            // Whether a stage came while the line waited is asked of the sheet of that day, which had no OK before it.
            3 if !line.contains_key("stage") && !line.contains_key("growth") => {
                drop(line.insert("clearance".to_owned(), Value::from("nurse")));
            }
            _ => {}
        }
        if line.get("up_to").is_some() {
            line.remove("up_to");
        }
    }
    let mut written = table.to_string();
    if dice.one_in(3) {
        limit(&mut written, dice, 7);
    }
    let known = revision(&written)?;
    Some((written, known))
}

/// What the newer sheet makes of a line on the day that is under way.
enum Becomes {
    Out,
    /// It asks for it at these places, so many of them, with this dose.
    Asked(Vec<String>, usize, i64),
}

impl Walker<'_> {
    /// What this sheet, which holds from `from`, makes of the line on the day before.
    fn makes_of(&self, id: &str, day: NaiveDate, from: NaiveDate) -> Becomes {
        let mut lines = self.sheet.lines().into_iter();
        let Some(line) = lines.find(|line| Self::id(line) == id) else { return Becomes::Out };
        let has = |on: &NaiveDate| {
            self.is_in_its_days(line, *on) && self.is_cleared(line, *on) && !self.rests(line, *on)
        };
        let Some(on) = [day, from].into_iter().find(has) else { return Becomes::Out };
        let on_day = self.on_day(line, on);
        let asks_nobody = says(&on_day, "technique") || on_day.contains_key("as_needed");
        if says(line, "off") || self.is_locked(line, day) || asks_nobody {
            return Becomes::Out;
        }
        // Which days a week chooses, and whose turn it is, was the other sheet's to say.
        let is_open = on_day.contains_key("times_a_week") || on_day.contains_key("programme");
        let is_its = self.is_named_here(&on_day, on) || self.was_shifted_to(line, on);
        if self.day_off(line, on).is_some() || !is_open && !is_its {
            return Becomes::Out;
        }
        let (places, most) = self.names_of_places(&on_day, on);
        Becomes::Asked(places, most, dose(&on_day).0)
    }

    fn is_named_here(&self, on_day: &Table, on: NaiveDate) -> bool {
        let has_days = on_day.contains_key("days") || on_day.contains_key("every_days");
        has_days && self.names(on_day, on)
    }

    /// The rounds in which the line is done, and how many times it is in a day.
    fn names_of_places(&self, on_day: &Table, on: NaiveDate) -> (Vec<String>, usize) {
        if let Some(times) = on_day.get("times_a_day") {
            let most = times.as_array().map_or(times, |both| &both[1]);
            return (Vec::new(), usize::try_from(most.as_integer().unwrap()).unwrap());
        }
        let rounds: Vec<String> = if on_day.contains_key("every_hours") {
            let times = self.clock_times(on_day, on).into_iter();
            times.map(|time| format!("clock-{:02}{:02}", time / 60, time % 60)).collect()
        } else {
            texts(on_day, "rounds").into_iter().map(str::to_owned).collect()
        };
        let most = rounds.len();
        (rounds, most)
    }

    /// The bouts of the present sheet on `day`, once `newer` was taken in `at` that moment, to hold from the next day on.
    fn slots_after(&self, newer: &Walker<'_>, day: NaiveDate, at: Second, now: Second) -> Slots {
        let all = self.slots(day, now);
        let day_ends = self.sheet.begins(plus(day, 1));
        let mut left = Slots::new();
        for ((line, place), slot) in &all {
            let mut slot = slot.clone();
            let is_any_time = place.parse::<u8>().is_ok();
            let ends = if is_any_time { slot.ends.min(day_ends) } else { slot.ends };
            let is_out = match newer.makes_of(line, day, plus(day, 1)) {
                _ if ends <= at => false,
                Becomes::Out => true,
                Becomes::Asked(rounds, most, amount) => {
                    if matches!(slot.is, Is::Upcoming | Is::Due | Is::Available)
                        && amount < slot.amount
                    {
                        (slot.amount, slot.most) = (amount, None);
                    }
                    let mut of_line: Vec<_> =
                        all.iter().filter(|((of, _), _)| of == line).collect();
                    of_line.sort_by_key(|(_, slot)| slot.nth);
                    let names: Vec<&String> = of_line.iter().map(|((_, name), _)| name).collect();
                    // Rounds that both have are told by their names, all else is counted.
                    if names.iter().any(|name| rounds.contains(name)) {
                        !rounds.contains(place)
                    } else {
                        names.iter().position(|name| *name == place).unwrap() >= most
                    }
                }
            };
            if is_out {
                slot.is = match slot.is {
                    Is::Available => continue,
                    Is::Told(Told::Begun) => Is::Told(Told::Partly),
                    Is::Upcoming | Is::Due | Is::Passed => Is::NotRequired,
                    as_it_was => as_it_was,
                };
            }
            left.insert((line.clone(), place.clone()), slot);
        }
        left
    }
}

#[test]
fn the_day_on_which_a_newer_sheet_is_taken_in_is_what_the_walker_says() {
    let places = places();
    let (mut compared, mut changed, mut nth) = (0, 0, 0);
    let mut differences = Vec::new();
    while compared < PLANS {
        nth += 1;
        let place = &places[usize::try_from(nth).unwrap() % places.len()];
        let Some(mut case) = Case::of(nth + 60_000_000, place, &[]) else { continue };
        let mut dice = Dice::of(nth + 61_000_000);
        let Some((written, known)) = newer(&case.text, &mut dice) else { continue };
        case.facts.operations.clear();
        // Most of it is looked at on the day itself, and some of it on the day after.
        let day = plus(case.today, -i64::from(dice.one_in(4)));
        let begins = case.sheet.begins(day);
        if day < case.sheet.starts() || !case.sheet.exists(day) {
            continue;
        }
        let at = dice.within(begins, case.now.min(case.sheet.begins(plus(day, 1)) - 1));
        compared += 1;
        let table = written.parse().unwrap();
        let second = Sheet { table, clock: case.sheet.clock.clone() };
        let (old, new) = (case.walker(), Walker::new(&second, &case.facts, case.today));
        let mut here = Here::new(case.revision.clone(), instant(case.now), &place.zone)
            .knowing(&records(&case.facts), &plan_records(&case.facts, case.now));
        here.take_in(known, Day(plus(day, 1)), instant(at));
        let mut theirs = old.slots_after(&new, day, at, case.now);
        let plain = old.slots(day, case.now);
        changed += plain.iter().filter(|(key, slot)| theirs.get(*key) != Some(slot)).count();
        let ours = our_slots(&here.agenda(day));
        for ((_, place), slot) in &mut theirs {
            slot.nth = 0;
            if place.parse::<u8>().is_ok() {
                (slot.starts, slot.ends) = (0, 0);
            }
        }
        let keys = ours.keys().chain(theirs.keys());
        let different = keys.filter(|key| ours.get(*key) != theirs.get(*key)).map(|key| {
            format!("{key:?}\n   ours   {:?}\n   theirs {:?}", ours.get(key), theirs.get(key))
        });
        let different: Vec<String> = different.collect();
        if !different.is_empty() {
            differences.push(format!(
                "plan {nth} in {}: {day}, taken in at {}, seen at {} of {}\n{}\n{}\n{}\n\n{written}",
                place.name,
                instant(at),
                instant(case.now),
                case.today,
                different.join("\n"),
                case.facts.in_words(),
                case.text
            ));
        }
    }
    let shortest = differences.iter().min_by_key(|text| text.len());
    assert!(shortest.is_none(), "{} of {PLANS} differ\n{}", differences.len(), shortest.unwrap());
    assert!(changed > 100, "only {changed} bouts were changed");
}
