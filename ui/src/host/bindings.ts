// Written by `cargo run -p backwise --example bindings` from the types and the command list in Rust.
// Do not edit: a test compares it.

/** One day of the plan. */
export type Agenda = { day: Day, is_today: boolean, is_to_come: boolean, previous: Day, next: Day, plan: PlanId, revision: number, title: string, caution: string | null, after_surgery: number, week: number, time_of_plan: TimeOfPlan, review_was_due: Day | null, rounds: Array<AgendaRound>, any_time: Array<AgendaItem>, precautions: Array<AgendaPrecaution>, notes: Array<Note>, };

/** One bout of a day. */
export type AgendaItem = { bout: BoutKey, exercise: ExerciseId, title: string, sheet_no: string | null, as_written: string, dose: Dose, side: Side, tempo: Tempo | null, flags: Array<Flag>, state: State, record: RecordId | null, entered_later: boolean, corrected: boolean, seen: SeenWork, };

/** A limit in force. */
export type AgendaPrecaution = { as_written: string, until: Day | null, until_has_passed: boolean, };

/** A round of a day. */
export type AgendaRound = { round: RoundId, title: string, routine: string | null, at: WallTime, starts: string, ends: string, about_minutes: number | null, items: Array<AgendaItem>, };

/** Something that could not be done: a code that the screens have a sentence for, its arguments, and words for whoever looks into it. */
export type ApiError = { code: ErrorCode, args: { [key in string]: string }, detail: string, };

/** The side that worked. */
export type BodySide = "both" | "left" | "right";

/** The sides of a box. */
export type Bounds = { left: number, bottom: number, right: number, top: number, };

/** One bout: a line, on a day, at its place in that day. There is at most one standing record a key. */
export type BoutKey = { plan: PlanId, line: LineId, day: Day, place: BoutPlace, };

/** A bout's place in the day. */
export type BoutPlace = { "round": RoundId } | { "any-time": number };

/** How often a line is done on a day. */
export type Bouts = { "in-rounds": Array<RoundId> } | { "any-time": number };

/** What kind of exercise it is. */
export type Category = "mobility" | "breathing" | "core-stability" | "activation" | "posture" | "functional" | "recovery" | "leg-strength" | "nerve-mobility" | "balance" | "aerobic";

/** One difference between two revisions. */
export type Change = { kind: ChangeKind, thing: ChangedThing, title: string, sheet_no: string | null, before: string | null, after: string | null, };

/** What happened to it. */
export type ChangeKind = "added" | "removed" | "changed";

/** What a difference is about; each has its sentence `change-<thing>-<kind>`. */
export type ChangedThing = "title" | "author" | "caution" | "surgery-date" | "fusion" | "starts" | "review" | "ends" | "day-start" | "quiet-hours" | "phase" | "round" | "line" | "line-exercise" | "line-dose" | "line-side" | "line-days" | "line-how-often" | "line-span" | "line-words" | "line-order" | "precaution" | "note" | "contact";

/** Whether a plan file is as it was written. */
export type Checksum = "absent" | "wrong" | "right";

/** A reminder that lies ahead. */
export type ComingReminder = { key: ReminderKey, title: string, at: WallTime, instant: string, items: number, };

/** Whom to ring. */
export type Contact = { name: string, number: string, hours: string | null, about: string | null, };

/** Where the data is kept. */
export type DataPlace = { folder: string, records: number, };

/** A day of the plan: the civil date on which it begins. It runs from the plan's day start to the next day's, so one in the morning still belongs to the day before. Written `2026-11-16`. */
export type Day = string;

/** The days on which a line is done. */
export type DayPattern = "every-day" | { "weekdays": Array<string> } | { "every-n-days": { n: number, from: Day, } };

/** A day as a plan writes it: a date, or so many days after the operation. It stays as written, so that a corrected date of surgery moves what hangs on it. */
export type DayRef = { "after-surgery": number } | { "on": Day };

