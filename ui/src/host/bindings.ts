// Written by `cargo run -p backwise --example bindings` from the types and the command list in Rust.
// Do not edit: a test compares it.

/** What matters to the person, and how well they do it. */
export type Activities = { activities: Array<Activity>, means: Array<Mean>, changes: Array<MeasureChange>, suggested: Suggested | null, };

/** Something that matters to the person. */
export type Activity = { activity: RecordId, record: RecordId, words: string, asked: boolean, history: Array<Measured>, changes: Array<MeasureChange>, };

/** What makes the next turn of a programme come. */
export type Advance = { "calendar": Day } | "done";

/** One day of the plan. */
export type Agenda = { day: Day, is_today: boolean, is_to_come: boolean, previous: Day, next: Day, plan: PlanId, revision: number, title: string, caution: string | null, after_surgery: number, week: number, time_of_plan: TimeOfPlan, put_off: PutOff | null, at_end: AtEnd | null, review_was_due: Day | null, rounds: Array<AgendaRound>, pause: AgendaPause | null, re_entry: AgendaReEntry | null, stops: Array<AgendaStop>, day_off: string | null, bad_day: RecordId | null, bad_day_kept: boolean | null, any_time: Array<AgendaItem>, as_needed: Array<AgendaAsNeeded>, extras: Array<AgendaItem>, weeks: Array<WeekOfLine>, next_steps: Array<NextStep>, written_up_to: Array<WrittenUpTo>, in_words: Array<AgendaWords>, precautions: Array<AgendaPrecaution>, notes: Array<Note>, };

/** A line that the person does when they need it. */
export type AgendaAsNeeded = { line: LineId, title: string, when: string, most_a_day: number | null, ask_first: string | null, safety_question: SafetyQuestion | null, recorded: Array<AgendaItem>, next: AgendaItem | null, };

/** One bout of a day. */
export type AgendaItem = { bout: BoutKey, exercise: ExerciseId, title: string, sheet_no: string | null, as_written: string, dose: Dose, lighter: Lighter | null, side: Side, tempo: Tempo | null, flags: Array<Flag>, safety_question: SafetyQuestion | null, not_before: string | null, state: State, not_required: NotRequired | null, record: RecordId | null, entered_later: boolean, corrected: boolean, part: PartDone | null, seen: SeenWork, };

/** A pause that a day lies in. */
export type AgendaPause = { record: RecordId, from: Day, through: Day | null, reason: PauseReason | null, is_waiting: boolean, };

/** A limit in force. */
export type AgendaPrecaution = { as_written: string, until: Day | null, until_has_passed: boolean, kinds: Array<LimitKind>, beside: Array<LineId>, };

/** How the person begins again after a pause. */
export type AgendaReEntry = { since: Day, through: Day | null, as_written: string | null, };

/** A round of a day. */
export type AgendaRound = { round: RoundId, title: string, routine: string | null, at: WallTime | null, starts: string, ends: string, latest_ring: string | null, passed_over: string | null, about_minutes: number | null, times: RoundTimes | null, items: Array<AgendaItem>, };

/** What is stopped for now: every line that the same answers stopped by one rule. One word sets free whatever the same answers stopped. */
export type AgendaStop = { records: Array<RecordId>, lines: Array<StoppedLine>, since: Day, because: StopBecause, as_written: string | null, ring: string | null, bouts: number | null, until: StoppedUntil | null, };

/** A line that no agenda claims: it is shown on its days, in the sheet's own words. */
export type AgendaWords = { line: LineId, title: string, sheet_no: string | null, as_written: string, why: NotAsked, waits_for: WaitsFor | null, grown: Grown | null, };

/** Why all exercises are stopped, besides pain that moves down the leg, which is told with the pain. */
export type AllStopped = "numb" | "faint" | "second-stop";

/** Something that a plan says otherwise than the person did. It is asked about, never merged: the plan counts from its own date, and the person says which of both is right. */
export type AnswerDiffers = { "about": "operation", plan: Day, person: Day, } | { "about": "fusion", plan: Fusion, person: Fusion, };

/** Something that could not be done: a code that the screens have a sentence for, its arguments, and words for whoever looks into it. */
export type ApiError = { code: ErrorCode, args: { [key in string]: string }, detail: string, };

/** An appointment. */
export type Appointment = { id: AppointmentId, title: string, date: Day, as_written: string | null, };

/** An appointment of a plan. */
export type AppointmentId = string;

/** When pain scores are asked for. */
export type AskPain = "once-a-day" | "each-round" | "after-it-hurts";

/** What is asked at a place of a draft. */
export type Asked = "title" | "surgery-date" | "fusion" | "first-day" | "exercise" | "dose" | "side" | "which-days" | "how-often" | "counting-from" | "not-running" | "between-hours" | "later" | "which-day" | "grows" | "grows-by" | "grows-every" | "grows-most" | "time" | "day" | "trigger" | "where" | "when" | "then" | "lasts" | "rounding" | "until" | "about" | "advance" | "number";

/** Why no day from this one on asks for anything by itself. */
export type AtEnd = { "over": Day } | "waits";

/** When a person is awake, for what is done every so many hours. */
export type AwakeHours = { from: WallTime, until: WallTime, };

/** What is enough on a bad day. */
export type BadDay = { as_written: string, minimum: Array<Minimum>, };

/** What a draft began from. */
export type BeganFrom = "empty-sheet" | { "present": { plan: PlanId, number: number, } } | { "earlier": { plan: PlanId, number: number, } } | { "template": { template: PlanId, } };

/** What a line of a draft is beside the plan in force. A line that is only there is among the changes. */
export type BesidePresent = "kept" | "changed" | "new";

/** The side that worked. */
export type BodySide = "both" | "left" | "right";

/** The sides of a box. */
export type Bounds = { left: number, bottom: number, right: number, top: number, };

/** One bout: a line, on a day, at its place in that day. There is at most one standing record a key. They are ordered by their days first, so that what was recorded of a day lies together. */
export type BoutKey = { plan: PlanId, line: LineId, day: Day, place: BoutPlace, };

/** A bout's place in the day. */
export type BoutPlace = { "round": RoundId } | { "any-time": number };

/** How often a line is done on a day. */
export type Bouts = { "in-rounds": Array<RoundId> } | { "any-time": { times: number, most: number, gap_minutes: number | null, } } | { "every-hours": { hours: number, between: [WallTime, WallTime] | null, } };

/** What kind of exercise it is. */
export type Category = "mobility" | "breathing" | "core-stability" | "activation" | "posture" | "functional" | "recovery" | "leg-strength" | "nerve-mobility" | "balance" | "aerobic";

/** Why the chair stand is not offered: the first reason that fits. */
export type ChairStandWaits = { "why": "warning-sign" } | { "why": "date-unknown" } | { "why": "not-yet", from: Day, counts_as_fusion: boolean, } | { "why": "hurt", record: RecordId, day: Day, } | { "why": "no-ok" } | { "why": "paused" } | { "why": "exercise-stopped" } | { "why": "bad-day" };

/** One difference between two revisions. */
export type Change = { kind: ChangeKind, thing: ChangedThing, title: string, sheet_no: string | null, before: Array<Told>, after: Array<Told>, };

/** What happened to it. */
export type ChangeKind = "added" | "removed" | "changed";

/** What a difference is about; each has its sentence `change-<thing>-<kind>`. */
export type ChangedThing = "title" | "author" | "caution" | "surgery-date" | "fusion" | "operation" | "discharge" | "starts" | "review" | "ends" | "weeks-counted" | "week-starts" | "gap-days" | "day-hours" | "day-type" | "phase" | "clearance" | "appointment" | "programme" | "missed-dose" | "round" | "line" | "line-from" | "line-exercise" | "line-dose" | "line-side" | "line-how-often" | "line-span" | "line-waits" | "line-stages" | "line-words" | "line-order" | "precaution" | "pain" | "bad-day" | "day-off" | "re-entry" | "note" | "contact";

/** Whether a plan file is as it was written. */
export type Checksum = "absent" | "wrong" | "right";

/** An OK of the care team that something waits for. */
export type Clearance = { id: ClearanceId, as_written: string, from_whom: string | null, ask_on: Day | null, };

/** What the care team said. */
export type ClearanceAnswer = "yes" | "not-yet" | "no";

/** An OK of the care team that a plan waits for. */
export type ClearanceId = string;

/** A reminder that lies ahead. */
export type ComingReminder = { key: ReminderKey, title: string, at: WallTime, instant: string, items: number, };

/** Whom to ring. */
export type Contact = { name: string, number: string, hours: string | null, about: string | null, };

/** Where a contact comes from. */
export type ContactSource = "plan" | { "person": RecordId };

/** A number of a dose. */
export type Counted = "sets" | "repetitions" | "hold-seconds" | "seconds" | "minutes" | "breaths" | "walking-steps" | "metres";

/** A day as a person reads it back: its date, and how it lies beside the operation and today. */
export type CountedDay = { day: Day, before: Day, after_surgery: number, week: number, from_today: number, };

/** How repetitions are counted that are not held for so many seconds. */
export type Counting = "by-pace" | "by-tap";

/** Where the data is kept. */
export type DataPlace = { folder: string, records: number, };

/** A day of the plan: the civil date on which it begins. It runs from the plan's day start to the next day's, so one in the morning still belongs to the day before. Written `2026-11-16`. */
export type Day = string;

/** The numbers of one day. */
export type DayFigures = { day: Day, after_surgery: number, week: number, week_from: Day, week_through: Day, figures: Figures, is_paused: boolean, is_bad_day: boolean, };

/** Days on which nothing is done, but for some lines. */
export type DayOff = { as_written: string, weekdays: Array<string>, dates: Array<Day>, except: Array<LineId>, then: DayOffThen, };

/** What becomes of a line on a day off. */
export type DayOffThen = "skip" | "shift";

