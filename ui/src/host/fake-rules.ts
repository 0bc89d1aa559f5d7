// Days on which a rule of the sheet, or a journey, shows: steps, beginning again, what is stopped, what is not today.

import type * as T from './bindings';

interface Of {
  day: T.Today;
  turn: (change: (agenda: T.Agenda) => void) => T.RecordId;
  open: (agenda: T.Agenda) => T.AgendaItem[];
  stop: (agenda: T.Agenda, line: T.LineId, because: T.StopBecause, as_written: string | null) => void;
  stopAll: (because: T.StopBecause) => T.RecordId;
  lines: T.Prescription[];
}

/** What the core says of what was done in part: minutes, or so much over all sets. */
export function partOf(outcome: T.Outcome, dose: T.Dose): T.PartDone | null {
  if (outcome.outcome !== 'partly') return null;
  const { minutes, repetitions: each, sets: asked } = dose;
  const { seconds, sets, repetitions, counted } = outcome;
  for (const [unit, of] of [['breaths', dose.breaths], ['steps', dose.walking_steps], ['metres', dose.metres]] as const) {
    const done = Object.entries<number>(counted ?? {}).find(([said]) => said === unit)?.[1];
    if (of !== null && done !== undefined) return { unit, done, asked: (asked ?? 1) * of };
  }
  if (dose.seconds !== null) return seconds === undefined ? null : { unit: 'seconds', done: seconds, asked: (asked ?? 1) * dose.seconds };
  if (minutes !== null) return seconds === undefined ? null : { unit: 'minutes', done: seconds / 60, asked: minutes };
  if (each === null || (sets === null && repetitions === null)) return null;
  return { unit: 'times', done: (sets ?? 0) * each + (repetitions ?? 0), asked: (asked ?? 1) * each };
}

/** A day that asks for nothing. */
const NOTHING = { rounds: [], any_time: [], weeks: [], as_needed: [], next_steps: [], written_up_to: [], bad_day: null };

