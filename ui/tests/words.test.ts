import { beforeAll, describe, expect, test, vi } from 'vitest';

import type { AgendaItem, AgendaRound, Dose, Exercise, Ground, NotRequired, Position, ReminderHealth, RoundTimes, SessionView, Spot, State, UsualDose } from '../src/host';
import { sentencesOf } from '../src/host/fakeSentences';
import { clock, dayOfMonth, fullDay, longDay, regionHere, speak, t, weekdays } from '../src/i18n';
import { accented } from '../src/i18n/pseudo';
import { doseFacts, doseWords } from '../src/words/dose';
import { doseNumbers, firstGiven, isDoneIn } from '../src/words/exercise';
import { obstacle } from '../src/words/reminders';
import { roundName, roundTime, roundTitle, timesWords } from '../src/words/round';
import { dialled, emergencyNumber } from '../src/words/signs';
import { groupBadge, itemSentence, stateSentence } from '../src/words/state';
import { stepAloud, stepWords } from '../src/words/step';

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} });
  speak(sentencesOf('en'));
});

const none: Dose = {
  sets: null, repetitions: null, hold_seconds: null, seconds: null, rest_seconds: null, minutes: null, breaths: null,
  walking_steps: null, metres: null, load: null, load_kg: null, load_most: null, load_most_kg: null, range: null, up_to: [], not_given: [],
};

describe('how much', () => {
  test.each<[Partial<Dose>, 'both' | 'each', string]>([
    [{ repetitions: 10, hold_seconds: 5 }, 'both', '10 times, hold 5 seconds'],
    [{ repetitions: 10 }, 'each', '10 times, each side'],
    [{ sets: 2, repetitions: 8, hold_seconds: 3, range: 'half height' }, 'both', '2 sets of 8, hold 3 seconds, half height'],
    [{ sets: 1, repetitions: 1 }, 'both', 'once'],
    [{ minutes: 15 }, 'both', '15 minutes'],
    [{ breaths: 8 }, 'both', '8 slow breaths'],
    [{ sets: 3 }, 'both', '3 sets'],
    [{ repetitions: 8, up_to: [['repetitions', 12]] }, 'both', '8 times, up to 12 times'],
    [{ sets: 2, seconds: 30 }, 'both', '2 sets, 30 seconds'],
    [{ walking_steps: 500 }, 'both', '500 steps'],
    [{ metres: 200, load_kg: 1.5 }, 'both', '200 metres, 1.5 kg'],
    [{}, 'each', ''],
  ])('%j on %s: %s', (dose, side, words) => {
    expect(doseWords({ ...none, ...dose }, side)).toBe(words);
  });

  test('what is not on the sheet is said, never filled in', () => {
    expect(doseFacts({ ...none, sets: 2 }, 'both')).toContainEqual({ name: t('item-how-much'), value: t('item-not-given'), asks: true });
    expect(doseFacts({ ...none, minutes: 5 }, 'both').some((fact) => fact.asks)).toBe(false);
    const open = doseFacts({ ...none, sets: 2, repetitions: 8, not_given: ['rest'] }, 'both');
    expect(open.filter((fact) => fact.asks)).toEqual([{ name: t('item-rest'), value: t('item-not-given'), asks: true }]);
  });

  test('what the sheet allows beyond its number stands beside it', () => {
    const facts = doseFacts({ ...none, repetitions: 8, up_to: [['repetitions', 12]] }, 'both');
    expect(facts).toEqual([{ name: t('item-times'), value: '8 times, up to 12 times' }]);
  });
});

describe('planned, reminded and done', () => {
  const of = (times: Partial<RoundTimes> | null, at: string | null = '09:00') =>
    ({ title: 'Morning', at, routine: 'after breakfast', times: times && { reminded: null, ended: null, each: [], ...times } }) as AgendaRound;

  test.each<[Partial<RoundTimes>, string]>([
    [{ reminded: { how: 'shown', at: '11:02' }, ended: { how: 'done', at: '11:40' } }, 'Planned 9:00 · reminded 11:02 · done 11:40'],
    [{ reminded: { how: 'not' }, ended: { how: 'no-entry' } }, 'Planned 9:00 · not reminded · no entry'],
    [{ reminded: { how: 'silent-because-done' }, ended: { how: 'done', at: '08:40' } }, 'Planned 9:00 · no reminder, as it was done · done 8:40'],
    [{ reminded: { how: 'switched-off' }, ended: { how: 'partly', at: '09:30' } }, 'Planned 9:00 · reminders were off · some 9:30'],
    [{ reminded: { how: 'undeliverable' }, ended: { how: 'done', at: null } }, 'Planned 9:00 · the reminder could not be shown · done, entered later'],
    [{ reminded: { how: 'app-open', at: '09:10' }, ended: { how: 'skipped' } }, 'Planned 9:00 · seen in Backwise 9:10 · skipped'],
    [{ reminded: { how: 'shown', at: '09:00' } }, 'Planned 9:00 · reminded 9:00'],
  ])('%j: %s', (times, words) => expect(timesWords(of(times))).toBe(words));

  test('of one exercise are its own, and of a round without a time what it hangs on', () => {
    const times = of({ ended: { how: 'partly', at: '09:30' }, each: [{ how: 'partly', at: null }, null] }, null);
    expect(timesWords(times)).toBe('Planned after breakfast · some 9:30');
    expect(timesWords(times, 0)).toBe('Planned after breakfast · some, entered later');
    expect(timesWords(times, 1)).toBe('Planned after breakfast');
    expect(timesWords(of(null))).toBeNull();
  });
});

