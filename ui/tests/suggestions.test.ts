// What the words of a line say stands in it already, or is offered.

import { expect, test } from 'vitest';

import type { Bouts, Frequency, LinePart, Prescription, Revision } from '../src/host';
import { holds } from '../src/screens/editor/suggestions';

const round = (id: string, title: string, routine: string | null = null) => ({ id, title, routine });
const sheet = { days_off: [], rounds: [round('a', 'Morning'), round('b', 'Late', 'after supper'), round('c', 'Noon')] } as unknown as Revision;
const stands = (frequency: Frequency, part: LinePart) => holds({ frequency } as Prescription, sheet, part, () => false);
const due = (bouts: Bouts): Frequency => ({ due: { days: 'every-day', bouts } });

test('rounds are the ones that are named, not as many', () => {
  const now = due({ 'in-rounds': ['a', 'b'] });
  expect(stands(now, { rounds: ['after supper', 'morning'] })).toBe(true);
  expect(stands(now, { rounds: ['morning', 'noon'] })).toBe(false);
  expect(stands(now, { rounds: ['morning'] })).toBe(false);
});

test('a number that the words say is compared, and one that they do not say is not', () => {
  const asNeeded = (most_a_day: number | null): Frequency => ({ 'as-needed': { when: 'when it hurts', most_a_day, ask_first: null } });
  const said = (most_a_day: number | null): LinePart => ({ 'as-needed': { when: 'when it hurts', most_a_day } });
  expect(stands(asNeeded(null), said(3))).toBe(false);
  expect(stands(asNeeded(3), said(3))).toBe(true);
  expect(stands(asNeeded(3), said(null))).toBe(true);
  const hours = (between: [string, string] | null) => ({ 'every-hours': { hours: 2, between } });
  expect(stands(due(hours(['08:00', '20:00'])), hours(['09:00', '18:00']))).toBe(false);
  expect(stands(due(hours(['08:00', '20:00'])), hours(['08:00', '20:00']))).toBe(true);
  expect(stands(due(hours(['08:00', '20:00'])), hours(null))).toBe(true);
  const times = (most: number) => ({ 'times-a-day': { times: 2, most } });
  expect(stands(due({ 'any-time': { times: 2, most: 3, gap_minutes: 60 } }), times(3))).toBe(true);
  expect(stands(due({ 'any-time': { times: 2, most: 3, gap_minutes: 60 } }), times(2))).toBe(false);
});

test('a growth is compared with all that the words say of it', () => {
  const line = { stages: [], growth: { key: 'minutes', from: { on: '2026-11-20' }, by: 5, every_days: 7, at_most: 30 } } as unknown as Prescription;
  const grown = (by: number, most: number | null) => holds({ ...line, frequency: 'technique' }, sheet, { growth: { key: 'minutes', by, every_days: 7, most } }, () => false);
  expect([grown(5, 30), grown(5, null), grown(5, 40), grown(2, 30)]).toEqual([true, true, false, false]);
});
