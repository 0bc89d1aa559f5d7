import { beforeAll, describe, expect, test, vi } from 'vitest';

import type { LinePart, Told, ToldArg } from '../src/host';
import { sentencesOf } from '../src/host/fakeSentences';
import { speak } from '../src/i18n';
import { partWords } from '../src/words/editor';
import { toldAll, toldWords } from '../src/words/told';

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} });
  speak(sentencesOf('en'));
});

const n = (number: number): ToldArg => ({ number });
const text = (text: string): ToldArg => ({ text });
const day = (day: string): ToldArg => ({ day });

// The same sentences as in crates/words/src/told.rs: screens, paper and the command line say the same.
describe('each thing is a clause', () => {
  test.each<[Told['code'], Record<string, ToldArg>, string]>([
    ['sets-of', { sets: n(2), repetitions: n(8) }, '2 sets of 8'],
    ['repetitions', { n: n(1) }, 'once'],
    ['sets', { n: n(1) }, '1 set'],
    ['load-kg', { n: n(1.5) }, 'with 1.5 kg'],
    ['up-to', { what: text('hold_seconds'), n: n(10) }, 'hold for up to 10 seconds if you like'],
    ['not-given', { what: text('hold') }, 'not on your sheet, ask: how long to hold'],
    ['on-weekdays', { days: { weekdays: ['Mon', 'Wed', 'Fri'] } }, 'on Monday, Wednesday and Friday'],
    ['gap', { n: n(180) }, 'at least 3 hours apart'],
    ['gap', { n: n(45) }, 'at least 45 minutes apart'],
    ['from-counted', { day: day('2026-11-16'), n: n(14), what: text('surgery') }, 'from Monday 16 November 2026 (day 14 after the operation)'],
    ['from-counted', { day: day('2026-11-16'), n: n(0), what: text('start') }, 'from Monday 16 November 2026 (the first day of the plan)'],
    [
      'weeks',
      { first: n(3), last: n(4), from: day('2026-11-16'), until: day('2026-11-29') },
      'weeks 3 to 4 (Monday 16 November to Sunday 29 November)',
    ],
    [
      'weeks',
      { first: n(3), last: n(3), from: day('2026-11-16'), until: day('2026-11-22') },
      'week 3 (Monday 16 November to Sunday 22 November)',
    ],
    [
      'grows',
      { what: text('minutes'), by: n(2), n: n(7), most: n(20), day: day('2026-11-23') },
      '2 minutes more every week from Monday 23 November 2026 (at most 20)',
    ],
    ['flags', { list: text('side_lying, single_leg') }, 'asks your body for: lying on your side and standing on one leg'],
    ['limit-kinds', { list: text('bending, twisting, lifting') }, 'about bending, twisting and lifting'],
    ['pain-over', { place: text('either'), when: text('during'), n: n(5) }, 'back or leg pain over 5 during the exercise'],
    ['on-dates', { days: { days: ['2026-12-01', '2026-12-02'] } }, 'on Tuesday 1 December 2026 and Wednesday 2 December 2026'],
    ['latest-start', { time: { time: '21:00' } }, 'not begun after 21:00'],
  ])('%s %j: %s', (code, args, words) => {
    expect(toldWords({ code, args })).toBe(words);
  });
});

test('clauses with commas of their own do not run together', () => {
  const rounds: Told = { code: 'in-rounds', args: { titles: text('Morning, Evening') } };
  const [each, daily]: Told[] = [{ code: 'side-each', args: {} }, { code: 'every-day', args: {} }];
  expect(toldAll([each!, daily!])).toBe('each side, every day');
  expect(toldAll([rounds, daily!])).toBe('in these rounds: Morning, Evening; every day');
  expect(toldAll([])).toBe('');
});

test('a template has no dates', () => {
  const from: Told = { code: 'from-counted', args: { day: day('2026-11-16'), n: n(14), what: text('surgery') } };
  const week: Told = { code: 'weeks', args: { first: n(3), last: n(3), from: day('2026-11-16'), until: day('2026-11-22') } };
  expect(toldAll([from, week], 'without-dates')).toBe('from day 14 after the operation, week 3');
});

// What a sheet seems to say: each kind of part, with every argument that its sentence asks for.
describe('a part of a line as it is offered', () => {
  test.each<[LinePart, string]>([
    ['technique', 'every time you move this way'],
    [{ number: { key: 'hold-seconds', number: 5 } }, 'hold for 5 seconds'],
    [{ 'up-to': { key: 'repetitions', most: 12 } }, 'up to 12 times if you like'],
    [{ 'rest-seconds': 30 }, 'rest for 30 seconds in between'],
    [{ load: 'red band' }, 'weight or band: red band'],
    [{ 'load-kg': 1.5 }, 'with 1.5 kg'],
    [{ range: 'half height' }, 'half height'],
    [{ 'not-given': 'repetitions' }, 'not on your sheet, ask: how many times'],
    [{ side: 'each' }, 'each side'],
    [{ growth: { key: 'minutes', by: 1, every_days: 2, most: 10 } }, '1 minute more every second day (at most 10)'],
    [{ growth: { key: 'minutes', by: 1, every_days: 2, most: null } }, '1 minute more every second day'],
    [{ 'not-on': ['Sun'] }, 'every day, but not on Sunday'],
    [{ 'day-off': { as_written: 'Rest on Sundays', weekdays: ['Sun'] } }, 'but nothing of the whole sheet on Sunday'],
    [{ 'every-days': 2 }, 'every second day'],
    [{ 'gap-minutes': 180 }, 'at least 3 hours apart'],
    [{ rounds: ['Morning', 'Evening'] }, 'in these rounds: Morning, Evening'],
    [{ 'times-a-day': { times: 4, most: 6 } }, '4 to 6 times a day'],
    [{ 'times-a-day': { times: 2, most: 2 } }, 'twice a day'],
    [{ 'every-hours': { hours: 2, between: null } }, 'every 2 hours'],
    [{ 'every-hours': { hours: 2, between: ['08:00', '20:00'] } }, 'every 2 hours, from 8:00 to 20:00'],
    [{ 'as-needed': { when: 'when stiff', most_a_day: 3 } }, 'when you need it: when stiff, at most 3 times a day'],
    [{ days: 'every-day' }, 'every day'],
    [{ days: { weekdays: ['Mon', 'Fri'] } }, 'on Monday and Friday'],
    [{ days: { 'times-a-week': { times: 3, not_two_days_running: true } } }, 'on 3 days a week, not two days running'],
  ])('%j: %s', (part, words) => expect(partWords(part, (id) => id)).toBe(words));
});
