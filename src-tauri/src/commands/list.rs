// The one list of what the screens can ask for. The build script makes a permission of each name,
// `commands/mod.rs` the handler, and `bindings.rs` the table of functions in TypeScript.
commands! {
    /// Why the record could not be opened, if so, and what the app was started for.
    status() -> Status;
    /// What the person sees first.
    today() -> Today;
    /// Any day of the plan; null without a plan.
    agenda(day: Day) -> Option<Agenda>;
    /// The plan, for reading; null without one.
    plan() -> Option<PlanView>;
    /// What a plan file would do. Changes nothing.
    check_plan(bytes: Vec<u8>, name: String) -> PlanCheck;
    /// Takes in a plan file. `confirmed`: the person has seen the check and agreed.
    import_plan(bytes: Vec<u8>, name: String, confirmed: bool) -> PlanCheck;
    /// A revision that was taken in, for reading; null when there is none of that number.
    revision(plan: PlanId, number: u32) -> Option<PlanView>;
    /// A revision that was taken in as the text of a plan file; null when there is none of that number.
    export_revision(plan: PlanId, number: u32) -> Option<String>;
    /// Saves a revision that was taken in as a new plan file in the person's own folder, and says where.
    save_plan(plan: PlanId, number: u32) -> SavedPlan;
    /// What was changed from one revision to another; to the one taken in last when `through` is null.
    changes_since(plan: PlanId, number: u32, through: Option<u32>) -> Vec<Change>;
    /// The plan that is being written; null when there is none.
    draft() -> Option<DraftView>;
    /// Begins a draft. `replace`: one in which something was written may go. Without it that is refused as not confirmed.
    begin_draft(start: DraftStart, replace: bool) -> DraftView;
    /// Keeps the draft as the screen has changed it; also what undoes an edit. Its list of lines read back can only get shorter here.
    save_draft(draft: PlanDraft) -> DraftView;
    /// Makes a change to the draft that carries a rule.
    edit_draft(edit: DraftEdit) -> DraftEdited;
    /// Lets the draft go; the plan in force stays as it is.
    discard_draft() -> ();
    /// The day that `day` means beside these days of a sheet, and beside today.
    count_day(surgery: Day, discharge: Option<Day>, starts: Day, day: DayRef) -> CountedDay;
    /// What taking in the draft would do. Changes nothing. `lines`: only these, all when null. `from_day`: not before that day.
    check_draft(lines: Option<Vec<LineId>>) -> PlanCheck;
    /// Takes in the draft as the next revision. `lines`: only these; all when null. The draft is gone when no line of the paper is left to enter.
    confirm_draft(lines: Option<Vec<LineId>>) -> DraftTakenIn;
    /// What the paper's words of a line say. Nothing of it is taken by itself. `starts` is the first day of the sheet, where it is known; `language` is that of the titles.
    suggest_line(as_written: String, starts: Option<Day>, language: String) -> LineSuggested;
    /// The templates, in the order of the weeks. All their lines are off; some are closed to the person, with the reason.
    templates() -> Vec<TemplateView>;
    /// The text of a plan file made of a template that is open, with these lines on and all others off. Changes nothing.
    plan_from_template(template: PlanId, lines: Vec<LineId>) -> String;
    /// Ticks lines of a template, or takes their ticks out. They wait until a plan that was made of it is taken in; nothing is switched on by them.
    tick_template(template: PlanId, lines: Vec<LineId>, on: bool) -> ();
    /// Every exercise, in the order of their names.
    catalogue() -> Vec<Exercise>;
    /// The exercises that fit what was typed, the likeliest first; slips are forgiven. `language` is that of the titles.
    search_exercises(query: String, language: String) -> Vec<ExerciseId>;
    /// Every topic to learn about, in the order of reading.
    topics() -> Vec<Topic>;
    /// The topics that fit the present week after surgery; null while nobody knows when it was.
    topics_of_the_week() -> Option<TopicsOfWeek>;
    /// The topics that fit what was typed, the likeliest first; slips are forgiven. `language` is that of the texts.
    search_topics(query: String, language: String) -> Vec<TopicId>;
    /// The figure's movement of an exercise; null where nothing can be painted.
    movement(exercise: ExerciseId) -> Option<Movement>;
    /// Says who enters from now on, until the window is closed or the day is over.
    set_entered_by(by: EnteredBy) -> ();
    /// Records what became of a bout. One that is closed already stays as it is.
    record_bout(bout: BoutKey, outcome: Outcome, note: Option<String>) -> Recorded;
    /// Replaces what was recorded of a bout; the original stays in the record.
    correct_bout(record: RecordId, outcome: Outcome, note: Option<String>) -> RecordId;
    /// Takes a record back: it stays in the file and no longer stands.
    withdraw(record: RecordId) -> RecordId;
    /// Puts back what a withdrawal took back, with its time and who entered it. What was recorded of the bout since stays.
    put_back(record: RecordId) -> Recorded;
    /// The days that are over, the latest first: twelve weeks up to yesterday or up to a day.
    past_days(through: Option<Day>) -> PastDays;
    /// The numbers of a stretch of days; their report is null without a plan.
    progress(days: ReportDays) -> Progress;
    /// Seven days from a day, as a sheet of paper has them; null without a plan.
    week(first: Day) -> Option<WeekGrid>;
    /// Every entry of a bout, the first one first, with what was corrected or taken back.
    history(bout: BoutKey) -> Vec<Entry>;
    /// The boxes of a paper week that are ticked and not kept yet.
    ticks() -> Vec<WeekEntry>;
    /// Puts these ticks in the place of those that were there; nothing is recorded by it.
    keep_ticks(ticks: Vec<WeekEntry>) -> ();
    /// Records what a sheet of paper says, all or nothing. What is recorded of a bout already stays.
    record_week(entries: Vec<WeekEntry>) -> Kept;
    /// Records what the person says of the days without an entry.
    answer_gap(from: Day, through: Day, answer: GapAnswer) -> Kept;
    /// Takes back what was kept together.
    withdraw_together(kept: Kept) -> ();
    /// Records one more bout of a line: in the round it belongs to, else as an extra.
    record_another(day: Day, line: LineId, outcome: Outcome) -> Recorded;
    /// Puts what was recorded of a bout on another day. Both entries stay in the record.
    move_bout(record: RecordId, day: Day) -> Recorded;
    /// Records what the care team said on a day when they were asked for an OK.
    answer_clearance(clearance: ClearanceId, answer: ClearanceAnswer, who: Option<String>, how: Option<String>, day: Day) -> RecordId;
    /// Records a pause, and why; without a last day it is open.
    pause(from: Day, through: Option<Day>, reason: Option<PauseReason>) -> RecordId;
    /// Records that the person goes on from today.
    resume() -> RecordId;
    /// Records "not a good day" of a day, today or one that is over.
    not_a_good_day(day: Day) -> RecordId;
    /// Records that the care team said that a limit, named by its words, is over.
    limit_is_over(limit: String, who: Option<String>, day: Day) -> RecordId;
    /// Replaces who said that a limit is over, and when.
    correct_limit_over(record: RecordId, who: Option<String>, day: Day) -> RecordId;
    /// Records that the person agreed today to a stage of a line, counted from 1.
    agree_to_stage(line: LineId, stage: u16) -> RecordId;
    /// Records that the person stays as they are at a stage of a line that began today or begins tomorrow.
    stay_at_stage(line: LineId, stage: u16) -> RecordId;
    /// Everything that was said of the plan, and what was taken back of it; the newest first.
    said() -> Vec<Said>;
    /// Replaces what the care team said when they were asked for an OK.
    correct_answer(record: RecordId, answer: ClearanceAnswer, who: Option<String>, how: Option<String>, day: Day) -> RecordId;
    /// Replaces the days of a pause, and why it was taken.
    correct_pause(record: RecordId, from: Day, through: Option<Day>, reason: Option<PauseReason>) -> RecordId;
    /// Puts back what was taken back of what was said; named by the withdrawal.
    put_back_plan_fact(record: RecordId) -> RecordId;
    /// Takes a fact about the plan back: it stays in the file and no longer stands.
    withdraw_plan_fact(record: RecordId) -> RecordId;
    /// Records the answer to the list of emergency signs. A yes ends the session under way and stops exercises and
    /// prompts. `mistaken`: asked again, because the yes that stops them was a mistaken tap.
    answer_signs(any: bool, mistaken: bool) -> RecordId;
    /// Records who said, and on which day, that the person may go on after a warning sign.
    may_go_on(who: String, said_on: Day) -> RecordId;
    /// Takes back a no to the signs, or that somebody said that the person may go on, which was not meant.
    withdraw_sign(record: RecordId) -> RecordId;
    /// Every answer about the signs, and who said that the person may go on, with what was taken back; the newest first.
    signs_said() -> Vec<SignSaid>;
    /// Records that it hurt, in the place of what was said before where that is named, and answers what the plan says to do
    /// now.
    record_hurt(hurt: Hurt, day: Option<Day>, instead: Option<RecordId>) -> HurtAnswer;
    /// Records scores that the person was asked for, of no exercise; null where one was not rated. Answers what the plan
    /// says to do now, for each that was given.
    answer_pain(when: PainMoment, back: Option<u8>, leg: Option<u8>) -> Vec<HurtAnswer>;
    /// Records how it hurts now, or how it hurt on a day that is over, because the person wants to say so. What they said of
    /// that day before stands beside it.
    pain_of_day(back: Option<u8>, leg: Option<u8>, day: Option<Day>) -> Vec<HurtAnswer>;
    /// The pain scores of some days, in their order, wherever they were said.
    pain_scores(day: Day, through: Day) -> Vec<PainScore>;
    /// Records how it hurts on a usual morning.
    usual_morning(usual: UsualMorning) -> RecordId;
    /// Replaces how it hurts on a usual morning, as it was said on a day.
    correct_usual_morning(record: RecordId, usual: UsualMorning) -> RecordId;
    /// Records how a round felt, or one time of a line that was done alone.
    record_felt(day: Day, line: Option<LineId>, place: BoutPlace, felt: Felt) -> RecordId;
    /// Records that the answer to the question that comes before a line was yes: the line is stopped.
    asked_and_yes(line: Option<LineId>, question: SafetyQuestion) -> RecordId;
    /// Records that something is newly numb or weak, or that the person feels faint: all exercises are stopped, and the
    /// session is over. The line is the one that was being done.
    stop_all(because: AllStopped, line: Option<LineId>) -> HurtAnswer;
    /// Records that somebody of the team was spoken to about what these records stopped, and that the person may go on.
    spoken_to(stops: Vec<RecordId>, who: Option<String>, day: Day, from: Option<Day>) -> Vec<RecordId>;
    correct_spoken_to(record: RecordId, who: Option<String>, day: Day, from: Option<Day>) -> RecordId;
    /// Begins a session, which waits for the person: a round, one line of a round, or the n-th time of a line that is
    /// done at any time of the day. Null when nothing of it is open. A session under way is ended first.
    session_start(round: Option<RoundId>, line: Option<LineId>, occurrence: Option<u8>) -> Option<SessionView>;
    /// Does what the person asked of the session while the step of this turn was on, and answers how it stands now.
    session_event(turn: u32, event: SessionEvent) -> SessionView;
    /// The session under way, finished or not; else the rest of one that was under way when the program ended, paused
    /// where nobody saw on; null when there is neither.
    session_view() -> Option<SessionView>;
    /// What the person said of themselves, and how far the first run has come.
    person() -> Person;
    /// How far a day lies from today, for reading it back before it is said.
    count_days(date: Day) -> OperationDay;
    /// Keeps what the person said of themselves; the earlier answer stays in the record.
    say(fact: PersonFact) -> RecordId;
    /// Puts another contact in the place of the person's own.
    change_contact(record: RecordId, contact: Contact) -> RecordId;
    /// Takes one of the person's own contacts back.
    withdraw_contact(record: RecordId) -> RecordId;
    /// The walks that no plan asked for, of the newest days with one, newest first.
    walks(days: u32) -> Walks;
    /// Records a walk of a day, 1 to 600 minutes.
    record_walk(day: Day, minutes: u16) -> RecordId;
    /// Replaces the minutes of a walk; the original stays in the record.
    correct_walk(record: RecordId, minutes: u16) -> RecordId;
    /// Takes a walk back: it stays in the file and no longer stands.
    withdraw_walk(record: RecordId) -> RecordId;
    /// What was measured by hand, how it changed, and what is offered and suggested today.
    measures() -> Measures;
    /// Keeps what was measured or said, all or nothing. A second number of a day takes the place of the first.
    enter_measures(facts: Vec<MeasureFact>) -> Vec<RecordId>;
    /// Puts a fact about the same in the place of an entry, or takes it back where it is null; the original stays.
    correct_measure(record: RecordId, fact: Option<MeasureFact>) -> RecordId;
    /// Undoes entries: what each replaced stands again, and what replaced nothing is taken back.
    undo_measures(records: Vec<RecordId>) -> Vec<RecordId>;
    /// From now on it is timed how long the person sits, also while the program is closed.
    begin_sitting() -> ();
    /// Ends the time of sitting. What is kept of it is entered like any number.
    end_sitting() -> ();
    /// The questions for the team: those still to ask first.
    questions() -> Vec<QuestionView>;
    /// Keeps a question for the team.
    add_question(text: String) -> RecordId;
    /// Says anew what a question is, whether it was asked, and what the team answered.
    change_question(record: RecordId, text: String, asked: bool, answer: Option<String>) -> RecordId;
    /// Takes a question back: it stays in the file and no longer stands.
    withdraw_question(record: RecordId) -> RecordId;
    /// Keeps that the person was asked about reminders and said "not now".
    no_reminders_for_now() -> ();
    /// The sentences of the screens in the language that is set: asked before the first paint, and when it was changed.
    sentences() -> Sentences;
    /// The tags of the languages that the program speaks.
    languages() -> Vec<String>;
    /// Sets the language to one of those.
    set_language(tag: String) -> ();
    /// How the app is set.
    settings() -> Settings;
    /// Switches reminders on or off.
    set_reminders(on: bool) -> ();
    /// Sets the number to ring in an emergency; null for that of the region.
    set_emergency_number(number: Option<String>) -> ();
    /// Sets the look.
    set_look(look: Look) -> ();
    /// Sets how a round is led while the hands are busy.
    set_hands_free(hands_free: HandsFree) -> ();
    /// Sets how sessions go, from the next one on.
    set_session(choices: SessionChoices) -> ();
    /// Whether reminders can reach the person.
    reminder_health() -> ReminderHealth;
    /// Shows a reminder that is only a try.
    send_test_reminder() -> ();
    /// Where the data is kept.
    data_place() -> DataPlace;
}
