//! Reading what a sheet says of pain.

use super::around::Around;
use super::dose::{NUMBERS, Needs, read_dose};
use super::parts::each_once;
use super::rules::read_part;
use crate::error::ProblemCode;
use crate::plan::limits::{
    LONG_TEXT, MOST_LINES, MOST_PAIN_RULES, SCORE_AT_LEAST, SCORE_OVER, SHORT_TEXT, TIMES_A_DAY,
};
use crate::plan::{
    AskPain, Contact, Dose, Pain, PainAction, PainLasts, PainRule, PainTrigger, PainWhen, PainWhere,
};
use crate::table::{Table, Value, slips};

/// The words for [`PainWhere`].
pub(in crate::plan) const PAIN_PLACES: [(&str, PainWhere); 3] =
    [("back", PainWhere::Back), ("leg", PainWhere::Leg), ("either", PainWhere::Either)];

/// The words for [`PainWhen`].
pub(in crate::plan) const PAIN_WHEN: [(&str, PainWhen); 5] = [
    ("before", PainWhen::Before),
    ("during", PainWhen::During),
    ("after", PainWhen::After),
    ("next-morning", PainWhen::NextMorning),
    ("any", PainWhen::Any),
];

/// The words for [`AskPain`].
pub(in crate::plan) const ASK_PAIN: [(&str, AskPain); 3] = [
    ("once-a-day", AskPain::OnceADay),
    ("each-round", AskPain::EachRound),
    ("after-it-hurts", AskPain::AfterItHurts),
];

/// What follows from pain, before its details are read.
#[derive(Clone, Copy)]
enum Then {
    GoOn,
    Less,
    Stop,
}

pub(super) fn read_pain(
    table: &mut Table<'_>,
    contacts: &[Contact],
    around: &Around<'_>,
) -> Option<Pain> {
    let as_written = table.given("as_written").and_then(|value| value.lines(LONG_TEXT));
    let ask = table.given("ask").and_then(|value| value.choice(&ASK_PAIN));
    if !["as_written", "ask", "rule"].iter().any(|key| table.has(key)) {
        table.report_missing("as_written");
    }
    let mut before: Vec<PainRule> = Vec::new();
    let rules = table.tables("rule", MOST_PAIN_RULES, |table| {
        let rule = read_pain_rule(table, contacts, around)?;
        // The first rule that fits holds, so one behind a wider one would never speak.
        if let Some(at) = before.iter().position(|earlier| covers(earlier, &rule)) {
            table.report(table.problem(ProblemCode::PainRuleNeverReached).with("number", at + 1));
        }
        before.push(rule.clone());
        Some(rule)
    });
    Some(Pain { as_written, ask, rules: rules? })
}

/// Whether `earlier` fits whenever `later` does.
fn covers(earlier: &PainRule, later: &PainRule) -> bool {
    let lines = earlier.lines.is_empty()
        || (!later.lines.is_empty() && later.lines.iter().all(|line| earlier.lines.contains(line)));
    let place = earlier.place == later.place || earlier.place == PainWhere::Either;
    let when = earlier.when == later.when || earlier.when == PainWhen::Any;
    let least = |trigger: PainTrigger| match trigger {
        PainTrigger::Over(score) => Some(score + 1),
        PainTrigger::AtLeast(score) => Some(score),
        PainTrigger::Spreading | PainTrigger::Worse => None,
    };
    let trigger = match (least(earlier.trigger), least(later.trigger)) {
        (Some(earlier), Some(later)) => earlier <= later,
        (None, None) => earlier.trigger == later.trigger,
        _ => false,
    };
    lines && place && when && trigger
}

