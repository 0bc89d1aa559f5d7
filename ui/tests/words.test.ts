import { beforeAll, describe, expect, test, vi } from 'vitest';

import type { AgendaItem, Dose, ReminderHealth, SessionView, State } from '../src/host';
import { speak, t } from '../src/i18n';
import { accented } from '../src/i18n/pseudo';
import { doseFacts, doseWords } from '../src/words/dose';
import { obstacle } from '../src/words/reminders';
import { roundName } from '../src/words/round';
import { groupBadge, stateSentence } from '../src/words/state';
import { stepAloud, stepWords } from '../src/words/step';

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} });
  speak('en');
});

const none: Dose = { sets: null, repetitions: null, hold_seconds: null, rest_seconds: null, minutes: null, breaths: null, load: null, range: null };

describe('how much', () => {
  test.each<[Partial<Dose>, 'both' | 'each', string]>([
    [{ repetitions: 10, hold_seconds: 5 }, 'both', '10 times, hold 5 seconds'],
    [{ repetitions: 10 }, 'each', '10 times, each side'],
    [{ sets: 2, repetitions: 8, hold_seconds: 3, range: 'half height' }, 'both', '2 sets of 8, hold 3 seconds, half height'],
    [{ sets: 1, repetitions: 1 }, 'both', 'once'],
    [{ minutes: 15 }, 'both', '15 minutes'],
    [{ breaths: 8 }, 'both', '8 slow breaths'],
    [{ sets: 3 }, 'both', '3 sets'],
    [{}, 'each', ''],
  ])('%j on %s: %s', (dose, side, words) => {
    expect(doseWords({ ...none, ...dose }, side)).toBe(words);
  });

  test('what is not on the sheet is said, never filled in', () => {
    expect(doseFacts({ ...none, sets: 2 }, 'both')).toContainEqual({ name: t('item-how-much'), value: t('item-not-given'), asks: true });
    expect(doseFacts({ ...none, minutes: 5 }, 'both').some((fact) => fact.asks)).toBe(false);
  });
});

describe('what became of it', () => {
  const items = (...states: State['is'][]) =>
    states.map((is) => ({ state: is === 'skipped' ? { is, reason: 'pain' } : { is } }) as AgendaItem);

  test.each<[State['is'][], string, string]>([
    [['done', 'done'], 'done', 'Done'],
    [['no-entry', 'not-reminded'], 'none', 'No entry'],
    [['due', 'due'], 'now', 'Now'],
    [['done', 'due'], 'now', '1 of 2 done'],
    [['done', 'skipped'], 'some', '1 of 2 done'],
    [['done', 'partly'], 'some', 'Some'],
    [['partly', 'upcoming', 'upcoming'], 'later', '1 of 3 done'],
  ])('%j together: %s, %s', (states, sign, text) => {
    expect(groupBadge(items(...states))).toEqual({ sign, text });
  });

  test('every state has a sentence, and none reproaches', () => {
    const states: State['is'][] = ['in-progress', 'done', 'partly', 'said-not-done', 'upcoming', 'due', 'not-reminded', 'no-entry', 'unknown'];
    for (const is of states) {
      for (const isAnyTime of [false, true]) {
        const sentence = stateSentence({ is } as State, isAnyTime);
        expect(sentence).toMatch(/\.$/);
        expect(sentence).not.toMatch(/missed|catch up|streak|should have/i);
      }
    }
  });

  test('what has no round is not told that its round is over', () => {
    expect(stateSentence({ is: 'no-entry' }, false)).toMatch(/^That round is over/);
    expect(stateSentence({ is: 'no-entry' }, true)).toMatch(/^That day is over/);
    expect(stateSentence({ is: 'not-reminded' }, true)).toMatch(/^That day is over/);
  });

  test('nothing is offered before its time', () => {
    expect(stateSentence({ is: 'upcoming' }, false)).toBe('Its time has not come yet.');
  });
});

test.each([
  ['Morning', 'word', 'morning'],
  ['Early afternoon', 'name', 'Early afternoon'],
  ['After breakfast (9)', 'name', 'After breakfast (9)'],
  ['AM', 'name', 'AM'],
  ['A', 'name', 'A'],
  ['B2', 'name', 'B2'],
  ['évening', 'name', 'évening'],
  ['Été', 'word', 'été'],
])('the round %s is a %s', (title, form, lower) => {
  expect(roundName(title)).toEqual({ round: title, form, lower });
});

describe('whether reminders arrive', () => {
  const good: ReminderHealth = { switched_on: true, supported: true, resident_alive: true, last_delivery: { at: '2026-11-18T09:03:00Z', taken: true }, next: null };

  test.each<[Partial<ReminderHealth>, string | null]>([
    [{}, null],
    [{ last_delivery: null }, null],
    [{ last_delivery: { at: '2026-11-18T09:03:00Z', taken: false } }, 'not-taken'],
    [{ resident_alive: false, last_delivery: null }, 'not-running'],
    [{ switched_on: false, resident_alive: false }, 'off'],
    [{ supported: false, switched_on: false }, 'not-supported'],
  ])('%j: %s', (part, kept) => {
    expect(obstacle({ ...good, ...part })).toBe(kept);
  });
});

describe('a step', () => {
  const view = (part: Partial<SessionView>) =>
    ({ step: 'hold', repetition: 6, repetitions: 10, seconds: 5, side: 'both', paused: false, ...part }) as SessionView;

  test.each<[Partial<SessionView>, string]>([
    [{}, 'Hold … keep breathing'],
    [{ step: 'rest', seconds: null }, 'Rest as long as you like'],
    [{ step: 'rest', seconds: 60 }, 'Rest'],
    [{ step: 'change-side', side: 'right' }, 'Now the right side'],
    [{ step: 'own-pace', seconds: null }, 'At your own pace'],
    [{ step: 'own-pace', seconds: 900 }, 'Take your time'],
  ])('%j: %s', (part, words) => {
    expect(stepWords(view(part))).toBe(words);
  });

  test('is read aloud with its count, and the same in every second of it', () => {
    expect(stepAloud(view({ seconds_passed: 1 }))).toBe('Hold … keep breathing. 6 of 10');
    expect(stepAloud(view({ seconds_passed: 2 }))).toBe(stepAloud(view({ seconds_passed: 1 })));
    expect(stepAloud(view({ paused: true }))).toBe('Paused');
  });
});

test('the pseudo-locale accents and lengthens', () => {
  const text = 'Nothing more is asked of you today';
  expect(accented(text)).not.toMatch(/[aeiou]/);
  expect(accented(text).length).toBeGreaterThan(text.length * 1.3);
});
