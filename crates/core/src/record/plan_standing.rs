//! What stands of the facts about plans.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::answers::{Answers, TakenBack, answers, chain, taken_back};
use super::own_days::{Held, Words, held, words_of_stops};
use super::standing_stops::reach;
use super::{
    AllStopped, BoutPlace, ClearanceAnswer, Hurt, PauseReason, PlanFact, PlanRecord, Stop,
    UsualMorning,
};
use crate::ids::{ClearanceId, LineId, PlanId, RecordId};
use crate::safety::SafetyQuestion;
use crate::time::{Day, Instant};

/// An answer of the care team that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StandingClearance {
    /// The record that says so.
    pub record: RecordId,
    /// The revision whose words were asked about.
    pub revision: u32,
    /// What they said.
    pub answer: ClearanceAnswer,
    /// Who said it.
    pub who: Option<String>,
    /// How.
    pub how: Option<String>,
    /// The day on which they said it.
    pub said_on: Day,
    /// The day from which it holds.
    pub day: Day,
    /// Since when it has been said on that day.
    #[serde(skip)]
    #[ts(skip)]
    pub at: Instant,
}

/// A pause that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StandingPause {
    /// The record that says so.
    pub record: RecordId,
    /// Its first day.
    pub from: Day,
    /// Its last day; `None` while it is open.
    pub through: Option<Day>,
    /// Why, where the person said so.
    pub reason: Option<PauseReason>,
    /// When it was entered first.
    #[ts(type = "string")]
    pub at: Instant,
    /// When its days were said last.
    #[ts(type = "string")]
    pub said_last: Instant,
    /// Since when its last day has been said as it is.
    #[ts(type = "string")]
    pub end_said: Instant,
}

/// That a limit is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StandingLimitOver {
    /// The revision that the limit stood on.
    pub revision: u32,
    /// The first day on which it is over.
    pub day: Day,
    /// When that was said.
    pub at: Instant,
    /// The first day on which it is no longer, since that was taken back.
    pub until: Option<Day>,
}

/// What the person said of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StandingStage {
    /// The revision that the stage stood on.
    pub revision: u32,
    /// The day from which it holds.
    pub day: Day,
    /// The first day on which it no longer does, since it was taken back.
    pub until: Option<Day>,
    /// Whether the person goes to the stage; if not, they stay as they are.
    pub goes_on: bool,
}

impl StandingStage {
    /// Whether `day`, from its own on, came before it was taken back.
    pub(crate) fn holds_on(&self, day: Day) -> bool {
        self.until.is_none_or(|until| until > day)
    }
}

/// A day of the plan, and what somebody who travels makes of it, lies within so many days around its date in UTC.
pub(crate) const AROUND: i32 = 3;

/// Something that the person said, and that may stop or change a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingStop {
    /// The record that says so.
    pub record: RecordId,
    /// The plan.
    pub plan: PlanId,
    /// The revision that held.
    pub revision: u32,
    /// The day.
    pub day: Day,
    /// When it was entered.
    pub at: Instant,
    /// What was said.
    pub said: SaidOfLine,
    /// The last day on which it can hold, for whatever line, since the team has spoken about it; `None` where they have not.
    pub over: Option<Day>,
    /// The last of those days of all that stand before it, and of it; `None` where one of them is open. So what was over long
    /// ago is passed by at once.
    pub(super) over_so_far: Option<Day>,
    /// The earliest day of it and of all that stand behind it, so that what comes long after is passed by, too.
    pub(super) first_from_here: Day,
}

/// What was said that may stop or change a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaidOfLine {
    /// It hurt.
    Hurt(Hurt),
    /// A question was answered with yes: one that comes before the line, or that was asked while it was done; of none.
    AskedAndYes(Option<LineId>, SafetyQuestion),
    /// All exercises are stopped.
    AllStopped(AllStopped),
}

/// What somebody of the team said about a stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingRelease {
    /// When it was entered, on the day from which it holds as it is.
    pub at: Instant,
    /// Who said it.
    pub who: Option<String>,
    /// The first day on which the person may go on; `None`: from that moment on.
    pub from: Option<Day>,
}

/// The day of the operation, as the person said it at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OperationSaid {
    /// When they said it.
    pub at: Instant,
    /// The day on which they did.
    pub on: Day,
    /// The day of the operation.
    pub date: Day,
}