/** The scenes, by name. */
export function ruleScenes({ day, turn, open, stop, stopAll, lines }: Of): Record<string, () => unknown> {
  return {
    'journey-again': () => {
      Object.assign(day, { next: null, travelled: { left_out: [], again: true } });
      return turn((agenda) => {
        const left = open(agenda).filter(({ record }) => record === null);
        for (const item of left) Object.assign(item, { state: { is: 'not-required' }, not_required: 'day-again' });
      });
    },
    'populated-gap': () => {
      day.next = { index: 1, is_due: false };
      return turn(({ rounds: [first, second] }) => {
        for (const item of first!.items) Object.assign(item, { state: { is: 'done' }, record: `fake-${item.bout.line}` });
        for (const item of second!.items) Object.assign(item, { state: { is: 'upcoming' }, not_before: '2026-11-18T14:40:00Z' });
      });
    },
    'at-end': () => {
      day.next = null;
      return turn((agenda) => Object.assign(agenda, { at_end: { over: '2026-11-17' }, ...NOTHING }));
    },
    'put-off': () => {
      day.next = null;
      const put_off = { to: '2026-12-02', counts_from: '2026-11-02', next: null, holds: true };
      return turn((agenda) => Object.assign(agenda, { after_surgery: -14, week: 0, put_off, ...NOTHING, in_words: [] }));
    },
    helper: () => (day.entered_by = 'helper'),
    'populated-steps': () =>
      turn(({ any_time }) => {
        for (const { bout, dose } of any_time) if (bout.line === 'walk') Object.assign(dose, { minutes: null, walking_steps: 2000 });
      }),
    'populated-seconds': () =>
      turn(({ any_time }) => {
        for (const { bout, dose } of any_time) if (bout.line === 'walk') Object.assign(dose, { minutes: null, sets: 3, seconds: 30 });
      }),
    'full-evening': () => {
      day.next = { index: 8, is_due: true };
      turn(({ rounds, any_time, weeks }) => {
        rounds.slice(0, 8).forEach((round, at) => {
          const is = at < 3 ? 'done' : at === 4 ? 'not-required' : 'no-entry';
          for (const item of round.items) Object.assign(item, { state: { is }, record: is === 'done' ? `fake-${item.bout.line}-${at}` : null });
        });
        for (const item of rounds[8]!.items) item.state = { is: 'due' };
        Object.assign(rounds[9]!.items[0]!, { state: { is: 'upcoming' }, not_before: '2026-11-18T20:15:00Z' });
        const walks = any_time.filter((item) => item.bout.line === 'walk');
        Object.assign(walks[0]!, { state: { is: 'done' }, record: 'fake-walk' });
        Object.assign(walks[1]!, { state: { is: 'upcoming' }, not_before: '2026-11-18T20:15:00Z' });
        weeks.push({ ...weeks[0]!, line: 'squat', title: 'Small squat', done: 1, today: 'resting' }, { ...weeks[0]!, line: 'row', title: 'Band row', done: 3, today: 'complete' });
      });
    },
    'full-limit-holds': () =>
      turn(({ in_words, weeks }) => {
        const { id, title, sheet_no, as_written } = lines.find((line) => line.id === 'heel-raises')!;
        in_words.push({ line: id, title, sheet_no, as_written, why: 'limit', waits_for: null, grown: null });
        weeks.push({ ...weeks[0]!, line: 'turn', title: 'Trunk turn', asked: 0, done: 0, kept_back: 3, today: 'limit-holds' }, { ...weeks[0]!, line: 'squat', title: 'Small squat', done: 1, kept_back: 1, today: 'stopped' });
      }),
    'full-to-ask': () => day.to_ask.push({ id: 'nurse', as_written: 'Heel raises from day 21, if the nurse agrees', from_whom: 'the ward nurse', ask_on: '2026-11-17' }),
    'full-not-today': () => {
      const next = '2026-11-20';
      day.not_today = [
        { line: 'bridge', because: { 'every-n-days': 2 }, next },
        { line: 'walk', because: { weekdays: ['Mon', 'Fri'] }, next },
        { line: 'brace', because: 'day-off', next },
        { line: 'wall-push-up', because: { 'other-turn': 'A' }, next: null },
      ];
    },
    'full-done-days': () =>
      turn(({ in_words }) => (in_words.find(({ why }) => why === 'stage-waits')!.waits_for = { 'done-days': { asked: 5, done: 3 } })),
    'full-growth-waits': () =>
      turn((agenda) => {
        const { title, dose, side } = lines.find((one) => one.id === 'walk')!;
        const as_written = 'Walk 10 minutes, two minutes more each week';
        const grown = { dose: { ...dose, minutes: 12 }, side };
        agenda.in_words.push({ line: 'walk', title, sheet_no: null, as_written, why: 'stage-waits', waits_for: { 'persons-yes': { stage: 2 } }, grown });
      }),
    'full-new-steps': () =>
      turn((agenda) => {
        const step = (line: string, as_written: string, stage: number, begins: T.Day) => {
          const { title, dose, side } = lines.find((one) => one.id === line)!;
          const grown = line === 'walk' ? { dose: { ...dose, minutes: 12 }, side } : null;
          agenda.next_steps.push({ line, title, sheet_no: null, as_written, stage, begins, grown });
        };
        step('walk', 'Walk 10 minutes, two minutes more each week', 1, agenda.day);
        step('bridge', 'From Thursday on twelve times', 2, agenda.next);
      }),
    'full-again': () => turn((agenda) => {
      const as_written = 'After a break, begin again with half for three days';
      agenda.re_entry = { since: agenda.day, through: '2026-11-20', as_written };
      for (const item of open(agenda)) item.lighter = { because: 'after-pause', as_written };
    }),
    'full-again-same': () => turn((agenda) => (agenda.re_entry = { since: agenda.day, through: null, as_written: null })),
    'full-stopped': () => {
      day.next = { index: 1, is_due: false };
      return turn((agenda) => {
        stop(agenda, 'ankle-pumps', 'rule', 'Stop an exercise if pain is over 5 out of 10; ring the ward line');
        stop(agenda, 'walk', { asked: 'calf' }, null);
      });
    },
    'full-numb': () => stopAll('numb'),
    'full-second-stop': () => stopAll('second-stop'),
    'full-no-contacts': () => stopAll('faint'),
    'full-calf-first': () =>
      turn((agenda) => {
        for (const item of open(agenda)) item.safety_question = item.bout.line === agenda.rounds[0]!.items[0]!.bout.line ? 'calf' : null;
        for (const item of agenda.any_time) item.safety_question = 'calf';
      }),
  };
}
