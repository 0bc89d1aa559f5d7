//! What a day asks for, and what became of it.

mod agenda;
mod amount;
mod asked;
mod at_end;
mod bouts_since;
mod choosing_days;
mod climb;
mod clock;
mod day_of;
mod days_off;
mod done;
mod effects;
mod extra;
mod from_now;
mod gap;
mod grid;
mod growth;
mod keep_steps;
mod kept_back;
mod least_asked;
mod lighter;
mod missed;
mod not_today;
mod pain;
mod pain_asked;
mod pain_rules;
mod phases;
mod put_off;
mod rest;
mod revisions;
mod rounds;
mod second_stop;
mod sheet_changed;
mod state;
mod steps;
mod stops;
mod times;
mod to_ask;
mod travelled;
mod turns;
mod waits;
mod weeks_of_lines;
mod withheld;
mod written_up_to;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use agenda::{BoutsOfDay, Situation, agenda, bouts_of, bouts_of_days, sheet_of_limit};
pub use amount::{PartDone, PartUnit, SeenSet, SeenWork};
pub use asked::{AgendaWords, NotAsked, WaitsFor};
pub use at_end::AtEnd;
pub use choosing_days::{InTurn, InWeek, WeekOfLine};
pub use clock::{CLOCK_ROUND, clock_round};
pub use effects::followed_since;
pub use extra::place_of_another;
pub use from_now::{LineFrom, changes_from, from_now_on, line_from};
pub use gap::{Gap, LONGEST_GAP, gap};
pub use grid::{GridCell, GridDay, GridMark, GridRow, WeekGrid, week_grid};
pub use growth::Grown;
pub use keep_steps::keep_steps;
pub use lighter::{AgendaReEntry, Lighter, LighterBecause};
pub use not_today::{NotToday, WhyNotToday, not_today};
pub use pain::{PainFollows, PainOutcome, StopBecause, pain_follows};
pub use pain_asked::{PainAsked, moment_of_day, not_rated, pain_asked};
pub use pain_rules::is_judged_stricter;
pub use phases::{LineTime, line_time};
pub use put_off::PutOff;
pub use revisions::{InForce, day_start, first_day, revision_on, week_starts};
pub use state::{NotRequired, State};
pub use steps::{NextStep, new_steps, offered_stage, present_stage};
pub use stops::{WhyAsked, last_hurt, signs_asked};
pub use times::{Ended, Reminded, RoundTimes};
pub use to_ask::to_ask;
pub use travelled::{LeftOut, Travelled, travelled};
pub use weeks_of_lines::weeks_that_end;
pub use withheld::{AgendaStop, StoppedLine, StoppedUntil};
pub use written_up_to::WrittenUpTo;

use crate::catalogue::Tempo;
use crate::ids::{ExerciseId, LineId, PlanId, RecordId, RoundId};
use crate::plan::{Dose, Note, Side};
use crate::record::{BoutKey, PauseReason};
use crate::safety::{Flag, LimitKind, SafetyQuestion};
use crate::time::{Day, Instant, WallTime};