/** The days on which a line is done. */
export type DayPattern = "every-day" | { "weekdays": Array<string> } | { "every-n-days": { n: number, from: Day, } } | { "times-a-week": { times: number, not_two_days_running: boolean, } } | { "turn": { programme: ProgrammeId, turn: string, } };

/** A day as a plan writes it: a date, or so many days after something. It stays as written, so that a corrected date of surgery moves what hangs on it. */
export type DayRef = { "after-surgery": number } | { "after-discharge": number } | { "after-start": number } | { "on": Day };

/** A kind of day, such as that of a late shift. What it leaves out is as on other days. */
export type DayType = { id: DayTypeId, title: string, weekdays: Array<string>, dates: Array<Day>, start: WallTime | null, quiet_hours: QuietHours | null, awake: AwakeHours | null, times: Array<[RoundId, WallTime]>, leave_out: Array<RoundId>, };

/** A kind of day of a plan. */
export type DayTypeId = string;

/** A disc. */
export type Disc = { middle: Point, radius: number, };

/** What may be there already when somebody comes home. */
export type DischargeSign = "saddle" | "bladder" | "bowel" | "sexual" | "leg-weakness" | "leg-numbness" | "leg-pain" | "wound" | "headache";

/** How much. A field that is `None` was not on the sheet: it is shown as "not on your sheet, ask" where it matters and never filled in. */
export type Dose = { sets: number | null, repetitions: number | null, hold_seconds: number | null, seconds: number | null, rest_seconds: number | null, minutes: number | null, breaths: number | null, walking_steps: number | null, metres: number | null, load: string | null, load_kg: Kilograms | null, load_most: string | null, load_most_kg: Kilograms | null, range: string | null, up_to: Array<[Counted, number]>, not_given: Array<NotGiven>, };

/** One change to a draft that carries a rule. Other changes are made in the draft itself and saved. */
export type DraftEdit = { "add-line": { as_written: string, sheet_no: string | null, after: LineId | null, } } | { "copy-line": { line: LineId, } } | { "add-stage": { line: LineId, as_written: string | null, } } | { "add-growth": { line: LineId, } } | { "from-now-on": { line: LineId, } } | { "set-then": { place: DraftPlace, then: PainThen, } } | { "set-part": { percent: number | null, } } | { "set-exercise": { line: LineId, exercise: ExerciseId, } } | { "own-exercise": { line: LineId, title: string, instructions: Array<string>, } } | { "take": { place: DraftPlace, parts: Array<LinePart>, } } | { "set-often": { place: DraftPlace, said: Often, } } | { "count-weeks": { counted: WeeksCounted, } } | { "stage-weeks": { place: DraftPlace, first: number, last: number | null, } } | { "add-rule": { rule: RuleKind, as_written: string, } } | { "remove": { place: DraftPlace, } } | { "put-back": { line: LineId, } } | { "move": { place: DraftPlace, to: number, } } | { "answered": { place: DraftPlace, asked: Asked, } } | { "read-back": { line: LineId, is_right: boolean, } } | { "rule-read-back": { rule: RuleTold, is_right: boolean, } };

/** A change that was made to a draft. */
export type DraftEdited = { place: DraftPlace, view: DraftView, };

/** A draft in a sentence: "5 lines of your sheet still to enter". */
export type DraftInBrief = { title: string, lines: number, taken_in: number, to_enter: number, };

/** A line of a draft. */
export type DraftLine = { line: LineId, told: LineTold, from: LineFrom | null, read_back: boolean, complete: boolean, waits_for: Array<Asked>, beside_present: BesidePresent, may_follow: boolean, not_read: Array<string>, };

/** A place in a draft. */
export type DraftPlace = "sheet" | { "line": LineId } | { "stage": { line: LineId, number: number, } } | { "growth": LineId } | { "rule": { rule: RuleKind, number: number, } };

/** What a draft begins with. */
export type DraftStart = "empty-sheet" | "present" | "visit" | { "earlier": { plan: PlanId, number: number, } } | { "template": { template: PlanId, } };

/** A draft that was taken in, wholly or in part. */
export type DraftTakenIn = { check: PlanCheck, draft: DraftView | null, };

/** A plan that is being written, with all that can be said about it. */
export type DraftView = { draft: PlanDraft, problems: Array<PlacedProblem>, not_added: Array<NotAdded>, remarks: Array<PlacedProblem>, lines: Array<DraftLine>, removed: Array<LineRemoved>, rules: Array<RuleTold>, days: Array<PlaceDays>, usual_times: Array<UsualTime>, unsaid: Unsaid, changes: Array<Change>, in_force_from: Day | null, to_enter: number, };

/** An answer that another followed. */
export type EarlierAnswer = { on: Day, fact: PersonFact, };

/** What became of a bout, or of a round. */
export type Ended = { "how": "done", at: WallTime | null, } | { "how": "partly", at: WallTime | null, } | { "how": "skipped" } | { "how": "no-entry" };

/** Whether a fact was entered on its day. */
export type Entered = "live" | "later";

/** Who entered a fact. */
export type EnteredBy = "person" | "helper";

/** One entry of the history of a bout. */
export type Entry = { record: RecordId, at: string, entered: Entered, by: EnteredBy, is_correction: boolean, fact: EntryFact, };

/** What an entry says of a bout. */
export type EntryFact = { "became": { outcome: Outcome, note: string | null, } } | "taken-back";

/** What could not be done, by what the person can do about it. */
export type ErrorCode = "newer-file" | "updated" | "foreign-file" | "in-use" | "damaged" | "cannot-write" | "not-found" | "refused" | "not-confirmed" | "out-of-range" | "no-session" | "no-folder" | "copy-not-saved" | "reminders-failed" | "failed";

/** One exercise. */
export type Exercise = { id: ExerciseId, category: Category, position: Position, flags: Array<Flag>, equipment: Array<string>, sided: Sided, tempo: Tempo | null, safety_question: SafetyQuestion | null, typical_start: TypicalStart, usual_dose: UsualDose, easier: Array<ExerciseId>, harder: Array<ExerciseId>, synonyms: Array<string>, scene: Scene, poses: Array<Pose>, review: Review, guidance: { [key in string]: Guidance }, };

/** An exercise of the catalogue, for ever the same movement. */
export type ExerciseId = string;

/** How a round felt. */
export type Felt = "fine" | "sore";

/** Bouts by what became of them. `prescribed` is the sum of all the others but `entered_later` and `corrected`, which say how many of the answered ones were entered late or changed, and `extra`: what was done and nothing asked for counts toward nothing. */
export type Figures = { prescribed: number, done: number, partly: number, skipped: number, said_not_done: number, stopped: number, withheld: number, paused: number, not_required: number, no_entry: number, not_reminded: number, unknown: number, open: number, entered_later: number, corrected: number, extra: number, };

/** How far the first run has come. */
export type FirstRun = { steps: Array<StepState>, next: Step | null, comes_first: boolean, };

/** What an exercise asks of the body, so that a limit can name it. */
export type Flag = "supine" | "prone" | "side_lying" | "quadruped" | "kneeling" | "sitting" | "standing" | "single_leg" | "hinge" | "lift" | "pull_load" | "spine_flexion" | "spine_flexion_small" | "spine_extension" | "rotation" | "nerve_tension" | "floor_transfer" | "wound_pressure" | "transfer";

/** Whether somebody gets down to the floor and up again alone. */
export type Floor = "yes" | "no" | "not-tried";

/** One picture of the person. */
export type Frame = { shapes: Array<Shape>, effort: number, };

/** When and how often a line is done. */
export type Frequency = { "due": { days: DayPattern, bouts: Bouts, } } | { "as-needed": { when: string, most_a_day: number | null, ask_first: string | null, } } | "technique";

/** A number, or all from the least to the most. */
export type FromTo = { least: number, most: number, };

/** Whether screws, rods or bone graft were put in. */
export type Fusion = "yes" | "no" | "unknown";

/** Days up to yesterday of which nothing at all was entered. */
export type Gap = { from: Day, through: Day, days: Array<Day>, is_asked: boolean, is_long: boolean, };

/** What the person says of days without an entry. */
export type GapAnswer = "all" | "none" | "leave";

/** A file that the person opened with the app. */
export type GivenFile = { name: string, bytes: Array<number> | null, };

/** A bout of a day. */
export type GridCell = { bout: BoutKey, mark: GridMark, };

/** A column. */
export type GridDay = { day: Day, after_surgery: number, is_to_come: boolean, };

/** What is there already. */
export type GridMark = "empty" | { "recorded": State } | "to-come";

/** A row: a line at its place in the day. */
export type GridRow = { line: LineId, title: string, sheet_no: string | null, place: BoutPlace, round: string, at: WallTime | null, routine: string | null, cells: Array<GridCell | null>, };

/** What the body is on. Between two of them somebody gets up, or down, or both. */
export type Ground = "up" | "bed" | "floor" | "down";

/** What a step up makes of a line. */
export type Grown = { dose: Dose, side: Side, };

/** A dose that grows by itself: "then one minute more every second day, no more than 10". */
export type Growth = { key: Counted, by: number, every_days: number, at_most: number, from: DayRef, };

/** What to tell people about an exercise, in one language. */
export type Guidance = { title: string, aim: string, muscles: Array<string>, start: Array<string>, steps: Array<string>, watch_for: Array<string>, stop_if: Array<string>, ask_first: Array<string>, };

/** How a round is led while the hands are busy and the screen is out of reach. */
export type HandsFree = { tones: Volume, voice: Volume, screen: ScreenInRound, big: boolean, };

/** Pain, with what the rules of a plan ask about it. */
export type Hurt = { line: LineId | null, bout: BoutPlace | null, place: HurtPlace, score: number | null, when: PainMoment, spreading: boolean, usual: number | null, };

/** The answer to "it hurts". */
export type HurtAnswer = { record: RecordId, follows: PainFollows, stands_beside: boolean, };

/** Where it hurt, as far as the person said. */
export type HurtPlace = "back" | "leg" | "elsewhere" | "not-said";