/// What stands of the facts about plans.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanStanding {
    /// Every answer for each OK that held on some day, in the order of their days.
    pub clearances: Answers,
    /// From when until when each OK was not there, by words that were corrected since.
    pub taken_back: TakenBack,
    /// Pauses, in the order of their first days.
    pub pauses: Vec<StandingPause>,
    /// Days on which the person went on, and when they said so.
    pub resumed: Vec<(Day, Instant)>,
    /// Bad days, with the record that says so.
    pub bad_days: BTreeMap<Day, RecordId>,
    /// Limits that are over, or were.
    pub limits_over: BTreeMap<(PlanId, String), Vec<StandingLimitOver>>,
    /// What the person said of each stage, in the order of entry.
    pub stages: BTreeMap<(PlanId, LineId, u16), Vec<StandingStage>>,
    /// What may have stopped or changed a line, in the order of entry.
    pub stops: Vec<StandingStop>,
    /// The rounds, and times of a line that was done alone, of which somebody said in one word how they felt.
    pub felt: BTreeSet<(Day, Option<LineId>, BoutPlace)>,
    /// How it hurts on a usual morning, as said last.
    pub usual_morning: Option<UsualMorning>,
    /// Stretches in which a warning sign stops all of it; they come from [`super::settle_signs`].
    pub red_flags: Vec<Stop>,
    /// The days that the person said the operation is on, in the order of entry; they come from what the person says of
    /// themselves.
    pub operations: Vec<OperationSaid>,
    /// What the team had said about each stop.
    pub(super) spoken_to: BTreeMap<RecordId, Words>,
}

/// What stands, given every record. The order of `records` does not matter: a correction replaces the record
/// it names, and of several the last entered stands.
#[must_use]
pub fn settle_plan_facts(records: &[PlanRecord]) -> PlanStanding {
    let mut in_order: Vec<&PlanRecord> = records.iter().collect();
    in_order.sort_by_key(|record| (record.at, record.id));
    in_order.dedup_by_key(|record| record.id);
    let replaced: BTreeSet<RecordId> = in_order.iter().filter_map(|known| known.corrects).collect();
    let mut standing = PlanStanding::default();
    let last = in_order.iter().filter(|record| !replaced.contains(&record.id));
    // When the first of a chain was entered counts: a correction of what was said long ago does not undo what was said
    // since.
    let chains: Vec<_> = last.map(|last| chain(&in_order, last)).collect();
    for chain in &chains {
        if let (Some(first), Some(last)) = (chain.first(), chain.last()) {
            place(&mut standing, last, first.at, end_said(chain).unwrap_or(last.at));
        }
    }
    // What was put right since is still what they spoke about.
    let last_of = |id: RecordId| {
        let is_of = |chain: &&Vec<&PlanRecord>| chain.iter().any(|record| record.id == id);
        let chain = replaced.contains(&id).then(|| chains.iter().find(is_of)).flatten();
        chain.and_then(|chain| chain.last()).map_or(id, |last| last.id)
    };
    standing.spoken_to = words_of_stops(&chains, last_of);
    let mut own: Vec<_> = chains.iter().flat_map(|chain| held(chain)).collect();
    own.sort_by_key(|held| (held.since, held.record.id));
    own.iter().for_each(|held| place_held(&mut standing, held));
    // What was put right long after another word is the older of the two all the same.
    let usual = chains.iter().filter_map(|chain| match chain.last()?.fact {
        PlanFact::UsualMorning { usual, .. } => Some((chain.first()?.at, usual)),
        _ => None,
    });
    standing.usual_morning = usual.max_by_key(|(at, _)| *at).map(|(_, usual)| usual);
    standing.taken_back = taken_back(&chains);
    standing.clearances = answers(
        chains
            .into_iter()
            .filter(|chain| chain.last().is_some_and(|last| !last.fact.is_withdrawn())),
    );
    standing.pauses.sort_by_key(|pause| (pause.from, pause.record));
    for stop in &mut standing.stops {
        stop.over = standing.spoken_to.get(&stop.record).and_then(over);
    }
    reach(&mut standing.stops);
    standing
}

/// Since when the last day of the pause that `chain` ends with has been said as it is; `None` of what is no pause.
fn end_said(chain: &[&PlanRecord]) -> Option<Instant> {
    let end = |record: &PlanRecord| match record.fact {
        PlanFact::Pause { through, .. } => Some(through),
        _ => None,
    };
    let last = end(chain.last()?)?;
    let said = chain.iter().rev().filter_map(|record| Some((end(record)?, record.at)));
    said.take_while(|(through, _)| *through == last).last().map(|(_, at)| at)
}

fn place(standing: &mut PlanStanding, record: &PlanRecord, first_said: Instant, end_said: Instant) {
    let id = record.id;
    match record.fact.clone() {
        PlanFact::Pause { from, through, reason } => {
            let (at, said_last) = (first_said, record.at);
            let pause =
                StandingPause { record: id, from, through, reason, at, said_last, end_said };
            standing.pauses.push(pause);
        }
        PlanFact::Resumed { day } => {
            standing.resumed.push((day, record.at));
        }
        PlanFact::BadDay { day } => {
            standing.bad_days.entry(day).or_insert(id);
        }
        PlanFact::Hurt { plan, revision, day, hurt } => {
            let (said, at) = (SaidOfLine::Hurt(hurt), first_said);
            standing.stops.push(StandingStop::open(id, (plan, revision), (day, at), said));
        }
        PlanFact::AskedAndYes { plan, revision, line, question, day } => {
            let (said, at) = (SaidOfLine::AskedAndYes(line, question), first_said);
            standing.stops.push(StandingStop::open(id, (plan, revision), (day, at), said));
        }
        PlanFact::AllStopped { plan, revision, because, day, .. } => {
            let (said, at) = (SaidOfLine::AllStopped(because), first_said);
            standing.stops.push(StandingStop::open(id, (plan, revision), (day, at), said));
        }
        PlanFact::Felt { day, line, place, .. } => {
            standing.felt.insert((day, line, place));
        }
        // What holds of these hangs on the whole chain.
        PlanFact::Clearance { .. }
        | PlanFact::LimitOver { .. }
        | PlanFact::StageAgreed { .. }
        | PlanFact::StageStayed { .. }
        | PlanFact::SpokenTo { .. }
        | PlanFact::UsualMorning { .. }
        | PlanFact::Withdrawn { .. } => {}
    }
}

