// A draft as the host keeps it, as far as the screens need it to be tried. The rules themselves are the core's.

import type * as T from './bindings';
import draftEmpty from './fixtures/draft-empty.json';
import draftHalf from './fixtures/draft-half.json';
import draftMade from './fixtures/draft-made.json';
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
  // What taking it in would do cannot be told.
  'draft-unchecked': draftWhole,
  'draft-visit': draftVisit,
};

/** Where the draft is left. */
const DRAFT = 'draft';

/** The draft of a scene. */
export function fakeDraft(scene: string, exercises: T.Exercise[]): FakeDraft {
  const copy = (fixture: unknown) => structuredClone(fixture) as T.DraftView;
  // As the host's: it is there again after the window was closed.
  const left = globalThis.sessionStorage?.getItem(DRAFT);
  return new FakeDraft(left ? (JSON.parse(left) as T.DraftView) : scene in DRAFTS ? copy(DRAFTS[scene]) : null, copy(draftEmpty), copy(draftPresent), exercises);
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const openLine = (place: T.DraftPlace): T.LineId | null =>
  typeof place === 'string' || 'rule' in place ? null : 'line' in place ? place.line : 'stage' in place ? place.stage.line : place.growth;

/** What the core makes, and what it asks then. */
const MADE = draftMade as unknown as Record<T.RuleKind | 'line' | 'stage', { key: string; made: unknown; asked: T.Asked[] }> & {
  often: { said: T.Often; made: T.Frequency; asked: T.Asked[] }[];
  then: { said: T.PainThen; made: T.PainAction; asked: T.Asked[] }[];
  growth: { made: T.Growth; asked: T.Asked[] };
  part: { made: T.ReEntry['part']; asked: T.Asked[] };
};

/** The same, made of `words` and called `id`. */
const made = <One>(what: T.RuleKind | 'line' | 'stage', words: string | null, id = ''): One =>
  JSON.parse(JSON.stringify(MADE[what].made).replaceAll('"Words"', JSON.stringify(words)).replaceAll('"words"', JSON.stringify(id))) as One;

/** Which way of saying how often it is. */
function kindOf(said: T.Often): string {
  const [part, value] = typeof said === 'string' ? [said, ''] : Object.entries(said)[0]!;
  return `${part} ${typeof value === 'string' ? value : Object.keys(value as object)[0]}`;
}

/** The questions that each part of how often may open or end. */
const OF_DAYS: T.Asked[] = ['which-days', 'counting-from', 'not-running'];
const OF_BOUTS: T.Asked[] = ['how-often', 'between-hours'];

/** What was typed and not added. */
function notAdded({ unfinished, revision }: T.PlanDraft): T.NotAdded[] {
  const said = Object.entries(unfinished).filter(([field, words]) => field !== 'next-number' && words.trim());
  return said.map(([field, words]) => {
    const of = field.slice(field.indexOf(' ') + 1);
    const from = of.search(/[{"]/);
    const place = (from >= 0 ? JSON.parse(of.slice(from)) : field.startsWith('rule ') ? { rule: { rule: of, number: 1 } } : { line: of }) as T.DraftPlace;
    const line = openLine(place);
    const isThere = line === null || revision.lines.some(({ id }) => id === line);
    return { field, words: field.startsWith('number ') ? `${of.slice(0, from).trim()}: ${words}` : words.trim(), place: isThere ? place : null };
  });
}

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
    else this.#show({ ...this.view, draft: { ...this.view.draft, taken_in: lines, from_day: null } });
    return { check, draft: structuredClone(this.view) };
  }

  #show(view: T.DraftView): T.DraftView {
    const { revision, open, read_back, lines_on_sheet } = view.draft;
    const known = new Map(view.lines.map((line) => [line.line, line]));
    const isGone = ({ id }: T.Prescription) => !revision.lines.some((line) => line.id === id);
    this.view = structuredClone({
      ...view,
      not_added: notAdded(view.draft),
      removed: this.present.draft.revision.lines.filter(isGone).map(({ id, title }) => ({ line: id, title })),
      to_enter: Math.max(0, (lines_on_sheet ?? revision.lines.length) - view.draft.taken_in.length),
      lines: revision.lines.map(({ id, frequency }) => ({
        line: id,
        told: known.get(id)?.told ?? { line: id, how_much: [], when: [], waits: [], stages: [] },
        from: known.get(id)?.from ?? null,
        read_back: read_back.includes(id),
        complete: !open.some(({ place }) => openLine(place) === id),
        waits_for: known.get(id)?.waits_for ?? [],
        beside_present: this.present.draft.revision.lines.some((line) => same(line, revision.lines.find((one) => one.id === id))) ? 'kept' : known.has(id) ? 'changed' : 'new',
        may_follow: JSON.stringify(frequency).includes('"not_two_days_running":false'),
        not_read: known.get(id)?.not_read ?? [],
      })),
    });
    globalThis.sessionStorage?.setItem(DRAFT, JSON.stringify(this.view));
    return this.view!;
  }

  #edited(draft: T.PlanDraft, edit: T.DraftEdit): T.DraftPlace {
    const { lines } = draft.revision;
    const at = (id: T.LineId) => lines.findIndex((line) => line.id === id);
    if ('add-line' in edit) {
      const id = `line-${lines.length + 1}`;
      const place = { line: id };
      const { as_written, sheet_no } = edit['add-line'];
      lines.push({ ...made<T.Prescription>('line', as_written, id), sheet_no });
      this.#ask(draft, place, MADE.line.asked);
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
    if ('from-now-on' in edit) {
      const { line } = edit['from-now-on'];
      return lines[at(line)]!.stages.length > 0 ? { stage: { line, number: 1 } } : { line };
    }
    if ('put-back' in edit) {
      const { line } = edit['put-back'];
      lines.push(structuredClone(this.present.draft.revision.lines.find(({ id }) => id === line)!));
      return { line };
    }
    if ('remove' in edit) {
      const { place } = edit.remove;
      const line = openLine(place);
      if (line !== null && typeof place === 'object' && 'line' in place) lines.splice(at(line), 1);
      draft.open = draft.open.filter((open) => openLine(open.place) !== line || line === null);
      return 'sheet';
    }
    if ('move' in edit) {
      const { place, to } = edit.move;
      const line = openLine(place);
      const [all, from] = line === null && typeof place === 'object' && 'rule' in place ? [draft.revision.pain!.rules, place.rule.number - 1] : [lines, at(line!)];
      all.splice(to - 1, 0, ...(all.splice(from, 1) as never[]));
      return place;
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
    if ('add-stage' in edit) {
      const { line, as_written } = edit['add-stage'];
      const { stages } = lines[at(line)]!;
      stages.push(made('stage', as_written));
      const place = { stage: { line, number: stages.length } };
      this.#ask(draft, place, MADE.stage.asked);
      return place;
    }
    if ('add-growth' in edit) {
      const { line } = edit['add-growth'];
      lines[at(line)]!.growth = structuredClone(MADE.growth.made);
      this.#ask(draft, { growth: line }, MADE.growth.asked);
      return { growth: line };
    }
    if ('set-then' in edit) {
      const { place, then } = edit['set-then'];
      const { made, asked } = MADE.then.find(({ said }) => said === then)!;
      if (typeof place === 'object' && 'rule' in place) draft.revision.pain!.rules[place.rule.number - 1]!.then = structuredClone(made);
      for (const one of ['then', 'rounding', 'lasts'] as const) {
        this.#answer(draft, place, one);
        if (asked.includes(one)) this.#ask(draft, place, [one]);
      }
      return place;
    }
    if ('set-part' in edit) {
      const place: T.DraftPlace = { rule: { rule: 're-entry', number: 1 } };
      const { re_entry } = draft.revision;
      const isNew = re_entry!.part === null;
      re_entry!.part = edit['set-part'].percent === null ? null : (re_entry!.part ?? structuredClone(MADE.part.made));
      if (re_entry!.part) re_entry!.part[0].percent = edit['set-part'].percent!;
      if (isNew) this.#ask(draft, place, MADE.part.asked);
      return place;
    }
    if ('set-often' in edit) return this.#setOften(draft, edit['set-often'].place, edit['set-often'].said);
    if ('rule-read-back' in edit) {
      const { rule, is_right } = edit['rule-read-back'];
      draft.rules_read_back = [...draft.rules_read_back.filter((read) => !same(read, rule)), ...(is_right ? [rule] : [])];
      return 'sheet';
    }
    if ('count-weeks' in edit) {
      draft.revision.weeks_counted = edit['count-weeks'].counted;
      return 'sheet';
    }
    throw new Error(`the fake knows no such edit: ${JSON.stringify(edit)}`);
  }

  #addRule(draft: T.PlanDraft, rule: T.RuleKind, as_written: string): T.DraftPlace {
    const sheet = draft.revision as unknown as Record<string, unknown>;
    const { key, asked } = MADE[rule];
    let number = 1;
    if (rule === 'pain-rule') {
      draft.revision.pain ??= { as_written: null, ask: null, rules: [] };
      number = draft.revision.pain.rules.push(...made<T.Pain>(rule, as_written).rules);
    } else if (Array.isArray(sheet[key])) number = (sheet[key] as unknown[]).push(made(rule, as_written, `${rule}-${(sheet[key] as unknown[]).length + 1}`));
    else sheet[key] = sheet[key] ? { ...(sheet[key] as object), as_written } : made(rule, as_written);
    const place = { rule: { rule, number } };
    this.#ask(draft, place, asked);
    return place;
  }

  #setOften(draft: T.PlanDraft, place: T.DraftPlace, said: T.Often): T.DraftPlace {
    const line = draft.revision.lines.find((one) => one.id === openLine(place));
    const stage = line && typeof place === 'object' && 'stage' in place ? line.stages[place.stage.number - 1] : undefined;
    const end = (asked: T.Asked[]) => asked.forEach((one) => this.#answer(draft, place, one));
    if (stage && (said === 'differs' || said === 'as-line')) {
      stage.frequency = said === 'differs' ? structuredClone(line!.frequency) : null;
      end([...OF_DAYS, ...OF_BOUTS]);
      if (said === 'differs') this.#ask(draft, place, ['how-often']);
      return place;
    }
    const known = MADE.often.find((one) => kindOf(one.said) === kindOf(said));
    const programme = typeof place === 'object' && 'rule' in place ? draft.revision.programmes[place.rule.number - 1] : undefined;
    const here = stage ?? line;
    if (!known || (!here && !programme)) throw new Error(`the fake knows no such way: ${JSON.stringify(said)}`);
    if (typeof said === 'string') {
      here!.frequency = structuredClone(known.made);
      end([...OF_DAYS, ...OF_BOUTS]);
      if (said === 'due') this.#ask(draft, place, ['which-days', 'how-often']);
      if (said === 'technique') end(['dose', 'side']);
      return place;
    }
    const [touched, opens] = 'days' in said ? [OF_DAYS, known.asked.filter((one) => OF_DAYS.includes(one))] : [OF_BOUTS, known.asked.filter((one) => OF_BOUTS.includes(one))];
    end(touched);
    this.#ask(draft, place, opens);
    if (programme && 'days' in said) programme.days = said.days;
    else if (here && typeof here.frequency === 'object' && here.frequency && 'due' in here.frequency) Object.assign(here.frequency.due, said);
    return place;
  }

  #take(draft: T.PlanDraft, place: T.DraftPlace, part: T.LinePart): void {
    const line = draft.revision.lines.find((one) => one.id === openLine(place));
    if (!line || typeof part === 'string') throw new Error(`the fake takes no ${JSON.stringify(part)}`);
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
    if ('day-off' in part) {
      const off = this.#addRule(draft, 'day-off', part['day-off'].as_written);
      draft.revision.days_off.at(-1)!.weekdays = part['day-off'].weekdays;
      this.#answer(draft, off, 'day');
    }
    if ('days' in part) {
      if (typeof line.frequency === 'object' && 'due' in line.frequency) line.frequency.due.days = part.days;
      this.#answer(draft, place, 'which-days');
    }
    if ('times-a-day' in part) {
      if (typeof line.frequency === 'object' && 'due' in line.frequency) line.frequency.due.bouts = { 'any-time': { ...part['times-a-day'], gap_minutes: null } };
      this.#answer(draft, place, 'how-often');
    }
  }

  #ask(draft: T.PlanDraft, place: T.DraftPlace, asked: T.Asked[]): void {
    for (const one of asked) draft.open.push({ place, asked: one });
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
