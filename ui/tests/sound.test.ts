// What is heard of a round: each cue, nothing twice, and silence where silence belongs.

import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

import type { Dose, Ground, Position, SessionItem, SessionView, Spot } from '../src/host';
import { sentencesOf } from '../src/host/fakeSentences';
import { speak, t } from '../src/i18n';
import { cue, type Cue } from '../src/sound/cue';
import { play, TONES, type Tone } from '../src/sound/tones';
import { localVoice } from '../src/sound/voice.svelte';
import { aside, bigWord, howToMove, nearWorktop, onwardWord, stepWords } from '../src/words/step';

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} });
  speak(sentencesOf('en'));
});

const exercise = (title: string, hold_seconds: number | null, lying = false) =>
  ({ title, dose: { hold_seconds } as Dose, lying, result: 'open' }) as SessionItem;

const ITEMS = [exercise('Bridge', 5, true), exercise('Heel raises', null)];

const sided = (side: SessionItem['side']) => [{ ...ITEMS[0]!, side }];

const view = (part: Partial<SessionView>): SessionView => ({
  items: ITEMS, item: 0, in_hand: 0, step: 'hold', set: 1, sets: 2, side: 'both', repetition: 1, repetitions: 10, seconds: 5, seconds_passed: 0,
  goes_on_in: null, from: null, by_taps: false, can_be_tapped: false, tapped: 0, counting: 'by-pace', slower: 0, has_pace: true,
  slowest: false, fastest: false, sets_seen: 0, repetitions_seen: 0, seconds_ahead: 60, is_at_least: false, turn: 3, steps_over: 3, steps: 30, paused: false, was_out_of_sight: false, was_cut_off: false, finished: false, ...part,
});

const heard = (before: Partial<SessionView> | null, now: Partial<SessionView>, balance = false): [Tone | null, string] | null => {
  const found = cue(before && view(before), view(now), balance);
  return found && [found.tone, found.words];
};

/** Every view of these steps, second by second, each told twice as the window is told. */
function played(steps: Partial<SessionView>[]): [string, ...[Tone | null, string]][] {
  const all: [string, Tone | null, string][] = [];
  let before: SessionView | null = null;
  for (const step of steps) {
    for (let second = 0; second < (step.seconds ?? 1); second++) {
      for (const again of [1, 2]) {
        const now = view({ ...step, seconds_passed: second });
        const found: Cue | null = cue(before, now, false);
        if (found) all.push([`${step.step} ${second}${again === 2 ? ' again' : ''}`, found.tone, found.words]);
        before = now;
      }
    }
  }
  return all;
}

describe('a round, as it is heard', () => {
  test('a set of holds: ready, go, hold, the last seconds, back, and the next count', () => {
    const ready = { step: 'get-ready', repetition: 0, seconds: 5 } as const;
    const rep = (repetition: number) => [
      { step: 'move-out', repetition, seconds: 2 }, { step: 'hold', repetition, seconds: 5 }, { step: 'move-back', repetition, seconds: 2 },
    ] as const;
    expect(played([ready, ...rep(1), ...rep(2)])).toEqual([
      ['get-ready 0', 'ready', 'Get ready'],
      ['get-ready 2', 'tick', ''], ['get-ready 3', 'tick', ''], ['get-ready 4', 'tick', ''],
      ['move-out 0', 'go', '1'],
      ['hold 0', 'hold', 'Hold, keep breathing'],
      ['hold 2', 'tick', ''], ['hold 3', 'tick', ''], ['hold 4', 'tick', ''],
      ['move-back 0', 'over', 'And back'],
      ['move-out 0', 'count', '2'],
      ['hold 0', 'hold', 'Hold, keep breathing'],
      ['hold 2', 'tick', ''], ['hold 3', 'tick', ''], ['hold 4', 'tick', ''],
      ['move-back 0', 'over', 'And back'],
    ]);
  });

  test('a long hold without a movement: its number, half of it, and its last seconds', () => {
    expect(played([{ step: 'hold', repetition: 3, seconds: 20 }])).toEqual([
      ['hold 0', 'hold', '3. Hold, keep breathing'],
      ['hold 10', 'count', 'Half of it is done. Keep breathing.'],
      ['hold 17', 'tick', ''], ['hold 18', 'tick', ''], ['hold 19', 'tick', ''],
    ]);
  });

  test('a rest that is on the sheet tells when it is nearly over; one that is not waits in silence', () => {
    expect(played([{ step: 'rest', repetition: 0, seconds: 30 }])).toEqual([
      ['rest 0', 'rest', 'Rest'],
      ['rest 20', null, '10 seconds left'],
      ['rest 27', 'tick', ''], ['rest 28', 'tick', ''], ['rest 29', 'tick', ''],
    ]);
    expect(played([{ step: 'rest', repetition: 0, seconds: null }])).toEqual([['rest 0', 'rest', 'Rest as long as you like']]);
  });
});

