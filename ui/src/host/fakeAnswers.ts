// What the fixtures say to questions that change nothing: plan files, templates, searches, other days, reminders.

import type * as T from './bindings';

/** The fixtures that are asked, each a copy of its own every time. */
export interface Answers {
  checkFirst: () => T.PlanCheck;
  checkRefused: () => T.PlanCheck;
  checkRevision: () => T.PlanCheck;
  templates: () => T.TemplateView[];
  catalogue: () => T.Exercise[];
  topics: () => T.Topic[];
  health: () => T.ReminderHealth;
  plan: () => T.PlanView;
  presentPlan: () => T.PlanView;
  /** The day that is recorded, the present day, and how the app is set. */
  other: T.Agenda;
  today: () => T.Day;
  settings: T.Settings;
}

export function fakeAnswers(scene: string, empty: boolean, of: Answers) {
  function planCheck(): T.PlanCheck {
    if (scene === 'differs') {
      const differs: T.AnswerDiffers[] = [{ about: 'operation', plan: '2026-11-02', person: '2026-11-01' }, { about: 'fusion', plan: 'no', person: 'yes' }];
      return { ...of.checkFirst(), checksum: 'right', needs_confirmation: true, differs };
    }
    if (scene === 'refused') return of.checkRefused();
    if (scene === 'first') return of.checkFirst();
    const check = of.checkRevision();
    if (scene === 'remarks') {
      const args = { flag: 'rotation', limit: 'No bending, lifting or twisting', line: 'Clamshell' };
      const place = { line: 190, column: 1 };
      check.remarks = [{ code: 'limit-touches-line', file: 'weeks-3-to-6.backwise', place, args, suggestion: null }];
    }
    if (scene !== 'other-plan') return check;
    const limit = of.plan().rules.find((rule) => rule.thing === 'precaution')!;
    const gone: T.Change = { kind: 'removed', thing: 'precaution', title: limit.as_written ?? '', sheet_no: null, before: limit.told, after: [] };
    return { ...check, kind: 'other-plan', needs_confirmation: true, changes: [...check.changes, gone] };
  }

  function theTemplates(): T.TemplateView[] {
    const all = of.templates();
    if (scene === 'closed') [all[0]!.lock, all[1]!.lock] = [{ why: 'fusion-unknown' }, { why: 'not-yet', from: '2026-12-14' }];
    if (scene === 'closed-floor') all[0]!.locked_lines = [all[0]!.template.sheet.lines[1]!.id];
    for (const view of all) view.ticked = view.template.sheet.lines.map(({ id }) => id).filter((line) => ticks().includes(`${view.template.id} ${line}`));
    return all;
  }

  /** As the host's, they are there again after the window was closed. */
  function ticks(): string[] {
    return JSON.parse(globalThis.sessionStorage?.getItem('example-ticks') ?? '[]') as string[];
  }

  function tickTemplate(template: T.PlanId, lines: T.LineId[], on: boolean): void {
    const said = lines.map((line) => `${template} ${line}`);
    const others = ticks().filter((one) => !said.includes(one));
    globalThis.sessionStorage?.setItem('example-ticks', JSON.stringify(on ? [...others, ...said] : others));
  }

  /** Simpler than the search in Rust: every word must stand in the title or in another name. No slip is forgiven. */
  function searched(words: string): T.ExerciseId[] {
    const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
    const all = of.catalogue();
    const asked = plain(words).split(' ').filter(Boolean);
    const fits = ({ guidance, synonyms }: T.Exercise) => {
      const names = plain([guidance['en']?.title, ...synonyms].join(' '));
      return asked.every((word) => names.includes(word));
    };
    return all.filter(fits).map((exercise) => exercise.id);
  }

  function topicsWith(words: string): T.TopicId[] {
    const asked = words.toLowerCase().split(/[^\p{L}]+/u).filter(Boolean);
    const fits = ({ text, synonyms }: T.Topic) => {
      const names = [text['en']?.title, ...synonyms].join(' ').toLowerCase();
      return asked.every((word) => names.includes(word));
    };
    return of.topics().filter(fits).map((topic) => topic.id);
  }

  function reminderHealth(): T.ReminderHealth {
    if (empty) return { switched_on: false, supported: false, resident_alive: false, last_delivery: null, next: null };
    const found = { ...of.health(), switched_on: of.settings.reminders };
    if (scene === 'reminders-not-running') found.resident_alive = false;
    if (scene === 'reminders-not-taken') found.last_delivery!.taken = false;
    if (scene === 'reminders-untried') found.last_delivery = null;
    return found;
  }

  function thePlan(): T.PlanView {
    if (scene === 'versions') return of.presentPlan();
    const found = of.presentPlan();
    if (scene === 'before-plan') found.in_force_from = found.history[0]!.in_force_from = '2026-12-03';
    if (scene === 'versions-waits') {
      found.revision.number = 2;
      found.history[0]!.in_force_from = '2026-12-01';
    }
    if (scene === 'no-rules') Object.assign(found.revision, { bad_day: null, re_entry: null, precautions: [] });
    return found;
  }

  /** A revision that was taken in; an earlier one had no calf stretch. */
  function theRevision(number: number): T.PlanView {
    const found = thePlan();
    if (number !== found.revision.number) found.revision.lines = found.revision.lines.filter(({ id }) => id !== 'calf-stretch');
    return found;
  }

  /** Any other day: the one that is recorded, or one to come, of which nothing can be. */
  function anotherDay(asked: T.Day): T.Agenda {
    const agenda = { ...structuredClone(of.other), day: asked, is_to_come: asked > (of.today()) };
    if (agenda.is_to_come) {
      for (const item of [...agenda.rounds.flatMap((round) => round.items), ...agenda.any_time]) {
        Object.assign(item, { state: { is: 'upcoming' }, record: null, entered_later: false, corrected: false });
      }
    }
    return agenda;
  }

  return { planCheck, theTemplates, tickTemplate, searched, topicsWith, reminderHealth, thePlan, theRevision, anotherDay };
}