/** What a plan file is to us. */
export type ImportKind = "first-plan" | "revision" | "other-plan" | "same-again" | "refused";

/** The programme in which a line takes its turn. */
export type InTurn = { programme: ProgrammeId, title: string, };

/** What a day makes of a line that is done so many days a week. */
export type InWeek = "available" | "due" | "complete" | "resting" | "not-today" | "not-now" | "limit-holds" | "stopped";

/** What became of an exercise in a session. */
export type ItemResult = "open" | "done" | "partly" | "skipped";

/** Entries that were made together, and are taken back together. */
export type Kept = { records: Array<RecordId>, already: number, went_on: RecordId | null, };

/** A weight in kilograms, 0.1 to 200, to a tenth. */
export type Kilograms = number;

/** Somebody to ring, and where the number comes from. */
export type KnownContact = { contact: Contact, source: ContactSource, };

/** What became of the last attempt to show a reminder. */
export type LastDelivery = { at: string, taken: boolean, };

/** Something that a journey passed over. */
export type LeftOut = { "round": WallTime | null } | { "day": Day };

/** Why a dose is another than the line's. */
export type Lighter = { because: LighterBecause, as_written: string, };

/** Why a dose is another than the line's. */
export type LighterBecause = "after-pause" | "pain";

/** What a limit forbids or bounds, so that an exercise that clashes with it can be found. */
export type LimitKind = "bending" | "lifting" | "twisting" | "arching" | "sitting" | "driving" | "wound" | "water" | "floor" | "lying-on-front" | "one-leg" | "kneeling" | "brace" | "load" | "other";

/** Until when a limit holds. */
export type LimitUntil = { day: DayRef | null, appointment: AppointmentId | null, clearance: ClearanceId | null, told_otherwise: boolean, };

/** The days of a line, and what it says. */
export type LineDays = { line: LineId, from: Day, until: Day | null, time: LineTime, stage: number | null, told: LineTold, };

/** The numbers of one line. */
export type LineFigures = { line: LineId, title: string, figures: Figures, days: OutOf, sets: OutOf, repetitions: OutOf, minutes: OutOf, breaths: OutOf, steps: OutOf, metres: OutOf, partly_unsaid: number, };

/** What a line asks for from a day on, where its steps have made something else of it than its first words say. */
export type LineFrom = { day: Day, how_much: Array<Told>, when: Array<Told>, };

/** A prescription: one line of a plan, the same through all its revisions. */
export type LineId = string;

/** A part of a line, as words can give it. */
export type LinePart = { "exercise": ExerciseId } | { "number": { key: Counted, number: number, } } | { "up-to": { key: Counted, most: number, } } | { "rest-seconds": number } | { "load": string } | { "load-kg": Kilograms } | { "range": string } | { "not-given": NotGiven } | { "side": Side } | { "days": DayPattern } | { "every-days": number } | { "not-on": Array<string> } | { "day-off": { as_written: string, weekdays: Array<string>, } } | { "times-a-day": { times: number, most: number, } } | { "gap-minutes": number } | { "every-hours": { hours: number, between: [WallTime, WallTime] | null, } } | { "rounds": Array<string> } | { "as-needed": { when: string, most_a_day: number | null, } } | { "growth": { key: Counted, by: number, every_days: number, most: number | null, } } | { "last-day": { last: Day, until: Day, } } | "technique";

/** Words that can be read in more than one way. */
export type LineQuestion = { words: Words, asked: Asked, readings: Array<Array<LinePart>>, };

/** A line of the present plan that a draft has not got any more. */
export type LineRemoved = { line: LineId, title: string, };

/** What the words of a line say, as far as a program can tell. Nothing of it is taken by itself. */
export type LineSuggested = { sheet_no: string | null, name: string, exercises: Array<ExerciseId>, suggestions: Array<Suggestion>, questions: Array<LineQuestion>, not_understood: Array<Words>, };

/** Where a day lies by the days of a line. */
export type LineTime = "not-begun" | "now" | "over";

/** What a line says, part by part. */
export type LineTold = { line: LineId, how_much: Array<Told>, when: Array<Told>, waits: Array<Told>, stages: Array<StageTold>, };

/** Light or dark. */
export type Look = "system" | "light" | "dark";

/** The mean of the activities that were rated on a day. */
export type Mean = { day: Day, after_first: number, tenths: number, same_as_before: boolean, };

/** Something that is measured as one whole number a day. */
export type Measure = "chair-stand" | "sitting" | "steps";

/** How far a number has changed. */
export type MeasureChange = { since: Day, by: number, within_spread: boolean, };

/** What the person says of a measure. */
export type MeasureFact = { "about": "number", measure: Measure, day: Day, value: number, } | { "about": "activity", words: string, asked: boolean, } | { "about": "rating", activity: RecordId, day: Day, score: number, } | { "about": "chair-stand-hurt", day: Day, } | { "about": "chair-stand-ok", who: string, said_on: Day, };

/** A number of a day. */
export type Measured = { record: RecordId, day: Day, after_first: number, value: number, entered_later: boolean, corrected: boolean, by: EnteredBy, };

/** What is known of the measures, and what is offered of them today. */
export type Measures = { today: Day, numbers: Array<Series>, activities: Activities, chair_stand_waits: ChairStandWaits | null, chair_stand_ok: SaidOk | null, sitting: SittingTime, };

/** A line and how many bouts of it are enough on a bad day. */
export type Minimum = { line: LineId, bouts: number, };

/** What may still be offered when a bout was late or left out. What is `None` is not limited here; the plan's own rule then holds, if it has one. */
export type MissedDose = { as_written: string | null, gap_minutes: number | null, most_a_day: number | null, latest_start: WallTime | null, latest_ring: WallTime | null, };

/** One movement of an exercise, ready to be painted. After the last frame comes the first. For the other side of the body the whole picture is mirrored, left to right. What goes left and right in turn stays where it is as long as it is seen from the side: there near and far limbs exchange. */
export type Movement = { view: View, things: Array<Thing>, parts: Array<PartKind>, frames: Array<Frame>, key_frames: Array<number>, bounds: Bounds, shows_left: boolean, in_turn: boolean, exchanged: Array<number>, to_and_fro: boolean, };

/** The limbs of one side, as key poses name them. */
export type NearOrFar = "near" | "far";

/** The round to do next. */
export type NextRound = { index: number, is_due: boolean, };

/** A step that begins on the next day, or that began on this one. */
export type NextStep = { line: LineId, title: string, sheet_no: string | null, as_written: string, stage: number, begins: Day, grown: Grown | null, };

/** Words that were typed, and are no part of the plan yet. */
export type NotAdded = { field: string, words: string, place: DraftPlace | null, };

/** Why a line is shown and not asked for. */
export type NotAsked = "technique" | "waits-for-ok" | "limit" | "stage-waits";

/** A part of a dose that the sheet leaves open. */
export type NotGiven = "dose" | "sets" | "repetitions" | "hold" | "rest" | "minutes" | "load" | "range";

/** Why the plan no longer asks for a bout. */
export type NotRequired = "most-a-day" | "gap" | "bad-day" | "clocks-changed" | "travel" | "sheet-changed" | "day-again" | "next-day-began";

/** A line that today leaves out, although its plan holds and nothing keeps it back. */
export type NotToday = { line: LineId, because: WhyNotToday, next: Day | null, };

/** Something on the sheet that is shown in its own words and carried out by the person. */
export type Note = { sheet_no: string | null, as_written: string, about: NoteAbout, };

/** What a note is about, which is where it is shown. */
export type NoteAbout = "pain" | "bad-day" | "missed-round" | "technique" | "general";

/** What a person says of when and how often something is done. */
export type Often = "due" | "as-needed" | "technique" | "differs" | "as-line" | { "days": DayPattern } | { "bouts": Bouts };

/** A question that nobody has answered yet, and where it stands. */
export type OpenQuestion = { place: DraftPlace, asked: Asked, };

/** The day of an operation. */
export type OperationDay = { date: Day, days_ago: number, };

/** So much was done of what was asked for. What was not required, paused, stopped, withheld or is still open was not asked for, and what was done beyond it does not count. */
export type OutOf = { done: number, asked: number, };

/** What became of a bout. */
export type Outcome = { "outcome": "done" } | { "outcome": "partly", sets: number | null, repetitions: number | null, seconds?: number, counted?: PartCount, reason?: SkipReason, } | { "outcome": "skipped", reason: SkipReason, } | { "outcome": "said-not-done" };

/** What the sheet says of pain. */
export type Pain = { as_written: string | null, ask: AskPain | null, rules: Array<PainRule>, };

/** What follows from pain. */
export type PainAction = "go-on" | { "part": Part } | { "dose": Dose } | "stop";

/** A question about pain that is asked once today, or once after a round. */
export type PainAsked = { when: PainMoment, compares: boolean, usual: UsualMorning | null, ticked: string | null, };

/** What follows at once when the person says that it hurts. */
export type PainFollows = { outcome: PainOutcome, as_written: string | null, ring: string | null, };

/** For how long a rule about pain holds once it fitted. */
export type PainLasts = "next-time" | { "bouts": number } | "until-told";

/** When pain is looked at. */
export type PainMoment = "before" | "during" | "after" | "next-morning";

/** The pain of one place on one day. */
export type PainOfDay = { day: Day, after_first: number, value: number, apart: boolean, };

/** What is to be done now. What ends the session cannot be loosened by a plan. */
export type PainOutcome = "nothing-written" | "go-on" | "lighter" | "stop-exercise" | "stop-some" | "stop-session-spreading" | "stop-session-numb" | "stop-session-faint" | "stop-session-second-stop";

/** One rule of the sheet about pain: when, what, and for how long. */
export type PainRule = { as_written: string, lines: Array<LineId>, place: PainWhere, trigger: PainTrigger, when: PainWhen, then: PainAction, lasts: PainLasts, ring: string | null, };