/// One day of the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Agenda {
    /// The day.
    pub day: Day,
    /// Whether it is the day that `now` lies in.
    pub is_today: bool,
    /// Whether its date has not come: nothing can be recorded of it yet.
    pub is_to_come: bool,
    /// The day before, so that the screens can turn the page without reckoning with dates.
    pub previous: Day,
    /// The day after.
    pub next: Day,
    /// The plan.
    pub plan: PlanId,
    /// The revision that holds on this day.
    pub revision: u32,
    /// The plan's title.
    pub title: String,
    /// Words that stand beside the plan wherever it is shown.
    pub caution: Option<String>,
    /// Days after surgery; negative before it.
    pub after_surgery: i32,
    /// The week after surgery, counted from 1; 0 before surgery.
    pub week: u32,
    /// Whether the plan has not begun, holds, or has ended.
    pub time_of_plan: TimeOfPlan,
    /// The operation, where the person said that it is on a later day than the one that the plan counts from. Then the
    /// days and the week after surgery are counted from their day.
    pub put_off: Option<PutOff>,
    /// Why nothing is asked for from this day on, where the plan has come to its end.
    pub at_end: Option<AtEnd>,
    /// Whether the review's day has passed.
    pub review_was_due: Option<Day>,
    /// Rounds with something to do, in the day's order.
    pub rounds: Vec<AgendaRound>,
    /// The pause that the day lies in, and whether the person is asked to say that they go on.
    pub pause: Option<AgendaPause>,
    /// How the person begins again after a pause that ended not long ago.
    pub re_entry: Option<AgendaReEntry>,
    /// What is stopped for now, what one word of the team sets free together.
    pub stops: Vec<AgendaStop>,
    /// The sheet's words that make it a day off, where lines are left out or put on another day.
    pub day_off: Option<String>,
    /// Whether the person said "not a good day", with the record that says so.
    pub bad_day: Option<RecordId>,
    /// Whether the minimum of the sheet for such a day was done; `None` where there is none, and on other days.
    pub bad_day_kept: Option<bool>,
    /// What is done at any time of the day, in the sheet's order.
    pub any_time: Vec<AgendaItem>,
    /// What the person may want today.
    pub as_needed: Vec<AgendaAsNeeded>,
    /// What was recorded of the day and nothing of it asked for. It counts toward nothing.
    pub extras: Vec<AgendaItem>,
    /// How far the week has come of lines that are done so many days a week.
    pub weeks: Vec<WeekOfLine>,
    /// Steps that began on this day or begin on the next, and at which the person may stay as they are instead.
    pub next_steps: Vec<NextStep>,
    /// Lines of the day that go on as their last stage says, beyond the day up to which the sheet was written.
    pub written_up_to: Vec<WrittenUpTo>,
    /// Lines that belong to the day and that nobody is asked for, in the sheet's own words.
    pub in_words: Vec<AgendaWords>,
    /// The limits in force.
    pub precautions: Vec<AgendaPrecaution>,
    /// The sheet's other words.
    pub notes: Vec<Note>,
}

/// Where a day lies in its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TimeOfPlan {
    /// Before the plan's first day.
    Before,
    /// The plan holds.
    During,
    /// After the day on which it ended.
    After,
}

/// A round of a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AgendaRound {
    /// The round.
    pub round: RoundId,
    /// Its name on screen; empty for a round by the clock, which is called by its time.
    pub title: String,
    /// Its place in the person's day.
    pub routine: Option<String>,
    /// When it falls due by the clock on the wall; `None` when it hangs on a routine alone.
    pub at: Option<WallTime>,
    /// The instant of that.
    #[ts(type = "string")]
    pub starts: Instant,
    /// When its window ends: at the next round of the plan, or with the day.
    #[ts(type = "string")]
    pub ends: Instant,
    /// The last moment at which it may ring, where the plan says one.
    #[ts(type = "string | null")]
    pub latest_ring: Option<Instant>,
    /// Where a journey passed over its time: when that was in the place that the person came to. It `starts` when
    /// they came there.
    #[ts(type = "string | null")]
    pub passed_over: Option<Instant>,
    /// About how many minutes it takes, rounded up; `None` when the sheet does not say enough.
    pub about_minutes: Option<u32>,
    /// Whether the person was reminded of it, and when it was done; `None` while there is nothing to tell.
    pub times: Option<RoundTimes>,
    /// What is done in it, in the sheet's order.
    pub items: Vec<AgendaItem>,
}

/// One bout of a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AgendaItem {
    /// The bout.
    pub bout: BoutKey,
    /// The exercise.
    pub exercise: ExerciseId,
    /// Its title.
    pub title: String,
    /// The number on the sheet.
    pub sheet_no: Option<String>,
    /// The sheet's own words.
    pub as_written: String,
    /// How much.
    pub dose: Dose,
    /// Why that is less than the line says on this day, if so.
    pub lighter: Option<Lighter>,
    /// On which side.
    pub side: Side,
    /// The pace.
    pub tempo: Option<Tempo>,
    /// What it asks of the body.
    pub flags: Vec<Flag>,
    /// What is asked before it is done.
    pub safety_question: Option<SafetyQuestion>,
    /// Before this moment it is not offered, although its round has begun: the gap after the last bout.
    #[ts(type = "string | null")]
    pub not_before: Option<Instant>,
    /// What became of it.
    pub state: State,
    /// Why nothing asks for it any more, when that is its state.
    pub not_required: Option<NotRequired>,
    /// The record that says so, for correcting it.
    pub record: Option<RecordId>,
    /// Whether that record was entered on a later day.
    pub entered_later: bool,
    /// Whether that record replaced another.
    pub corrected: bool,
    /// How much of it was done, of how much, where it was done in part and that is known.
    pub part: Option<PartDone>,
    /// What a session saw done of it.
    pub seen: SeenWork,
}

