// What became of the bouts of a stretch of days, in the plain words that people see, side by side.

import type { Figures, LineFigures, Progress, WeekFigures } from '../host';
import { list, t } from '../i18n';
import { badge, type Badge } from './state';

/** A row of the figures: its badge, and how often. */
export type Row = { badge: Badge; key: 'done' | 'some' | 'not-needed' | 'stopped' | 'skipped' | 'no-entry' | 'open'; n: number };

/** Every bout stands in one row, so that the rows together are what was asked for. */
export function rowsOf(figures: Figures): Row[] {
  const rows: Row[] = [
    { key: 'done', n: figures.done, badge: badge({ is: 'done' }) },
    { key: 'some', n: figures.partly, badge: badge({ is: 'partly', reason: null }) },
    { key: 'not-needed', n: figures.not_required + figures.paused, badge: badge({ is: 'not-required' }) },
    { key: 'stopped', n: figures.withheld + figures.stopped, badge: badge({ is: 'withheld' }) },
    { key: 'skipped', n: figures.skipped + figures.said_not_done, badge: badge({ is: 'said-not-done' }) },
    { key: 'no-entry', n: figures.no_entry + figures.not_reminded + figures.unknown, badge: badge({ is: 'no-entry' }) },
  ];
  // Only a day that is not over has any of these.
  if (figures.open > 0) rows.push({ key: 'open', n: figures.open, badge: { sign: 'later', text: t('progress-open') } });
  return rows;
}

/** What the rows do not say, a sentence each. */
export function besides({ not_reminded, unknown, paused, entered_later, corrected, extra }: Figures): string[] {
  const numbers = { 'not-reminded': not_reminded, unknown, paused, later: entered_later, corrected, extra };
  const said = Object.entries(numbers).filter(([, n]) => n > 0);
  return said.map(([what, n]) => t('progress-besides', { what, n }));
}

/** "20 asked for: 14 done, 1 some, 5 no entry", then the days, sets and times of which the sheet gives a number. */
export function lineWords({ figures, days, sets, repetitions, minutes, breaths, steps, metres, partly_unsaid }: LineFigures): string[] {
  // Nothing asked for it: it was done beyond.
  if (figures.prescribed === 0) return besides(figures);
  const parts = rowsOf(figures).filter(({ n }) => n > 0).map(({ key, n }) => t('progress-part', { what: key, n }));
  const words = [t('progress-asked-for', { n: figures.prescribed, parts: list(parts) })];
  const amounts = Object.entries({ days, sets, times: repetitions, minutes, breaths, steps, metres }).filter(([, { asked }]) => asked > 0);
  if (amounts.length > 0) words.push(list(amounts.map(([what, { done, asked }]) => t('progress-out-of', { what, done, asked }))));
  if (partly_unsaid > 0) words.push(t('progress-unsaid', { n: partly_unsaid }));
  return words;
}

/** "2 of 3 days, one fewer than the sheet asks". Until the week is over nothing is short. */
export function weekWords({ days: { done, asked }, is_over, is_paused, kept_back }: WeekFigures): string {
  if (kept_back > 0) return t('progress-week-kept-back', { done, asked, kept: kept_back });
  if (done > asked) return t('progress-week-more', { done, asked });
  if (asked === 0) return t('progress-week-nothing', { why: is_paused ? 'pause' : '' });
  return is_over ? t('progress-week', { done, asked, fewer: asked - done }) : t('progress-week-so-far', { done, asked });
}

/** Why there are no figures to read yet, if so. */
export function emptyWords({ report }: Progress): string {
  if (report === null) return t('progress-no-plan');
  const { prescribed, open, extra } = report.total;
  if (prescribed === 0 && extra === 0 && report.weeks.length === 0) return t('progress-nothing-asked');
  return prescribed > 0 && prescribed === open ? t('progress-first-day') : '';
}
