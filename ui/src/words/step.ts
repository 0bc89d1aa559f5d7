// A step of a session, in words.

import type { Ground, Position, SessionView, Spot, StepKind } from '../host';
import { t, type MessageKey } from '../i18n';

/** A step this long is told of on its way, too. */
export const LONG = 20;
/** A hold this long leaves time to be told to breathe. */
export const LONG_ENOUGH_TO_BREATHE = 2;
/** Where none is held so long, each of this many is told with its number. */
const BREATHE_EVERY = 5;

export const half = (seconds: number) => Math.ceil(seconds / 2);

/** Whether to keep breathing is said with the number of a repetition, for no hold of it leaves the time. */
export function breathesInCount({ items, item, repetition }: SessionView): boolean {
  const held = items[item]?.dose.hold_seconds ?? 0;
  return !items[item]?.is_breathing && held < LONG_ENOUGH_TO_BREATHE && repetition > 0 && repetition % BREATHE_EVERY === 0;
}

/** What is said beside the step, to be read: that half of it is done, and to keep breathing. */
export function aside(view: SessionView): string | null {
  const { step, seconds } = view;
  if (view.paused || step === 'rest') return null;
  const holds = step === 'hold';
  const long = seconds ?? 0;
  if ((holds || step === 'own-pace') && long >= LONG && view.seconds_passed >= half(long)) return t('cue-half');
  return (holds && long >= LONG_ENOUGH_TO_BREATHE && !isBreathing(view)) || breathesInCount(view) ? t('cue-breathe') : null;
}

/** Whether the hand belongs to the worktop now, for balance begins. */
export function nearWorktop({ items, item, step }: SessionView): boolean {
  return items[item]?.is_balance === true && (step === 'next-exercise' || step === 'change-side');
}

/** Whether somebody changes where they are, or how they lie. */
export function moves({ step }: Pick<SessionView, 'step'>): boolean {
  return ['change-position', 'get-up', 'get-down'].includes(step);
}

/** Whether a step waits for somebody to be ready, or to be where it is done. */
export function waitsToBegin({ step }: SessionView): boolean {
  return ['next-exercise', 'change-side'].includes(step) || moves({ step });
}

/** By what a step is ended that waits for the person, or that need not be waited out; null where it goes by itself. */
export function onwardWord(view: SessionView): string | null {
  if (view.paused) return null;
  if (view.step === 'own-pace') return t('session-own-done');
  if (view.step === 'rest' && view.seconds === null) return t('session-go-on');
  return waitsToBegin(view) || view.step === 'rest' || view.step === 'get-ready' ? t('session-ready') : null;
}

const LYING: Position[] = ['on-back', 'on-side', 'on-front'];
const lies = (spot: Spot | null) => spot !== null && LYING.includes(spot.position);
const isDown = (spot: Spot | null): spot is Spot => spot !== null && spot.ground !== 'up';

/** Both where nobody knows which. */
function wayUp(ground: Ground): string {
  const ways: MessageKey[] = [];
  if (ground !== 'floor') ways.push('step-edge-of-bed');
  if (ground !== 'bed') ways.push('step-from-floor');
  return ways.map((way) => t(way)).join(' ');
}

/** How to get up after a round, for somebody who may lie or be on the floor; null where nobody does. */
export function howToGetUp({ from, items, item }: SessionView): string | null {
  const at = [from, items[item]?.spot ?? null].find(isDown);
  return at ? wayUp(at.ground) : null;
}

/** How to come to where the exercise is done, in a sentence or two; null where nothing needs to be said. */
export function howToMove(view: SessionView): string | null {
  const { step, from, items, item } = view;
  const to = items[item]?.spot ?? null;
  // Whether somebody has to get up for an exercise of which nobody knows where it is done, they see themselves.
  if (step === 'get-up' || (step === 'next-exercise' && to === null && isDown(from))) {
    const up = wayUp(from?.ground ?? 'down');
    return isDown(to) && from?.ground === 'down' ? `${t('step-stay-there')} ${up}` : up;
  }
  // Where somebody is when a round begins, or goes on after the program ended, nobody knows.
  const waits = step === 'next-exercise' && item === 0;
  const goesOn = (waits && from !== null && view.steps_over === 0) || view.was_cut_off;
  const begins = goesOn || (waits && from === null);
  if (!isDown(to)) return null;
  if (step === 'get-down' || begins) {
    if (to.ground === 'bed') return t('step-lie-down-text');
    return goesOn || lies(to) ? `${t('step-to-floor-text')} ${t('step-on-floor-text')}` : t('step-to-floor-text');
  }
  if (step !== 'change-position') return null;
  if (lies(from) && lies(to)) return t('step-turn-text');
  return lies(from) || lies(to) ? t('step-on-floor-text') : null;
}

