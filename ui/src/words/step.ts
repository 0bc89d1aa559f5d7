// A step of a session, in words.

import type { Position, SessionView, StepKind } from '../host';
import { t, type MessageKey } from '../i18n';

const STEPS: Record<Exclude<StepKind, 'change-side' | 'change-position'>, MessageKey> = {
  'get-ready': 'step-get-ready',
  'move-out': 'step-move-out',
  hold: 'step-hold',
  'move-back': 'step-move-back',
  rest: 'step-rest',
  'own-pace': 'step-own-pace',
  'next-exercise': 'step-next-exercise',
  'get-up': 'step-get-up',
};

/** Whether a step waits for somebody to be ready, or to be where it is done. */
export function waitsToBegin({ step }: SessionView): boolean {
  return ['next-exercise', 'change-side', 'change-position', 'get-up'].includes(step);
}

const LYING: Position[] = ['on-back', 'on-side', 'on-front'];
const onFloor = (position: Position) => position === 'all-fours' || position === 'kneeling';

const isDown = (position: Position | null): position is Position => position !== null && (LYING.includes(position) || onFloor(position));
const wayUp = (from: Position | null) => t(from && onFloor(from) ? 'step-from-floor' : 'step-edge-of-bed');

/** How to get up after a round, for somebody who may lie or be on the floor; null where nobody does. */
export function howToGetUp({ from, items, item }: SessionView): string | null {
  const at = [from, items[item]?.position ?? null].find(isDown);
  return at ? wayUp(at) : null;
}

/** How to come into another position, in a sentence or two; null where nothing needs to be said. */
export function howToMove(view: SessionView): string | null {
  const { step, from, items, item } = view;
  const to = items[item]?.position ?? null;
  // Whether somebody has to get up for an exercise whose position nobody knows, they see themselves.
  if (step === 'get-up' || (step === 'next-exercise' && to === null && isDown(from))) return wayUp(from);
  // Where somebody is when a round begins, nobody knows.
  if (to === null || !(step === 'change-position' || (step === 'next-exercise' && item === 0 && view.steps_over === 0))) return null;
  if (LYING.includes(to)) return t(isDown(from) ? 'step-turn-text' : 'step-lie-down-text');
  return onFloor(to) && !isDown(from) ? t('step-to-floor-text') : null;
}

/** What to do now. */
export function stepWords(view: SessionView): string {
  if (view.step === 'change-side') return t(view.side === 'right' ? 'step-change-side-right' : 'step-change-side-left');
  if (view.step === 'change-position') return t('step-position', { to: view.items[view.item]?.position ?? '' });
  if (view.step === 'rest' && view.seconds === null) return t('step-rest-own');
  if (view.step === 'own-pace' && view.seconds !== null) return t('step-own-pace-walk');
  return t(STEPS[view.step]);
}

/** The same in a word or two, to be read from two metres; of an exercise that waits, its name. */
export function bigWord(view: SessionView): string {
  if (view.paused) return t('step-paused');
  if (view.step === 'next-exercise') return view.items[view.item]?.title ?? '';
  if (view.step === 'change-side') return t(view.side === 'right' ? 'big-side-right' : 'big-side-left');
  if (view.step === 'change-position') return stepWords(view);
  return t(`big-${view.step}`);
}

/** "Set 1 of 2 · left side"; empty where there is neither. */
export function setAndSide(view: SessionView): string {
  const parts: string[] = [];
  if (view.sets > 1) parts.push(t('session-set-of', { set: view.set, sets: view.sets }));
  if (view.side === 'left') parts.push(t('session-side-left'));
  if (view.side === 'right') parts.push(t('session-side-right'));
  return parts.join(' · ');
}

/** What a screen reader is told when the step changes. Every second would be too much. */
export function stepAloud(view: SessionView): string {
  const words = view.paused ? t('step-paused') : stepWords(view);
  const counted = view.repetition > 0 && view.repetitions !== null && !view.paused;
  if (!counted || view.repetitions === null) return words;
  return `${words}. ${t('session-times', { repetition: view.repetition, all: view.repetitions })}`;
}
