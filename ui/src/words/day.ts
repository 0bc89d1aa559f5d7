// How far a day lies from the operation, in words.

import type { Agenda } from '../host';
import { t } from '../i18n';

/** "Day 16 · week 3", or how long it is until the operation. */
export function dayAndWeek(agenda: Agenda): string {
  if (agenda.after_surgery < 0) return t('today-before-surgery', { days: -agenda.after_surgery });
  return t('today-day-and-week', { day: agenda.after_surgery, week: agenda.week });
}
