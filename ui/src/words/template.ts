// A template, in words.

import type { Revision, Template, TemplateLock, Told } from '../host';
import { longDay, t } from '../i18n';
import { toldAll } from './told';

/** Several parts in words. That each line is off is said once for all of them. */
export function templateWords(told: Told[]): string {
  return toldAll(told.filter(({ code }) => code !== 'switched-off'), 'without-dates');
}

/** "Weeks 2 to 6 after the operation". */
export function templateWeeks({ from_week: from, until_week: until }: Template): string {
  return t('template-weeks-from', { from, until: until ?? 0 });
}

/** Why a template is closed to the person. */
export function lockWords(lock: TemplateLock): string {
  if (lock.why === 'not-yet') return t('template-locked-not-yet', { day: longDay(lock.from) });
  if (lock.why === 'over') return t('template-locked-over', { day: longDay(lock.until) });
  return t(`template-locked-${lock.why}`);
}

/** What stands in a template beside its lines and notes, in its own words. What is said twice is shown once. */
export function otherWords(sheet: Revision): string[] {
  const rules = [...sheet.precautions, ...(sheet.pain ? [sheet.pain, ...sheet.pain.rules] : []), sheet.bad_day, sheet.missed_dose, sheet.re_entry];
  const all = [...rules, ...sheet.days_off, ...sheet.rounds.map((round) => round.missed_dose), ...sheet.clearances].map((rule) => rule?.as_written);
  return [...new Set(all.filter((text) => typeof text === 'string'))];
}
