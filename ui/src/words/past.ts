// A day that is over, in short; and what was entered of a bout, in words.

import type { DayFigures, Entry, Outcome } from '../host';
import { list, moment, t } from '../i18n';
import type { CountedIn } from './dose';

/** "4 of 6 done, 1 skipped, 1 no entry". What was not needed or lay in a pause stands beside the rest. */
export function dayInShort({ figures, is_paused, is_bad_day }: DayFigures): string {
  const { prescribed, done, partly, not_required, open, extra } = figures;
  const none = figures.no_entry + figures.not_reminded + figures.unknown;
  const skipped = figures.skipped + figures.said_not_done;
  const parts: string[] = [];
  if (is_bad_day) parts.push(t('record-bad-day'));
  if (is_paused) parts.push(t('record-paused'));
  const stopped = figures.stopped + figures.withheld;
  const isSilent = none > 0 && none === prescribed - not_required;
  if (isSilent) parts.push(t('record-none'));
  // Out of what was asked in the end: on a bad day that is little, and little is enough.
  else if (prescribed > figures.paused + not_required) parts.push(t('record-done', { done, all: prescribed - figures.paused - not_required }));
  if (partly > 0) parts.push(t('record-some', { some: partly }));
  if (skipped > 0) parts.push(t('record-skipped', { skipped }));
  if (stopped > 0) parts.push(t('record-stopped', { count: stopped }));
  if (not_required > 0) parts.push(t('record-not-needed', { count: not_required }));
  if (none > 0 && !isSilent) parts.push(t('record-no-entry', { count: none }));
  if (open > 0) parts.push(t('record-open', { count: open }));
  if (extra > 0) parts.push(t('record-extra', { extra }));
  return parts.length === 0 ? t('record-nothing') : list(parts);
}

/** "skipped, because it hurt" */
export function outcomeWords(outcome: Outcome): string {
  switch (outcome.outcome) {
    case 'done':
      return t('outcome-done');
    case 'partly': {
      const { sets, repetitions, seconds, counted, reason } = outcome;
      const parts = [t('outcome-partly')];
      if (sets !== null) parts.push(t('outcome-partly-sets', { sets }));
      if (repetitions !== null) parts.push(t('outcome-partly-times', { times: repetitions }));
      if (seconds !== undefined) parts.push(seconds % 60 ? t('item-seconds', { seconds }) : t('dose-minutes', { minutes: seconds / 60 }));
      for (const [unit, n] of Object.entries(counted ?? {})) parts.push(t(`dose-${unit as CountedIn}`, { [unit]: n }));
      if (reason) parts.push(t('outcome-because', { reason }));
      return list(parts);
    }
    case 'skipped':
      return t(`outcome-skipped-${outcome.reason}`);
    case 'said-not-done':
      return t('outcome-not-done');
  }
}

/** What an entry says, and when and by whom it was made. */
export function entryWords({ fact, is_correction, at, entered, by }: Entry, isFirst: boolean): { said: string; when: string } {
  const when = t(`history-${entered}`, { when: moment(at) });
  const who = t(`history-by-${by}`);
  return { said: entrySaid(fact, is_correction, isFirst), when: list([when, who]) };
}

function entrySaid(fact: Entry['fact'], isCorrection: boolean, isFirst: boolean): string {
  if (fact === 'taken-back') return t('history-taken-back');
  const what = outcomeWords(fact.became.outcome);
  if (isCorrection) return t('history-corrected', { what });
  return isFirst ? t('history-first', { what }) : t('history-again', { what });
}
