// What the paper's words seem to say, and what of it stands in the line already.

import type { LinePart, Prescription, Revision } from '../../host';
import { dueOf, others } from './frequency';

/** The questions of a line that its words can answer. */
export type Answered = 'exercise' | 'dose' | 'side' | 'often' | 'later' | 'span';

const FIELDS = {
  sets: 'sets', repetitions: 'repetitions', 'hold-seconds': 'hold_seconds', seconds: 'seconds', minutes: 'minutes', breaths: 'breaths',
  'walking-steps': 'walking_steps', metres: 'metres',
} as const;

const alike = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Whether what stands there says all that `part` says; what is null in it is not said. */
const says = (there: object, part: object) => Object.entries(part).every(([key, value]) => value === null || alike(there[key as keyof typeof there], value));

/** Which question of the line `part` answers. */
export function answeredBy(part: LinePart): Answered {
  const key = typeof part === 'string' ? part : Object.keys(part)[0]!;
  if (key === 'exercise' || key === 'side') return key;
  if (key === 'growth') return 'later';
  if (key === 'last-day') return 'span';
  return ['number', 'up-to', 'rest-seconds', 'load', 'load-kg', 'range', 'not-given'].includes(key) ? 'dose' : 'often';
}

/**
 * Whether `part` stands in `line` of `sheet`, or beside it. `isOpen` says whether a question about the line is still open: what stands there then means
 * nothing.
 */
export function holds(line: Prescription, sheet: Revision, part: LinePart, isOpen: (asked: 'exercise' | 'side' | 'which-days' | 'how-often') => boolean): boolean {
  const due = dueOf(line.frequency);
  if (part === 'technique') return line.frequency === 'technique';
  if ('exercise' in part) return line.exercise === part.exercise && !isOpen('exercise');
  if ('number' in part) return line.dose[FIELDS[part.number.key]] === part.number.number;
  if ('up-to' in part) return line.dose.up_to.some(([key, most]) => key === part['up-to'].key && most === part['up-to'].most);
  if ('rest-seconds' in part) return line.dose.rest_seconds === part['rest-seconds'];
  if ('load' in part) return line.dose.load === part.load;
  if ('load-kg' in part) return line.dose.load_kg === part['load-kg'];
  if ('range' in part) return line.dose.range === part.range;
  if ('growth' in part) {
    const { growth, stages } = line;
    // A line with stages cannot grow besides.
    return stages.length > 0 || (growth !== null && says({ ...growth, most: growth.at_most }, part.growth));
  }
  if ('last-day' in part) {
    // What goes by weeks has its end already.
    return !('days' in line.stretch) || alike(line.stretch.days.until, { on: part['last-day'].until });
  }
  if ('not-given' in part) return line.dose.not_given.includes(part['not-given']);
  if ('side' in part) return line.side === part.side && !isOpen('side');
  if ('as-needed' in part) {
    return typeof line.frequency === 'object' && 'as-needed' in line.frequency && says(line.frequency['as-needed'], part['as-needed']);
  }
  if ('days' in part) return !isOpen('which-days') && due !== null && alike(due.days, part.days);
  if ('not-on' in part) {
    return !isOpen('which-days') && due !== null && alike(due.days, { weekdays: others(part['not-on']) });
  }
  if ('day-off' in part) return sheet.days_off.some(({ weekdays }) => alike(weekdays, part['day-off'].weekdays));
  if ('every-days' in part) {
    return !isOpen('which-days') && due !== null && typeof due.days === 'object' && 'every-n-days' in due.days && due.days['every-n-days'].n === part['every-days'];
  }
  if (isOpen('how-often') || due === null) return false;
  const { bouts } = due;
  if ('times-a-day' in part) return 'any-time' in bouts && says(bouts['any-time'], part['times-a-day']);
  if ('gap-minutes' in part) return 'any-time' in bouts && bouts['any-time'].gap_minutes === part['gap-minutes'];
  if ('every-hours' in part) return 'every-hours' in bouts && says(bouts['every-hours'], part['every-hours']);
  if (!('in-rounds' in bouts)) return false;
  const rounds = sheet.rounds.filter(({ id }) => bouts['in-rounds'].includes(id));
  const isIn = (named: string) => rounds.some(({ title, routine }) => [title, routine].some((one) => one?.toLowerCase() === named.toLowerCase()));
  return rounds.length === part.rounds.length && part.rounds.every(isIn);
}
