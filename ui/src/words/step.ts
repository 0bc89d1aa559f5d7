// A step of a session, in words.

import type { SessionView, StepKind } from '../host';
import { t, type MessageKey } from '../i18n';

const STEPS: Record<Exclude<StepKind, 'change-side'>, MessageKey> = {
  'get-ready': 'step-get-ready',
  'move-out': 'step-move-out',
  hold: 'step-hold',
  'move-back': 'step-move-back',
  rest: 'step-rest',
  'own-pace': 'step-own-pace',
  'next-exercise': 'step-next-exercise',
};

/** What to do now. */
export function stepWords(view: SessionView): string {
  if (view.step === 'change-side') return t(view.side === 'right' ? 'step-change-side-right' : 'step-change-side-left');
  if (view.step === 'rest' && view.seconds === null) return t('step-rest-own');
  if (view.step === 'own-pace' && view.seconds !== null) return t('step-own-pace-walk');
  return t(STEPS[view.step]);
}

/** The same in a word or two, to be read from two metres; of an exercise that waits, its name. */
export function bigWord(view: SessionView): string {
  if (view.paused) return t('step-paused');
  if (view.step === 'next-exercise') return view.items[view.item]?.title ?? '';
  if (view.step === 'change-side') return t(view.side === 'right' ? 'big-side-right' : 'big-side-left');
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