/** A pain score that stands. */
export type PainScore = { day: Day, at: string, place: HurtPlace, score: number, when: PainMoment | null, line: LineId | null, };

/** The pain of one place over some days. */
export type PainSeries = { place: HurtPlace, days: Array<PainOfDay>, };

/** What follows from a rule about pain, before it is said how much of it. */
export type PainThen = "stop" | "part" | "dose" | "go-on";

/** What makes a rule about pain fit. */
export type PainTrigger = { "over": number } | { "at-least": number } | "spreading" | "worse";

/** When pain is looked at. */
export type PainWhen = "before" | "during" | "after" | "next-morning" | "any";

/** Which pain a rule is about. */
export type PainWhere = "back" | "leg" | "either";

/** A part of a dose. */
export type Part = { percent: number, rounding: Rounding, };

/** So much of a bout, over all sets, in what its sheet counts. */
export type PartCount = { "breaths": number } | { "steps": number } | { "metres": number };

/** How much of a bout that was done in part, of how much. */
export type PartDone = { unit: PartUnit, done: number, asked: number, };

/** What a part of the picture is. The words are classes of the painted shapes. */
export type PartKind = "far" | "far-hand" | "near" | "trunk" | "skin" | "held" | "working";

/** How much of an exercise a person says was done. */
export type PartSaid = { sets: number, repetitions: number, };

/** What is counted of a bout. */
export type PartUnit = "times" | "times-each-side" | "minutes" | "seconds" | "breaths" | "steps" | "metres";

/** Days that are over, the latest first. */
export type PastDays = { days: Array<DayFigures>, earlier: Day | null, };

/** After which operation a template is meant. */
export type Path = "decompression" | "fusion";

/** Why the person pauses. It is kept for whoever looks back; nothing is asked differently because of it. */
export type PauseReason = { why: PauseWhy, words: string | null, };

/** Why the person pauses, in one word. */
export type PauseWhy = "team" | "ill" | "pain" | "away" | "other";

/** What the person said of themselves, and what follows from it today. */
export type Person = { today: Day, terms: [number, Day] | null, terms_version: number, operation: OperationDay | null, fusion: Fusion | null, floor: Floor | null, limits: TeamLimits | null, at_discharge: Array<DischargeSign> | null, discharge_note: string | null, contacts: Array<KnownContact>, first_run: FirstRun, has_plan: boolean, earlier: Array<EarlierAnswer>, };

/** What the person said of themselves. */
export type PersonFact = { "about": "terms", version: number, } | { "about": "operation", date: Day, } | { "about": "fusion", fusion: Fusion, } | { "about": "floor", floor: Floor, } | { "about": "limits", limits: TeamLimits, } | { "about": "at-discharge", signs: Array<DischargeSign>, note: string | null, } | { "about": "contact", contact: Contact, } | { "about": "skipped", step: Step, };

/** A stretch of days with its own exercises. */
export type Phase = { id: PhaseId, title: string, stretch: Stretch, clearance: ClearanceId | null, };

/** The days of a phase. */
export type PhaseDays = { phase: PhaseId, from: Day, until: Day | null, };

/** A phase of a plan. */
export type PhaseId = string;

/** A place in a text file. Both numbers count from 1; a column counts characters, not bytes. */
export type Place = { line: number, column: number, };

/** The days of a place of a draft, whichever way the sheet counts them. */
export type PlaceDays = { place: DraftPlace, from: Day | null, until: Day | null, week_begins: [Day, Day] | null, last_week: number | null, };

/** Something that is wrong with a draft, or that somebody should look at, and where. */
export type PlacedProblem = { place: DraftPlace, key: string | null, problem: Problem, };

/** What a plan file would do, before anything happens. */
export type PlanCheck = { problems: Array<Problem>, remarks: Array<Problem>, revision: Revision | null, checksum: Checksum, kind: ImportKind, differs: Array<AnswerDiffers>, changes: Array<Change>, needs_confirmation: boolean, in_force_from: Day | null, lines: Array<LineDays>, phases: Array<PhaseDays>, rules: Array<RuleTold>, };

/** A plan that is being written. */
export type PlanDraft = { revision: Revision, open: Array<OpenQuestion>, began_from: BeganFrom, lines_on_sheet: number | null, not_on_sheet: Array<LineId>, read_back: Array<LineId>, rules_read_back: Array<RuleTold>, kept: Array<LineId>, weeks_said: Array<WeeksSaid>, from_day: Day | null, visit: Day | null, taken_in: Array<LineId>, touched: boolean, unfinished: { [key in string]: string }, };

/** A fact about a plan. */
export type PlanFact = { "kind": "clearance", plan: PlanId, revision: number, clearance: ClearanceId, answer: ClearanceAnswer, who: string | null, how: string | null, said_on: Day, day: Day, } | { "kind": "pause", from: Day, through: Day | null, reason: PauseReason | null, } | { "kind": "resumed", day: Day, } | { "kind": "bad-day", day: Day, } | { "kind": "limit-over", plan: PlanId, revision: number, limit: string, who: string | null, said_on: Day, day: Day, } | { "kind": "stage-agreed", plan: PlanId, revision: number, line: LineId, stage: number, day: Day, } | { "kind": "stage-stayed", plan: PlanId, revision: number, line: LineId, stage: number, day: Day, } | { "kind": "hurt", plan: PlanId, revision: number, day: Day, hurt: Hurt, } | { "kind": "asked-and-yes", plan: PlanId, revision: number, line: LineId | null, question: SafetyQuestion, day: Day, } | { "kind": "all-stopped", plan: PlanId, revision: number, line: LineId | null, because: AllStopped, day: Day, } | { "kind": "spoken-to", stop: RecordId, who: string | null, said_on: Day, from: Day | null, day: Day, } | { "kind": "usual-morning", day: Day, usual: UsualMorning, } | { "kind": "felt", plan: PlanId, revision: number, day: Day, line: LineId | null, place: BoutPlace, felt: Felt, } | { "kind": "withdrawn", day: Day, };

/** A plan through all its revisions. */
export type PlanId = string;

/** The plan, for reading. */
export type PlanView = { revision: Revision, in_force_from: Day, lines: Array<LineDays>, phases: Array<PhaseDays>, rules: Array<RuleTold>, history: Array<RevisionSummary>, before_visit: number | null, };

/** A point in parts of the body height. */
export type Point = { x: number, y: number, };

/** One key pose of the figure: named angles in degrees, and what touches what. */
export type Pose = { angles: { [key in string]: [number, number] }, contacts: Array<string>, works: Working | null, };

/** The position an exercise is done in. */
export type Position = "on-back" | "on-side" | "on-front" | "all-fours" | "kneeling" | "sitting" | "standing" | "moving";

/** A limit, in the sheet's words. */
export type Precaution = { as_written: string, source: string | null, kinds: Array<LimitKind>, lift_kg: Kilograms | null, sit_minutes: number | null, up_minutes: number | null, until: LimitUntil, };

/** One line of a plan. */
export type Prescription = { id: LineId, sheet_no: string | null, as_written: string, source: string | null, off: boolean, exercise: ExerciseId, title: string, flags: Array<Flag>, tempo: Tempo | null, instructions: Array<string>, safety_question: SafetyQuestion | null, dose: Dose, side: Side, frequency: Frequency, phase: PhaseId | null, stretch: Stretch, clearance: ClearanceId | null, stages: Array<Stage>, growth: Growth | null, };

/** One thing that is wrong with a text, where, and what would mend it. */
export type Problem = { code: ProblemCode, file: string, place: Place | null, args: { [key in string]: string }, suggestion: string | null, };

/** What is wrong. Each has a message `problem-<code>` in every language. */
export type ProblemCode = "too-large" | "not-text" | "not-toml" | "newer-format" | "unknown-key" | "misplaced-key" | "key-twice" | "said-twice" | "missing-key" | "wrong-kind" | "out-of-range" | "wrong-order" | "bad-length" | "empty-list" | "too-many" | "hidden-character" | "bad-name" | "bad-date" | "bad-time" | "unknown-word" | "same-name-twice" | "unknown-exercise" | "rounds-at-same-time" | "ends-before-it-starts" | "never-due" | "weeks-not-counted" | "no-discharge" | "unknown-name" | "clearance-unused" | "phase-gap" | "phases-overlap" | "stages-overlap" | "stage-start-missing" | "stage-start-twice" | "replaces-itself" | "replaced-in-circle" | "growth-without-number" | "growth-with-stages" | "up-to-too-low" | "given-and-not-given" | "limit-without-end" | "slot-unreachable" | "round-before-day" | "rounds-closer-than-gap" | "gap-does-not-fit" | "more-than-the-most" | "too-many-days-apart" | "awake-missing" | "pain-trigger-missing" | "pain-part-missing" | "pain-stop-loosened" | "pain-worse-not-morning" | "pain-rule-never-reached" | "programme-needs-days" | "too-precise" | "bad-day-above-day" | "template-line-on" | "date-in-template" | "plan-key-in-template" | "earlier-than-usual" | "clearance-is-usual" | "limit-touches-line" | "sheets-disagree" | "round-in-quiet-hours" | "round-after-day" | "no-time-on-kind-of-day" | "stage-outside-line" | "how-often-missing" | "how-often-twice" | "dose-missing" | "side-missing" | "hold-without-repetitions" | "schema-disagrees" | "no-lines" | "not-answered" | "not-read-back" | "not-added" | "old-revision" | "source-missing" | "guidance-missing" | "links-in-circle" | "wrong-folder";

/** Lines that take turns: A today, B the next time. */
export type Programme = { id: ProgrammeId, title: string, turns: Array<string>, days: DayPattern, advance: Advance, };

/** A programme of a plan, whose turns alternate. */
export type ProgrammeId = string;

/** A stretch of days in numbers. */
export type Progress = { days: ReportDays, from: Day, through: Day, report: Report | null, pain: Array<PainSeries>, };

