//! What days off put on the day after them, also where a newer sheet holds from that day on.

use std::collections::BTreeSet;

use backwise_core::plan::Revision;
use backwise_core::time::Day;
use chrono::NaiveDate;
use toml::{Table, Value};

use super::dice::Dice;
use super::facts::Facts;
use super::here::{Here, instant, revision};
use super::journeys::lived;
use super::lines::Walker;
use super::plans::{day_off, plan};
use super::sheet::{Sheet, WEEKDAYS, plus, text};
use super::zones::places;

impl Walker<'_> {
    /// Who walks `day`: by the sheet that held then.
    pub(super) fn held_on(&self, day: NaiveDate) -> &Self {
        match self.earlier {
            Some((from, earlier)) if day < from => earlier,
            _ => self,
        }
    }

    /// Whether one of the days off just before `day` shifted the line to it. What its sheet said of a day off stays when
    /// a newer one comes.
    pub(super) fn was_shifted_to(&self, line: &Table, day: NaiveDate) -> bool {
        for back in 1..400 {
            let before = plus(day, -back);
            let held = self.held_on(before);
            let of_line = |other: &&Table| Self::id(other) == Self::id(line);
            let Some(line) = held.sheet.lines().into_iter().find(of_line) else { return false };
            let Some(then) = held.day_off(line, before) else { return false };
            let was_named = held.standing(line, before).is_some_and(|on| {
                let others = ["times_a_week", "as_needed", "technique"];
                let in_week = text(&on, "programme")
                    .is_some_and(|id| held.programme(id).contains_key("times_a_week"));
                !in_week
                    && !others.iter().any(|key| on.contains_key(*key))
                    && held.is_named(&on, before)
                    && !held.facts.is_paused(before)
                    && !held.is_put_off(before)
            });
            let has_turn = || held.has_turn(&held.on_day(line, before), before);
            if then == "shift" && (was_named || has_turn()) {
                // Of several turns the last one is shifted.
                return was_named;
            }
        }
        false
    }
}

/// The next sheet: other days off, another line that is left out, and other days of some lines.
fn next(first: &str, dice: &mut Dice, starts: NaiveDate) -> Option<(String, Revision)> {
    let mut table: Table = first.parse().unwrap();
    table.insert("revision".to_owned(), Value::Integer(2));
    table.remove("day_off");
    let lines = table["line"].as_array_mut().unwrap();
    for line in lines.iter_mut().filter_map(Value::as_table_mut) {
        if line.get("days").is_some_and(Value::is_array) && dice.one_in(2) {
            let days = dice.some(&WEEKDAYS, 1).into_iter().map(Value::from).collect();
            line.insert("days".to_owned(), Value::Array(days));
        }
    }
    if dice.one_in(3) {
        let left_out = dice.below(lines.len());
        lines.remove(left_out);
    }
    let count = lines.len();
    let mut written = table.to_string();
    for _ in 0..dice.below(3) {
        day_off(&mut written, dice, count, starts);
    }
    let known = revision(&written)?;
    Some((written, known))
}

#[test]
fn what_a_day_off_shifts_is_done_after_it_also_by_the_next_sheet() {
    let (places, facts) = (places(), Facts::default());
    let (mut compared, mut shifted, mut nth) = (0, 0, 0);
    while compared < 1000 {
        nth += 1;
        let mut dice = Dice::of(nth + 11_000_000);
        let place = &places[usize::try_from(nth).unwrap() % places.len()];
        let starts: NaiveDate = "2026-11-16".parse().unwrap();
        let first = plan(&mut dice, starts);
        let Some(known) = revision(&first) else { continue };
        let Some((second, newer)) = next(&first, &mut dice, starts) else { continue };
        let from = plus(starts, dice.within(1, 20));
        let sheet = |text: &str| Sheet { table: text.parse().unwrap(), clock: lived(place, &[]) };
        let (first_sheet, second_sheet) = (sheet(&first), sheet(&second));
        let now = second_sheet.begins(from) + 60;
        let earlier = Walker::new(&first_sheet, &facts, from);
        let mut walker = Walker::new(&second_sheet, &facts, from);
        let alone = Walker::new(&second_sheet, &facts, from);
        walker.earlier = Some((from, &earlier));
        let mut here = Here::new(known, instant(now), &place.zone);
        here.take_in(newer, Day(from), instant(second_sheet.begins(plus(from, -1))));
        for day in from.iter_days().take(3).filter(|day| second_sheet.is_running(*day)) {
            // What is done on so many days a week, or in turn, is walked elsewhere.
            let has_fixed_days = |line: &&Table| {
                let on = walker.on_day(line, day);
                !on.contains_key("times_a_week") && !on.contains_key("programme")
            };
            let fixed: Vec<&Table> =
                second_sheet.lines().into_iter().filter(has_fixed_days).collect();
            let ids = |lines: &[&Table]| -> BTreeSet<String> {
                lines.iter().map(|line| Walker::id(line).to_owned()).collect()
            };
            let asked_by = |walker: &Walker<'_>| {
                let asked = fixed.iter().filter(|line| walker.asks(line, day).is_some());
                ids(&asked.copied().collect::<Vec<_>>())
            };
            let (known, theirs) = (ids(&fixed), asked_by(&walker));
            let agenda = here.agenda(day);
            let ours = agenda.items().map(|item| item.bout.line.to_string());
            let ours: BTreeSet<String> = ours.filter(|line| known.contains(line)).collect();
            assert_eq!(ours, theirs, "plan {nth}, {day}\n{first}\n\nfrom {from}\n{second}");
            shifted += usize::from(theirs != asked_by(&alone));
        }
        compared += 1;
    }
    assert!(shifted > 30, "{shifted} of {compared}");
}
