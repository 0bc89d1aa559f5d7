//! Until when a round may ring, which the agenda tells whoever reminds; and hours in which nothing rings, which change nothing
//! of what a day asks for: what rings in them is judged by `reminder/tests.rs` of the core.

use std::collections::BTreeMap;

use backwise_core::schedule::Agenda;
use chrono::NaiveDate;
use toml::{Table, Value};

use super::clock::Second;
use super::dice::Dice;
use super::lines::Walker;
use super::sheet::{minutes, plus, text};

/// The last moment at which each round may ring, where the sheet says one.
pub(super) type Rings = BTreeMap<String, Option<Second>>;

/// Gives half of the plans latest times to ring, and quiet hours.
pub(super) fn say_rings(plan: &mut String, dice: &mut Dice) {
    if dice.one_in(2) {
        return;
    }
    let mut table: Table = plan.parse().unwrap();
    let ring = |of: &mut Table, dice: &mut Dice| {
        let latest = *dice.pick(&["09:10", "20:30", "23:30", "02:10"]);
        of.insert("latest_ring".to_owned(), Value::from(latest));
    };
    if let Some(rule) = table.get_mut("missed_dose").and_then(Value::as_table_mut) {
        ring(rule, dice);
    }
    let rounds = table.get_mut("round").and_then(Value::as_array_mut).into_iter().flatten();
    for round in rounds.filter_map(Value::as_table_mut) {
        if dice.one_in(3) {
            ring(round, dice);
        }
    }
    let kinds = table.get_mut("day_type").and_then(Value::as_array_mut).into_iter().flatten();
    let mut days: Vec<&mut Table> = kinds.filter_map(Value::as_table_mut).collect();
    let mut usual = Table::new();
    days.push(&mut usual);
    for day in days {
        if dice.one_in(2) {
            continue;
        }
        let (from, until) =
            dice.pick(&[("21:00", "07:00"), ("00:30", "09:00"), ("12:00", "14:15")]);
        day.insert("quiet_from".to_owned(), Value::from(*from));
        day.insert("quiet_until".to_owned(), Value::from(*until));
    }
    table["day"].as_table_mut().unwrap().extend(usual);
    *plan = table.to_string();
}

impl Walker<'_> {
    /// Until when the rounds of `agenda` may ring: their own latest time, or that of the plan. One that a journey passed
    /// over was over when the person came.
    pub(super) fn rings(&self, agenda: &Agenda, day: NaiveDate) -> Rings {
        let rounds = self.sheet.all("round");
        let latest = |id: &str| {
            let round = rounds.iter().find(|round| text(round, "id") == Some(id)).copied();
            let latest = self.rule(round, "latest_ring").and_then(Value::as_str)?;
            let moment = self.sheet.moment(day, minutes(latest));
            Some(if moment.was_skipped { moment.at - 1 } else { moment.at })
        };
        let ids = agenda.rounds.iter().map(|round| round.round.to_string());
        ids.map(|id| (id.clone(), latest(&id))).collect()
    }

    /// Whether `day` or one beside it was never there: what has no time there rings at none, whatever its latest time is.
    pub(super) fn is_beside_no_day(&self, day: NaiveDate) -> bool {
        (-1..=1).any(|from_it| !self.sheet.exists(plus(day, from_it)))
    }
}

pub(super) fn our_rings(agenda: &Agenda) -> Rings {
    let latest = |at: backwise_core::time::Instant| at.timestamp();
    let rounds = agenda.rounds.iter();
    rounds.map(|round| (round.round.to_string(), round.latest_ring.map(latest))).collect()
}
