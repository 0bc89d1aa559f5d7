// What is measured by hand: kept, corrected, taken back, each with a way back.

import { host, type Day, type Measure, type MeasureFact, type RecordId } from '../host';
import { t } from '../i18n';
import { notices, undone } from './notice.svelte';
import { attempt } from './recording.svelte';

/** Keeps `facts`, and says `said`. */
export const keep = (facts: MeasureFact[], said: string) => withWayBack(() => host().enter_measures(facts), said);

/** Puts `fact` in the place of an entry; none takes it back. */
export const correct = (record: RecordId, fact: MeasureFact | null) =>
  withWayBack(async () => [await host().correct_measure(record, fact)], t(fact ? 'walks-corrected' : 'walks-taken-back'));

/** "8 times", "20 minutes"; a mean is in tenths. */
export function valueWords(what: Measure | 'rating' | 'mean', value: number): string {
  return t(`measure-value-${what}`, { n: what === 'mean' ? value / 10 : value });
}

export const numberOf = (measure: Measure, day: Day, value: number): MeasureFact => ({ about: 'number', measure, day, value });

/** The time of sitting is over, and nothing of it was wanted. */
export const dropSitting = () => attempt(() => host().end_sitting().then(() => notices.show(t('chair-broken-off'))));

const withWayBack = (work: () => Promise<RecordId[]>, said: string) =>
  attempt(async () => {
    offerBack(await work(), said);
  });

function offerBack(records: RecordId[], said: string) {
  const undo = () => host().undo_measures(records).then(undone);
  notices.show(said, () => void attempt(undo));
}