describe('each cue', () => {
  test.each<[string, Partial<SessionView> | null, Partial<SessionView>, [Tone | null, string] | null]>([
    ['the first exercise', null, { step: 'next-exercise', seconds: null }, ['change', 'Next: Bridge.']],
    ['the side that comes first', null, { items: sided('each'), step: 'next-exercise', side: 'left', seconds: null }, ['change', 'Next: Bridge. left side first.']],
    ['the side that is left of both', null, { items: sided('each'), step: 'next-exercise', side: 'right', seconds: null }, ['change', 'Next: Bridge. right side.']],
    ['the only side', null, { items: sided('left'), step: 'next-exercise', side: 'left', seconds: null }, ['change', 'Next: Bridge. left side.']],
    ['the sides are changed', {}, { step: 'change-side', side: 'right', seconds: null }, ['side', 'Now the right side']],
    ['at the own pace', { step: 'get-ready' }, { step: 'own-pace', seconds: null }, ['go', 'At your own pace']],
    ['a walk', { step: 'next-exercise' }, { step: 'own-pace', seconds: 600 }, ['go', 'Take your time']],
    ['a short hold has breathing in it, too', { step: 'move-out' }, { step: 'hold', seconds: 3 }, ['hold', 'Hold, keep breathing']],
    ['the shortest hold that leaves time for it', { step: 'move-out' }, { step: 'hold', seconds: 2 }, ['hold', 'Hold, keep breathing']],
    ['no ticks in a short hold', { seconds: 3 }, { seconds: 3, seconds_passed: 1 }, null],
    ['no ticks in a movement', { step: 'move-out', seconds: 4 }, { step: 'move-out', seconds: 4, seconds_passed: 1 }, null],
    ['a hold goes over into a rest', { step: 'hold' }, { step: 'rest', seconds: 60 }, ['rest', 'Rest']],
    ['the count of what is not held', { item: 1, step: 'move-back' }, { item: 1, step: 'move-out', repetition: 4, seconds: 2 }, ['count', '4']],
    ['breathing is part of the count', { item: 1, step: 'move-back' }, { item: 1, step: 'move-out', repetition: 5, seconds: 2 }, ['count', '5, keep breathing']],
    ['a second that was passed over', { seconds_passed: 1 }, { seconds_passed: 3 }, ['tick', '']],
    ['the side after the end of the app', { step: 'change-side', side: 'left', paused: true, was_cut_off: true }, { step: 'get-ready', side: 'left' }, ['ready', 'Now the left side. Get ready']],
    ['another exercise after the end of the app', { step: 'change-side', side: 'left', paused: true, was_cut_off: true }, { item: 1, step: 'get-ready' }, ['ready', 'Get ready']],
    ['the set again, from the same step', { step: 'get-ready', seconds_passed: 3 }, { step: 'get-ready', seconds_passed: 0 }, ['ready', 'Get ready']],
    ['it goes on after a pause', { paused: true }, {}, ['hold', '1. Hold, keep breathing']],
    ['the end', { item: 1 }, { item: 1, finished: true }, ['end', 'That is all for now']],
    ['paused in a hold', { seconds_passed: 3 }, { paused: true }, null],
    ['a step while paused', { paused: true }, { paused: true, step: 'rest' }, null],
    ['ended by hand, out of a pause', { paused: true }, { paused: true, finished: true }, null],
    ['looked at after the end', { finished: true }, { finished: true }, null],
    ['opened when it is over', null, { finished: true }, null],
  ])('%s', (_, before, now, expected) => {
    expect(heard(before, now)).toEqual(expected);
  });

  const at = (ground: Ground, position: Position): Spot => ({ ground, position });
  const in_bed = at('bed', 'on-back');
  const stands = at('up', 'standing');

  test('whoever lies is told how to get up, between exercises and at the end', () => {
    const edge = t('step-edge-of-bed');
    const floor = t('step-from-floor');
    const up = { step: 'get-up', item: 1, seconds: null } as const;
    expect(heard({}, { ...up, from: in_bed })).toEqual(['change', `${t('step-get-up')}. ${edge}`]);
    expect(heard({}, { ...up, from: at('floor', 'on-side') })).toEqual(['change', `${t('step-get-up')}. ${floor}`]);
    expect(heard({}, { ...up, from: at('down', 'on-back') })?.[1], 'nobody knows').toBe(`${t('step-get-up')}. ${edge} ${floor}`);
    const over = { item: 0, finished: true, from: in_bed } as const;
    expect(heard({ item: 0 }, over)).toEqual(['end', `That is all for now. ${edge}`]);
    expect(heard({ item: 0 }, { ...over, from: at('floor', 'on-front') })).toEqual(['end', `That is all for now. ${floor}`]);
    expect(heard({ item: 0 }, { ...over, from: stands })).toEqual(['end', 'That is all for now']);
  });

  test.each<[string, Spot | null, Spot, 'get-up' | 'get-down' | 'change-position' | 'next-exercise', string | null]>([
    ['down to bed', stands, in_bed, 'get-down', 'step-lie-down-text'],
    ['down to the floor', stands, at('floor', 'all-fours'), 'get-down', 'step-to-floor-text'],
    ['down to the floor, to lie there', stands, at('floor', 'on-side'), 'get-down', 'step-to-floor-text step-on-floor-text'],
    ['a round begins on the floor', null, at('floor', 'on-back'), 'next-exercise', 'step-to-floor-text step-on-floor-text'],
    ['it goes on in bed after the end of the program', in_bed, at('bed', 'on-side'), 'next-exercise', 'step-lie-down-text'],
    ['it goes on on the floor after the end of the program', at('floor', 'on-back'), at('floor', 'all-fours'), 'next-exercise', 'step-to-floor-text step-on-floor-text'],
    ['nobody knows whether they are there already', at('down', 'on-back'), in_bed, 'get-up', 'step-stay-there step-edge-of-bed step-from-floor'],
    ['turning over in bed', in_bed, at('bed', 'on-side'), 'change-position', 'step-turn-text'],
    ['from lying to hands and knees', at('floor', 'on-back'), at('floor', 'all-fours'), 'change-position', 'step-on-floor-text'],
    ['from hands and knees to kneeling', at('floor', 'all-fours'), at('floor', 'kneeling'), 'change-position', null],
    ['from a chair to standing', at('up', 'sitting'), stands, 'change-position', null],
  ])('the way there is told: %s', (_, from, spot, step, told) => {
    const now = view({ items: [{ ...ITEMS[0]!, spot }], step, from, steps_over: 0, seconds: null });
    const words = told === null ? null : told.split(' ').map((key) => t(key as 'step-turn-text')).join(' ');
    expect(howToMove(now)).toBe(words);
    // In the middle of what was begun before the program ended they may have got up.
    const begun = view({ ...now, step: 'get-ready', was_cut_off: true });
    expect(howToMove(begun) !== null).toBe(spot.ground !== 'up');
    expect(stepWords(now)).not.toMatch(/step-/);
  });

  test('each tap is heard as its number', () => {
    const taps = { step: 'own-pace', seconds: null, by_taps: true } as const;
    expect(heard({ ...taps, repetition: 3 }, { ...taps, repetition: 4 })).toEqual(['count', '4']);
    const unheld = { ...taps, item: 1 };
    expect(heard({ ...unheld, repetition: 4 }, { ...unheld, repetition: 5 })?.[1]).toBe('5, keep breathing');
  });

  test('what goes on by itself says so in time, and is ticked at the end', () => {
    const waits = { step: 'change-side', seconds: null } as const;
    expect(heard({ ...waits, goes_on_in: 11 }, { ...waits, goes_on_in: 10 })).toEqual([null, t('session-goes-on-in', { seconds: 10 })]);
    expect(heard({ ...waits, goes_on_in: 4 }, { ...waits, goes_on_in: 3 })).toEqual(['tick', '3']);
    expect(heard({ ...waits, goes_on_in: 20 }, { ...waits, goes_on_in: 19 })).toBeNull();
  });

  test('a whole round ends otherwise than a part of one', () => {
    const items = [{ ...ITEMS[1]!, result: 'done' as const }];
    expect(heard({ items }, { items, finished: true })).toEqual(['end', 'That is all']);
  });

  test('holds of a second leave no time, and breathing is part of their count', () => {
    const items = [exercise('Tilt', 1)];
    expect(heard({ items, step: 'move-out' }, { items, seconds: 1 })?.[1]).toBe('Hold');
    expect(heard({ items, step: 'move-back' }, { items, step: 'move-out', repetition: 5, seconds: 2 })?.[1]).toBe('5, keep breathing');
  });

  test('a movement that is a breath is told as one, and nobody is told to keep breathing in it', () => {
    const items = [{ ...exercise('Belly breathing', null, true), is_breathing: true }];
    const into = { items, step: 'move-out', repetition: 5, seconds: 4 } as const;
    const out = { items, step: 'move-back', repetition: 5, seconds: 6 } as const;
    expect(heard(out, into)).toEqual(['count', '5. Breathe in']);
    expect(heard(into, out)).toEqual(['over', 'Breathe out']);
    expect([into, out].map((step) => [stepWords(view(step)), bigWord(view(step)), aside(view(step))])).toEqual([
      ['Breathe in', 'Breathe in', null], ['Breathe out', 'Breathe out', null],
    ]);
    const held = { items, step: 'hold', repetition: 5, seconds: 4 } as const;
    expect([heard(into, held)?.[1], stepWords(view(held)), aside(view(held))]).toEqual(['Hold', 'Hold', null]);
  });

  test('in balance the hand at the worktop is told on each side, and the last seconds are words', () => {
    const items = [{ ...ITEMS[1]!, is_balance: true }];
    const worktop = t('step-near-worktop');
    expect(heard({}, { items, step: 'next-exercise', seconds: null }, true)?.[1]).toBe(`Next: Heel raises. ${worktop}`);
    const side = { items, step: 'change-side', side: 'right', seconds: null } as const;
    expect(heard({ items }, side, true)?.[1]).toBe(`Now the right side. ${worktop}`);
    expect(nearWorktop(view(side))).toBe(true);
    expect(nearWorktop(view({ ...side, step: 'rest' }))).toBe(false);
    expect(heard({ item: 1 }, { item: 1, seconds_passed: 2 }, true)).toEqual(['tick', '3']);
  });

  test('no cue asks for a tap', () => {
    for (const step of ['get-ready', 'move-out', 'hold', 'move-back', 'rest', 'own-pace', 'next-exercise', 'change-side'] as const) {
      for (const seconds of [null, 30]) {
        expect(heard({ repetition: 9 }, { item: 1, step, seconds }, true)![1]).not.toMatch(/\b(tap|press|touch|button|screen)/i);
      }
    }
  });
});

