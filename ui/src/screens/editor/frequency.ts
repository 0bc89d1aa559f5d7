// How often a line is done, taken apart into the questions that a person answers.

import type { Bouts, DayPattern, Frequency } from '../../host';

export type Way = 'due' | 'as-needed' | 'technique';
export type BoutsKind = 'any-time' | 'in-rounds' | 'every-hours';
export type DaysKind = 'every-day' | 'weekdays' | 'not-on' | 'every-n-days' | 'times-a-week' | 'turn';

export type Due = { days: DayPattern; bouts: Bouts };

export const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function wayOf(frequency: Frequency): Way {
  if (frequency === 'technique') return 'technique';
  return 'due' in frequency ? 'due' : 'as-needed';
}

export const dueOf = (frequency: Frequency): Due | null => (typeof frequency === 'object' && 'due' in frequency ? frequency.due : null);

export function boutsKind(bouts: Bouts): BoutsKind {
  if ('any-time' in bouts) return 'any-time';
  return 'in-rounds' in bouts ? 'in-rounds' : 'every-hours';
}

/** A stretch of most of the week is easier to say by the days that are left out. */
export function daysKind(days: DayPattern): DaysKind {
  if (days === 'every-day') return 'every-day';
  if ('weekdays' in days) return days.weekdays.length > 4 ? 'not-on' : 'weekdays';
  if ('every-n-days' in days) return 'every-n-days';
  return 'times-a-week' in days ? 'times-a-week' : 'turn';
}

/** The days of the week that are not among `days`. */
export const others = (days: string[]): string[] => WEEK.filter((day) => !days.includes(day));
