// How much of an exercise, in words.

import type { Dose, Side } from '../host';
import { list, t } from '../i18n';

/** "2 sets of 8, hold 3 seconds, each side"; empty when the sheet gives no number at all. */
export function doseWords(dose: Dose, side: Side): string {
  const parts: string[] = [];
  if (dose.minutes !== null) parts.push(t('dose-minutes', { minutes: dose.minutes }));
  if (dose.sets !== null && dose.sets > 1 && dose.repetitions !== null) {
    parts.push(t('dose-sets-of', { sets: dose.sets, times: dose.repetitions }));
  } else if (dose.repetitions !== null) {
    parts.push(t('dose-times', { times: dose.repetitions }));
  } else if (dose.sets !== null) {
    parts.push(t('dose-sets', { sets: dose.sets }));
  }
  if (dose.breaths !== null) parts.push(t('dose-breaths', { breaths: dose.breaths }));
  if (dose.hold_seconds !== null) parts.push(t('dose-hold', { seconds: dose.hold_seconds }));
  if (dose.range !== null) parts.push(dose.range);
  if (dose.load !== null) parts.push(dose.load);
  if (parts.length > 0 && side === 'each') parts.push(t('dose-each-side'));
  if (parts.length > 0 && side === 'left') parts.push(t('dose-left-side'));
  if (parts.length > 0 && side === 'right') parts.push(t('dose-right-side'));
  return list(parts);
}

export type DoseFact = { name: string; value: string; asks?: boolean };

/** Each part of the dose with its name. Where the sheet does not say how much, it says so. */
export function doseFacts(dose: Dose, side: Side): DoseFact[] {
  const seconds = (value: number) => t('item-seconds', { seconds: value });
  const facts: DoseFact[] = [];
  const add = (name: string, value: string | null) => {
    if (value !== null) facts.push({ name, value });
  };
  add(t('item-sets'), dose.sets === null ? null : String(dose.sets));
  add(t('item-times'), dose.repetitions === null ? null : t('dose-times', { times: dose.repetitions }));
  add(t('item-minutes'), dose.minutes === null ? null : t('dose-minutes', { minutes: dose.minutes }));
  add(t('item-breaths'), dose.breaths === null ? null : String(dose.breaths));
  if (dose.repetitions === null && dose.minutes === null && dose.breaths === null) {
    facts.push({ name: t('item-how-much'), value: t('item-not-given'), asks: true });
  }
  add(t('item-hold'), dose.hold_seconds === null ? null : seconds(dose.hold_seconds));
  add(t('item-rest'), dose.rest_seconds === null ? null : seconds(dose.rest_seconds));
  add(t('item-range'), dose.range);
  add(t('item-load'), dose.load);
  if (side === 'each') add(t('item-side'), t('item-side-each'));
  if (side === 'left') add(t('item-side'), t('item-side-left'));
  if (side === 'right') add(t('item-side'), t('item-side-right'));
  return facts;
}