test('whatever is said of breathing, and that half is done, stands on screen as well', () => {
  const said = /keep breathing|half/i;
  const pairs: [Partial<SessionView>, Partial<SessionView>][] = [
    [{ step: 'move-out' }, { seconds: 2 }],
    [{ step: 'move-out' }, { seconds: 5 }],
    [{ seconds: 20, seconds_passed: 9 }, { seconds: 20, seconds_passed: 10 }],
    [{ step: 'own-pace', seconds: 600, seconds_passed: 299 }, { step: 'own-pace', seconds: 600, seconds_passed: 300 }],
    [{ step: 'own-pace', by_taps: true, item: 1, seconds: null }, { step: 'own-pace', by_taps: true, item: 1, seconds: null, repetition: 5 }],
    [{ item: 1, step: 'move-back' }, { item: 1, step: 'move-out', repetition: 10, seconds: 2 }],
  ];
  for (const [before, now] of pairs) {
    expect(heard(before, now)?.[1]).toMatch(said);
    expect(aside(view(now)), JSON.stringify(now)).toMatch(said);
  }
  expect([aside(view({ paused: true })), aside(view({ step: 'rest', repetition: 5 }))]).toEqual([null, null]);
});

test('each cue of a step stands on screen, large and small', () => {
  for (const step of ['get-ready', 'move-out', 'hold', 'move-back', 'rest', 'own-pace', 'next-exercise', 'change-side'] as const) {
    const now = view({ step });
    expect(stepWords(now)).not.toMatch(/step-/);
    expect(bigWord(now)).not.toMatch(/big-/);
    expect(bigWord(now).length).toBeLessThan(12);
  }
  expect(bigWord(view({ paused: true }))).toBe('Paused');
});

