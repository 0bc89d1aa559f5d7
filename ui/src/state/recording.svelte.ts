// Saying what became of an exercise, and taking it back.

import { asApiError, host, type AgendaItem, type Outcome, type RecordId, type State } from '../host';
import { t } from '../i18n';
import { errorSentence } from '../words/errors';
import { lookAgain } from './data.svelte';
import { notices } from './notice.svelte';

/** What this window wrote, so that taking back a correction can bring back the numbers that were there. */
const written = new Map<RecordId, Outcome>();

/** Records `outcome`, or puts it in the place of what was recorded before. */
export async function record(item: AgendaItem, outcome: Outcome): Promise<boolean> {
  return attempt(async () => {
    const before = item.record;
    if (before === null) {
      const { record, already } = await host().record_bout(item.bout, outcome, null);
      if (already) return notices.show(t('saved-already'));
      written.set(record, outcome);
      notices.show(saved(item, outcome), () => void attempt(() => takeAway(record)));
    } else {
      const earlier = written.get(before) ?? outcomeOf(item.state);
      const correction = await host().correct_bout(before, outcome, null);
      written.set(correction, outcome);
      notices.show(saved(item, outcome), earlier && (() => void attempt(() => putBack(correction, earlier))));
    }
  });
}

/** Takes the entry back: the exercise is open again. */
export async function takeBack(item: AgendaItem): Promise<boolean> {
  const { record: before } = item;
  if (before === null) return false;
  return attempt(async () => {
    const earlier = written.get(before) ?? outcomeOf(item.state);
    await host().withdraw(before);
    const again = async (outcome: Outcome) => {
      const { record } = await host().record_bout(item.bout, outcome, null);
      written.set(record, outcome);
      notices.show(t('saved-undone'));
    };
    notices.show(
      t('saved-taken-back', { title: item.title }),
      earlier && (() => void attempt(() => again(earlier))),
    );
  });
}

/** Does `work`, shows afterwards what there is now, and says so when it failed. */
export async function attempt(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (thrown) {
    notices.fail(errorSentence(asApiError(thrown)));
    return false;
  } finally {
    void lookAgain();
  }
}

async function takeAway(record: RecordId): Promise<void> {
  await host().withdraw(record);
  notices.show(t('saved-undone'));
}

async function putBack(correction: RecordId, earlier: Outcome): Promise<void> {
  const record = await host().correct_bout(correction, earlier, null);
  written.set(record, earlier);
  notices.show(t('saved-undone'));
}

function saved(item: AgendaItem, outcome: Outcome): string {
  const { title } = item;
  switch (outcome.outcome) {
    case 'done':
      return t('saved-done', { title });
    case 'partly':
      return t('saved-some', { title });
    case 'skipped':
      return t('saved-skipped', { title });
    case 'said-not-done':
      return t('saved-not-done', { title });
  }
}

/** The outcome behind a state; null where the state does not tell all of it. */
function outcomeOf(state: State): Outcome | null {
  switch (state.is) {
    case 'done':
      return { outcome: 'done' };
    case 'skipped':
      return { outcome: 'skipped', reason: state.reason };
    case 'said-not-done':
      return { outcome: 'said-not-done' };
    default:
      return null;
  }
}