export const isBreathing = ({ items, item }: SessionView) => items[item]?.is_breathing === true;

/** What to do with a breath; null in any other step. */
function breath(view: SessionView): string | null {
  if (!isBreathing(view)) return null;
  const words: Partial<Record<StepKind, MessageKey>> = { 'move-out': 'step-breathe-in', 'move-back': 'step-breathe-out', hold: 'cue-hold' };
  const word = words[view.step];
  return word ? t(word) : null;
}

/** What to do now. */
export function stepWords(view: SessionView): string {
  const breathing = breath(view);
  if (breathing) return breathing;
  if (view.step === 'change-side') return t(view.side === 'right' ? 'step-change-side-right' : 'step-change-side-left');
  if (view.step === 'change-position' || view.step === 'get-down') return t('step-position', { to: view.items[view.item]?.spot?.position ?? '' });
  if (view.step === 'rest' && view.seconds === null && view.goes_on_in === null) return t('step-rest-own');
  if (view.step === 'own-pace' && view.seconds !== null) return t('step-own-pace-walk');
  return t(`step-${view.step}`);
}

/** The same in a word or two, to be read from two metres; of an exercise that waits, its name. */
export function bigWord(view: SessionView): string {
  if (view.paused) return t('step-paused');
  if (view.step === 'next-exercise') return view.items[view.item]?.title ?? '';
  if (view.step === 'change-side') return t(view.side === 'right' ? 'big-side-right' : 'big-side-left');
  if (view.step === 'change-position' || view.step === 'get-down') return stepWords(view);
  return breath(view) ?? t(`big-${view.step}`);
}

/** On which side an exercise begins that waits to be begun; empty where it has none, and once it has begun. */
export function sideFirst({ items, item, step, side }: SessionView): string {
  if (step !== 'next-exercise' || side === 'both') return '';
  const isFirst = items[item]?.side === 'each' && side === 'left';
  return isFirst ? t('session-side-first') : t(`session-side-${side}`);
}

/** "Set 1 of 2 · left side"; empty where there is neither. */
export function setAndSide(view: SessionView): string {
  const parts: string[] = [];
  if (view.sets > 1) parts.push(t('session-set-of', { set: view.set, sets: view.sets }));
  if (view.side === 'left') parts.push(t('session-side-left'));
  if (view.side === 'right') parts.push(t('session-side-right'));
  return parts.join(' · ');
}

/** That it stands still, and why where the person did not say so. */
export function pausedWords({ was_out_of_sight }: SessionView): string {
  return was_out_of_sight ? `${t('step-paused')}. ${t('step-out-of-sight')}` : t('step-paused');
}

/** What a screen reader is told when the step changes. Every second would be too much. */
export function stepAloud(view: SessionView): string {
  const { paused, step, repetition, repetitions: all } = view;
  const isTold = !paused || (view.was_cut_off && step === 'change-side');
  const words = [paused && pausedWords(view), isTold && stepWords(view)];
  if (!paused) {
    words.push(step === 'next-exercise' && (view.items[view.item]?.title ?? ''), sideFirst(view));
    words.push(repetition > 0 && all !== null && t('session-times', { repetition, all }));
    // Once a repetition: a hold that is told says so by itself.
    words.push(['move-out', 'own-pace'].includes(step) && breathesInCount(view) && t('cue-breathe'));
    words.push([howToMove(view), nearWorktop(view) && t('step-near-worktop')].filter(Boolean).join(' '));
  }
  return words.filter(Boolean).join('. ');
}
