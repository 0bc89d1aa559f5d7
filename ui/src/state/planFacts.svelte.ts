// What is said of the plan: a bad day, a pause, the team's answers, a next step. Each can be taken back.

import { tick } from 'svelte';

import { asApiError, host, type ClearanceAnswer, type ClearanceId, type Day, type LineId, type RecordId } from '../host';
import { longDay, t } from '../i18n';
import { moveToHeading, toTop } from '../router.svelte';
import { errorSentence } from '../words/errors';
import { lookAgain } from './data.svelte';
import { notices } from './notice.svelte';

export const notAGoodDay = () => turnDay(tell(t('saved-bad-day'), () => host().not_a_good_day()));

export const pause = (from: Day, through: Day | null) =>
  turnDay(tell(through === null ? t('saved-pause') : t('saved-pause-until', { day: longDay(through) }), () => host().pause(from, through)));

export const goOn = () => turnDay(tell(t('saved-go-on'), () => host().resume()));

export const answerOk = (ok: ClearanceId, answer: ClearanceAnswer, who: string, how: string | null, day: Day) =>
  tell(t(`saved-ok-${answer}`), () => host().answer_clearance(ok, answer, who.trim() || null, how, day));

export const nextStage = (line: LineId, stage: number) => tell(t('saved-stage'), () => host().agree_to_stage(line, stage));

export const limitIsOver = (limit: string, who: string, day: Day) =>
  tell(t('saved-limit-over'), () => host().limit_is_over(limit, who.trim() || null, day));

/** Takes such a fact back: the day asks for what it asked for before. */
export const takeBackFact = (record: RecordId) => finish(() => host().withdraw_plan_fact(record).then(() => notices.show(t('saved-undone'))));

/** Records a fact, says so, and offers the way back. */
function tell(said: string, work: () => Promise<RecordId>): Promise<boolean> {
  return finish(async () => {
    const record = await work();
    notices.show(said, () => void takeBackFact(record));
  });
}

/** What the whole day is now stands at its head. */
async function turnDay(told: Promise<boolean>): Promise<void> {
  if (await told) await toTop();
}

/** Does `work` and shows what the day is now. What was pressed may be gone then, so reading goes on at the heading. */
export async function finish(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (thrown) {
    notices.fail(errorSentence(asApiError(thrown)));
    return false;
  } finally {
    await lookAgain();
    await tick();
    if (document.activeElement === document.body) moveToHeading();
  }
}
