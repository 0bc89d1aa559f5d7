// The parts of a plan, in words.

import type { Bouts, Change, DayPattern, LineDays, NoteAbout, PhaseDays, Revision } from '../host';
import { dayWithYear, listAnd, shortDay, t, weekday, type MessageKey } from '../i18n';

export function dayPatternWords(days: DayPattern): string {
  if (days === 'every-day') return t('plan-days-every');
  if ('weekdays' in days) return t('plan-days-weekdays', { days: listAnd(days.weekdays.map(weekday)) });
  const { n, from } = days['every-n-days'];
  return t('plan-days-every-n', { n, from: shortDay(from) });
}

export function boutsWords(bouts: Bouts, revision: Revision): string {
  if ('any-time' in bouts) return t('plan-often-any', { times: bouts['any-time'] });
  const titles = bouts['in-rounds'].map((id) => revision.rounds.find((round) => round.id === id)?.title ?? id);
  return t('plan-often-rounds', { rounds: listAnd(titles) });
}

/** From when until when, with real dates. */
export function spanWords(days: LineDays | PhaseDays): string {
  const from = dayWithYear(days.from);
  return days.until === null ? t('plan-from', { from }) : t('plan-from-until', { from, until: dayWithYear(days.until) });
}

/** What a change is, such as "New exercise". */
export function changeWords(change: Change): string {
  // The core sends only what can happen to a thing; not each thing can be added or removed.
  return t(`change-${change.thing}-${change.kind}` as MessageKey, { title: change.title });
}

/** Over which heading a note of the sheet stands. */
export const NOTE_HEADINGS: Record<NoteAbout, MessageKey> = {
  pain: 'notes-pain',
  'bad-day': 'notes-bad-day',
  'missed-round': 'notes-missed-round',
  technique: 'notes-technique',
  general: 'notes-general',
};