/** What stands or lies around the figure. */
export type Prop = "bed" | "bedside" | "mat" | "chair" | "stool" | "wall" | "worktop" | "worktop-beside" | "rail" | "step" | "towel" | "cushion" | "bike" | "band" | "box";

/** An operation that is on a later day than the one that the plan counts from. */
export type PutOff = { to: Day, counts_from: Day, next: Day | null, holds: boolean, };

/** A question for the team. */
export type QuestionView = { record: RecordId, text: string, asked_on: Day | null, answer: string | null, };

/** The hours in which nothing rings: from `from` up to, not including, `until`. They may span midnight. */
export type QuietHours = { from: WallTime, until: WallTime, };

/** How to begin again after a pause. */
export type ReEntry = { as_written: string, part: [Part, number] | null, };

/** A recorded fact. */
export type RecordId = string;

/** The answer to an entry. */
export type Recorded = { record: RecordId, already: boolean, };

/** What became of the reminder of a round. */
export type Reminded = { "how": "shown", at: WallTime, } | { "how": "silent-because-done" } | { "how": "undeliverable" } | { "how": "switched-off" } | { "how": "app-open", at: WallTime, } | { "how": "not" };

/** Whether reminders can reach the person. */
export type ReminderHealth = { switched_on: boolean, supported: boolean, resident_alive: boolean, last_delivery: LastDelivery | null, next: ComingReminder | null, };

/** One reminder: a round of a plan on a day. */
export type ReminderKey = { plan: PlanId, round: RoundId, day: Day, };

/** The numbers of a stretch of days. */
export type Report = { from: Day, through: Day, total: Figures, lines: Array<LineFigures>, waiting: Array<WaitingLine>, weeks: Array<WeekFigures>, };

/** A stretch of days that somebody looks back on. It holds whole weeks of the plan, the present one as far as it has come, so that a line that is done so many days a week is not cut in two. */
export type ReportDays = "this-week" | "last-week" | "four-weeks" | "since-start";

/** Whether a clinician has reviewed an entry. */
export type Review = "not-reviewed" | { "reviewed": string };

/** One revision of a plan, complete in itself. */
export type Revision = { plan: PlanId, number: number, title: string, author: string | null, written: Day | null, caution: string | null, surgery: Surgery, starts: Day, review: Day | null, ends: Day | null, weeks_counted: WeeksCounted | null, week_starts: string, gap_days: number, day_start: WallTime, quiet_hours: QuietHours | null, awake: AwakeHours | null, day_types: Array<DayType>, phases: Array<Phase>, clearances: Array<Clearance>, appointments: Array<Appointment>, programmes: Array<Programme>, rounds: Array<Round>, missed_dose: MissedDose, lines: Array<Prescription>, precautions: Array<Precaution>, pain: Pain | null, bad_day: BadDay | null, days_off: Array<DayOff>, re_entry: ReEntry | null, notes: Array<Note>, contacts: Array<Contact>, };

/** A revision that was taken in. */
export type RevisionSummary = { plan: PlanId, number: number, title: string, in_force_from: Day, imported_at: string, visit: Day | null, };

/** A group of prescriptions done together, at its place in the day. */
export type Round = { id: RoundId, title: string, at: WallTime | null, routine: string | null, missed_dose: MissedDose, };

/** A round of a plan. */
export type RoundId = string;

/** Whether the person was reminded of a round, and when it was done, by the clock that they saw then. When it was planned stands in the round. */
export type RoundTimes = { reminded: Reminded | null, ended: Ended | null, each: Array<Ended | null>, };

/** A box with rounded corners. */
export type Rounded = { bounds: Bounds, corner: number, };

/** What becomes of a half repetition. */
export type Rounding = "up" | "down";

/** The kinds of what stands beside the lines. */
export type RuleKind = "day-type" | "clearance" | "appointment" | "phase" | "programme" | "missed-dose" | "round" | "limit" | "pain" | "pain-rule" | "bad-day" | "day-off" | "re-entry" | "note" | "contact";

/** What a rule beside the lines says, part by part. */
export type RuleTold = { thing: ChangedThing, title: string | null, as_written: string | null, told: Array<Told>, };

/** What is asked before an exercise is offered for one leg whenever it is needed. Whoever says yes is sent to the team and not to the exercise. */
export type SafetyQuestion = "calf";

/** Something that was said of the plan: by the team, or by the person. */
export type Said = { record: RecordId, at: string, entered: Entered, by: EnteredBy, fact: PlanFact, about: string | null, stands: boolean, corrected: boolean, };

/** Who said that the person may do the chair stand. */
export type SaidOk = { record: RecordId, who: string, said_on: Day, };

/** Where a copy of a plan lies. */
export type SavedPlan = { name: string, folder: string, };

/** What all key poses of an exercise share. */
export type Scene = { view: View, things: Array<Prop>, side: NearOrFar, posture: Array<number>, };

/** What the screen does while a round runs. */
export type ScreenInRound = "as-device" | "on" | "dimmed";

/** What sessions saw done of one set on one side. */
export type SeenSet = { set: number, side: BodySide, repetitions: number, seconds: number, };

/** What sessions saw done of a bout. */
export type SeenWork = { repetitions: number, asked: number | null, seconds: number, sets: Array<SeenSet>, };

/** A thick line with round ends. */
export type Segment = { from: Point, to: Point, width: number, };

/** The sentences of the screens, from the string files that the program carries. */
export type Sentences = { language: string, region: string | null, texts: Array<string>, };

/** Everything that is known of one number. */
export type Series = { measure: Measure, least: number, most: number, spread: number | null, history: Array<Measured>, changes: Array<MeasureChange>, suggested: Suggested | null, };

/** How a person wants their sessions to go. */
export type SessionChoices = { order: SessionOrder, lead_seconds: number | null, counting: Counting, };

/** What the person does to a running session. */
export type SessionEvent = { "event": "pause" } | { "event": "out-of-sight" } | { "event": "resume" } | { "event": "next" } | { "event": "repeat" } | { "event": "back" } | { "event": "tap" } | { "event": "take-tap-back" } | { "event": "take-done-back", item: number, } | { "event": "slower" } | { "event": "faster" } | { "event": "count-by", counting: Counting, } | { "event": "leave-exercise", reason: SkipReason, done?: PartSaid, } | { "event": "stop-earlier" } | { "event": "end" };

/** An exercise of a session. */
export type SessionItem = { bout: BoutKey, exercise: ExerciseId, title: string, as_written: string, dose: Dose, side: Side, lying: boolean, spot: Spot | null, is_balance: boolean, is_breathing: boolean, result: ItemResult, };

/** In which order the exercises of a round come. */
export type SessionOrder = "by-position" | "as-written";

/** What the screen shows of a session. */
export type SessionView = { items: Array<SessionItem>, item: number, in_hand: number, step: StepKind, set: number, sets: number, side: BodySide, repetition: number, repetitions: number | null, seconds: number | null, seconds_passed: number, goes_on_in: number | null, from: Spot | null, by_taps: boolean, can_be_tapped: boolean, tapped: number, counting: Counting, slower: number, has_pace: boolean, slowest: boolean, fastest: boolean, sets_seen: number, repetitions_seen: number, seconds_ahead: number, is_at_least: boolean, turn: number, steps_over: number, steps: number, paused: boolean, was_out_of_sight: boolean, was_cut_off: boolean, finished: boolean, };

/** How the app is set. */
export type Settings = { reminders: boolean, reminders_asked: boolean, language: string | null, look: Look, hands_free: HandsFree, session: SessionChoices, emergency_number: string | null, };

/** A shape. */
export type Shape = { "line": Segment } | { "disc": Disc } | { "box": Rounded } | { "trunk": Trunk };

/** On which side. Each line answers this. */
export type Side = "both" | "each" | "left" | "right";

/** Whether an exercise is done on one side at a time. */
export type Sided = "no" | "yes" | "alternate";

/** A fact about warning signs. */
export type SignFact = { "kind": "answer", any: boolean, } | { "kind": "go-on", who: string, said_on: Day, } | { "kind": "withdrawn" };

/** An answer to the question about the warning signs, or somebody's word that the person may go on. It is shown, and changed only where it was said: a yes is answered anew, as a mistaken tap. */
export type SignSaid = { record: RecordId, at: string, day: Day, by: EnteredBy, fact: SignFact, stands: boolean, };

/** How the question about the warning signs stands. */
export type SignsToday = { stop: Stop | null, asked: WhyAsked | null, };

/** How it stands with timing how long the person can sit. */
export type SittingTime = { "is": "offered" } | { "is": "runs", seconds: number, } | { "is": "warning-sign" } | { "is": "limit" } | { "is": "paused" } | { "is": "stopped" } | { "is": "bad-day" };

/** Why a bout was skipped, or done in part. */
export type SkipReason = "pain" | "tired" | "no-time" | "not-sure-how" | "other";

/** Where a fact comes from. */
export type Source = { code: string, what: string, known_how: string, };

/** Where somebody is, and how. */
export type Spot = { ground: Ground, position: Position, };

/** A step inside a line: from a day or an event on, something of it is different. */
export type Stage = { as_written: string | null, begins: StageBegins, until: DayRef | null, dose: Dose, side: Side | null, frequency: Frequency | null, replaces: Array<LineId>, };

/** When a stage begins. */
export type StageBegins = { "on": DayRef } | { "in-week": number } | { "after-done-days": number } | "when-agreed" | { "with-clearance": { clearance: ClearanceId, from: DayRef | null, } };

/** What a stage of a line says. */
export type StageTold = { as_written: string | null, told: Array<Told>, };

/** What became of a bout. The first that fits holds. */
export type State = { "is": "in-progress" } | { "is": "done" } | { "is": "partly", reason: SkipReason | null, } | { "is": "skipped", reason: SkipReason, } | { "is": "said-not-done" } | { "is": "stopped-by-red-flag" } | { "is": "withheld" } | { "is": "paused" } | { "is": "not-required" } | { "is": "available" } | { "is": "upcoming" } | { "is": "due" } | { "is": "not-reminded" } | { "is": "no-entry" } | { "is": "unknown" };

