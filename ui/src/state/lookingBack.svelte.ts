// Saying long afterwards what became of days that are over. Whatever is kept together is taken back together.

import { asApiError, host, type AgendaItem, type BoutKey, type Day, type Gap, type GapAnswer, type Kept, type LineId, type PauseReason, type WeekEntry } from '../host';
import { longDay, t } from '../i18n';
import { errorSentence } from '../words/errors';
import { notices } from './notice.svelte';
import { finish, pauseOther, undo } from './planFacts.svelte';

/** Takes back everything that was kept together. */
const takeBackTogether = (kept: Kept, then = () => {}) =>
  undo(() => host().withdraw_together(kept).then(then));

/** Answers for the days without an entry. */
export const answerGap = ({ from, through }: Gap, answer: GapAnswer) =>
  finish(async () => {
    const kept = await host().answer_gap(from, through, answer);
    notices.show(t(`saved-gap-${answer}`), () => void takeBackTogether(kept));
  });

/** The days without an entry were a pause, told afterwards. */
export const itWasAPause = ({ from, through }: Gap, reason: PauseReason | null) => pauseOther(from, through, reason);

/** One more of a line that the person chose: where there is room, else beyond what was asked. */
export const addAnother = (day: Day, line: LineId, title: string) =>
  finish(async () => {
    const { record } = await host().record_another(day, line, { outcome: 'done' });
    notices.show(t('saved-done', { title }), () => void undo(() => host().withdraw(record)));
  });

/** Puts an entry on another day. */
export const moveTo = (item: AgendaItem, to: Day) =>
  finish(async () => {
    if (item.record === null) return;
    const { record, already } = await host().move_bout(item.record, to);
    if (already) return notices.show(t('saved-already'));
    notices.show(t('saved-moved', { day: longDay(to) }), () => void undo(() => host().move_bout(record, item.bout.day)));
  });

/** What a box of the paper week can say. Nothing is entered for an empty one. */
export type Tick = 'done' | 'said-not-done';

/** The boxes that were touched and are not kept yet. They wait with the host, also when the window is closed. */
let ticks = $state<Record<string, WeekEntry>>({});
let asked: Promise<void> | null = null;
let work: Promise<unknown> = Promise.resolve();

/** Brings back the boxes of an earlier sitting, once. What was touched meanwhile stays as it was touched. */
const bringBack = () =>
  (asked ??= (async () => {
    try {
      for (const entry of await host().ticks()) {
        const key = JSON.stringify(entry.bout);
        ticks[key] ??= entry;
      }
    } catch (thrown) {
      asked = null;
      throw thrown;
    }
  })());

/** Hands the boxes to the host, never before those of an earlier sitting are among them. */
function hand(): void {
  work = work.then(bringBack).then(() => host().keep_ticks(Object.values(ticks))).catch((thrown: unknown) => notices.fail(errorSentence(asApiError(thrown))));
}

/** Brings boxes back that were emptied; what was touched since stays as it was touched. */
function tickAgain(before: typeof ticks): void {
  ticks = { ...before, ...ticks };
  hand();
}

export const paper = {
  /** The page says what is wrong with the file; the next visit asks again. */
  load: () => bringBack().catch(() => undefined),

  tickOf: (bout: BoutKey): Tick | null => (ticks[JSON.stringify(bout)]?.outcome.outcome ?? null) as Tick | null,

  /** Done, then not done, then empty again. */
  touch(bout: BoutKey): void {
    const key = JSON.stringify(bout);
    const next = { done: 'said-not-done', 'said-not-done': null } as const;
    const present = paper.tickOf(bout);
    const outcome = present === null ? 'done' : next[present];
    if (outcome === null) delete ticks[key];
    else ticks[key] = { bout, outcome: { outcome } };
    hand();
  },

  clear(): void {
    const emptied = ticks;
    ticks = {};
    hand();
    notices.show(t('paper-cleared'), () => tickAgain(emptied));
  },

  get count(): number {
    return Object.keys(ticks).length;
  },

  /** The first day that has a box touched. */
  get first(): Day {
    return Object.values(ticks).map(({ bout }) => bout.day).sort()[0] ?? '';
  },

  /** Keeps all of them at once. */
  keep: () =>
    finish(async () => {
      await work;
      await bringBack();
      const handedIn = ticks;
      const kept = await host().record_week(Object.values(ticks));
      ticks = {};
      const said = [t('saved-week', { count: kept.records.length })];
      if (kept.already > 0) said.push(t('saved-week-already', { count: kept.already }));
      // A sheet is long to tick: whoever takes it back finds the boxes as they were.
      notices.show(said.join(' '), () => void takeBackTogether(kept, () => tickAgain(handedIn)));
    }),
};
