// Saying what became of an exercise, and taking it back.

import { tick } from 'svelte';

import { asApiError, host, type AgendaItem, type BoutKey, type Day, type EnteredBy, type Outcome, type RecordId, type SessionItem } from '../host';
import { longDay, t } from '../i18n';
import { moveToHeading } from '../router.svelte';
import { errorSentence } from '../words/errors';
import { asking, askedOf, itemsOf } from './asking.svelte';
import { lookAgain, today } from './data.svelte';
import { notices } from './notice.svelte';
import { signs } from './signs.svelte';

/** After midnight, while the day of the plan is still the one before: the other of the two days beside `day`. */
export function afterMidnight(day: Day): Day | null {
  const present = today.value?.agenda?.day;
  const date = today.value?.date;
  if (present === undefined || date === undefined || present === date) return null;
  if (day === present) return date;
  return day === date ? present : null;
}

/** Who enters from now on. */
export const enterAs = (by: EnteredBy) => attempt(() => host().set_entered_by(by));

/** Records `outcome`, or puts it in the place of what was recorded before. */
export async function record(item: AgendaItem, outcome: Outcome): Promise<boolean> {
  // Whatever was done can be recorded, after a yes too; what comes first is asked of today alone, and what is stopped stays
  // stopped. A question that was left leaves all as it was.
  const isDone = outcome.outcome === 'done' || outcome.outcome === 'partly';
  const isAsked = askedOf(null, item.bout.line).concat(askedOf(placeOf(item), item.bout.line)).some(({ bout }) => same(bout, item.bout));
  if (isDone && isAsked && (await asking.before([item])) === 'left') return false;
  if ('reason' in outcome && outcome.reason === 'pain') signs.hurtAnew();
  return attempt(async () => {
    const before = item.record;
    if (before === null) {
      const { record, already } = await host().record_bout(item.bout, outcome, null);
      if (already) return notices.show(t('saved-already'));
      notices.show(saved(item, outcome), () => void attempt(() => takeAway(record)));
    } else {
      const earlier = await standing(item.bout);
      const correction = await host().correct_bout(before, outcome, null);
      notices.show(saved(item, outcome), earlier && (() => void attempt(() => putBack(correction, earlier.outcome))));
    }
  });
}

/** The round that it is done in; null where it is done at any time. */
export const placeOf = ({ bout: { place } }: { bout: BoutKey }) => ('round' in place ? place.round : null);
export const same = (one: BoutKey, other: BoutKey | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Takes the entry back: the exercise is open again. */
export async function takeBack(item: AgendaItem): Promise<boolean> {
  const { record: before } = item;
  if (before === null) return false;
  return attempt(async () => {
    const withdrawal = await host().withdraw(before);
    const again = async () => {
      const { already } = await host().put_back(withdrawal);
      notices.show(t(already ? 'saved-already' : 'saved-undone'));
    };
    notices.show(t('saved-taken-back', { title: item.title }), () => void attempt(again));
  });
}

/** Offers the way back from what a round recorded of a bout because the person pressed something in it. */
export async function offerUndo(closed: SessionItem, reopen: () => Promise<void>): Promise<void> {
  // Not today: a round may run on into the next day, and is left alone there.
  const items = itemsOf(placeOf(closed), closed.bout.line, { agenda: await host().agenda(closed.bout.day) });
  const { record } = items.find((item) => same(item.bout, closed.bout)) ?? { record: null };
  if (record === null) return;
  const { title, result } = closed;
  const said = result === 'done' ? t('saved-done', { title }) : result === 'partly' ? t('saved-some', { title }) : t('saved-skipped', { title });
  const undo = async () => {
    await host().withdraw(record);
    await reopen();
    notices.show(t('saved-undone-open', { title }));
  };
  notices.show(said, () => void attempt(undo));
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
    // What was pressed may be gone when the screen has changed: reading goes on at the heading then.
    void lookAgain().then(tick).then(() => document.activeElement === document.body && moveToHeading());
  }
}

async function takeAway(record: RecordId): Promise<void> {
  await host().withdraw(record);
  notices.show(t('saved-undone'));
}

async function putBack(correction: RecordId, earlier: Outcome): Promise<void> {
  await host().correct_bout(correction, earlier, null);
  notices.show(t('saved-undone'));
}

function saved(item: AgendaItem, outcome: Outcome): string {
  const { title, bout } = item;
  const said = savedWords(title, outcome);
  return afterMidnight(bout.day) === null ? said : t('saved-for-day', { saved: said, day: longDay(bout.day) });
}

function savedWords(title: string, outcome: Outcome): string {
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

/** What stands of `bout`: what became of it, and the person's words. The numbers of it are in the record alone. */
async function standing(bout: BoutKey): Promise<{ outcome: Outcome; note: string | null } | null> {
  const last = (await host().history(bout)).at(-1)?.fact;
  return typeof last === 'object' ? last.became : null;
}
