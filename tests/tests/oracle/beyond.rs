//! What a plan allows beyond what it asks for, three in turn, and stages that make a line another kind of line.

use toml::{Table, Value};

use super::dice::Dice;
use super::lines::{BOUT_KEYS, DAY_KEYS};

/// Changes the lines of two plans in three.
pub(super) fn go_beyond(plan: &mut String, dice: &mut Dice) {
    if dice.one_in(3) {
        return;
    }
    let mut table: Table = plan.parse().unwrap();
    let programme = table.get_mut("programme").and_then(|all| all[0].as_table_mut());
    let has_three = programme.filter(|_| dice.one_in(3)).is_some_and(|programme| {
        programme.insert("turns".to_owned(), Value::from(vec!["A", "B", "C"]));
        true
    });
    let lines = table["line"].as_array_mut().unwrap();
    let lines: Vec<&mut Table> = lines.iter_mut().filter_map(Value::as_table_mut).collect();
    let mut turns = ["A", "B", "C"].iter().cycle();
    for line in lines {
        let is_due = ["technique", "as_needed"].iter().all(|key| !line.contains_key(*key));
        if has_three && is_due {
            DAY_KEYS.iter().for_each(|key| drop(line.remove(*key)));
            line.insert("programme".to_owned(), Value::from("ab"));
            line.insert("turn".to_owned(), Value::from(*turns.next().unwrap()));
        }
        if !line.contains_key("technique") && dice.one_in(2) {
            up_to(line, dice);
        }
        let stages = line.get_mut("stage").and_then(Value::as_array_mut).into_iter().flatten();
        for stage in stages.filter_map(Value::as_table_mut) {
            if dice.one_in(4) {
                up_to(stage, dice);
            }
            if dice.one_in(5) {
                DAY_KEYS.iter().chain(&BOUT_KEYS).for_each(|key| drop(stage.remove(*key)));
                if dice.one_in(2) {
                    let mut rule = Table::new();
                    rule.insert("when".to_owned(), Value::from("if it feels tight"));
                    rule.insert("most_a_day".to_owned(), Value::from(dice.within(1, 3)));
                    stage.insert("as_needed".to_owned(), Value::from(rule));
                } else {
                    stage.insert("technique".to_owned(), Value::from(true));
                }
            }
        }
    }
    *plan = table.to_string();
}

/// Puts a question before half of what is done when it is needed.
pub(super) fn ask_first(plan: &mut String, dice: &mut Dice) {
    let mut table: Table = plan.parse().unwrap();
    let ask = |of: &mut Table, words: String| {
        if let Some(rule) = of.get_mut("as_needed").and_then(Value::as_table_mut) {
            rule.insert("ask_first".to_owned(), Value::from(words));
        }
    };
    let lines = table["line"].as_array_mut().unwrap();
    for (nth, line) in lines.iter_mut().filter_map(Value::as_table_mut).enumerate() {
        if dice.one_in(2) {
            ask(line, format!("Does line {nth} tingle?"));
        }
        let stages = line.get_mut("stage").and_then(Value::as_array_mut).into_iter().flatten();
        for (row, stage) in stages.filter_map(Value::as_table_mut).enumerate() {
            if dice.one_in(2) {
                ask(stage, format!("Does row {row} of line {nth} tingle?"));
            }
        }
    }
    *plan = table.to_string();
}

/// More than any number that is asked for.
fn up_to(line: &mut Table, dice: &mut Dice) {
    let most = Table::from_iter([("repetitions".to_owned(), Value::from(dice.within(17, 20)))]);
    line.insert("up_to".to_owned(), Value::from(most));
}
