//! Pain, limits and stages across a newer sheet: what was said by the first one is judged by that, and each day is lived by
//! the sheet that held on it.

use backwise_core::plan::Revision;
use backwise_core::record::{PlanFact, PlanRecord};
use backwise_core::schedule::Agenda;
use backwise_core::time::{Day, Zone};
use chrono::NaiveDate;
use toml::{Table, Value};

use super::dice::Dice;
use super::here::{Here, instant, revision};
use super::lines::Walker;
use super::people::{plan_records, records};
use super::sheet::{Sheet, plus, text};
use super::trouble_records::sign_records;
use super::troubles::{limit, rule};
use super::walk::{Case, differences_of};
use super::words::{Word, moment};
use super::zones::places;

/// How many plans go on with another sheet.
const PLANS: usize = 200;

/// A newer sheet and the day on which it begins to hold: other rules about pain, one limit less or more, one stage more.
fn newer(first: &str, dice: &mut Dice, from: NaiveDate) -> Option<(String, Revision)> {
    let mut table: Table = first.parse().unwrap();
    table.insert("revision".to_owned(), Value::Integer(2));
    let lines = table["line"].as_array_mut().unwrap();
    let count = lines.len();
    for line in lines.iter_mut().filter_map(Value::as_table_mut) {
        let stages = line.get_mut("stage").and_then(Value::as_array_mut);
        if let Some(stages) = stages.filter(|_| dice.one_in(2)) {
            let on =
                plus(from, dice.within(0, 6)).to_string().parse().map(Value::Datetime).unwrap();
            let more = [("from".to_owned(), on), ("repetitions".to_owned(), Value::Integer(14))];
            stages.push(Value::Table(more.into_iter().collect()));
        }
    }
    if let Some(limits) = table.get_mut("precaution").and_then(Value::as_array_mut) {
        // Those that no OK hangs on may go.
        limits.retain(|limit| limit.get("kinds").is_none() || !dice.one_in(3));
        if limits.is_empty() {
            table.remove("precaution");
        }
    }
    let has_other_rules = dice.one_in(2);
    if has_other_rules {
        table.remove("pain");
    }
    let mut written = table.to_string();
    if dice.one_in(2) {
        limit(&mut written, dice, 7);
    }
    if has_other_rules && !dice.one_in(4) {
        written.push_str("\n[pain]\nas_written = \"If it hurts\"\n");
        for _ in 0..1 + dice.below(4) {
            rule(&mut written, dice, count);
        }
    }
    let known = revision(&written)?;
    Some((written, known))
}

/// The records, each of the sheet that held on its day.
fn by_sheet(mut records: Vec<PlanRecord>, from: NaiveDate) -> Vec<PlanRecord> {
    for record in &mut records {
        if let PlanFact::Clearance { revision, day, .. }
        | PlanFact::LimitOver { revision, day, .. }
        | PlanFact::StageAgreed { revision, day, .. }
        | PlanFact::StageStayed { revision, day, .. }
        | PlanFact::Hurt { revision, day, .. }
        | PlanFact::AskedAndYes { revision, day, .. }
        | PlanFact::AllStopped { revision, day, .. } = &mut record.fact
        {
            *revision = if *day < Day(from) { 1 } else { 2 };
        }
    }
    records
}

/// The first difference of a case that goes on with another sheet `from` a day.
fn difference(
    case: &Case,
    zone: &Zone,
    (written, known, from): (&str, Revision, NaiveDate),
) -> Option<String> {
    let second = Sheet { table: written.parse().unwrap(), clock: case.sheet.clock.clone() };
    let old = Walker::new(&case.sheet, &case.facts, case.today);
    let mut new = Walker::new(&second, &case.facts, case.today);
    new.earlier = Some((from, &old));
    let facts = by_sheet(plan_records(&case.facts, case.now), from);
    let mut here = Here::new(case.revision.clone(), instant(case.now), zone)
        .knowing(&records(&case.facts), &facts)
        .having_signs(&sign_records(&case.facts));
    here.take_in(known, Day(from), instant(case.sheet.begins(from)));
    // The day on which it is taken in has rules of its own.
    for day in case.days().into_iter().filter(|day| plus(*day, 1) != from) {
        let agenda: Agenda = here.agenda(day);
        let walker = if day < from { &old } else { &new };
        let lines = differences_of(walker, &agenda, day, case.now);
        if !lines.is_empty() {
            return Some(format!(
                "from {from}, {day}, seen at {} of {}\n{}\n{}\n{}\n\n{written}",
                instant(case.now),
                case.today,
                lines.join("\n"),
                case.facts.in_words(),
                case.text
            ));
        }
    }
    None
}

#[test]
fn pain_limits_and_stages_across_a_newer_sheet_are_what_the_walker_says() {
    let places = places();
    let (mut compared, mut nth) = (0, 0);
    let mut differences = Vec::new();
    while compared < PLANS {
        nth += 1;
        let place = &places[usize::try_from(nth).unwrap() % places.len()];
        let Some(mut case) = Case::with(nth + 50_000_000, place, &[], true) else { continue };
        let mut dice = Dice::of(nth + 51_000_000);
        let from = plus(case.sheet.starts(), dice.within(1, 20));
        if from > case.today || !case.sheet.exists(from) {
            continue;
        }
        let Some((written, known)) = newer(&case.text, &mut dice, from) else { continue };
        case.facts.operations.clear();
        // What is said of a limit is said of the sheet that holds on that day.
        let table: Table = written.parse().unwrap();
        let sheet = Sheet { table, clock: case.sheet.clock.clone() };
        let has = |sheet: &Sheet, of: &str| {
            sheet.all("precaution").iter().any(|limit| text(limit, "as_written") == Some(of))
        };
        case.facts.limits_over.retain(|(of, word)| {
            word.days().all(|day| has(if day < from { &case.sheet } else { &sheet }, of))
        });
        // Nobody says anything of a stage that the sheet of that day does not have.
        case.facts.steps.retain(|step| {
            step.word.days().all(|day| {
                let held = if day < from { &case.sheet } else { &sheet };
                let mut lines = held.lines().into_iter();
                let line = lines.find(|line| text(line, "id") == Some(&step.line)).unwrap();
                let stages = line.get("stage").and_then(Value::as_array).map_or(0, Vec::len);
                line.contains_key("growth") || step.nth <= i64::try_from(stages).unwrap()
            })
        });
        if has(&sheet, "Limit 7") && dice.one_in(3) {
            let day = plus(from, dice.within(0, (case.today - from).num_days()));
            let at = moment(&sheet, day, 60, case.now);
            case.facts.limits_over.push(("Limit 7".to_owned(), Word::of(at, day, ())));
        }
        compared += 1;
        let newer = (written.as_str(), known, from);
        if let Some(found) = difference(&case, &place.zone, newer) {
            differences.push(format!("plan {nth} in {}: {found}", place.name));
        }
    }
    let shortest = differences.iter().min_by_key(|text| text.len());
    assert!(shortest.is_none(), "{} of {PLANS} differ\n{}", differences.len(), shortest.unwrap());
}