/// A line that the person does when they need it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AgendaAsNeeded {
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
    /// When, in the sheet's words.
    pub when: String,
    /// The most bouts on one day.
    pub most_a_day: Option<u8>,
    /// A question of the sheet's that comes first.
    pub ask_first: Option<String>,
    /// What is asked before it is offered.
    pub safety_question: Option<SafetyQuestion>,
    /// What was recorded of it today.
    pub recorded: Vec<AgendaItem>,
    /// The next bout; `None` when the day has had as many as the sheet allows.
    pub next: Option<AgendaItem>,
}

/// A limit in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgendaPrecaution {
    /// The sheet's words.
    pub as_written: String,
    /// The day until which it was written; the limit stays until somebody says otherwise.
    pub until: Option<Day>,
    /// Whether that day has passed without anybody saying that it is over.
    pub until_has_passed: bool,
    /// What it forbids or bounds.
    pub kinds: Vec<LimitKind>,
    /// The lines of the plan beside which it is read, whatever the day asks for.
    pub beside: Vec<LineId>,
}

/// A pause that a day lies in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgendaPause {
    /// The record that says so.
    pub record: RecordId,
    /// Its first day.
    pub from: Day,
    /// Its last day; `None` while it is open.
    pub through: Option<Day>,
    /// Why, where the person said so.
    pub reason: Option<PauseReason>,
    /// Whether its last day has passed: the person is asked whether they go on, and nothing is asked before.
    pub is_waiting: bool,
}

/// The round to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NextRound {
    /// Its index among the agenda's rounds.
    pub index: u32,
    /// Whether its window is open now.
    pub is_due: bool,
}

impl Agenda {
    /// The first round whose window is not over and in which something is still open.
    #[must_use]
    pub fn next_round(&self, now: Instant) -> Option<NextRound> {
        let index = self.rounds.iter().position(|round| now < round.ends && !round.is_settled())?;
        // A round whose gap is not over has begun and is not due yet.
        let is_open = |item: &AgendaItem| matches!(item.state, State::Due | State::InProgress);
        let is_due = self.rounds.get(index).is_some_and(|round| round.items.iter().any(is_open));
        Some(NextRound { index: u32::try_from(index).unwrap_or(u32::MAX), is_due })
    }

    /// Every bout of the day: those of the rounds, then those of any time.
    pub fn items(&self) -> impl Iterator<Item = &AgendaItem> {
        self.rounds.iter().flat_map(|round| &round.items).chain(&self.any_time)
    }

    /// Every bout of the day, to be changed.
    fn items_mut(&mut self) -> impl Iterator<Item = &mut AgendaItem> {
        self.rounds.iter_mut().flat_map(|round| &mut round.items).chain(&mut self.any_time)
    }
}

#[cfg(test)]
mod climb_tests;
#[cfg(test)]
mod clock_tests;
#[cfg(test)]
mod cut_by_sheet_tests;
#[cfg(test)]
mod cut_tests;
#[cfg(test)]
mod day_start_tests;
#[cfg(test)]
mod found_tests;
#[cfg(test)]
mod from_now_tests;
#[cfg(test)]
mod growth_tests;
#[cfg(test)]
mod keep_steps_tests;
#[cfg(test)]
mod kept_back_tests;
#[cfg(test)]
mod least_asked_tests;
#[cfg(test)]
mod let_go_tests;
#[cfg(test)]
mod limit_tests;
#[cfg(test)]
mod looking_back_tests;
#[cfg(test)]
mod offered_tests;
#[cfg(test)]
mod pain_asked_tests;
#[cfg(test)]
mod pain_dose_tests;
#[cfg(test)]
mod pain_found_tests;
#[cfg(test)]
mod pain_lines_tests;
#[cfg(test)]
mod pain_tests;
#[cfg(test)]
mod phase_times_tests;
#[cfg(test)]
mod put_off_tests;
#[cfg(test)]
mod reach_of_stops_tests;
#[cfg(test)]
mod release_tests;
#[cfg(test)]
mod rule_tests;
#[cfg(test)]
mod sheet_changed_tests;
#[cfg(test)]
mod sheet_waiting_tests;
#[cfg(test)]
mod step_tests;
#[cfg(test)]
mod stops_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod travelled_tests;
#[cfg(test)]
mod turn_tests;
#[cfg(test)]
mod used_up_tests;
#[cfg(test)]
mod waiting_tests;
#[cfg(test)]
mod week_end_tests;
#[cfg(test)]
mod withheld_tests;
#[cfg(test)]
mod zone_tests;