/** A disc. */
export type Disc = { middle: Point, radius: number, };

/** How much. A field that is `None` was not on the sheet: it is shown as "not on your sheet, ask" where it matters and never filled in. */
export type Dose = { sets: number | null, repetitions: number | null, hold_seconds: number | null, rest_seconds: number | null, minutes: number | null, breaths: number | null, load: string | null, range: string | null, };

/** What could not be done, by what the person can do about it. */
export type ErrorCode = "newer-file" | "updated" | "foreign-file" | "in-use" | "damaged" | "cannot-write" | "not-found" | "refused" | "not-confirmed" | "out-of-range" | "no-session" | "no-folder" | "reminders-failed" | "failed";

/** One exercise. */
export type Exercise = { id: ExerciseId, category: Category, position: Position, flags: Array<Flag>, equipment: Array<string>, sided: Sided, tempo: Tempo | null, typical_start: TypicalStart, usual_dose: UsualDose, easier: Array<ExerciseId>, harder: Array<ExerciseId>, synonyms: Array<string>, poses: Array<Pose>, review: Review, guidance: { [key in string]: Guidance }, };

/** An exercise of the catalogue, for ever the same movement. */
export type ExerciseId = string;

/** What an exercise asks of the body, so that a limit can name it. */
export type Flag = "supine" | "prone" | "side_lying" | "quadruped" | "kneeling" | "sitting" | "standing" | "single_leg" | "hinge" | "lift" | "pull_load" | "spine_flexion" | "spine_flexion_small" | "spine_extension" | "rotation" | "nerve_tension" | "floor_transfer" | "wound_pressure" | "transfer";

/** One picture of the person. */
export type Frame = { far: Limbs, trunk: Segment, belly: Disc, head: Disc, near: Limbs, };

/** Whether screws, rods or bone graft were put in. */
export type Fusion = "yes" | "no" | "unknown";

/** What to tell people about an exercise, in one language. */
export type Guidance = { title: string, aim: string, start: Array<string>, steps: Array<string>, watch_for: Array<string>, stop_if: Array<string>, };

/** What a plan file is to us. */
export type ImportKind = "first-plan" | "revision" | "other-plan" | "same-again" | "refused";

/** What became of an exercise in a session. */
export type ItemResult = "open" | "done" | "partly" | "skipped";

/** What became of the last attempt to show a reminder. */
export type LastDelivery = { at: string, taken: boolean, };

/** The arm and the leg of one side. */
export type Limbs = { upper_arm: Segment, forearm: Segment, thigh: Segment, shank: Segment, foot: Segment, };

/** The days of a line. */
export type LineDays = { line: LineId, from: Day, until: Day | null, has_begun: boolean, };

/** A prescription: one line of a plan, the same through all its revisions. */
export type LineId = string;

/** Light or dark. */
export type Look = "system" | "light" | "dark";

/** One movement of an exercise, ready to be painted. After the last frame comes the first. */
export type Movement = { view: View, things: Array<Thing>, frames: Array<Frame>, key_frames: Array<number>, bounds: Bounds, };

/** The round to do next. */
export type NextRound = { index: number, is_due: boolean, };

/** Something on the sheet that is shown in its own words and carried out by the person. */
export type Note = { sheet_no: string | null, as_written: string, about: NoteAbout, };

/** What a note is about, which is where it is shown. */
export type NoteAbout = "pain" | "bad-day" | "missed-round" | "technique" | "general";

/** What became of a bout. */
export type Outcome = { "outcome": "done" } | { "outcome": "partly", sets: number | null, repetitions: number | null, } | { "outcome": "skipped", reason: SkipReason, } | { "outcome": "said-not-done" };

/** Where it hurts. */
export type PainPlace = "back" | "leg";

/** A stretch of days with its own exercises. */
export type Phase = { id: PhaseId, title: string, from: DayRef, until: DayRef | null, };

