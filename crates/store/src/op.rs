//! Every write has a name.

/// What a change touched, so that each screen knows whether to look again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// Plans.
    Plan,
    /// Records.
    Records,
    /// Reminders and what was seen of them.
    Reminders,
    /// What the person says of themselves, their walks without a plan, their questions, and what they measure.
    Person,
    /// Settings.
    Settings,
}

/// The areas that a change touched.
pub type Changes = std::collections::BTreeSet<Area>;

/// The writes there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Op {
    NoteZone,
    AppOpened,
    ImportPlan,
    WriteDraft,
    RecordBout,
    CloseBout,
    RecordWork,
    RecordPain,
    KeepSession,
    KeepCounted,
    KeepWatched,
    RecordPlanFact,
    RecordPerson,
    RecordWalk,
    RecordQuestion,
    RecordMeasure,
    RecordSigns,
    CorrectBout,
    Withdraw,
    FinishRound,
    KeepTicks,
    RecordWeek,
    AnswerGap,
    MoveBout,
    WithdrawTogether,
    Saw,
    ClaimReminder,
    ReminderShown,
    ReminderNotTaken,
    PutBackReminder,
    ForgetReminder,
    SnoozeReminder,
    CloseReminder,
    ChangeSettings,
}

impl Op {
    /// Whether it waits for the disk. What does not outlasts the end of the program all the same, and only the end of the
    /// power may lose it: the next write that waits takes it along.
    pub(crate) fn waits_for_the_disk(self) -> bool {
        self != Self::KeepWatched
    }

    /// Whether others look again because of it. What is kept of a set until that is recorded is shown by nobody.
    pub(crate) fn is_told(self) -> bool {
        !matches!(self, Self::KeepCounted | Self::KeepWatched)
    }

    /// What it touches when it changes anything.
    pub(crate) fn touches(self) -> &'static [Area] {
        match self {
            Self::ImportPlan => &[Area::Plan, Area::Reminders],
            Self::WriteDraft => &[Area::Plan],
            Self::RecordBout
            | Self::CloseBout
            | Self::RecordWork
            | Self::RecordPain
            | Self::CorrectBout
            | Self::Withdraw
            | Self::RecordWeek
            | Self::AnswerGap
            | Self::MoveBout
            | Self::WithdrawTogether => &[Area::Records],
            Self::RecordPerson | Self::RecordWalk | Self::RecordQuestion | Self::RecordMeasure => {
                &[Area::Person]
            }
            // Where a session stands is shown by the session itself, and the boxes of a paper week by their page.
            Self::KeepSession | Self::KeepCounted | Self::KeepWatched | Self::KeepTicks => &[],
            // What the day asks for changes, and so does what rings.
            Self::RecordPlanFact | Self::RecordSigns => &[Area::Records, Area::Reminders],
            // Looking at the app is seen of the rounds that are open, as a reminder is. Times move with the zone.
            Self::NoteZone | Self::AppOpened | Self::FinishRound => {
                &[Area::Records, Area::Reminders]
            }
            Self::Saw
            | Self::ClaimReminder
            | Self::ReminderShown
            | Self::ReminderNotTaken
            | Self::PutBackReminder
            | Self::ForgetReminder
            | Self::SnoozeReminder
            | Self::CloseReminder => &[Area::Reminders],
            Self::ChangeSettings => &[Area::Settings, Area::Reminders],
        }
    }
}