fn place_held(standing: &mut PlanStanding, held: &Held<'_>) {
    let (at, until) = (held.since, held.until);
    let mut stage = |(plan, line, stage), revision, day, goes_on| {
        let said = StandingStage { revision, day, until, goes_on };
        standing.stages.entry((plan, line, stage)).or_default().push(said);
    };
    match held.record.fact.clone() {
        PlanFact::LimitOver { plan, revision, limit, day, .. } => {
            let over = StandingLimitOver { revision, day, at, until };
            standing.limits_over.entry((plan, limit)).or_default().push(over);
        }
        PlanFact::StageAgreed { plan, revision, line, stage: number, day } => {
            stage((plan, line, number), revision, day, true);
        }
        PlanFact::StageStayed { plan, revision, line, stage: number, day } => {
            stage((plan, line, number), revision, day, false);
        }
        _ => {}
    }
}

impl StandingStop {
    fn open(
        record: RecordId,
        (plan, revision): (PlanId, u32),
        (day, at): (Day, Instant),
        said: SaidOfLine,
    ) -> Self {
        let (over, over_so_far, first_from_here) = (None, None, day);
        Self { record, plan, revision, day, at, said, over, over_so_far, first_from_here }
    }
}

/// The last day on which what the `words` are about can hold, or could by one that was put right or taken back since; `None`
/// as long as nobody lets the person go on.
fn over(words: &Words) -> Option<Day> {
    let (since, word) = words.last()?;
    word.as_ref()?;
    let of_words = words.iter().filter_map(|(_, word)| word.as_ref()).map(StandingRelease::over);
    of_words.chain([Day(since.date_naive()).plus(AROUND)]).max()
}

impl StandingRelease {
    /// The last day on which what they spoke about can hold.
    fn over(&self) -> Day {
        let spoken = Day(self.at.date_naive()).plus(AROUND);
        self.from.map_or(spoken, |from| from.max(spoken))
    }
}

impl PlanStanding {
    /// What the team had said last by `day` when asked for `clearance`.
    #[must_use]
    pub fn clearance_on(
        &self,
        plan: &PlanId,
        clearance: &ClearanceId,
        day: Day,
    ) -> Option<&StandingClearance> {
        let answers = self.clearances.get(&(plan.clone(), clearance.clone()))?;
        answers.iter().rev().find(|answer| answer.day <= day)
    }

    /// The pause that `day` lies in: from its first day until the person goes on. A pause whose last day has
    /// passed waits for that word; with one that was over when it was entered, that word was entered, too. Of several
    /// the one that lasts longest.
    #[must_use]
    pub fn pause_on(&self, day: Day) -> Option<StandingPause> {
        self.pause_by(day, |_| true)
    }

    /// Whether `day` lay in a pause `at` a moment of it and does no more, since the person went on later on it.
    pub(crate) fn was_paused_at(&self, day: Day, at: Instant) -> bool {
        let went_on = self.resumed.iter().any(|(on, said)| *on == day && *said >= at);
        went_on && self.pause_by(day, |said| said < at).is_some_and(|pause| pause.at < at)
    }

    /// The same, where they had gone on by those words alone that were said at moments which count.
    fn pause_by(&self, day: Day, counts: impl Fn(Instant) -> bool) -> Option<StandingPause> {
        let goes_on = |pause: &StandingPause| {
            let mut resumed = self.resumed.iter().filter(|(_, at)| counts(*at));
            resumed.any(|(from, at)| {
                // What was entered in one moment with the pause ends it: it was over already. Whoever says afterwards that
                // it lasted longer did not go on within its days.
                *at >= pause.at
                    && (pause.from..=day).contains(from)
                    && (*at >= pause.end_said || pause.through.is_some_and(|last| last < *from))
                    && !self.pauses.iter().any(|other| other != pause && other.has_end(*from, *at))
            })
        };
        let pauses = self.pauses.iter().filter(|pause| pause.from <= day && !goes_on(pause));
        pauses.max_by_key(|pause| (pause.through.is_none(), pause.through, pause.from)).cloned()
    }
}

impl StandingPause {
    /// Whether that the person went on from `day`, entered `at` a moment, is the end that was entered with this pause
    /// because it was over already. It ends no other one.
    fn has_end(&self, day: Day, at: Instant) -> bool {
        self.said_last == at && self.through.is_some_and(|last| last.plus(1) == day)
    }
}
