//! What the screens and the command line are shown: answers of the journal, as plain data.
//!
//! The TypeScript types of the window are generated from these and from the types of core they hold.

mod beside;
mod drafts;
mod looking_back;
mod person;
mod said;

use std::path::PathBuf;

use backwise_core::error::Problem;
use backwise_core::ids::{LineId, PhaseId, PlanId, RecordId, RoundId};
use backwise_core::person::{AnswerDiffers, TemplateLock};
use backwise_core::plan::{Change, Checksum, Clearance, LineTold, Revision, RuleTold, Template};
use backwise_core::record::{BoutKey, EnteredBy, Outcome};
use backwise_core::reminder::ComingReminder;
use backwise_core::schedule::{Agenda, Gap, LineTime, NextRound, NotToday, PainAsked, Travelled};
use backwise_core::session::SessionChoices;
use backwise_core::time::{Day, Instant};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use beside::{SignsToday, TopicsOfWeek};
pub use drafts::{
    BesidePresent, DraftEdited, DraftInBrief, DraftLine, DraftStart, DraftTakenIn, DraftView,
    LineRemoved, UsualTime,
};
pub use looking_back::{PastDays, Progress};
pub use person::{EarlierAnswer, OperationDay, Person, QuestionView, WalkView, Walks};
pub use said::{HurtAnswer, Recorded, Said, SignSaid};

/// What the person sees first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Today {
    /// The moment it was asked.
    #[ts(type = "string")]
    pub now: Instant,
    /// What calendar and clock show, such as `2026-11-18T09:03`.
    pub local: String,
    /// The person's zone.
    pub zone: String,
    /// The day; `None` when there is no plan yet.
    pub agenda: Option<Agenda>,
    /// The round to do next; `None` when nothing more is asked today.
    pub next: Option<NextRound>,
    /// What the calendar shows. After midnight the day of the plan is still the one before.
    pub date: Day,
    /// What a journey that ended today did to the days up to today, and whether today comes again.
    pub travelled: Option<Travelled>,
    /// The lines that have no day today, with why and when they come next.
    pub not_today: Vec<NotToday>,
    /// The OKs of the team that the sheet wants to be asked for by now.
    pub to_ask: Vec<Clearance>,
    /// Days up to yesterday of which nothing at all was entered, until the person has answered for them.
    pub gap: Option<Gap>,
    /// The sheet that is being written, where one is.
    pub draft: Option<DraftInBrief>,
    /// What the warning signs stop, and whether the person is asked about them.
    pub signs: SignsToday,
    /// What the person is asked about pain today, the first one first. They may leave each.
    pub pain: Vec<PainAsked>,
    /// What was done today and nobody said yet how it was.
    pub not_rated: Vec<BoutKey>,
    /// Who enters now.
    pub entered_by: EnteredBy,
}

/// What a session is about: a round, one line of a round, or the n-th time of a line that is done at any time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SessionOf {
    /// The round.
    pub round: Option<RoundId>,
    /// The line; `None` for all of the round.
    pub line: Option<LineId>,
    /// Which time of the day, from 1; `None` in a round, or for any time.
    pub nth: Option<u8>,
}

/// The plan, for reading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PlanView {
    /// The revision that holds today, or the first one to come.
    pub revision: Revision,
    /// The first day on which it holds.
    pub in_force_from: Day,
    /// The days of each line.
    pub lines: Vec<LineDays>,
    /// The days of each phase.
    pub phases: Vec<PhaseDays>,
    /// The rules beside the lines, part by part.
    pub rules: Vec<RuleTold>,
    /// Every revision that was taken in, newest first.
    pub history: Vec<RevisionSummary>,
    /// The number of the revision of the plan taken in last that was there before its last visit; null without a visit.
    pub before_visit: Option<u32>,
}

/// The days of a line, and what it says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LineDays {
    /// The line.
    pub line: LineId,
    /// Its first day.
    pub from: Day,
    /// The first day after it.
    pub until: Option<Day>,
    /// Where the present day lies by them, with its phase as it really holds.
    pub time: LineTime,
    /// The number of the stage that says what is done today, from 1; `None` where none does, and in a plan that does not
    /// hold today.
    pub stage: Option<u16>,
    /// What it says, part by part.
    pub told: LineTold,
}

/// The days of a phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PhaseDays {
    /// The phase.
    pub phase: PhaseId,
    /// Its first day.
    pub from: Day,
    /// The first day after it.
    pub until: Option<Day>,
}

/// A revision that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RevisionSummary {
    /// The plan.
    pub plan: PlanId,
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// The first day on which it holds.
    pub in_force_from: Day,
    /// When it was taken in.
    #[ts(type = "string")]
    pub imported_at: Instant,
    /// The day of the visit at which it was made; null where nobody told of one.
    pub visit: Option<Day>,
}

