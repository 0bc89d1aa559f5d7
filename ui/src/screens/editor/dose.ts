// Which parts of a dose are asked for, and how they are changed.

import type { Counted, Dose, Exercise, NotGiven } from '../../host';
import type { MessageKey } from '../../i18n';

type NumberKey = 'sets' | 'repetitions' | 'hold_seconds' | 'rest_seconds' | 'minutes' | 'breaths' | 'seconds' | 'walking_steps' | 'metres';

/** A number of a dose: its place, what it is called, how large it may be, and how it is left open. */
export interface DosePart {
  key: NumberKey;
  label: MessageKey;
  unit: MessageKey;
  most: number;
  step: number;
  /** Where the buttons begin; no number of anybody's, only a place to start from. */
  begin: number;
  open: NotGiven | null;
  counted: Counted | null;
}

export const PARTS: DosePart[] = [
  { key: 'sets', label: 'edit-dose-sets', unit: 'edit-unit-sets', most: 20, step: 1, begin: 1, open: 'sets', counted: 'sets' },
  { key: 'repetitions', label: 'edit-dose-times', unit: 'edit-unit-times', most: 200, step: 1, begin: 1, open: 'repetitions', counted: 'repetitions' },
  { key: 'breaths', label: 'edit-dose-breaths', unit: 'edit-unit-breaths', most: 100, step: 1, begin: 1, open: null, counted: 'breaths' },
  { key: 'minutes', label: 'edit-dose-minutes', unit: 'edit-unit-minutes', most: 240, step: 1, begin: 1, open: 'minutes', counted: 'minutes' },
  { key: 'hold_seconds', label: 'edit-dose-hold', unit: 'edit-unit-seconds', most: 600, step: 1, begin: 1, open: 'hold', counted: 'hold-seconds' },
  { key: 'rest_seconds', label: 'edit-dose-rest', unit: 'edit-unit-seconds', most: 900, step: 10, begin: 10, open: 'rest', counted: null },
  { key: 'seconds', label: 'edit-dose-seconds', unit: 'edit-unit-seconds', most: 3600, step: 5, begin: 5, open: null, counted: 'seconds' },
  { key: 'walking_steps', label: 'edit-dose-steps', unit: 'edit-unit-steps', most: 50_000, step: 100, begin: 100, open: null, counted: 'walking-steps' },
  { key: 'metres', label: 'edit-dose-metres', unit: 'edit-unit-metres', most: 20_000, step: 50, begin: 50, open: null, counted: 'metres' },
];

/** A dose that says nothing. */
export const emptyDose = (): Dose => ({
  sets: null, repetitions: null, hold_seconds: null, seconds: null, rest_seconds: null, minutes: null, breaths: null,
  walking_steps: null, metres: null, load: null, load_kg: null, load_most: null, load_most_kg: null, range: null,
  up_to: [], not_given: [],
});

/** Whether `part` has been said, as a number or as left open. */
export function isSaid(dose: Dose, part: DosePart): boolean {
  return dose[part.key] !== null || (part.open !== null && dose.not_given.includes(part.open));
}

/**
 * The parts that are asked for at once: what is said already, and what people usually say of this exercise. The
 * others fold. A rest matters between sets only.
 */
export function askedParts(dose: Dose, exercise: Exercise | undefined): DosePart[] {
  const usual = exercise?.usual_dose;
  return PARTS.filter((part) => {
    if (isSaid(dose, part)) return true;
    if (part.key === 'rest_seconds') return (dose.sets ?? 1) > 1;
    if (!usual) return part.key === 'sets' || part.key === 'repetitions';
    return part.key in usual && usual[part.key as keyof typeof usual] !== null;
  });
}

/** Whether `dose` says what ends a bout. */
export const saysHowMuch = (dose: Dose): boolean =>
  [dose.repetitions, dose.breaths, dose.minutes, dose.seconds, dose.walking_steps, dose.metres].some((number) => number !== null);

/** Says that the sheet leaves `open` open, or takes that back. */
export function leaveOpen(dose: Dose, open: NotGiven, yes: boolean): void {
  dose.not_given = yes ? [...dose.not_given.filter((one) => one !== open), open] : dose.not_given.filter((one) => one !== open);
}

/** The most that the sheet allows of `counted`; null where it gives no range. */
export function upTo(dose: Dose, counted: Counted): number | null {
  return dose.up_to.find(([key]) => key === counted)?.[1] ?? null;
}

/** Sets the most that the sheet allows of `counted`. */
export function setUpTo(dose: Dose, counted: Counted, most: number | null): void {
  const others = dose.up_to.filter(([key]) => key !== counted);
  dose.up_to = most === null ? others : [...others, [counted, most]];
}