/** The days of a phase. */
export type PhaseDays = { phase: PhaseId, from: Day, until: Day | null, };

/** A phase of a plan. */
export type PhaseId = string;

/** A place in a text file. Both numbers count from 1; a column counts characters, not bytes. */
export type Place = { line: number, column: number, };

/** What a plan file would do, before anything happens. */
export type PlanCheck = { problems: Array<Problem>, revision: Revision | null, checksum: Checksum, kind: ImportKind, changes: Array<Change>, needs_confirmation: boolean, in_force_from: Day | null, lines: Array<LineDays>, phases: Array<PhaseDays>, };

/** A plan through all its revisions. */
export type PlanId = string;

/** The plan, for reading. */
export type PlanView = { revision: Revision, in_force_from: Day, lines: Array<LineDays>, phases: Array<PhaseDays>, history: Array<RevisionSummary>, };

/** A point in parts of the body height. */
export type Point = { x: number, y: number, };

/** One key pose of the figure: named angles in degrees, and what touches what. */
export type Pose = { view: View, angles: { [key in string]: [number, number] }, contacts: Array<string>, };

/** The position an exercise is done in. */
export type Position = "on-back" | "on-side" | "on-front" | "all-fours" | "kneeling" | "sitting" | "standing" | "moving";

/** A limit, in the sheet's words. */
export type Precaution = { as_written: string, until: DayRef | null, };

/** One line of a plan. */
export type Prescription = { id: LineId, sheet_no: string | null, as_written: string, source: string | null, exercise: ExerciseId, title: string, flags: Array<Flag>, tempo: Tempo | null, dose: Dose, side: Side, days: DayPattern, bouts: Bouts, phase: PhaseId | null, from: DayRef | null, until: DayRef | null, };

/** One thing that is wrong with a text, where, and what would mend it. */
export type Problem = { code: ProblemCode, file: string, place: Place | null, args: { [key in string]: string }, suggestion: string | null, };

/** What is wrong. Each has a message `problem-<code>` in every language. */
export type ProblemCode = "too-large" | "not-text" | "not-toml" | "newer-format" | "unknown-key" | "misplaced-key" | "key-twice" | "said-twice" | "missing-key" | "wrong-kind" | "out-of-range" | "bad-length" | "empty-list" | "too-many" | "hidden-character" | "bad-name" | "bad-date" | "bad-time" | "unknown-word" | "same-name-twice" | "unknown-exercise" | "unknown-round" | "unknown-phase" | "rounds-at-same-time" | "ends-before-it-starts" | "never-due" | "how-often-missing" | "how-often-twice" | "dose-missing" | "side-missing" | "hold-without-repetitions" | "no-lines" | "old-revision" | "source-missing" | "guidance-missing" | "wrong-folder";

/** The hours in which nothing rings: from `from` up to, not including, `until`. They may span midnight. */
export type QuietHours = { from: WallTime, until: WallTime, };

/** A recorded fact. */
export type RecordId = string;

/** The answer to an entry. */
export type Recorded = { record: RecordId, already: boolean, };

/** Whether reminders can reach the person. */
export type ReminderHealth = { switched_on: boolean, supported: boolean, resident_alive: boolean, last_delivery: LastDelivery | null, next: ComingReminder | null, };

/** One reminder: a round of a plan on a day. */
export type ReminderKey = { plan: PlanId, round: RoundId, day: Day, };

/** Whether a clinician has reviewed an entry. */
export type Review = "not-reviewed" | { "reviewed": string };

/** One revision of a plan, complete in itself. */
export type Revision = { plan: PlanId, number: number, title: string, author: string | null, written: Day | null, caution: string | null, surgery: Surgery, starts: Day, review: Day | null, ends: Day | null, day_start: WallTime, quiet_hours: QuietHours | null, phases: Array<Phase>, rounds: Array<Round>, lines: Array<Prescription>, precautions: Array<Precaution>, notes: Array<Note>, contacts: Array<Contact>, };

