// Days as a sheet says them: dates, or so many days after something.

import type { DayRef } from '../../host';

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