/** How the app stands: asked once by the screens when they appear. */
export type Status = { trouble: ApiError | null, open_round: RoundId | null, open_file: GivenFile | null, version: string, };

/** A question of the first run. */
export type Step = "terms" | "operation" | "fusion" | "floor" | "discharge" | "limits" | "contacts" | "plan";

/** What a step asks for. */
export type StepKind = "get-ready" | "move-out" | "hold" | "move-back" | "rest" | "own-pace" | "next-exercise" | "change-side" | "change-position" | "get-up" | "get-down";

/** What became of a question. */
export type StepStands = "open" | "answered" | "skipped";

/** A question, and what became of it. */
export type StepState = { step: Step, stands: StepStands, };

/** A stretch in which a warning sign stops everything. */
export type Stop = { from: string, until: string | null, record: RecordId, day: Day, };

/** Why a line is stopped. */
export type StopBecause = "rule" | "spreading" | "numb" | "faint" | "second-stop" | { "asked": SafetyQuestion };

/** A line that is stopped. */
export type StoppedLine = { line: LineId, title: string, };

/** Until when the team said that a line is to be left. */
export type StoppedUntil = { day: Day, who: string | null, };

/** A stretch of days as a plan writes it; either end may be open. */
export type Stretch = { "days": { from: DayRef | null, until: DayRef | null, } } | { "weeks": { first: number, last: number | null, } };

/** For which time a measure is suggested. */
export type Suggested = "start" | { "week": number };

/** Something that words plainly say. */
export type Suggestion = { words: Words, part: LinePart, };

/** The operation a plan follows. */
export type Surgery = { date: Day, fusion: Fusion, operation: string | null, discharge: Day | null, };

/** What the team said of limits. That there are none somebody has said; that nobody was told is something to ask. */
export type TeamLimits = "given" | "none" | "not-told";

/** A template. Nobody prescribed it, and no clinician has reviewed it; each of its lines waits until the person finds it on their own sheet and switches it on. */
export type Template = { id: PlanId, paths: Array<Path>, from_week: number, until_week: number | null, source: string, sheet: Revision, };

/** Why a template is closed to somebody. The first reason that fits. */
export type TemplateLock = { "why": "fusion-unknown" } | { "why": "other-operation" } | { "why": "date-unknown" } | { "why": "not-yet", from: Day, } | { "why": "over", until: Day, };

/** A template, for reading. */
export type TemplateView = { template: Template, lines: Array<LineTold>, lock: TemplateLock | null, locked_lines: Array<LineId>, ticked: Array<LineId>, };

/** Seconds to move out, to hold and to return. Drives the figure and the pace, not the dose. */
export type Tempo = { out: number, hold: number, back: number, };

/** What a topic is part of, in the order of reading. */
export type Theme = "operation" | "recovery" | "risks" | "daily-life" | "your-team";

/** A thing that the person lies, sits or leans on, or a part of it: a chair is several of them. */
export type Thing = { kind: ThingKind, shape: Shape, };

/** What a thing is. The words are classes of the painted shapes. */
export type ThingKind = "floor" | "mat" | "bed" | "pillow" | "chair" | "wall" | "worktop" | "step" | "towel" | "bike";

/** Where a day lies in its plan. */
export type TimeOfPlan = "before" | "during" | "after";

/** What the person sees first. */
export type Today = { now: string, local: string, zone: string, agenda: Agenda | null, next: NextRound | null, date: Day, travelled: Travelled | null, not_today: Array<NotToday>, to_ask: Array<Clearance>, gap: Gap | null, draft: DraftInBrief | null, signs: SignsToday, pain: Array<PainAsked>, not_rated: Array<BoutKey>, entered_by: EnteredBy, };

/** One thing that a plan says. */
export type Told = { code: ToldCode, args: { [key in string]: ToldArg }, };

/** An argument of a message. Whoever makes the sentence writes days, times and numbers as the language does. */
export type ToldArg = { "text": string } | { "number": number } | { "day": Day } | { "days": Array<Day> } | { "time": WallTime } | { "weekdays": Array<string> };

/** What is said. Each has a message `told-<code>` in every language. */
export type ToldCode = "sets-of" | "sets" | "repetitions" | "hold" | "seconds" | "rest" | "minutes" | "breaths" | "walking-steps" | "metres" | "load" | "load-kg" | "load-most" | "load-most-kg" | "range" | "up-to" | "not-given" | "side-each" | "side-left" | "side-right" | "side-both" | "every-day" | "on-weekdays" | "every-n-days" | "times-a-week" | "not-two-days-running" | "turn" | "in-rounds" | "times-a-day" | "times-a-day-up-to" | "gap" | "every-hours" | "between" | "while-awake" | "as-needed" | "at-most-a-day" | "ask-first" | "technique" | "in-phase" | "from-day" | "from-counted" | "last-day" | "last-day-counted" | "weeks" | "from-week" | "switched-off" | "waits-for" | "after-done-days" | "when-agreed" | "written-up-to" | "replaces" | "grows" | "exercise" | "flags" | "pace" | "no-pace" | "instruction" | "calf-question" | "words" | "sheet-no" | "source" | "at" | "routine" | "latest-start" | "latest-ring" | "on-dates" | "day-start" | "quiet" | "awake" | "round-at" | "without-rounds" | "from-whom" | "ask-on" | "on-day" | "turns" | "advance-calendar" | "advance-done" | "limit-kinds" | "lift-kg" | "sit-minutes" | "up-minutes" | "until-day" | "until-appointment" | "until-ok" | "until-told" | "ask-pain" | "pain-over" | "pain-at-least" | "pain-spreading" | "pain-worse" | "go-on" | "stop" | "part-of-dose" | "other-dose" | "next-time" | "for-bouts" | "until-said" | "only-for" | "ring" | "minimum" | "except" | "off-skip" | "off-shift" | "for-days" | "about" | "number" | "hours" | "what-for" | "plain" | "fusion" | "weeks-counted" | "week-starts" | "gap-days";

/** One topic. */
export type Topic = { id: TopicId, order: number, theme: Theme, first_week: number, last_week: number | null, synonyms: Array<string>, sources: Array<Source>, review: Review, text: { [key in string]: TopicText }, };

/** A topic to learn about. */
export type TopicId = string;

/** A topic in one language. */
export type TopicText = { title: string, brief: string, paragraphs: Array<string>, signs: Array<string>, ask: Array<string>, };

/** The topics that fit a week. */
export type TopicsOfWeek = { week: number, topics: Array<TopicId>, };

/** What the journey on which the person came to where they are today did to their days. */
export type Travelled = { left_out: Array<LeftOut>, again: boolean, };

/** The trunk: a filled outline with a thick, round border. It goes from the near shoulder along the near waist to the near hip, and on the far side back. The waists say how the sides curve. A flat piece has its four corners in place of shoulders and hips, and straight sides. */
export type Trunk = { outline: [Point, Point, Point, Point, Point, Point], width: number, };

/** When an exercise is typically first used, in completed weeks after surgery. */
export type TypicalStart = { decompression_week: number | null, fusion_week: number | null, needs_clearance: boolean, fusion_needs_clearance: boolean, source: string, };

/** What holds where a sheet does not say it. */
export type Unsaid = { week_starts: string, gap_days: number, day_start: WallTime, };

/** A usual first dose. What it does not say is not usual either: nothing is filled in for anybody. */
export type UsualDose = { sets: FromTo | null, repetitions: FromTo | null, hold_seconds: FromTo | null, rest_seconds: FromTo | null, minutes: FromTo | null, breaths: FromTo | null, times_a_day: FromTo | null, days_a_week: FromTo | null, words: string, source: string, };

/** How it hurts on a usual morning, 0 to 10 each; `None` where it was not rated. */
export type UsualMorning = { back: number | null, leg: number | null, };

/** A usual time of a round, as a suggestion. */
export type UsualTime = { round: RoundId, at: WallTime, };

/** From where the figure is seen. */
export type View = "side" | "lying-side" | "corner" | "behind" | "feet";

/** How loud something is. */
export type Volume = "off" | "soft" | "medium" | "loud";

/** A line that waited. */
export type WaitingLine = { line: LineId, title: string, };

/** What somebody has to say before a line or a stage of it begins. */
export type WaitsFor = { "teams-ok": ClearanceId } | { "persons-yes": { stage: number, } } | { "done-days": { asked: number, done: number, } };

/** A walk without a plan. */
export type WalkView = { record: RecordId, day: Day, minutes: number, entered_later: boolean, corrected: boolean, };

/** Walks without a plan, newest first. */
export type Walks = { walks: Array<WalkView>, earlier: boolean, };

/** A time of day to the minute, `00:00` to `23:59`. Written `08:30`. */
export type WallTime = string;

/** What became of one bout on a sheet that was ticked on paper. */
export type WeekEntry = { bout: BoutKey, outcome: Outcome, };

/** A week of a line that is done so many days a week. */
export type WeekFigures = { line: LineId, programme: ProgrammeId | null, title: string, from: Day, through: Day, days: OutOf, kept_back: number, is_over: boolean, is_paused: boolean, };

/** Seven days, to be ticked as on paper. */
export type WeekGrid = { days: Array<GridDay>, previous: Day, next: Day, rows: Array<GridRow>, };

/** How far the week of a line has come. */
export type WeekOfLine = { line: LineId, title: string, programme: InTurn | null, sheet_no: string | null, as_written: string, from: Day, through: Day, asked: number, done: number, kept_back: number, today: InWeek, };

/** How a sheet counts weeks after surgery. Sheets differ, so a plan that speaks of weeks says it. */
export type WeeksCounted = "from-1" | "completed";

/** Weeks of a stage, as they were said. The plan keeps the day on which they end. */
export type WeeksSaid = { line: LineId, first: number, last: number, };

/** Why the person is asked about the warning signs. */
export type WhyAsked = "hurt" | "daily" | "weekly";

