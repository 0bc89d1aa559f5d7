// A draft as the host keeps it, as far as the screens need it to be tried. The rules themselves are the core's.

import type * as T from './bindings';
import draftEmpty from './fixtures/draft-empty.json';
import draftHalf from './fixtures/draft-half.json';
import draftPresent from './fixtures/draft-present.json';
import draftProblems from './fixtures/draft-problems.json';
import draftVisit from './fixtures/draft-visit.json';
import draftWhole from './fixtures/draft-whole.json';

/** What is being typed in, by the scene's name. */
const DRAFTS: Record<string, unknown> = {
  'draft-empty': draftEmpty,
  'draft-half': draftHalf,
  'draft-problems': draftProblems,
  'draft-whole': draftWhole,
  'draft-visit': draftVisit,
};

/** The draft of a scene. */
export function fakeDraft(scene: string, exercises: T.Exercise[]): FakeDraft {
  const copy = (fixture: unknown) => structuredClone(fixture) as T.DraftView;
  return new FakeDraft(scene in DRAFTS ? copy(DRAFTS[scene]) : null, copy(draftEmpty), copy(draftPresent), exercises);
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const openLine = (place: T.DraftPlace): T.LineId | null =>
  typeof place === 'string' || 'rule' in place ? null : 'line' in place ? place.line : 'stage' in place ? place.stage.line : place.growth;

const NO_DOSE: T.Dose = {
  sets: null, repetitions: null, hold_seconds: null, seconds: null, rest_seconds: null, minutes: null, breaths: null, walking_steps: null,
  metres: null, load: null, load_kg: null, load_most: null, load_most_kg: null, range: null, up_to: [], not_given: [],
};

class FakeDraft {
  /** `view`: what the host says at first; null when nothing is typed in. */
  constructor(
    public view: T.DraftView | null,
    private empty: T.DraftView,
    private present: T.DraftView,
    private exercises: T.Exercise[],
  ) {}

  begin(start: T.DraftStart): T.DraftView {
    return (this.view = structuredClone(start === 'empty-sheet' ? this.empty : this.present));
  }

  inBrief(): T.DraftInBrief | null {
    if (!this.view) return null;
    const { draft, to_enter } = this.view;
    return { title: draft.revision.title, lines: draft.revision.lines.length, taken_in: draft.taken_in.length, to_enter };
  }

  save(draft: T.PlanDraft): T.DraftView {
    const view = this.view ?? this.empty;
    const before = new Map(view.draft.revision.lines.map((line) => [line.id, line]));
    const changed = draft.revision.lines.filter((line) => !same(before.get(line.id), line)).map(({ id }) => id);
    draft.read_back = draft.read_back.filter((id) => !changed.includes(id));
    return this.#show({ ...view, draft });
  }

  edit(edit: T.DraftEdit): T.DraftEdited {
    const draft = structuredClone((this.view ?? this.empty).draft);
    const place = this.#edited(draft, edit);
    return { place, view: this.#show({ ...(this.view ?? this.empty), draft }) };
  }

  /** Takes in `lines`, and keeps the draft with the others. */
  confirm(lines: T.LineId[] | null, check: T.PlanCheck): T.DraftTakenIn {
    if (lines === null || !this.view) this.view = null;
    else this.#show({ ...this.view, draft: { ...this.view.draft, taken_in: lines } });
    return { check, draft: structuredClone(this.view) };
  }

  #show(view: T.DraftView): T.DraftView {
    const { revision, open, read_back, lines_on_sheet } = view.draft;
    const told = new Map(view.lines.map((line) => [line.line, line.told]));
    this.view = structuredClone({
      ...view,
      to_enter: Math.max(0, (lines_on_sheet ?? revision.lines.length) - view.draft.taken_in.length),
      lines: revision.lines.map(({ id }) => ({
        line: id,
        told: told.get(id) ?? { line: id, how_much: [], when: [], waits: [], stages: [] },
        read_back: read_back.includes(id),
        complete: !open.some(({ place }) => openLine(place) === id),
        beside_present: this.present.draft.revision.lines.some((line) => same(line, revision.lines.find((one) => one.id === id))) ? 'kept' : told.has(id) ? 'changed' : 'new',
      })),
    });
    return this.view!;
  }

  #edited(draft: T.PlanDraft, edit: T.DraftEdit): T.DraftPlace {
    const { lines } = draft.revision;
    const at = (id: T.LineId) => lines.findIndex((line) => line.id === id);
    if ('add-line' in edit) {
      const id = `line-${lines.length + 1}`;
      const place = { line: id };
      const { as_written, sheet_no } = edit['add-line'];
      lines.push({
        id, sheet_no, as_written, source: null, off: false, exercise: 'draft', title: '', flags: [], tempo: null, instructions: [],
        safety_question: null, dose: NO_DOSE, side: 'both', frequency: { due: { days: 'every-day', bouts: { 'any-time': { times: 1, most: 1, gap_minutes: null } } } },
        phase: null, stretch: { days: { from: null, until: null } }, clearance: null, stages: [], growth: null,
      });
      for (const asked of ['exercise', 'dose', 'side', 'which-days', 'how-often'] as const) draft.open.push({ place, asked });
      return place;
    }
    if ('copy-line' in edit) {
      const from = at(edit['copy-line'].line);
      const id = `${edit['copy-line'].line}-2`;
      lines.splice(from + 1, 0, { ...structuredClone(lines[from]!), id });
      return { line: id };
    }
    if ('set-exercise' in edit) {
      const { line, exercise } = edit['set-exercise'];
      const known = this.exercises.find((one) => one.id === exercise);
      Object.assign(lines[at(line)]!, { exercise, title: known?.guidance['en']?.title ?? exercise });
      this.#answer(draft, { line }, 'exercise');
      if (known?.sided === 'no') this.#answer(draft, { line }, 'side');
      return { line };
    }
    if ('take' in edit) {
      for (const part of edit.take.parts) this.#take(draft, edit.take.place, part);
      return edit.take.place;
    }
    if ('remove' in edit) {
      const { place } = edit.remove;
      const line = openLine(place);
      if (line !== null && typeof place === 'object' && 'line' in place) lines.splice(at(line), 1);
      draft.open = draft.open.filter((open) => openLine(open.place) !== line || line === null);
      return 'sheet';
    }
    if ('move' in edit) {
      const line = openLine(edit.move.place);
      if (line !== null) lines.splice(edit.move.to - 1, 0, ...lines.splice(at(line), 1));
      return edit.move.place;
    }
    if ('read-back' in edit) {
      const { line, is_right } = edit['read-back'];
      draft.read_back = [...draft.read_back.filter((id) => id !== line), ...(is_right ? [line] : [])];
      return { line };
    }
    if ('answered' in edit) {
      this.#answer(draft, edit.answered.place, edit.answered.asked);
      return edit.answered.place;
    }
    if ('add-rule' in edit) return this.#addRule(draft, edit['add-rule'].rule, edit['add-rule'].as_written);
    if ('own-exercise' in edit) {
      const { line, title, instructions } = edit['own-exercise'];
      Object.assign(lines[at(line)]!, { exercise: 'own', title, instructions });
      this.#answer(draft, { line }, 'exercise');
      return { line };
    }
    const { line, as_written } = edit['add-stage'];
    const { stages } = lines[at(line)]!;
    stages.push({ as_written, begins: 'when-agreed', until: null, dose: NO_DOSE, side: null, frequency: null, replaces: [] });
    const place = { stage: { line, number: stages.length } };
    draft.open.push({ place, asked: 'which-day' });
    return place;
  }

  #addRule(draft: T.PlanDraft, rule: T.RuleKind, as_written: string): T.DraftPlace {
    const sheet = draft.revision;
    const place = (number: number) => ({ rule: { rule, number } });
    if (rule === 'round') {
      sheet.rounds.push({ id: `round-${sheet.rounds.length + 1}`, title: as_written, at: null, routine: null, missed_dose: { as_written: null, gap_minutes: null, most_a_day: null, latest_start: null, latest_ring: null } });
      draft.open.push({ place: place(sheet.rounds.length), asked: 'time' });
      return place(sheet.rounds.length);
    }
    if (rule === 'limit') {
      sheet.precautions.push({ as_written, source: null, kinds: [], lift_kg: null, sit_minutes: null, up_minutes: null, until: { day: null, appointment: null, clearance: null, told_otherwise: false } });
      draft.open.push({ place: place(sheet.precautions.length), asked: 'until' });
      return place(sheet.precautions.length);
    }
    if (rule === 're-entry') {
      sheet.re_entry = { as_written, part: null };
      return place(1);
    }
    if (rule === 'pain-rule') {
      sheet.pain ??= { as_written: null, ask: null, rules: [] };
      sheet.pain.rules.push({ as_written, lines: [], place: 'either', trigger: { 'at-least': 1 }, when: 'any', then: 'stop', lasts: 'until-told', ring: null });
      for (const asked of ['trigger', 'where', 'when', 'then', 'lasts'] as const) draft.open.push({ place: place(sheet.pain.rules.length), asked });
      return place(sheet.pain.rules.length);
    }
    sheet.notes.push({ sheet_no: null, as_written, about: 'general' });
    draft.open.push({ place: place(sheet.notes.length), asked: 'about' });
    return { rule: { rule: 'note', number: sheet.notes.length } };
  }

  #take(draft: T.PlanDraft, place: T.DraftPlace, part: T.LinePart): void {
    const line = draft.revision.lines.find((one) => one.id === openLine(place));
    if (!line || typeof part === 'string') return;
    if ('number' in part) {
      Object.assign(line.dose, { [part.number.key.replaceAll('-', '_')]: part.number.number });
      this.#answer(draft, place, 'dose');
    }
    if ('side' in part) {
      line.side = part.side;
      this.#answer(draft, place, 'side');
    }
    if ('not-on' in part) {
      const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].filter((day) => !part['not-on'].includes(day));
      if (typeof line.frequency === 'object' && 'due' in line.frequency) line.frequency.due.days = { weekdays: days };
      this.#answer(draft, place, 'which-days');
    }
    if ('day-off' in part) draft.revision.days_off.push({ ...part['day-off'], dates: [], except: [], then: 'skip' });
    if ('days' in part) {
      if (typeof line.frequency === 'object' && 'due' in line.frequency) line.frequency.due.days = part.days;
      this.#answer(draft, place, 'which-days');
    }
    if ('times-a-day' in part) {
      if (typeof line.frequency === 'object' && 'due' in line.frequency) line.frequency.due.bouts = { 'any-time': { ...part['times-a-day'], gap_minutes: null } };
      this.#answer(draft, place, 'how-often');
    }
  }

  #answer(draft: T.PlanDraft, place: T.DraftPlace, asked: T.Asked): void {
    draft.open = draft.open.filter((open) => open.asked !== asked || !same(open.place, place));
  }
}

/** What the host says of a day, read from the list `days`: one that is not in it is not known here. */
export function counted(days: T.Day[], surgery: T.Day, discharge: T.Day | null, starts: T.Day, asked: T.DayRef): T.CountedDay {
  const at = (one: T.Day) => days.indexOf(one);
  const [after, operation] = [Object.values(asked)[0] as number, at(surgery)];
  const index =
    'on' in asked ? at(asked.on) : 'after-surgery' in asked ? operation + after : at('after-discharge' in asked ? (discharge ?? surgery) : starts) + after;
  const after_surgery = index - operation;
  return {
    day: days[index] ?? starts, before: days[index - 1] ?? starts, after_surgery, week: Math.floor(after_surgery / 7) + 1, from_today: index - at('2026-11-18'),
  };
}
