// An exercise of the catalogue, in the person's language.

import type { Exercise, FromTo, Guidance, Position, TypicalStart, UsualDose } from '../host';
import { t, type MessageKey } from '../i18n';

/** What to tell people, in their language or in English. */
export function guidanceOf(exercise: Exercise): Guidance | null {
  return exercise.guidance[document.documentElement.lang] ?? exercise.guidance['en'] ?? null;
}

export function titleOf(exercise: Exercise): string {
  return guidanceOf(exercise)?.title ?? exercise.id;
}

/** The figure in words: how the movement begins and how it goes. */
export function figureLabel(exercise: Exercise | undefined, title: string): string {
  const guidance = exercise && guidanceOf(exercise);
  if (!guidance) return title;
  const start = exercise.scene.posture.map((line) => guidance.start[line - 1]).join(' ');
  return t('figure-label', { title, position: t(`position-${exercise.position}`), start, steps: guidance.steps.slice(0, 2).join(' ') });
}

/** What is needed, in words. The names come from the catalogue's files, so the compiler cannot know them. */
export function equipmentWord(name: string): string {
  return t(`equipment-${name}` as MessageKey);
}

/** Positions of one kind, to choose from. */
const POSTURES = {
  lying: ['on-back', 'on-side', 'on-front'],
  kneeling: ['all-fours', 'kneeling'],
  sitting: ['sitting'],
  standing: ['standing', 'moving'],
} satisfies Record<string, Position[]>;

export type Posture = keyof typeof POSTURES;
export const postures = Object.keys(POSTURES) as Posture[];

/** Whether `exercise` is done in `posture`; null is any. */
export function isDoneIn(exercise: Exercise, posture: Posture | null): boolean {
  return posture === null || (POSTURES[posture] as Position[]).includes(exercise.position);
}

/** The numbers of a usual first dose with their names, in the order of reading. */
export function doseNumbers(dose: UsualDose): { name: string; value: string }[] {
  const numbers: [MessageKey, FromTo | null][] = [
    ['exercise-dose-sets', dose.sets],
    ['exercise-dose-repetitions', dose.repetitions],
    ['exercise-dose-hold-seconds', dose.hold_seconds],
    ['exercise-dose-rest-seconds', dose.rest_seconds],
    ['exercise-dose-minutes', dose.minutes],
    ['exercise-dose-breaths', dose.breaths],
    ['exercise-dose-times-a-day', dose.times_a_day],
    ['exercise-dose-days-a-week', dose.days_a_week],
  ];
  return numbers.flatMap(([name, number]) => (number === null ? [] : [{ name: t(name), value: fromTo(number) }]));
}

function fromTo({ least, most }: FromTo): string {
  return least === most ? t('exercise-number', { number: least }) : t('exercise-from-to', { least, most });
}

/** When an exercise is usually first given: without an implant, and with one. */
export function firstGiven(start: TypicalStart): { decompression: string; fusion: string } {
  const when = (week: number | null, agreed: boolean) => {
    const from = week === null ? t('exercise-first-decides') : t('exercise-first-week', { week });
    return agreed ? t('exercise-first-agreed', { when: from }) : from;
  };
  return {
    decompression: when(start.decompression_week, start.needs_clearance),
    fusion: when(start.fusion_week, start.needs_clearance || start.fusion_needs_clearance),
  };
}
