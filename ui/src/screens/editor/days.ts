// Days as a sheet says them: dates, or so many days after something.

import type { DayRef, Revision } from '../../host';

export type DayKind = 'on' | 'after-surgery' | 'after-discharge' | 'after-start';

export function kindOf(day: DayRef): DayKind {
  if ('on' in day) return 'on';
  if ('after-surgery' in day) return 'after-surgery';
  return 'after-discharge' in day ? 'after-discharge' : 'after-start';
}

/** So many days of a counted day; null for a date. */
export function daysOf(day: DayRef): number | null {
  if ('on' in day) return null;
  return Object.values(day)[0] as number;
}

/** So many days after the operation, after coming home, or after the first day of the sheet. */
export function counted(kind: Exclude<DayKind, 'on'>, days: number): DayRef {
  if (kind === 'after-surgery') return { 'after-surgery': days };
  return kind === 'after-discharge' ? { 'after-discharge': days } : { 'after-start': days };
}

/** The first day of `week` and the first day after it, counted from the operation as the sheet counts weeks. */
export function daysOfWeek(week: number, weeksCounted: Revision['weeks_counted']): { first: number; after: number } {
  const first = weeksCounted === 'completed' ? week * 7 : (week - 1) * 7;
  return { first, after: first + 7 };
}

/** The last week before the day that is so many days after the operation; null where that is no end of a week. */
export function lastWeekBefore(days: number, weeksCounted: Revision['weeks_counted']): number | null {
  if (days % 7 !== 0) return null;
  return weeksCounted === 'completed' ? days / 7 - 1 : days / 7;
}