/** A revision that was taken in. */
export type RevisionSummary = { plan: PlanId, number: number, title: string, in_force_from: Day, imported_at: string, };

/** A group of prescriptions done together, at its place in the day. */
export type Round = { id: RoundId, title: string, at: WallTime, routine: string | null, };

/** A round of a plan. */
export type RoundId = string;

/** What sessions saw done of one set on one side. */
export type SeenSet = { set: number, side: BodySide, repetitions: number, seconds: number, };

/** What sessions saw done of a bout. */
export type SeenWork = { repetitions: number, seconds: number, sets: Array<SeenSet>, };

/** A thick line with round ends. */
export type Segment = { from: Point, to: Point, width: number, };

/** What the person does to a running session. */
export type SessionEvent = { "event": "pause" } | { "event": "resume" } | { "event": "next" } | { "event": "back" } | { "event": "leave-exercise", reason: SkipReason, } | { "event": "end" };

/** An exercise of a session. */
export type SessionItem = { bout: BoutKey, exercise: ExerciseId, title: string, as_written: string, dose: Dose, side: Side, lying: boolean, result: ItemResult, };

/** What the screen shows of a session. */
export type SessionView = { items: Array<SessionItem>, item: number, step: StepKind, set: number, sets: number, side: BodySide, repetition: number, repetitions: number | null, seconds: number | null, seconds_passed: number, stands_up: boolean, steps_over: number, steps: number, paused: boolean, finished: boolean, };

/** How the app is set. */
export type Settings = { reminders: boolean, look: Look, };

/** On which side. Each line answers this. */
export type Side = "both" | "each" | "left" | "right";

/** Whether an exercise is done on one side at a time. */
export type Sided = "no" | "yes" | "alternate";

/** Why a bout was skipped. */
export type SkipReason = "pain" | "tired" | "no-time" | "not-sure-how" | "other";

/** What became of a bout. The first that fits holds. */
export type State = { "is": "in-progress" } | { "is": "done" } | { "is": "partly" } | { "is": "skipped", reason: SkipReason, } | { "is": "said-not-done" } | { "is": "upcoming" } | { "is": "due" } | { "is": "not-reminded" } | { "is": "no-entry" } | { "is": "unknown" };

/** How the app stands: asked once by the screens when they appear. */
export type Status = { trouble: ApiError | null, open_round: RoundId | null, version: string, };

/** What a step asks for. */
export type StepKind = "get-ready" | "move-out" | "hold" | "move-back" | "rest" | "own-pace" | "next-exercise" | "change-side";

/** The operation a plan follows. */
export type Surgery = { date: Day, fusion: Fusion, };

/** Seconds to move out, to hold and to return. Drives the figure and the pace, not the dose. */
export type Tempo = { out: number, hold: number, back: number, };

/** A thing that the person lies, sits or leans on: a box with slightly rounded corners. A chair is several of them. */
export type Thing = { kind: ThingKind, bounds: Bounds, };

/** What a thing is. */
export type ThingKind = "floor" | "bed" | "pillow" | "chair" | "worktop";

/** Where a day lies in its plan. */
export type TimeOfPlan = "before" | "during" | "after";

/** What the person sees first. */
export type Today = { now: string, local: string, zone: string, agenda: Agenda | null, next: NextRound | null, yesterday_without_entry: Day | null, };

/** When an exercise is typically first used, in completed weeks after surgery. */
export type TypicalStart = { decompression_week: number | null, fusion_week: number | null, needs_clearance: boolean, fusion_needs_clearance: boolean, source: string, };

/** A usual first dose. */
export type UsualDose = { words: string, source: string, };

/** From where the figure is seen. */
export type View = "side" | "front" | "feet";

/** A time of day to the minute, `00:00` to `23:59`. Written `08:30`. */
export type WallTime = string;

