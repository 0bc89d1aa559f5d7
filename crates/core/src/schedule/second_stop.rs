//! A second exercise that was stopped on one day: then all of them are.

use std::collections::BTreeSet;

use super::Situation;
use super::pain::{Does, by_rule};
use crate::ids::{LineId, RecordId};
use crate::record::{AllStopped, SaidOfLine, StandingStop};
use crate::safety::SafetyQuestion;
use crate::time::{Day, Instant};

/// A line that was stopped, and the question to which a yes stopped it; `None` where it was a rule or the person's hand.
/// A yes may be of no line.
pub(super) type StoppedBy<'a> = (Option<&'a LineId>, Option<SafetyQuestion>);

/// The lines that were stopped on `day`, since the team last spoke of a second one: by a rule, by a yes to a question, or
/// by hand, left because it hurt.
pub(super) fn stopped_on<'a>(situation: &'a Situation<'_>, day: Day) -> BTreeSet<StoppedBy<'a>> {
    let their_word = second_stops(situation, day).filter_map(|said| go_on(situation, said)).max();
    let is_since =
        |at: Option<Instant>| their_word.is_none_or(|word| at.is_some_and(|at| at > word));
    let left = situation.standing.of_day(day);
    let left = left.filter(|(_, known)| known.was_left_for_pain() && is_since(known.ended));
    let by_word = stopped_by_word(situation, day).filter(|(.., at)| is_since(Some(*at)));
    let by_word = by_word.map(|(line, question, _)| (line, question));
    by_word.chain(left.map(|(bout, _)| (Some(&bout.line), None))).collect()
}

/// How often an exercise was stopped: a question is asked once of all the lines that it comes before, so that a yes to it
/// is one stop of them all, and none beside what stopped each of them without it.
pub(super) fn count_stops(stopped: &BTreeSet<StoppedBy<'_>>) -> usize {
    let own = |line| stopped.contains(&(line, None));
    let asked = stopped.iter().filter(|(line, _)| !own(*line));
    let questions: BTreeSet<_> = asked.map(|(_, question)| question).collect();
    stopped.iter().filter(|(_, question)| question.is_none()).count() + questions.len()
}

/// What a rule, or a yes to a question, stopped on `day`, and when.
fn stopped_by_word<'a>(
    situation: &'a Situation<'_>,
    day: Day,
) -> impl Iterator<Item = (Option<&'a LineId>, Option<SafetyQuestion>, Instant)> {
    let said = situation.plan_facts.stops.iter().filter(move |said| said.day == day);
    said.filter_map(|said| match &said.said {
        SaidOfLine::AskedAndYes(line, question) => Some((line.as_ref(), Some(*question), said.at)),
        SaidOfLine::AllStopped(_) => None,
        SaidOfLine::Hurt(hurt) => {
            let line = hurt.line.as_ref()?;
            let effect = by_rule(situation, said, hurt, line);
            let stops = effect.is_some_and(|effect| matches!(effect.does, Does::Stop(..)));
            (stops || hurt.spreading).then_some((Some(line), None, said.at))
        }
    })
}

/// What was kept of a second exercise that was stopped on `day`.
fn second_stops<'a>(
    situation: &'a Situation<'_>,
    day: Day,
) -> impl Iterator<Item = &'a StandingStop> {
    let of_day = situation.plan_facts.stops.iter().filter(move |said| said.day == day);
    of_day.filter(|said| said.said == SaidOfLine::AllStopped(AllStopped::SecondStop))
}

/// Since when the person may go on with what `said` stopped; `None` as long as they may not.
fn go_on(situation: &Situation<'_>, said: &StandingStop) -> Option<Instant> {
    let release = situation.plan_facts.release_at(said.record, situation.now)?;
    let has_come = release.from.is_none_or(|from| situation.today().is_some_and(|day| from <= day));
    has_come.then_some(release.at)
}

impl Situation<'_> {
    /// Whether a second exercise was stopped on `day`, since the team last spoke of one: then all exercises are stopped,
    /// whatever a plan says or leaves out.
    #[must_use]
    pub fn is_second_stop(&self, day: Day) -> bool {
        count_stops(&stopped_on(self, day)) > 1
    }

    /// Whether a second exercise of `day` may begin to stop all of them. What is told of a day before yesterday begins
    /// none: that is looking back.
    #[must_use]
    pub fn begins_second_stop(&self, day: Day) -> bool {
        self.today().is_none_or(|today| day >= today.plus(-1))
    }

    /// The record that a second exercise was stopped on `day`, as long as nobody of the team has said that the person may
    /// go on.
    #[must_use]
    pub fn open_second_stop(&self, day: Day) -> Option<RecordId> {
        let open = second_stops(self, day).find(|said| go_on(self, said).is_none());
        open.map(|said| said.record)
    }
}
