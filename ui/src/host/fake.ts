// Answers the screens from fixtures. A build of its own: nothing of it is shipped.
// The fixtures are written by a Rust test from the real types.

import agenda from './fixtures/agenda.json';
import catalogue from './fixtures/catalogue.json';
import checkFirst from './fixtures/check-first.json';
import checkRefused from './fixtures/check-refused.json';
import checkRevision from './fixtures/check-revision.json';
import dataPlace from './fixtures/data-place.json';
import plan from './fixtures/plan.json';
import movements from './fixtures/movements.json';
import health from './fixtures/reminder-health.json';
import sessions from './fixtures/session.json';
import settings from './fixtures/settings.json';
import today from './fixtures/today.json';
import type * as T from './bindings';
import type { Host } from './index';

// JSON knows no unions of words; the Rust test that writes the files does.
const copy = <Out>(fixture: unknown) => structuredClone(fixture) as Out;

/**
 * A host for `scene`: `populated`, `empty`, `error` (every question fails), `locked` (the record cannot be
 * opened), `refused` (a file with faults), `first` (a file and no plan yet), `other-plan` (a file of another plan that
 * has one limit less), `later` (nothing is due yet), `reminders-…` (what keeps them from arriving), `session-…` (a
 * round at that step).
 */
export function fakeHost(scene: string): Host {
  const empty = scene === 'empty' || scene === 'first' || scene === 'refused';
  const day = copy<T.Today>(today);
  if (scene === 'later' && day.next) day.next = { index: 1, is_due: false };
  const other = copy<T.Agenda>(agenda);
  const set = copy<T.Settings>(settings);
  let session: T.SessionView | null = null;
  const steps = copy<Record<string, T.SessionView>>(sessions);
  if (scene.startsWith('session-')) session = steps[scene.slice('session-'.length)] ?? null;
  let records = 0;

  const items = [day.agenda, other].flatMap((one) =>
    one ? [...one.rounds.flatMap((round) => round.items), ...one.any_time] : [],
  );
  // Each file of fixtures counts its records from one.
  for (const item of items) if (item.record && item.bout.day === other.day) item.record = `${item.record}-before`;
  const failure: T.ApiError = { code: 'failed', args: {}, detail: 'the scene asks for an error' };
  const answer = <Out>(value: Out): Promise<Out> =>
    scene === 'error' ? Promise.reject(failure) : Promise.resolve(structuredClone(value));

  function close(item: T.AgendaItem | undefined, outcome: T.Outcome): T.RecordId {
    const record = `fake-${++records}`;
    if (item) {
      item.record = record;
      item.state = outcome.outcome === 'skipped' ? { is: 'skipped', reason: outcome.reason } : { is: outcome.outcome };
    }
    return record;
  }

  function step(event: T.SessionEvent): T.SessionView {
    const order = ['begin', 'ready', 'hold', 'next', 'side', 'finished'];
    const at = order.findIndex((name) => steps[name]?.step === session?.step);
    const present = session ?? steps['begin']!;
    if (event.event === 'pause') session = { ...present, paused: true };
    if (event.event === 'resume') session = { ...present, paused: false };
    if (event.event === 'next') session = steps[order[Math.min(at + 1, order.length - 1)]!]!;
    if (event.event === 'back') session = steps['ready']!;
    if (event.event === 'leave-exercise') {
      const items = present.items.map((item, index) => (index === present.item ? { ...item, result: 'skipped' as const } : item));
      session = present.item + 1 < items.length ? { ...steps['next']!, items } : { ...present, items, finished: true };
    }
    if (event.event === 'end') session = { ...present, finished: true };
    return session ?? present;
  }

  /** Any other day: the one that is recorded, or one to come, of which nothing can be. */
  function anotherDay(asked: T.Day): T.Agenda {
    const agenda = { ...structuredClone(other), day: asked, is_to_come: asked > (day.agenda?.day ?? '') };
    if (agenda.is_to_come) {
      for (const item of [...agenda.rounds.flatMap((round) => round.items), ...agenda.any_time]) {
        Object.assign(item, { state: { is: 'upcoming' }, record: null, entered_later: false, corrected: false });
      }
    }
    return agenda;
  }

  function planCheck(): T.PlanCheck {
    if (scene === 'refused') return copy(checkRefused);
    if (scene === 'first') return copy(checkFirst);
    const check = copy<T.PlanCheck>(checkRevision);
    if (scene !== 'other-plan') return check;
    const title = copy<T.PlanView>(plan).revision.precautions[0]!.as_written;
    const gone: T.Change = { kind: 'removed', thing: 'precaution', title, sheet_no: null, before: title, after: null };
    return { ...check, kind: 'other-plan', needs_confirmation: true, changes: [...check.changes, gone] };
  }

  function reminderHealth(): T.ReminderHealth {
    if (empty) return { switched_on: false, supported: false, resident_alive: false, last_delivery: null, next: null };
    const found = { ...copy<T.ReminderHealth>(health), switched_on: set.reminders };
    if (scene === 'reminders-not-running') found.resident_alive = false;
    if (scene === 'reminders-not-taken') found.last_delivery!.taken = false;
    if (scene === 'reminders-untried') found.last_delivery = null;
    return found;
  }

  return {
    status: () =>
      Promise.resolve({
        trouble: scene === 'locked' ? { code: 'newer-file', args: { found: '9', known: '1' }, detail: 'schema 9' } : null,
        open_round: null,
        version: '0.1.0',
      }),
    today: () => answer(empty ? { ...day, agenda: null, next: null, yesterday_without_entry: null } : day),
    agenda: (asked) => answer(empty ? null : asked === day.agenda?.day ? day.agenda : asked === other.day ? other : anotherDay(asked)),
    plan: () => answer(empty ? null : copy<T.PlanView>(plan)),
    check_plan: () => answer(planCheck()),
    import_plan: () => answer(planCheck()),
    export_plan: () => answer(empty ? null : 'format = 1\nplan = "weeks-3-to-6"\nrevision = 1\n'),
    catalogue: () => answer(scene === 'empty' ? [] : copy<T.Exercise[]>(catalogue)),
    movement: (exercise) => answer((movements as unknown as Record<string, T.Movement>)[exercise] ?? null),
    record_bout: (bout, outcome) => {
      const item = items.find((one) => JSON.stringify(one.bout) === JSON.stringify(bout));
      return answer({ record: close(item, outcome), already: false });
    },
    correct_bout: (record, outcome) => {
      const item = items.find((one) => one.record === record);
      if (item) item.corrected = true;
      return answer(close(item, outcome));
    },
    withdraw: (record) => {
      const item = items.find((one) => one.record === record);
      if (item) Object.assign(item, { record: null, state: { is: 'due' } });
      return answer(`fake-${++records}`);
    },
    record_pain: () => answer(`fake-${++records}`),
    session_start: () => answer((session = steps['begin']!)),
    session_event: (event) => answer(step(event)),
    session_view: () => answer(session),
    settings: () => answer(set),
    set_reminders: (on) => answer(void (set.reminders = on)),
    set_look: (look) => answer(void (set.look = look)),
    reminder_health: () => answer(reminderHealth()),
    send_test_reminder: () => (scene === 'reminders-test-fails' ? Promise.reject({ ...failure, code: 'reminders-failed' }) : answer(undefined)),
    data_place: () => answer(empty ? { ...dataPlace, records: 0 } : dataPlace),
    on: () => undefined,
  };
}