/** Why a line has no day today. */
export type WhyNotToday = "day-off" | { "every-n-days": number } | { "weekdays": Array<string> } | { "other-turn": string };

/** A piece of a text. */
export type Words = { text: string, from: number, until: number, };

/** A part of the figure that shows its work. */
export type Working = "belly" | "buttocks" | "shoulder-blades" | "front-of-thigh" | "back-of-thigh" | "near-calf" | "near-hip" | "side-of-hip";

/** A line whose last stage was written up to a day that has passed. The stage stays until somebody says otherwise. */
export type WrittenUpTo = { line: LineId, title: string, last: Day, };

/** Asks the Rust side: the name of a command and its arguments. */
export type Invoke = <T>(command: string, args?: Record<string, unknown>) => Promise<T>;

/** Every command. Each rejects with an ApiError. */
export type Commands = {
    /** Why the record could not be opened, if so, and what the app was started for. */
    status: () => Promise<Status>,
    /** What the person sees first. */
    today: () => Promise<Today>,
    /** Any day of the plan; null without a plan. */
    agenda: (day: Day) => Promise<Agenda | null>,
    /** The plan, for reading; null without one. */
    plan: () => Promise<PlanView | null>,
    /** What a plan file would do. Changes nothing. */
    check_plan: (bytes: Array<number>, name: string) => Promise<PlanCheck>,
    /** Takes in a plan file. `confirmed`: the person has seen the check and agreed. */
    import_plan: (bytes: Array<number>, name: string, confirmed: boolean) => Promise<PlanCheck>,
    /** A revision that was taken in, for reading; null when there is none of that number. */
    revision: (plan: PlanId, number: number) => Promise<PlanView | null>,
    /** A revision that was taken in as the text of a plan file; null when there is none of that number. */
    export_revision: (plan: PlanId, number: number) => Promise<string | null>,
    /** Saves a revision that was taken in as a new plan file in the person's own folder, and says where. */
    save_plan: (plan: PlanId, number: number) => Promise<SavedPlan>,
    /** What was changed from one revision to another; to the one taken in last when `through` is null. */
    changes_since: (plan: PlanId, number: number, through: number | null) => Promise<Array<Change>>,
    /** The plan that is being written; null when there is none. */
    draft: () => Promise<DraftView | null>,
    /** Begins a draft. `replace`: one in which something was written may go. Without it that is refused as not confirmed. */
    begin_draft: (start: DraftStart, replace: boolean) => Promise<DraftView>,
    /** Keeps the draft as the screen has changed it; also what undoes an edit. Its list of lines read back can only get shorter here. */
    save_draft: (draft: PlanDraft) => Promise<DraftView>,
    /** Makes a change to the draft that carries a rule. */
    edit_draft: (edit: DraftEdit) => Promise<DraftEdited>,
    /** Lets the draft go; the plan in force stays as it is. */
    discard_draft: () => Promise<void>,
    /** The day that `day` means beside these days of a sheet, and beside today. */
    count_day: (surgery: Day, discharge: Day | null, starts: Day, day: DayRef) => Promise<CountedDay>,
    /** What taking in the draft would do. Changes nothing. `lines`: only these, all when null. `from_day`: not before that day. */
    check_draft: (lines: Array<LineId> | null) => Promise<PlanCheck>,
    /** Takes in the draft as the next revision. `lines`: only these; all when null. The draft is gone when no line of the paper is left to enter. */
    confirm_draft: (lines: Array<LineId> | null) => Promise<DraftTakenIn>,
    /** What the paper's words of a line say. Nothing of it is taken by itself. `starts` is the first day of the sheet, where it is known; `language` is that of the titles. */
    suggest_line: (as_written: string, starts: Day | null, language: string) => Promise<LineSuggested>,
    /** The templates, in the order of the weeks. All their lines are off; some are closed to the person, with the reason. */
    templates: () => Promise<Array<TemplateView>>,
    /** The text of a plan file made of a template that is open, with these lines on and all others off. Changes nothing. */
    plan_from_template: (template: PlanId, lines: Array<LineId>) => Promise<string>,
    /** Ticks lines of a template, or takes their ticks out. They wait until a plan that was made of it is taken in; nothing is switched on by them. */
    tick_template: (template: PlanId, lines: Array<LineId>, on: boolean) => Promise<void>,
    /** Every exercise, in the order of their names. */
    catalogue: () => Promise<Array<Exercise>>,
    /** The exercises that fit what was typed, the likeliest first; slips are forgiven. `language` is that of the titles. */
    search_exercises: (query: string, language: string) => Promise<Array<ExerciseId>>,
    /** Every topic to learn about, in the order of reading. */
    topics: () => Promise<Array<Topic>>,
    /** The topics that fit the present week after surgery; null while nobody knows when it was. */
    topics_of_the_week: () => Promise<TopicsOfWeek | null>,
    /** The topics that fit what was typed, the likeliest first; slips are forgiven. `language` is that of the texts. */
    search_topics: (query: string, language: string) => Promise<Array<TopicId>>,
    /** The figure's movement of an exercise; null where nothing can be painted. */
    movement: (exercise: ExerciseId) => Promise<Movement | null>,
    /** Says who enters from now on, until the window is closed or the day is over. */
    set_entered_by: (by: EnteredBy) => Promise<void>,
    /** Records what became of a bout. One that is closed already stays as it is. */
    record_bout: (bout: BoutKey, outcome: Outcome, note: string | null) => Promise<Recorded>,
    /** Replaces what was recorded of a bout; the original stays in the record. */
    correct_bout: (record: RecordId, outcome: Outcome, note: string | null) => Promise<RecordId>,
    /** Takes a record back: it stays in the file and no longer stands. */
    withdraw: (record: RecordId) => Promise<RecordId>,
    /** Puts back what a withdrawal took back, with its time and who entered it. What was recorded of the bout since stays. */
    put_back: (record: RecordId) => Promise<Recorded>,
    /** The days that are over, the latest first: twelve weeks up to yesterday or up to a day. */
    past_days: (through: Day | null) => Promise<PastDays>,
    /** The numbers of a stretch of days; their report is null without a plan. */
    progress: (days: ReportDays) => Promise<Progress>,
    /** Seven days from a day, as a sheet of paper has them; null without a plan. */
    week: (first: Day) => Promise<WeekGrid | null>,
    /** Every entry of a bout, the first one first, with what was corrected or taken back. */
    history: (bout: BoutKey) => Promise<Array<Entry>>,
    /** The boxes of a paper week that are ticked and not kept yet. */
    ticks: () => Promise<Array<WeekEntry>>,
    /** Puts these ticks in the place of those that were there; nothing is recorded by it. */
    keep_ticks: (ticks: Array<WeekEntry>) => Promise<void>,
    /** Records what a sheet of paper says, all or nothing. What is recorded of a bout already stays. */
    record_week: (entries: Array<WeekEntry>) => Promise<Kept>,
    /** Records what the person says of the days without an entry. */
    answer_gap: (from: Day, through: Day, answer: GapAnswer) => Promise<Kept>,
    /** Takes back what was kept together. */
    withdraw_together: (kept: Kept) => Promise<void>,
    /** Records one more bout of a line: in the round it belongs to, else as an extra. */
    record_another: (day: Day, line: LineId, outcome: Outcome) => Promise<Recorded>,
    /** Puts what was recorded of a bout on another day. Both entries stay in the record. */
    move_bout: (record: RecordId, day: Day) => Promise<Recorded>,
    /** Records what the care team said on a day when they were asked for an OK. */
    answer_clearance: (clearance: ClearanceId, answer: ClearanceAnswer, who: string | null, how: string | null, day: Day) => Promise<RecordId>,
    /** Records a pause, and why; without a last day it is open. */
    pause: (from: Day, through: Day | null, reason: PauseReason | null) => Promise<RecordId>,
    /** Records that the person goes on from today. */
    resume: () => Promise<RecordId>,
    /** Records "not a good day" of a day, today or one that is over. */
    not_a_good_day: (day: Day) => Promise<RecordId>,
    /** Records that the care team said that a limit, named by its words, is over. */
    limit_is_over: (limit: string, who: string | null, day: Day) => Promise<RecordId>,
    /** Replaces who said that a limit is over, and when. */
    correct_limit_over: (record: RecordId, who: string | null, day: Day) => Promise<RecordId>,
    /** Records that the person agreed today to a stage of a line, counted from 1. */
    agree_to_stage: (line: LineId, stage: number) => Promise<RecordId>,
    /** Records that the person stays as they are at a stage of a line that began today or begins tomorrow. */
    stay_at_stage: (line: LineId, stage: number) => Promise<RecordId>,
    /** Everything that was said of the plan, and what was taken back of it; the newest first. */
    said: () => Promise<Array<Said>>,
    /** Replaces what the care team said when they were asked for an OK. */
    correct_answer: (record: RecordId, answer: ClearanceAnswer, who: string | null, how: string | null, day: Day) => Promise<RecordId>,
    /** Replaces the days of a pause, and why it was taken. */
    correct_pause: (record: RecordId, from: Day, through: Day | null, reason: PauseReason | null) => Promise<RecordId>,
    /** Puts back what was taken back of what was said; named by the withdrawal. */
    put_back_plan_fact: (record: RecordId) => Promise<RecordId>,
    /** Takes a fact about the plan back: it stays in the file and no longer stands. */
    withdraw_plan_fact: (record: RecordId) => Promise<RecordId>,
    /** Records the answer to the list of emergency signs. A yes ends the session under way and stops exercises and prompts. `mistaken`: asked again, because the yes that stops them was a mistaken tap. */
    answer_signs: (any: boolean, mistaken: boolean) => Promise<RecordId>,
    /** Records who said, and on which day, that the person may go on after a warning sign. */
    may_go_on: (who: string, said_on: Day) => Promise<RecordId>,
    /** Takes back a no to the signs, or that somebody said that the person may go on, which was not meant. */
    withdraw_sign: (record: RecordId) => Promise<RecordId>,
    /** Every answer about the signs, and who said that the person may go on, with what was taken back; the newest first. */
    signs_said: () => Promise<Array<SignSaid>>,
    /** Records that it hurt, in the place of what was said before where that is named, and answers what the plan says to do now. */
    record_hurt: (hurt: Hurt, day: Day | null, instead: RecordId | null) => Promise<HurtAnswer>,
    /** Records scores that the person was asked for, of no exercise; null where one was not rated. Answers what the plan says to do now, for each that was given. */
    answer_pain: (when: PainMoment, back: number | null, leg: number | null) => Promise<Array<HurtAnswer>>,
    /** Records how it hurts now, or how it hurt on a day that is over, because the person wants to say so. What they said of that day before stands beside it. */
    pain_of_day: (back: number | null, leg: number | null, day: Day | null) => Promise<Array<HurtAnswer>>,
    /** The pain scores of some days, in their order, wherever they were said. */
    pain_scores: (day: Day, through: Day) => Promise<Array<PainScore>>,
    /** Records how it hurts on a usual morning. */
    usual_morning: (usual: UsualMorning) => Promise<RecordId>,
    /** Replaces how it hurts on a usual morning, as it was said on a day. */
    correct_usual_morning: (record: RecordId, usual: UsualMorning) => Promise<RecordId>,
    /** Records how a round felt, or one time of a line that was done alone. */
    record_felt: (day: Day, line: LineId | null, place: BoutPlace, felt: Felt) => Promise<RecordId>,
    /** Records that the answer to the question that comes before a line was yes: the line is stopped. */
    asked_and_yes: (line: LineId | null, question: SafetyQuestion) => Promise<RecordId>,
    /** Records that something is newly numb or weak, or that the person feels faint: all exercises are stopped, and the session is over. The line is the one that was being done. */
    stop_all: (because: AllStopped, line: LineId | null) => Promise<HurtAnswer>,
    /** Records that somebody of the team was spoken to about what these records stopped, and that the person may go on. */
    spoken_to: (stops: Array<RecordId>, who: string | null, day: Day, from: Day | null) => Promise<Array<RecordId>>,
    /** */
    correct_spoken_to: (record: RecordId, who: string | null, day: Day, from: Day | null) => Promise<RecordId>,
    /** Begins a session, which waits for the person: a round, one line of a round, or the n-th time of a line that is done at any time of the day. Null when nothing of it is open. A session under way is ended first. */
    session_start: (round: RoundId | null, line: LineId | null, occurrence: number | null) => Promise<SessionView | null>,
    /** Does what the person asked of the session while the step of this turn was on, and answers how it stands now. */
    session_event: (turn: number, event: SessionEvent) => Promise<SessionView>,
    /** The session under way, finished or not; else the rest of one that was under way when the program ended, paused where nobody saw on; null when there is neither. */
    session_view: () => Promise<SessionView | null>,
    /** What the person said of themselves, and how far the first run has come. */
    person: () => Promise<Person>,
    /** How far a day lies from today, for reading it back before it is said. */
    count_days: (date: Day) => Promise<OperationDay>,
    /** Keeps what the person said of themselves; the earlier answer stays in the record. */
    say: (fact: PersonFact) => Promise<RecordId>,
    /** Puts another contact in the place of the person's own. */
    change_contact: (record: RecordId, contact: Contact) => Promise<RecordId>,
    /** Takes one of the person's own contacts back. */
    withdraw_contact: (record: RecordId) => Promise<RecordId>,
    /** The walks that no plan asked for, of the newest days with one, newest first. */
    walks: (days: number) => Promise<Walks>,
    /** Records a walk of a day, 1 to 600 minutes. */
    record_walk: (day: Day, minutes: number) => Promise<RecordId>,
    /** Replaces the minutes of a walk; the original stays in the record. */
    correct_walk: (record: RecordId, minutes: number) => Promise<RecordId>,
    /** Takes a walk back: it stays in the file and no longer stands. */
    withdraw_walk: (record: RecordId) => Promise<RecordId>,
    /** What was measured by hand, how it changed, and what is offered and suggested today. */
    measures: () => Promise<Measures>,
    /** Keeps what was measured or said, all or nothing. A second number of a day takes the place of the first. */
    enter_measures: (facts: Array<MeasureFact>) => Promise<Array<RecordId>>,
    /** Puts a fact about the same in the place of an entry, or takes it back where it is null; the original stays. */
    correct_measure: (record: RecordId, fact: MeasureFact | null) => Promise<RecordId>,
    /** Undoes entries: what each replaced stands again, and what replaced nothing is taken back. */
    undo_measures: (records: Array<RecordId>) => Promise<Array<RecordId>>,
    /** From now on it is timed how long the person sits, also while the program is closed. */
    begin_sitting: () => Promise<void>,
    /** Ends the time of sitting. What is kept of it is entered like any number. */
    end_sitting: () => Promise<void>,
    /** The questions for the team: those still to ask first. */
    questions: () => Promise<Array<QuestionView>>,
    /** Keeps a question for the team. */
    add_question: (text: string) => Promise<RecordId>,
    /** Says anew what a question is, whether it was asked, and what the team answered. */
    change_question: (record: RecordId, text: string, asked: boolean, answer: string | null) => Promise<RecordId>,
    /** Takes a question back: it stays in the file and no longer stands. */
    withdraw_question: (record: RecordId) => Promise<RecordId>,
    /** Keeps that the person was asked about reminders and said "not now". */
    no_reminders_for_now: () => Promise<void>,
    /** The sentences of the screens in the language that is set: asked before the first paint, and when it was changed. */
    sentences: () => Promise<Sentences>,
    /** The tags of the languages that the program speaks. */
    languages: () => Promise<Array<string>>,
    /** Sets the language to one of those. */
    set_language: (tag: string) => Promise<void>,
    /** How the app is set. */
    settings: () => Promise<Settings>,
    /** Switches reminders on or off. */
    set_reminders: (on: boolean) => Promise<void>,
    /** Sets the number to ring in an emergency; null for that of the region. */
    set_emergency_number: (number: string | null) => Promise<void>,
    /** Sets the look. */
    set_look: (look: Look) => Promise<void>,
    /** Sets how a round is led while the hands are busy. */
    set_hands_free: (hands_free: HandsFree) => Promise<void>,
    /** Sets how sessions go, from the next one on. */
    set_session: (choices: SessionChoices) => Promise<void>,
    /** Whether reminders can reach the person. */
    reminder_health: () => Promise<ReminderHealth>,
    /** Shows a reminder that is only a try. */
    send_test_reminder: () => Promise<void>,
    /** Where the data is kept. */
    data_place: () => Promise<DataPlace>,
};