describe('what became of it', () => {
  const inRound = { kind: 'round', why: null } as const;
  const anyTime = { kind: 'any-time', why: null } as const;

  const items = (...states: State['is'][]) =>
    states.map((is) => ({ state: is === 'skipped' ? { is, reason: 'pain' } : { is } }) as AgendaItem);

  test.each<[State['is'][], string, string]>([
    [['done', 'done'], 'done', 'Done'],
    [['no-entry', 'not-reminded'], 'none', 'No entry'],
    [['due', 'due'], 'now', 'Now'],
    [['done', 'due'], 'now', '1 of 2 done'],
    [['done', 'skipped'], 'some', '1 of 2 done'],
    [['done', 'partly'], 'some', 'Some'],
    [['partly', 'upcoming', 'upcoming'], 'later', 'Some'],
    // On a bad day, and where something is stopped, only what is asked of the person counts.
    [['done', 'not-required'], 'done', 'Done'],
    [['due', 'withheld', 'due', 'done'], 'now', '1 of 3 done'],
    [['not-required', 'withheld'], 'stopped', 'Stopped'],
  ])('%j together: %s, %s', (states, sign, text) => {
    expect(groupBadge(items(...states))).toEqual({ sign, text });
  });

  test('every state has a sentence, and none reproaches', () => {
    const states: State['is'][] = [
      'in-progress', 'done', 'partly', 'said-not-done', 'paused', 'not-required', 'available', 'upcoming', 'due', 'not-reminded', 'no-entry', 'unknown',
    ];
    for (const is of states) {
      for (const kind of ['round', 'any-time', 'as-needed'] as const) {
        const sentence = stateSentence({ is } as State, { kind, why: null });
        expect(sentence).toMatch(/\.$/);
        expect(sentence).not.toMatch(/missed|catch up|streak|should have/i);
      }
    }
  });

  test('what has no round is not told that its round is over', () => {
    expect(stateSentence({ is: 'no-entry' }, inRound)).toMatch(/^That round is over/);
    expect(stateSentence({ is: 'no-entry' }, anyTime)).toMatch(/^That day is over/);
    expect(stateSentence({ is: 'not-reminded' }, anyTime)).toMatch(/Backwise was not open on that day/);
  });

  test('what is not needed says why, as far as it is known', () => {
    expect(stateSentence({ is: 'not-required' }, inRound)).toBe('That round no longer fits with what your sheet says. Leave it.');
    const why = (why: NotRequired) => stateSentence({ is: 'not-required' }, { kind: 'round', why });
    expect(why('travel')).toBe('Where you were, the clock passed over its time. It does not count, and you do not have to make up for it.');
    expect(why('day-again')).toMatch(/before this day came again. Leave it/);
    expect(why('bad-day')).toMatch(/not a good day/);
    expect(why('gap')).toMatch(/asks for a gap/);
    expect(why('most-a-day')).toMatch(/as many as your sheet allows/);
    expect(groupBadge(items('not-required', 'paused'))).toEqual({ sign: 'rest', text: 'Not needed' });
  });

  test('a day to come says why it asks for less, and of all else that it has not come', () => {
    const ahead = (state: State, why: NotRequired | null = null) => itemSentence({ ...items(state.is)[0], state, not_before: null, not_required: why } as AgendaItem, 'round', true);
    expect(ahead({ is: 'upcoming' })).toBe('This day has not come yet.');
    expect(ahead({ is: 'withheld' } as State)).toMatch(/^Stopped\./);
    expect(ahead({ is: 'paused' })).toMatch(/lies in a pause/);
    expect(ahead({ is: 'not-required' }, 'bad-day')).toMatch(/not a good day/);
  });

  test('what was stopped on a day that is over sends nobody to Today', () => {
    const over = (state: State) => itemSentence({ ...items(state.is)[0], state, not_before: null, not_required: null } as AgendaItem, 'round', false, true);
    expect(over({ is: 'withheld' } as State)).toBe('It was stopped on that day. Nothing more was asked.');
    expect(over({ is: 'no-entry' })).toBe(stateSentence({ is: 'no-entry' }, { kind: 'round', why: null }));
  });

  test('what was stopped is told so that it is true years later, too', () => {
    for (const is of ['withheld', 'stopped-by-red-flag'] as const) {
      expect(stateSentence({ is } as State, inRound)).not.toMatch(/\bfor now\b|is stopped|you had/i);
    }
  });

  test('nothing is offered before its time', () => {
    expect(stateSentence({ is: 'upcoming' }, inRound)).toBe('Its time has not come yet.');
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
  expect(roundName({ title, at: '08:30', routine: null })).toEqual({ round: title, form, lower });
});

test('a round by the clock is called by its time, and one without a name by what it hangs on', () => {
  expect(roundName({ title: '', at: '10:00', routine: null })).toEqual({ round: '10:00', lower: '10:00', form: 'clock' });
  expect(roundTitle({ title: '', at: null, routine: 'before you go to bed' })).toBe('before you go to bed');
});

test.each([
  [{ title: 'Morning', at: '08:30', routine: 'after breakfast' }, '8:30'],
  [{ title: 'Bedtime', at: null, routine: 'before you go to bed' }, 'before you go to bed'],
  [{ title: 'Bedtime', at: null, routine: null }, ''],
  [{ title: '', at: '10:00', routine: null }, ''],
])('%j is said as "%s"', (round, words) => {
  expect(roundTime(round as AgendaRound)).toBe(words);
});

describe('for people who write plans', () => {
  test('numbers that a usual dose does not have are left out', () => {
    const dose = { sets: { least: 2, most: 2 }, repetitions: null, hold_seconds: null, rest_seconds: null, minutes: null, breaths: null, times_a_day: null, days_a_week: { least: 4, most: 5 } };
    expect(doseNumbers({ ...dose, words: '', source: '' } satisfies UsualDose)).toEqual([
      { name: 'Sets', value: '2' },
      { name: 'Days a week', value: '4 to 5' },
    ]);
  });

  test('the first weeks say whose OK they need', () => {
    const start = { decompression_week: 0, fusion_week: null, needs_clearance: false, fusion_needs_clearance: true, source: 'GK' };
    expect(firstGiven(start)).toEqual({
      decompression: 'from the first days',
      fusion: 'only when a physiotherapist decides; the team’s OK is needed first',
    });
    expect(firstGiven({ ...start, decompression_week: 6, needs_clearance: true }).decompression).toBe('after 6 full weeks; the team’s OK is needed first');
  });

  test('hands and knees are a way of kneeling, a walk one of standing', () => {
    expect(isDoneIn({ position: 'all-fours' } as Exercise, 'kneeling')).toBe(true);
    expect(isDoneIn({ position: 'moving' } as Exercise, 'standing')).toBe(true);
    expect(isDoneIn({ position: 'on-side' } as Exercise, 'standing')).toBe(false);
    expect(isDoneIn({ position: 'on-side' } as Exercise, null)).toBe(true);
  });
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
    ({ items: [], step: 'hold', goes_on_in: null, repetition: 6, repetitions: 10, seconds: 5, side: 'both', paused: false, ...part }) as SessionView;

  test.each<[Partial<SessionView>, string]>([
    [{}, 'Hold, keep breathing'],
    [{ step: 'rest', seconds: null }, 'Rest as long as you like'],
    [{ step: 'rest', seconds: 60 }, 'Rest'],
    [{ step: 'rest', seconds: null, goes_on_in: 30 }, 'Rest'],
    [{ step: 'change-side', side: 'right' }, 'Now the right side'],
    [{ step: 'own-pace', seconds: null }, 'At your own pace'],
    [{ step: 'own-pace', seconds: 900 }, 'Take your time'],
  ])('%j: %s', (part, words) => {
    expect(stepWords(view(part))).toBe(words);
  });

  test('is read aloud with its count, and the same in every second of it', () => {
    expect(stepAloud(view({ seconds_passed: 1 }))).toBe('Hold, keep breathing. 6 of 10');
    expect(stepAloud(view({ seconds_passed: 2 }))).toBe(stepAloud(view({ seconds_passed: 1 })));
    expect(stepAloud(view({ paused: true }))).toBe('Paused');
    expect(stepAloud(view({ paused: true, was_out_of_sight: true }))).toMatch(/^Paused\. Nobody could see or hear the round/);
  });
});

describe('a step that is read aloud where no voice leads', () => {
  const spot = (position: Position, ground: Ground): Spot => ({ position, ground });
  const item = { title: 'Heel slides', spot: null, is_balance: false, is_breathing: false, dose: none };
  const aloud = (part: Partial<SessionView>, of: object = {}) =>
    stepAloud({ items: [{ ...item, ...of }], item: 0, from: null, steps_over: 3, repetition: 0, repetitions: null, seconds: null, side: 'both', paused: false, ...part } as unknown as SessionView);

  test('names the exercise that comes', () => {
    expect(aloud({ step: 'next-exercise', side: 'left' })).toBe('Next exercise. Heel slides. left side');
  });

  test('says how to get up, and no longer while it stands still', () => {
    const up = aloud({ step: 'get-up', from: spot('on-back', 'bed') });
    expect(up).toBe(`Get up slowly. ${t('step-edge-of-bed')}`);
    expect(aloud({ step: 'get-up', from: spot('on-back', 'bed'), paused: true })).toBe('Paused');
  });

  test('says where the hand is while somebody balances', () => {
    expect(aloud({ step: 'next-exercise' }, { is_balance: true })).toBe(`Next exercise. Heel slides. ${t('step-near-worktop')}`);
  });

  test('says to keep breathing with every fifth repetition where none is held, once', () => {
    const count = (step: 'move-out' | 'move-back', repetition: number) => aloud({ step, repetition, repetitions: 10 });
    expect(count('move-out', 5)).toMatch(/5 of 10\. Keep breathing$/);
    for (const other of [count('move-out', 4), count('move-back', 5)]) expect(other).not.toMatch(/Keep breathing/);
  });
});

test('the pseudo-locale accents and lengthens', () => {
  const text = 'Nothing more is asked of you today';
  expect(accented(text)).not.toMatch(/[aeiou]/);
  expect(accented(text).length).toBeGreaterThan(text.length * 1.3);
});

describe('the emergency number', () => {
  test.each([['DE', '112'], ['US', '911'], ['ZZ', undefined], ['', undefined]])('%s', (region, number) => expect(emergencyNumber(region)?.number).toBe(number));

  test('is that of the region of the system, whatever its language', () => {
    speak(sentencesOf('en', 'DE'));
    const here = emergencyNumber(regionHere());
    speak(sentencesOf('en'));
    expect(here?.number).toBe('112');
  });
});

test.each([
  ['555-0134', 'tel:5550134'],
  ['+44 (0)20 7946 0958', 'tel:+442079460958'],
  ['(020) 7946 0958', 'tel:02079460958'],
  ['030/901 820', 'tel:030901820'],
  ['+49 30/901 820', 'tel:+4930901820'],
  [' 112 ', 'tel:112'],
  // Which of two, and whether what follows belongs to it, nobody knows.
  ['01234 567890 or 567891', null],
  ['01234 567890 / 01234 567891', null],
  ['555-0134 / 555-0135', null],
  ['555-0134/555-0135', null],
  ['116 117 / 112', null],
  ['020 7946 0958/0959', null],
  ['112/999', null],
  ['112/116117', null],
  ['0800 111 (24h)', null],
  ['020 7946 0958 ext. 12', null],
  ['ask the ward', null],
  ['', null],
])('%s is dialled as %s', (number, link) => expect(dialled(number)).toBe(link));

describe('days and times as the region writes them, in English', () => {
  test.each([
    ['GB', '20:30', 'Wednesday 18 November', 'Wednesday 18 November 2026', '18 November', 'Mon'],
    ['FR', '20:30', 'Wednesday 18 November', 'Wednesday 18 November 2026', '18 November', 'Mon'],
    ['AU', '8:30 pm', 'Wednesday 18 November', 'Wednesday 18 November 2026', '18 November', 'Mon'],
    ['US', '8:30 PM', 'Wednesday, November 18', 'Wednesday, November 18, 2026', 'November 18', 'Sun'],
    ['ZA', '20:30', 'Wednesday 18 November', 'Wednesday 18 November 2026', '18 November', 'Sun'],
  ])('%s', (region, time, long, full, short, first) => {
    speak(sentencesOf('en', region));
    const told = [clock('20:30').replace('\u202f', ' '), longDay('2026-11-18').replace(/y, 1/, 'y 1'), fullDay('2026-11-18'), dayOfMonth('2026-11-18'), weekdays()[0]];
    speak(sentencesOf('en'));
    expect(told).toEqual([time, long, full, short, first]);
    expect(weekdays()).toHaveLength(7);
  });
});