/// What a plan file would do, before anything happens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PlanCheck {
    /// What is wrong with it. Not empty: it is refused, and nothing else here means anything.
    pub problems: Vec<Problem>,
    /// What somebody should look at although nothing is wrong.
    pub remarks: Vec<Problem>,
    /// The plan as read.
    pub revision: Option<Revision>,
    /// Whether the file is as it was written.
    pub checksum: Checksum,
    /// What it is to us.
    pub kind: ImportKind,
    /// What it says otherwise than the person did, for them to say which is right.
    pub differs: Vec<AnswerDiffers>,
    /// What differs from the present plan, in the order of the sheet.
    pub changes: Vec<Change>,
    /// Whether the person must have read this check and said yes before it is taken in: nothing vouches
    /// for a file that was written by hand or changed after it was written, another plan would take the
    /// place of the present one, and what differs from the person's own answers is never taken silently.
    pub needs_confirmation: bool,
    /// The first day on which it would hold: from tomorrow at the earliest when today is under way by
    /// the present plan.
    pub in_force_from: Option<Day>,
    /// The days of each line, for reading the plan before it is taken in.
    pub lines: Vec<LineDays>,
    /// The days of each phase.
    pub phases: Vec<PhaseDays>,
    /// The rules beside the lines, part by part.
    pub rules: Vec<RuleTold>,
}

/// A template, for reading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TemplateView {
    /// The template.
    pub template: Template,
    /// What each of its lines says, part by part. Days are left out of it: nobody has had the operation yet.
    pub lines: Vec<LineTold>,
    /// Why it is closed to the person; `None` when it is open.
    pub lock: Option<TemplateLock>,
    /// The lines that are closed to the person, because they begin or end on the floor.
    pub locked_lines: Vec<LineId>,
    /// The lines of which the person said that their own team told them to do it. No plan was made of them yet.
    pub ticked: Vec<LineId>,
}

/// What a plan file is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ImportKind {
    /// There was no plan.
    FirstPlan,
    /// A later revision of the present plan.
    Revision,
    /// Another plan: it would take the place of the present one.
    OtherPlan,
    /// The very revision that is here already.
    SameAgain,
    /// It cannot be taken in.
    Refused,
}

/// How the app is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// Whether reminders are wanted.
    pub reminders: bool,
    /// Whether the person has been asked about them.
    pub reminders_asked: bool,
    /// The tag of the language; `None` until the person chose one.
    pub language: Option<String>,
    /// Light, dark or as the system.
    pub look: Look,
    /// How a round is led while the hands are busy.
    pub hands_free: HandsFree,
    /// How sessions go.
    pub session: SessionChoices,
    /// The emergency number that the person entered; `None` for that of the region.
    pub emergency_number: Option<String>,
}

/// How a round is led while the hands are busy and the screen is out of reach.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HandsFree {
    /// How loud the tones are.
    pub tones: Volume,
    /// How loud the voice is, where the device has one.
    pub voice: Volume,
    /// What the screen does meanwhile.
    pub screen: ScreenInRound,
    /// Whether the round is shown so big that it can be read from two metres.
    pub big: bool,
}

/// How loud something is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Volume {
    /// Not heard at all.
    Off,
    /// Soft.
    Soft,
    /// In between.
    #[default]
    Medium,
    /// Loud.
    Loud,
}

/// What the screen does while a round runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ScreenInRound {
    /// What the device always does with it.
    AsDevice,
    /// It stays on.
    On,
    /// It stays on, and after a while without a touch it is dimmed.
    #[default]
    Dimmed,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Look {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Whether reminders can reach the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReminderHealth {
    /// Whether they are wanted.
    pub switched_on: bool,
    /// Whether this build can remind on this system at all.
    pub supported: bool,
    /// Whether the resident runs.
    pub resident_alive: bool,
    /// What the last attempt to show one said; `None` before the first.
    pub last_delivery: Option<LastDelivery>,
    /// The next one, where it is known.
    pub next: Option<ComingReminder>,
}

/// What became of the last attempt to show a reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LastDelivery {
    /// When.
    #[ts(type = "string")]
    pub at: Instant,
    /// Whether the desktop took it.
    pub taken: bool,
}

/// Where the data is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DataPlace {
    /// The folder.
    #[ts(type = "string")]
    pub folder: PathBuf,
    /// Records in it.
    pub records: u32,
}

/// What became of one bout on a sheet that was ticked on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeekEntry {
    /// The bout.
    pub bout: BoutKey,
    /// What became of it.
    pub outcome: Outcome,
}

/// What the person says of days without an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum GapAnswer {
    /// All of it was done.
    All,
    /// None of it was done.
    None,
    /// Leave it: the days stay without an entry.
    Leave,
}

/// Entries that were made together, and are taken back together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Kept {
    /// The new records.
    pub records: Vec<RecordId>,
    /// Bouts of which something was recorded already: that stays as it is.
    pub already: u32,
    /// The record that says that the person goes on, after days without an entry.
    pub went_on: Option<RecordId>,
}

/// What reading the whole file found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckReport {
    /// Records, corrections among them.
    pub records: u32,
    /// Plan revisions.
    pub plan_revisions: u32,
    /// What was seen of rounds that fell due.
    pub evidence: u32,
    /// What is wrong. Empty: nothing is.
    pub findings: Vec<Finding>,
}

/// Something that is wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// What.
    pub code: FindingCode,
    /// How often.
    pub count: u32,
    /// The first one, in the words of SQLite or of the plan.
    pub example: Option<String>,
}

/// What can be wrong with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FindingCode {
    /// Pages of the file are damaged: restore a backup. Nothing else was looked at.
    DamagedPages,
    /// A value outside its range, such as a pain score of 11.
    StrangeValue,
    /// A row that speaks of one that is not there.
    BrokenReference,
    /// More than one record stands for one bout.
    RecordedTwice,
    /// A correction that speaks of another day than what it corrects.
    CorrectionOfAnotherDay,
    /// A plan that cannot be read any more.
    UnreadablePlan,
    /// An entry of a line that no plan here has.
    UnknownLine,
}