/** Asks the Rust side: the name of a command and its arguments. */
export type Invoke = <T>(command: string, args?: Record<string, unknown>) => Promise<T>;

/** Every command. Each rejects with an ApiError. */
export const commands = (invoke: Invoke) => ({
    /** Why the record could not be opened, if so, and what the app was started for. */
    status: () => invoke<Status>("status"),
    /** What the person sees first. */
    today: () => invoke<Today>("today"),
    /** Any day of the plan; null without a plan. */
    agenda: (day: Day) => invoke<Agenda | null>("agenda", { day }),
    /** The plan, for reading; null without one. */
    plan: () => invoke<PlanView | null>("plan"),
    /** What a plan file would do. Changes nothing. */
    check_plan: (bytes: Array<number>, name: string) => invoke<PlanCheck>("check_plan", { bytes, name }),
    /** Takes in a plan file. `confirmed`: the person has seen the check and agreed. */
    import_plan: (bytes: Array<number>, name: string, confirmed: boolean) => invoke<PlanCheck>("import_plan", { bytes, name, confirmed }),
    /** The plan that holds today as the text of a plan file; null without one. */
    export_plan: () => invoke<string | null>("export_plan"),
    /** Every exercise, in the order of their names. */
    catalogue: () => invoke<Array<Exercise>>("catalogue"),
    /** The figure's movement of an exercise; null where nothing can be painted. */
    movement: (exercise: ExerciseId) => invoke<Movement | null>("movement", { exercise }),
    /** Records what became of a bout. One that is closed already stays as it is. */
    record_bout: (bout: BoutKey, outcome: Outcome, note: string | null) => invoke<Recorded>("record_bout", { bout, outcome, note }),
    /** Replaces what was recorded of a bout; the original stays in the record. */
    correct_bout: (record: RecordId, outcome: Outcome, note: string | null) => invoke<RecordId>("correct_bout", { record, outcome, note }),
    /** Takes a record back: it stays in the file and no longer stands. */
    withdraw: (record: RecordId) => invoke<RecordId>("withdraw", { record }),
    /** Records a pain score, 0 to 10, for the present day. */
    record_pain: (place: PainPlace, score: number) => invoke<RecordId>("record_pain", { place, score }),
    /** Begins a session, which waits for the person: a round, one line of a round, or the n-th time of a line that is done at any time of the day. Null when nothing of it is open. A session under way is ended first. */
    session_start: (round: RoundId | null, line: LineId | null, occurrence: number | null) => invoke<SessionView | null>("session_start", { round, line, occurrence }),
    /** Does what the person asked of the session, and answers how it stands now. */
    session_event: (event: SessionEvent) => invoke<SessionView>("session_event", { event }),
    /** The session under way, finished or not; null when there is none. */
    session_view: () => invoke<SessionView | null>("session_view"),
    /** How the app is set. */
    settings: () => invoke<Settings>("settings"),
    /** Switches reminders on or off. */
    set_reminders: (on: boolean) => invoke<void>("set_reminders", { on }),
    /** Sets the look. */
    set_look: (look: Look) => invoke<void>("set_look", { look }),
    /** Whether reminders can reach the person. */
    reminder_health: () => invoke<ReminderHealth>("reminder_health"),
    /** Shows a reminder that is only a try. */
    send_test_reminder: () => invoke<void>("send_test_reminder"),
    /** Where the data is kept. */
    data_place: () => invoke<DataPlace>("data_place"),
});

export type Commands = ReturnType<typeof commands>;

/** Every event with what it carries. */
export type Events = {
    /** The session changed by itself or by an event. */
    "session": SessionView;
    /** What was seen could not be recorded; the session is paused. */
    "session-trouble": ApiError;
    /** Another process changed the record: look again. */
    "changed": null;
    /** Backwise was updated: this window no longer holds the record. */
    "updated": null;
    /** A reminder asked for this round. */
    "open-round": RoundId;
};
