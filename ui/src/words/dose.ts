// How much of an exercise, in words.

import type { Counted, Dose, NotGiven, Side } from '../host';
import { list, t, type MessageKey } from '../i18n';

/** What is counted, and how much of it a set has: minutes of all of it, and whole sets where nothing is. */
export const countedIn = ({ minutes, repetitions, seconds, breaths, walking_steps, metres, sets }: Dose) =>
  ([['minutes', minutes], ['times', repetitions], ['seconds', seconds], ['breaths', breaths], ['steps', walking_steps], ['metres', metres], ['sets', sets ?? 0]] as const).find(
    (one): one is [CountedIn | 'minutes' | 'times' | 'seconds' | 'sets', number] => one[1] !== null,
  )!;
export type CountedIn = 'breaths' | 'steps' | 'metres';

/** "2 sets of 8, hold 3 seconds, each side"; empty when the sheet gives no number at all. */
export function doseWords(dose: Dose, side: Side): string {
  const parts: string[] = [];
  const add = (key: MessageKey, args: Record<string, number | null>) => {
    if (Object.values(args).every((value) => value !== null)) parts.push(t(key, args as Record<string, number>));
  };
  add('dose-minutes', { minutes: dose.minutes });
  if (dose.sets !== null && dose.sets > 1 && dose.repetitions !== null) {
    add('dose-sets-of', { sets: dose.sets, times: dose.repetitions });
  } else if (dose.repetitions !== null) {
    add('dose-times', { times: dose.repetitions });
  } else {
    add('dose-sets', { sets: dose.sets });
  }
  add('dose-breaths', { breaths: dose.breaths });
  add('item-seconds', { seconds: dose.seconds });
  add('dose-steps', { steps: dose.walking_steps });
  add('dose-metres', { metres: dose.metres });
  parts.push(...dose.up_to.map(upTo));
  add('dose-hold', { seconds: dose.hold_seconds });
  if (dose.range !== null) parts.push(dose.range);
  if (dose.load !== null) parts.push(dose.load);
  add('dose-kilograms', { kilograms: dose.load_kg });
  if (parts.length > 0 && side === 'each') parts.push(t('dose-each-side'));
  if (parts.length > 0 && side === 'left') parts.push(t('dose-left-side'));
  if (parts.length > 0 && side === 'right') parts.push(t('dose-right-side'));
  return list(parts);
}

export type DoseFact = { name: string; value: string; asks?: boolean };

/** Under which name a part of the dose stands. */
const NAMES: Record<NotGiven | Counted, MessageKey> = {
  dose: 'item-how-much',
  sets: 'item-sets',
  repetitions: 'item-times',
  minutes: 'item-minutes',
  seconds: 'item-minutes',
  breaths: 'item-breaths',
  'walking-steps': 'item-steps',
  metres: 'item-metres',
  hold: 'item-hold',
  'hold-seconds': 'item-hold',
  rest: 'item-rest',
  range: 'item-range',
  load: 'item-load',
};

/** Each part of the dose with its name. Where the sheet does not say how much, it says so. */
export function doseFacts(dose: Dose, side: Side): DoseFact[] {
  const seconds = (value: number) => t('item-seconds', { seconds: value });
  const facts: DoseFact[] = [];
  const add = (part: keyof typeof NAMES, value: string | null) => {
    if (value === null) return;
    const more = dose.up_to.filter(([key]) => key === part).map(upTo);
    facts.push({ name: t(NAMES[part]), value: list([value, ...more]) });
  };
  const number = (value: number | null, words: (value: number) => string) => (value === null ? null : words(value));
  add('sets', number(dose.sets, String));
  add('repetitions', number(dose.repetitions, (times) => t('dose-times', { times })));
  add('minutes', number(dose.minutes, (minutes) => t('dose-minutes', { minutes })));
  add('seconds', number(dose.seconds, seconds));
  add('breaths', number(dose.breaths, String));
  add('walking-steps', number(dose.walking_steps, (steps) => t('dose-steps', { steps })));
  add('metres', number(dose.metres, (metres) => t('dose-metres', { metres })));
  const measures = [dose.repetitions, dose.minutes, dose.seconds, dose.breaths, dose.walking_steps, dose.metres];
  const left = new Set(dose.not_given);
  if (measures.every((measure) => measure === null) && !left.has('repetitions') && !left.has('minutes')) left.add('dose');
  // That nothing says how much stands where it would be said.
  if (left.delete('dose')) facts.push({ name: t(NAMES.dose), value: t('item-not-given'), asks: true });
  add('hold-seconds', number(dose.hold_seconds, seconds));
  add('rest', number(dose.rest_seconds, seconds));
  add('range', dose.range);
  add('load', dose.load);
  add('load', number(dose.load_kg, (kilograms) => t('dose-kilograms', { kilograms })));
  if (dose.load_most !== null) facts.push({ name: t('item-load-most'), value: dose.load_most });
  if (dose.load_most_kg !== null) facts.push({ name: t('item-load-most'), value: t('dose-kilograms', { kilograms: dose.load_most_kg }) });
  if (side === 'each') facts.push({ name: t('item-side'), value: t('item-side-each') });
  if (side === 'left') facts.push({ name: t('item-side'), value: t('item-side-left') });
  if (side === 'right') facts.push({ name: t('item-side'), value: t('item-side-right') });
  for (const part of left) facts.push({ name: t(NAMES[part]), value: t('item-not-given'), asks: true });
  return facts;
}

/** "up to 12 times" */
function upTo([what, n]: [Counted, number]): string {
  return t('dose-up-to', { what, n });
}
