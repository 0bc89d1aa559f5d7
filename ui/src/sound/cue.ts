// What is heard when a round goes on: from how it stood to how it stands, a tone and a few words.

import type { SessionView } from '../host';
import { t } from '../i18n';
import { breathesInCount, half, howToGetUp, howToMove, isBreathing, LONG, LONG_ENOUGH_TO_BREATHE, nearWorktop, sideFirst, stepWords } from '../words/step';
import type { Tone } from './tones';

/** What is heard at once. Everything in it stands on screen, too. */
export interface Cue {
  tone: Tone | null;
  words: string;
  /** Whether a step begins, so that what is still being said is overtaken. */
  begins: boolean;
}

/** The last seconds of a timed step are ticked, and in a step shorter than this none. */
const TICKS = 3;
const SHORTEST_TICKED = 4;
/** So long before the end of a rest. */
const SOON = 10;

/**
 * What is heard; null where nothing is. No words ask for a tap. `balance`: the exercise is done standing with a hand
 * near a worktop, so that it is led by words alone, the last seconds too.
 */
export function cue(before: SessionView | null, now: SessionView, balance: boolean): Cue | null {
  // Whoever ends a round by hand has it before their eyes; that is done while it is paused.
  if (now.finished) return before && !before.finished && !before.paused ? ending(now) : null;
  if (now.paused) return null;
  const goesOn = before && !before.paused && isSameStep(before, now) && now.seconds_passed >= before.seconds_passed;
  if (goesOn) return onTheWay(before, now, balance);
  const begins = beginning(before, now);
  // The side that stood there while a round which was cut off waited is heard with what comes next.
  const isTold = before?.was_cut_off && isSameSet(before, now) && before.step === 'change-side' && now.step !== 'change-side';
  return isTold ? { ...begins, words: `${stepWords(before)}. ${begins.words}` } : begins;
}

const isSameSet = (one: SessionView, other: SessionView) =>
  one.item === other.item && one.set === other.set && one.side === other.side;

const isSameStep = (one: SessionView, other: SessionView) =>
  isSameSet(one, other) && one.step === other.step && one.repetition === other.repetition && one.seconds === other.seconds;

function beginning(before: SessionView | null, now: SessionView): Cue {
  const from = before && !before.paused && isSameSet(before, now) ? before : null;
  const starts = from?.step === 'get-ready';
  const says = (tone: Tone, words: string): Cue => ({ tone, words, begins: true });
  switch (now.step) {
    case 'get-ready':
      return says('ready', stepWords(now));
    case 'move-out':
      return says(starts ? 'go' : 'count', isBreathing(now) ? `${count(now)}. ${stepWords(now)}` : count(now));
    case 'hold': {
      const isCounted = from?.step === 'move-out' && from.repetition === now.repetition;
      const words = (now.seconds ?? 0) < LONG_ENOUGH_TO_BREATHE ? t('cue-hold') : stepWords(now);
      return says(starts ? 'go' : 'hold', isCounted ? words : `${count(now)}. ${words}`);
    }
    case 'move-back':
      return says('over', isBreathing(now) ? stepWords(now) : t('cue-back'));
    case 'rest':
      return says('rest', stepWords(now));
    case 'change-side':
      return says('side', [stepWords(now), worktop(now)].filter(Boolean).join('. '));
    case 'next-exercise': {
      const next = t('cue-next', { exercise: now.items[now.item]?.title ?? '' });
      const side = sideFirst(now);
      return says('change', [next, side && `${side}.`, worktop(now)].filter(Boolean).join(' '));
    }
    case 'own-pace':
      if (now.by_taps && from?.step === 'own-pace') return says('count', count(now));
      return says('go', stepWords(now));
    case 'change-position':
    case 'get-up':
    case 'get-down':
      return says('change', [stepWords(now), howToMove(now)].filter(Boolean).join('. '));
    default:
      return says('go', stepWords(now));
  }
}

/** "3", and now and then "5, keep breathing" where no hold leaves time to say it. */
function count(now: SessionView): string {
  return t(breathesInCount(now) ? 'cue-count-breathe' : 'cue-count', { repetition: now.repetition });
}

const worktop = (now: SessionView) => (nearWorktop(now) ? t('step-near-worktop') : null);

function onTheWay(before: SessionView, now: SessionView, balance: boolean): Cue | null {
  const { seconds, step } = now;
  if (before.goes_on_in !== null && now.goes_on_in !== null) return goingOn(before.goes_on_in, now.goes_on_in);
  // A movement lasts a few seconds and is over when the next thing is told.
  if (seconds === null || step === 'move-out' || step === 'move-back') return null;
  const passes = (second: number) => before.seconds_passed < second && now.seconds_passed >= second;
  const left = seconds - now.seconds_passed;
  if (seconds >= SHORTEST_TICKED && left >= 1 && left <= TICKS && passes(now.seconds_passed)) {
    return { tone: 'tick', words: balance ? String(left) : '', begins: false };
  }
  if (seconds < LONG) return null;
  const works = step === 'hold' || step === 'own-pace';
  if (works && passes(half(seconds))) return { tone: 'count', words: t('cue-half'), begins: false };
  if (!works && passes(seconds - SOON)) return { tone: null, words: t('cue-soon', { seconds: left }), begins: false };
  return null;
}

/** What waits goes on by itself: said in time to stop it, and ticked at the end. */
function goingOn(before: number, left: number): Cue | null {
  if (left === before || left < 1) return null;
  if (left === SOON) return { tone: null, words: t('session-goes-on-in', { seconds: left }), begins: false };
  return left <= TICKS ? { tone: 'tick', words: String(left), begins: false } : null;
}

function ending(now: SessionView): Cue {
  const isWhole = now.items.every(({ result }) => result === 'done');
  const words = [t(isWhole ? 'session-finished-title' : 'session-finished-part-title')];
  const up = howToGetUp(now);
  if (up) words.push(up);
  return { tone: 'end', words: words.join('. '), begins: true };
}