fn read_pain_rule(
    table: &mut Table<'_>,
    contacts: &[Contact],
    around: &Around<'_>,
) -> Option<PainRule> {
    let as_written = table.needed("as_written").and_then(|value| value.lines(LONG_TEXT));
    let lines = table
        .given("lines")
        .and_then(|value| each_once(value, MOST_LINES, "line", |value| around.named_line(value)));
    let place = table.needed("where").and_then(|value| value.choice(&PAIN_PLACES));
    let trigger = read_trigger(table);
    let when = table.needed("when").and_then(|value| value.choice(&PAIN_WHEN));
    let thens = [("go-on", Then::GoOn), ("less", Then::Less), ("stop", Then::Stop)];
    let then = table.needed("then").and_then(|value| value.choice(&thens));
    let part = read_part(table);
    let dose = table
        .given("dose")
        .and_then(|value| value.table(|table| read_dose(table, Needs::Part, "dose")));
    let lasts = table.given("lasts").and_then(|value| {
        value.choice(&[("next-time", PainLasts::NextTime), ("until-told", PainLasts::UntilTold)])
    });
    let bouts = table.given("bouts").and_then(|value| value.number(&TIMES_A_DAY));
    table.only_one_of("lasts", "bouts");
    if !table.has("lasts") && !table.has("bouts") {
        table.report_missing("lasts");
    }
    let ring = table.given("ring").and_then(|value| read_ring(value, contacts));
    table.only_one_of("percent", "dose");
    for other in ["percent", "dose"] {
        if matches!(then, Some(Then::GoOn | Then::Stop)) {
            table.only_one_of("then", other);
        }
    }
    let then = match then? {
        Then::GoOn => PainAction::GoOn,
        Then::Stop => PainAction::Stop,
        Then::Less => match (part, dose) {
            (Some(part), _) => PainAction::Part(part),
            (None, Some(dose)) if says_how_much(&dose) => PainAction::Dose(dose),
            (None, dose) => {
                if dose.is_some() || !(table.has("percent") || table.has("dose")) {
                    let key = if dose.is_some() { "dose" } else { "then" };
                    table.report(table.problem_of(key, ProblemCode::PainPartMissing));
                }
                return None;
            }
        },
    };
    let trigger = trigger?;
    // Pain that moves down the leg ends the session, whatever a sheet says.
    if trigger == PainTrigger::Spreading && then != PainAction::Stop {
        let problem = table.problem_of("then", ProblemCode::PainStopLoosened);
        table.report(problem.suggest(Some("stop".to_owned())));
    }
    // The usual morning is what it is compared with.
    if trigger == PainTrigger::Worse && when.is_some_and(|when| when != PainWhen::NextMorning) {
        let problem = table.problem_of("when", ProblemCode::PainWorseNotMorning);
        table.report(problem.suggest(Some("next-morning".to_owned())));
    }
    let lasts = lasts.or(bouts.map(PainLasts::Bouts));
    Some(PainRule {
        as_written: as_written?,
        lines: lines.unwrap_or_default(),
        place: place?,
        trigger,
        when: when?,
        then,
        lasts: lasts?,
        ring,
    })
}

/// Whether a dose has any number, so that it can be the smaller one.
fn says_how_much(dose: &Dose) -> bool {
    NUMBERS.iter().any(|(_, key, _)| dose.number(*key).is_some())
}

fn read_trigger(table: &mut Table<'_>) -> Option<PainTrigger> {
    let over = table.given("over").and_then(|value| value.number(&SCORE_OVER));
    let least = table.given("at_least").and_then(|value| value.number(&SCORE_AT_LEAST));
    let spreading = table.given("spreading").and_then(Value::yes_or_no);
    let worse = table.given("worse").and_then(Value::yes_or_no);
    let keys = ["over", "at_least", "spreading", "worse"];
    for (at, one) in keys.iter().enumerate() {
        for other in &keys[at + 1..] {
            table.only_one_of(one, other);
        }
    }
    if !keys.iter().any(|key| table.has(key)) || spreading == Some(false) || worse == Some(false) {
        table.report(table.problem(ProblemCode::PainTriggerMissing));
        return None;
    }
    let spreads = (spreading == Some(true)).then_some(PainTrigger::Spreading);
    let worsens = (worse == Some(true)).then_some(PainTrigger::Worse);
    over.map(PainTrigger::Over).or(least.map(PainTrigger::AtLeast)).or(spreads).or(worsens)
}

fn read_ring(value: Value<'_>, contacts: &[Contact]) -> Option<String> {
    let name = value.text(SHORT_TEXT)?;
    if contacts.iter().any(|contact| contact.name == name) {
        return Some(name);
    }
    let names: Vec<&str> = contacts.iter().map(|contact| contact.name.as_str()).collect();
    let near = slips::likely_known(&name, &names);
    let problem = value.problem(ProblemCode::UnknownName).with("kind", "contact");
    value.book().report(problem.with("found", name).suggest(near));
    None
}
