//! When the person is asked for pain scores: as the plan says, or where one of its rules needs one. They may always
//! be left out, and what was not rated follows no rule.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Agenda, Situation, TimeOfPlan, revision_on};
use crate::plan::{AskPain, Pain, PainTrigger, PainWhen};
use crate::record::{PainMoment, SaidOfLine, UsualMorning};
use crate::time::Span;

/// How long the morning lasts, in hours after the day of the plan began: until noon by the usual day start.
const MORNING: i64 = 9;

/// A question about pain that is asked once today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PainAsked {
    /// What it is asked about: the morning, or the time before or after the exercises of the day.
    pub when: PainMoment,
    /// Whether a rule compares the answer with the usual morning.
    pub compares: bool,
    /// The usual morning, where the person has said how it is.
    pub usual: Option<UsualMorning>,
}

/// The questions about pain that are open on the present day, which `agenda` is of.
#[must_use]
pub fn pain_asked(situation: &Situation<'_>, agenda: &Agenda) -> Vec<PainAsked> {
    let revision = revision_on(situation.revisions, agenda.day).map(|known| &known.revision);
    let Some((revision, pain)) = revision.and_then(|known| Some((known, known.pain.as_ref()?)))
    else {
        return Vec::new();
    };
    if !agenda.is_today || agenda.time_of_plan != TimeOfPlan::During || agenda.pause.is_some() {
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
    open.map(|(_, when)| PainAsked {
        when,
        compares: when == PainMoment::NextMorning
            && pain.rules.iter().any(|rule| rule.trigger == PainTrigger::Worse),
        usual: situation.plan_facts.usual_morning,
    })
    .collect()
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
    let today = situation.plan_facts.stops.iter().filter(|said| said.day == agenda.day);
    let scores = today.filter_map(|said| match &said.said {
        SaidOfLine::Hurt(hurt) => hurt.score.map(|_| hurt.when),
        SaidOfLine::AskedAndYes(..) | SaidOfLine::AllStopped(_) => None,
    });
    scores.collect()
}