/** What each command takes, in this order. A function for each would be several times as long. */
const TAKES = 'status: today: agenda:day plan: check_plan:bytes,name import_plan:bytes,name,confirmed revision:plan,number export_revision:plan,number save_plan:plan,number changes_since:plan,number,through draft: begin_draft:start,replace save_draft:draft edit_draft:edit discard_draft: count_day:surgery,discharge,starts,day check_draft:lines confirm_draft:lines suggest_line:asWritten,starts,language templates: plan_from_template:template,lines tick_template:template,lines,on catalogue: search_exercises:query,language topics: topics_of_the_week: search_topics:query,language movement:exercise set_entered_by:by record_bout:bout,outcome,note correct_bout:record,outcome,note withdraw:record put_back:record past_days:through progress:days week:first history:bout ticks: keep_ticks:ticks record_week:entries answer_gap:from,through,answer withdraw_together:kept record_another:day,line,outcome move_bout:record,day answer_clearance:clearance,answer,who,how,day pause:from,through,reason resume: not_a_good_day:day limit_is_over:limit,who,day correct_limit_over:record,who,day agree_to_stage:line,stage stay_at_stage:line,stage said: correct_answer:record,answer,who,how,day correct_pause:record,from,through,reason put_back_plan_fact:record withdraw_plan_fact:record answer_signs:any,mistaken may_go_on:who,saidOn withdraw_sign:record signs_said: record_hurt:hurt,day,instead answer_pain:when,back,leg pain_of_day:back,leg,day pain_scores:day,through usual_morning:usual correct_usual_morning:record,usual record_felt:day,line,place,felt asked_and_yes:line,question stop_all:because,line spoken_to:stops,who,day,from correct_spoken_to:record,who,day,from session_start:round,line,occurrence session_event:turn,event session_view: person: count_days:date say:fact change_contact:record,contact withdraw_contact:record walks:days record_walk:day,minutes correct_walk:record,minutes withdraw_walk:record measures: enter_measures:facts correct_measure:record,fact undo_measures:records begin_sitting: end_sitting: questions: add_question:text change_question:record,text,asked,answer withdraw_question:record no_reminders_for_now: sentences: languages: set_language:tag settings: set_reminders:on set_emergency_number:number set_look:look set_hands_free:handsFree set_session:choices reminder_health: send_test_reminder: data_place:';

/** The commands as functions of their arguments, each asked by `invoke`. */
export function commands(invoke: Invoke): Commands {
    const made = TAKES.split(' ').map((one) => {
        const [name = '', takes = ''] = one.split(':');
        const names = takes.split(',');
        return [name, (...given: unknown[]) => invoke(name, Object.fromEntries(given.map((value, at) => [names[at], value])))];
    });
    return Object.fromEntries(made) as Commands;
}

/** Every event with what it carries. */
export type Events = {
    /** The session changed by itself or by an event; null where none is under way any more. */
    "session": SessionView | null;
    /** What was seen could not be recorded; the session is paused. */
    "session-trouble": ApiError;
    /** Another process changed the record: look again. */
    "changed": null;
    /** Backwise was updated: this window no longer holds the record. */
    "updated": null;
    /** A reminder asked for this round. */
    "open-round": RoundId;
    /** The person opened this plan file with the app while the window was open. */
    "open-file": GivenFile;
};