describe('tones', () => {
  const length = (tone: Tone) => TONES[tone].reduce((sum, [, seconds]) => sum + seconds, 0);

  test('are short, and no two are alike in pitch and length', () => {
    const all = Object.keys(TONES) as Tone[];
    for (const tone of all) expect(length(tone)).toBeLessThanOrEqual(1);
    for (const one of all) {
      for (const other of all.filter((tone) => tone > one)) {
        const sameStart = TONES[one][0]![0] === TONES[other][0]![0];
        expect(sameStart && Math.abs(length(one) - length(other)) < 0.1, `${one} and ${other}`).toBe(false);
      }
    }
  });

  const levels: [string, number, number][] = [];
  let notes = 0;
  class Context {
    state = 'running';
    currentTime = 10;
    destination = {};
    createGain() {
      const gain = {
        setValueAtTime: (level: number, at: number) => levels.push(['from', level, at]),
        linearRampToValueAtTime: (level: number, at: number) => levels.push(['up', level, at]),
        exponentialRampToValueAtTime: (level: number, at: number) => levels.push(['down', level, at]),
      };
      return { gain, connect: (to: unknown) => to };
    }
    createOscillator() {
      notes++;
      return { frequency: { value: 0 }, connect: (to: unknown) => to, start: () => undefined, stop: () => undefined };
    }
  }
  beforeEach(() => {
    levels.length = notes = 0;
  });

  test('are silent where there is no sound, and when switched off', () => {
    play('go', 'loud');
    vi.stubGlobal('AudioContext', Context);
    play('go', 'off');
    expect(notes).toBe(0);
  });

  test('rise softly from nothing, and as loud as was chosen', () => {
    const peak = (volume: 'soft' | 'medium' | 'loud') => {
      levels.length = 0;
      play('hold', volume);
      return levels[1]![1];
    };
    play('go', 'medium');
    expect(notes).toBe(TONES.go.length);
    expect(levels[0]).toEqual(['from', 0, 10]);
    expect(levels[1]![2] - 10).toBeGreaterThanOrEqual(0.01);
    expect(peak('soft')).toBeLessThan(peak('medium'));
    expect(peak('medium')).toBeLessThan(peak('loud'));
    expect(peak('loud')).toBeLessThan(1);
  });
});

