//! When the person is asked for pain scores: as the plan says, or where one of its rules needs one; and of what nobody
//! said yet how it was. Either may always be left out, and what was not rated follows no rule.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Agenda, Situation, TimeOfPlan, revision_on};
use crate::ids::LineId;
use crate::plan::{AskPain, Pain, PainTrigger, PainWhen};
use crate::record::{BoutKey, BoutPlace, Hurt, PainMoment, SaidOfLine, UsualMorning};
use crate::time::{Instant, Span};

/// How long the morning lasts, in hours after the day of the plan began: until noon by the usual day start.
const MORNING: i64 = 9;

/// A question about pain that is asked once today, or once after a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PainAsked {
    /// What it is asked about: the morning, or the time before or after the exercises of the day.
    pub when: PainMoment,
    /// Whether a rule compares the answer with the usual morning.
    pub compares: bool,
    /// The usual morning, where the person has said how it is.
    pub usual: Option<UsualMorning>,
    /// The first tick of the round that it is asked after, where the sheet asks with each; a round that a session leads
    /// through asks at its own end.
    #[ts(type = "string | null")]
    pub ticked: Option<Instant>,
}

/// The questions about pain that are open on the present day, which `agenda` is of.
#[must_use]
pub fn pain_asked(situation: &Situation<'_>, agenda: &Agenda) -> Vec<PainAsked> {
    let revision = revision_on(situation.revisions, agenda.day).map(|known| &known.revision);
    let Some((revision, pain)) = revision.and_then(|known| Some((known, known.pain.as_ref()?)))
    else {
        return Vec::new();
    };
    let is_rest = agenda.pause.is_some() || agenda.is_put_off();
    if !agenda.is_today || agenda.time_of_plan != TimeOfPlan::During || is_rest {
        return Vec::new();
    }
    let begins = situation.whereabouts.span(agenda.day, |day| revision.day_start_on(day)).0;
    let is_morning = situation.now < begins + Span::hours(MORNING);
    let has_begun = agenda.items().any(|item| item.state.is_answered());
    let said: Vec<PainMoment> = moments_said(situation, agenda);
    let is_of_morning = is_morning && has_rule(pain, PainWhen::NextMorning);
    let is_before = !has_begun && has_rule(pain, PainWhen::Before);
    let is_daily = pain.ask == Some(AskPain::OnceADay) && said.is_empty();
    let daily = moment_of_day(agenda);
    let asked = [
        (is_of_morning, PainMoment::NextMorning),
        // Once a day is enough: what a rule asks for in any case is that once.
        (
            is_before || (is_daily && !is_of_morning),
            if is_before { PainMoment::Before } else { daily },
        ),
    ];
    let open = asked.into_iter().filter(|(is_asked, when)| *is_asked && !said.contains(when));
    let ask = |when, ticked| PainAsked {
        when,
        compares: when == PainMoment::NextMorning
            && pain.rules.iter().any(|rule| rule.trigger == PainTrigger::Worse),
        usual: situation.plan_facts.usual_morning,
        ticked,
    };
    let ticked = ticked_and_not_rated(situation, agenda).filter(|_| asks_with_each_round(pain));
    let after_round = ticked.map(|tick| ask(PainMoment::After, Some(tick)));
    open.map(|(_, when)| ask(when, None)).chain(after_round).collect()
}

/// The bouts of the present day, which `agenda` is of, that were done and of which nobody said yet how they were: in a
/// word about their round, or that one of it hurt. None where the sheet wants numbers with each round instead.
#[must_use]
pub fn not_rated(situation: &Situation<'_>, agenda: &Agenda) -> Vec<BoutKey> {
    let revision = revision_on(situation.revisions, agenda.day).map(|known| &known.revision);
    let pain = revision.and_then(|revision| revision.pain.as_ref());
    if pain.is_some_and(asks_with_each_round) {
        return Vec::new();
    }
    let felt = situation.plan_facts.felt.iter().filter(|(day, ..)| *day == agenda.day);
    let hurt = hurts(situation, agenda).filter_map(|(hurt, _)| {
        let place = hurt.bout.as_ref()?;
        Some(round_of(hurt.line.as_ref()?, place))
    });
    let said: BTreeSet<Rated<'_>> =
        felt.map(|(_, line, place)| (line.as_ref(), place)).chain(hurt).collect();
    let done = situation.standing.of_day(agenda.day);
    let done = done.filter(|(_, known)| known.closed.is_some() && known.was_done());
    let open = done.filter(|(bout, _)| !said.contains(&round_of(&bout.line, &bout.place)));
    open.map(|(bout, _)| bout.clone()).collect()
}

fn asks_with_each_round(pain: &Pain) -> bool {
    pain.ask == Some(AskPain::EachRound)
}

/// What is rated at once: a round, or one time of a line that is done alone.
type Rated<'a> = (Option<&'a LineId>, &'a BoutPlace);

fn round_of<'a>(line: &'a LineId, place: &'a BoutPlace) -> Rated<'a> {
    (matches!(place, BoutPlace::AnyTime(_)).then_some(line), place)
}

/// The first tick of the round that was ticked last, as long as no number was given since. What a session saw is asked
/// about when it ends, and what was entered later has no time that a number could come after.
fn ticked_and_not_rated(situation: &Situation<'_>, agenda: &Agenda) -> Option<Instant> {
    let mut first: BTreeMap<Rated<'_>, Instant> = BTreeMap::new();
    for (bout, known) in situation.standing.of_day(agenda.day) {
        let is_tick = known.work.is_empty() && known.was_done();
        if let Some(at) = known.ended.filter(|_| is_tick) {
            let tick = first.entry(round_of(&bout.line, &bout.place)).or_insert(at);
            *tick = at.min(*tick);
        }
    }
    let rated = hurts(situation, agenda)
        .filter(|(hurt, _)| hurt.when == PainMoment::After && hurt.score.is_some())
        .map(|(_, at)| at)
        .max();
    first.into_values().max().filter(|tick| rated.is_none_or(|rated| rated < *tick))
}

/// What a number of the whole day is about, as the day of `agenda` stands: the time before its exercises, or after them.
#[must_use]
pub fn moment_of_day(agenda: &Agenda) -> PainMoment {
    let has_begun = agenda.items().any(|item| item.state.is_answered());
    if has_begun { PainMoment::After } else { PainMoment::Before }
}

fn has_rule(pain: &Pain, when: PainWhen) -> bool {
    pain.rules.iter().any(|rule| rule.when == when)
}

/// What scores of the day were given about.
fn moments_said(situation: &Situation<'_>, agenda: &Agenda) -> Vec<PainMoment> {
    let rated = hurts(situation, agenda).filter(|(hurt, _)| hurt.score.is_some());
    rated.map(|(hurt, _)| hurt.when).collect()
}

/// What was said of pain on the day, and when.
fn hurts<'a>(
    situation: &Situation<'a>,
    agenda: &Agenda,
) -> impl Iterator<Item = (&'a Hurt, Instant)> {
    let day = agenda.day;
    let today = situation.plan_facts.stops.iter().filter(move |said| said.day == day);
    today.filter_map(|said| match &said.said {
        SaidOfLine::Hurt(hurt) => Some((hurt, said.at)),
        SaidOfLine::AskedAndYes(..) | SaidOfLine::AllStopped(_) => None,
    })
}