/** The numbers of a stretch: `progress-first`, the first morning; `progress-later`, weeks with a sheet with every rule. */
export function progressOf(scene: string, empty: boolean, days: T.ReportDays, known: Record<'now' | 'first' | 'later' | 'none', T.Progress[]>): T.Progress {
  const when = empty ? 'none' : scene === 'progress-first' ? 'first' : scene === 'progress-later' ? 'later' : 'now';
  return known[when].find((one) => one.days === days)!;
}

/** The session after `event`, as the steps that are recorded let it be told. */
export function after(event: T.SessionEvent, session: T.SessionView | null, steps: Record<string, T.SessionView>): T.SessionView {
  const order = ['begin', 'ready', 'hold', 'next', 'side', 'finished'];
  const at = order.findIndex((name) => steps[name]?.step === session?.step);
  const present = session ?? steps['begin']!;
  if (event.event === 'pause' || event.event === 'resume') return { ...present, paused: event.event === 'pause', was_out_of_sight: false };
  if (event.event === 'out-of-sight') return { ...present, paused: true, was_out_of_sight: true };
  if (event.event === 'next' && present.step === 'rest') return steps['ready']!;
  if (event.event === 'next') return steps[order[Math.min(at + 1, order.length - 1)]!]!;
  if (event.event === 'repeat' || event.event === 'back') return steps['ready']!;
  if (event.event === 'tap') return { ...present, repetition: present.repetition + 1, tapped: present.tapped + 1 };
  if (event.event === 'take-tap-back') return { ...present, repetition: present.repetition - 1, tapped: present.tapped - 1 };
  if (event.event === 'slower' || event.event === 'faster') return { ...present, slower: present.slower + (event.event === 'slower' ? 1 : -1) };
  if (event.event === 'count-by') return { ...present, counting: event.counting };
  if (event.event === 'end') return { ...present, finished: true };
  if (event.event !== 'leave-exercise') return present;
  const items = present.items.map((item, index) => (index === present.item ? { ...item, result: 'skipped' as const } : item));
  return present.item + 1 < items.length ? { ...steps['next']!, items } : { ...present, items, finished: true };
}

/** What was answered about the warning signs, the newest first: a mistaken tap among it. */
export const signsSaid: T.SignSaid[] = [
  { record: 'fake-sign-3', at: '2026-11-17T10:30:00Z', day: '2026-11-17', by: 'helper', fact: { kind: 'go-on', who: 'Dr. Example', said_on: '2026-11-17' }, stands: true },
  { record: 'fake-sign-2', at: '2026-11-17T09:00:00Z', day: '2026-11-17', by: 'person', fact: { kind: 'answer', any: true }, stands: true },
  { record: 'fake-sign-1', at: '2026-11-16T09:01:00Z', day: '2026-11-16', by: 'person', fact: { kind: 'answer', any: false }, stands: true },
  { record: 'fake-sign-0', at: '2026-11-16T09:00:00Z', day: '2026-11-16', by: 'person', fact: { kind: 'answer', any: true }, stands: false },
];