describe('the voice', () => {
  const known = (name: string, lang: string, localService: boolean, isDefault = false) => ({
    name, voiceURI: `voice:${name}`, lang, localService, default: isDefault,
  });

  test('is never one that needs a network, and speaks the language', () => {
    const voices = [known('far', 'en-GB', false, true), known('german', 'de-DE', true, true), known('near', 'en_US', true)];
    expect(localVoice(voices, 'en')?.name).toBe('near');
    expect(localVoice(voices, 'en-XA')?.name).toBe('near');
    expect(localVoice(voices.slice(0, 2), 'en')).toBeUndefined();
    expect(localVoice([], 'en')).toBeUndefined();
  });

  test('may be one that is a part of WebKitGTK, whatever it says of that', () => {
    const flite = (name: string, voiceURI: string) => [{ ...known(name, 'en-US', false), voiceURI }];
    expect(localVoice(flite('slt', ''), 'en')?.name).toBe('slt');
    expect(localVoice(flite('slt', 'service:slt'), 'en')).toBeUndefined();
    expect(localVoice(flite('cloud', ''), 'en')).toBeUndefined();
  });

  test('is the one the person chose for their device', () => {
    expect(localVoice([known('first', 'en-US', true), known('chosen', 'en-GB', true, true)], 'en')?.name).toBe('chosen');
  });
});

test('what ends a step is one button, also where a step has a time', () => {
  const ends = (now: Partial<SessionView>) => onwardWord(view(now));
  expect(ends({ step: 'own-pace', seconds: 600 })).toBe(t('session-own-done'));
  expect(ends({ step: 'rest', seconds: 60 })).toBe(t('session-ready'));
  expect(ends({ step: 'rest', seconds: null })).toBe(t('session-go-on'));
  expect(ends({ step: 'change-side', seconds: null, goes_on_in: 10 })).toBe(t('session-ready'));
  expect([ends({}), ends({ step: 'move-out', seconds: null }), ends({ step: 'rest', paused: true })]).toEqual([null, null, null]);
});
