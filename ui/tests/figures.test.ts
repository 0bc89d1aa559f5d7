import { beforeAll, describe, expect, test, vi } from 'vitest';

import type { Figures, LineFigures, Progress, WeekFigures } from '../src/host';
import { sentencesOf } from '../src/host/fakeSentences';
import { speak } from '../src/i18n';
import { besides, emptyWords, lineWords, rowsOf, weekWords } from '../src/words/figures';

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} });
  speak(sentencesOf('en'));
});

/** What became of bouts; the others beside them say something of some of these. */
const STATES = ['done', 'partly', 'skipped', 'said_not_done', 'stopped', 'withheld', 'paused', 'not_required', 'no_entry', 'not_reminded', 'unknown', 'open'] as const;
const none: Figures = {
  prescribed: 0, done: 0, partly: 0, skipped: 0, said_not_done: 0, stopped: 0, withheld: 0, paused: 0, not_required: 0, no_entry: 0, not_reminded: 0,
  unknown: 0, open: 0, entered_later: 0, corrected: 0, extra: 0,
};
const amounts = { days: { done: 0, asked: 0 }, sets: { done: 0, asked: 0 }, repetitions: { done: 0, asked: 0 }, minutes: { done: 0, asked: 0 }, breaths: { done: 0, asked: 0 }, steps: { done: 0, asked: 0 }, metres: { done: 0, asked: 0 }, partly_unsaid: 0 };
const line = (figures: Partial<Figures>, more: Partial<LineFigures> = {}): LineFigures => ({ line: 'clam', title: 'Clam', figures: { ...none, ...figures }, ...amounts, ...more });

describe('the rows of the figures', () => {
  test('hold each state once, so that they add up to what was asked for', () => {
    // Each state has a bit of its own: one that stood in two rows, or in none, would show.
    const figures = { ...none, ...Object.fromEntries(STATES.map((state, at) => [state, 2 ** at])) };
    expect(rowsOf(figures).reduce((sum, row) => sum + row.n, 0)).toBe(2 ** STATES.length - 1);
  });

  test('are the six words of Today, with a seventh while a day is not over', () => {
    const words = (figures: Partial<Figures>) => rowsOf({ ...none, ...figures }).map((row) => row.badge.text);
    const six = ['Done', 'Some', 'Not needed', 'Stopped', 'Skipped', 'No entry'];
    expect(words({})).toEqual(six);
    expect(words({ open: 1 })).toEqual([...six, 'Still to come']);
  });

  test('leave nothing out that they put together', () => {
    expect(besides(none)).toEqual([]);
    expect(besides({ ...none, paused: 2, not_reminded: 3, extra: 1 })).toEqual([
      'Of “no entry”, 3 at a time when nothing of Backwise ran: it may not have reminded you.',
      'Of “not needed”, 2 in a pause.',
      '1 done beyond what was asked. That counts toward nothing, and is kept.',
    ]);
  });
});

test('a line has its numbers side by side, each amount by itself', () => {
  const clam = line({ prescribed: 6, done: 4, partly: 1, no_entry: 1 }, { days: { done: 5, asked: 6 }, sets: { done: 9, asked: 12 }, partly_unsaid: 1 });
  expect(lineWords(clam)).toEqual([
    '6 on your plan: 4 done, 1 some, 1 no entry',
    'on 5 of 6 days, 9 of 12 sets',
    'Once some of it was done, and nobody said how much. It is not in the sets, times, minutes, breaths, steps or metres.',
  ]);
  const walk = line({ prescribed: 4, done: 1, partly: 3 }, { breaths: { done: 7, asked: 10 }, steps: { done: 5200, asked: 8000 }, metres: { done: 0, asked: 300 } });
  expect(lineWords(walk)[1]).toBe('7 of 10 slow breaths, 5,200 of 8,000 steps, 0 of 300 metres');
  expect(lineWords(line({ extra: 2 }))).toEqual(['2 done beyond what was asked. That counts toward nothing, and is kept.']);
});

test('what a limit or a stop kept back is short of nothing', () => {
  const week = (done: number, asked: number, kept_back: number): WeekFigures => ({ line: 'turn', programme: null, title: 'Turn', from: '2026-11-16', through: '2026-11-22', days: { done, asked }, kept_back, is_over: true, is_paused: false });
  expect([week(0, 0, 7), week(0, 3, 1), week(1, 3, 5)].map(weekWords)).toEqual([
    'A limit or a stop kept it back on 7 days. Nothing was asked.',
    '0 of 3 days. On one day a limit or a stop kept it back.',
    '1 of 3 days. On 5 days a limit or a stop kept it back.',
  ]);
});

test('a week of which nothing was asked says so, and whether it was a pause', () => {
  const week = (done: number, is_paused: boolean): WeekFigures => ({ line: 'turn', programme: null, title: 'Turn', from: '2026-11-16', through: '2026-11-22', days: { done, asked: 0 }, kept_back: 0, is_over: true, is_paused });
  expect([week(0, true), week(0, false), week(1, true), week(2, false)].map(weekWords)).toEqual([
    'Paused: nothing asked this week.',
    'Nothing asked this week.',
    'Nothing asked this week. Done on 1 day.',
    'Nothing asked this week. Done on 2 days.',
  ]);
});

test('a week is short only when it is over', () => {
  const week = (done: number, is_over: boolean): WeekFigures => ({ line: 'push-up', programme: null, title: 'Push-up', from: '2026-11-16', through: '2026-11-22', days: { done, asked: 3 }, kept_back: 0, is_over, is_paused: false });
  expect([0, 2, 3, 4].map((done) => weekWords(week(done, true)))).toEqual([
    '0 of 3 days, 3 fewer than your sheet asks',
    '2 of 3 days, one fewer than your sheet asks',
    '3 of 3 days',
    '4 days, and your sheet asks for 3',
  ]);
  expect(weekWords(week(1, false))).toBe('1 of 3 days so far');
});

test('before there is anything to count it says why', () => {
  const progress = (total: Partial<Figures> | null): Progress => ({
    days: 'this-week', from: '2026-11-16', through: '2026-11-18',
    report: total && { from: '2026-11-16', through: '2026-11-18', total: { ...none, ...total }, lines: [], waiting: [], weeks: [] },
    pain: [],
  });
  expect(emptyWords(progress(null))).toContain('There is no plan here yet.');
  expect(emptyWords(progress({}))).toBe('In these days your plan asked for nothing.');
  expect(emptyWords(progress({ prescribed: 7, open: 7 }))).toContain('Nothing is over yet.');
  expect(emptyWords(progress({ prescribed: 7, open: 6, done: 1 }))).toBe('');
});
