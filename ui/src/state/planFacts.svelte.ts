// What is said of the plan: a bad day, a pause, the team's answers, a next step. Each can be taken back.

import { tick } from 'svelte';

import { asApiError, host, type ClearanceAnswer, type ClearanceId, type Day, type Felt, type HurtAnswer, type LineId, type PauseReason, type PlanFact, type RecordId, type SafetyQuestion, type UsualMorning } from '../host';
import { longDay, t } from '../i18n';
import { moveToHeading, toTop } from '../router.svelte';
import { errorSentence } from '../words/errors';
import { lookAgain } from './data.svelte';
import { notices, undone } from './notice.svelte';

export const notAGoodDay = (day: Day) => turnDay(tell(t('saved-bad-day'), () => host().not_a_good_day(day)));

export const pause = (from: Day, through: Day | null, reason: PauseReason | null) =>
  turnDay(tell(through === null ? t('saved-pause') : t('saved-pause-until', { day: longDay(through) }), () => host().pause(from, through, reason)));

/** One that today does not lie in: it is to come, or it is over. */
export const pauseOther = (from: Day, through: Day | null, reason: PauseReason | null) =>
  tell(through ? t('saved-gap-pause', { from: longDay(from), through: longDay(through) }) : t('saved-pause-from', { day: longDay(from) }), () =>
    host().pause(from, through, reason),
  );

export const goOn = () => turnDay(tell(t('saved-go-on'), () => host().resume()));

export const answerOk = (ok: ClearanceId, answer: ClearanceAnswer, who: string, how: string | null, day: Day) =>
  tell(t(`saved-ok-${answer}`), () => host().answer_clearance(ok, answer, who.trim() || null, how, day));

export const nextStage = (line: LineId, stage: number) => tell(t('saved-stage'), () => host().agree_to_stage(line, stage));

export const stayAsIAm = (line: LineId, stage: number) => tell(t('saved-stay'), () => host().stay_at_stage(line, stage));

/** What the team answered, as far as it can be corrected. */
export type SaidOk = { answer: ClearanceAnswer; who: string | null; how: string | null; day: Day };

export const correctOk = (record: RecordId, before: SaidOk, after: SaidOk) =>
  change(
    ({ answer, who, how, day }: SaidOk, of) => host().correct_answer(of, answer, who, how, day),
    record,
    before,
    after,
  );

export type SaidPause = { from: Day; through: Day | null; reason: PauseReason | null };

export const correctPause = (record: RecordId, before: SaidPause, after: SaidPause) =>
  change(({ from, through, reason }: SaidPause, of) => host().correct_pause(of, from, through, reason), record, before, after);

/** Who said that a limit is over, and on which day. */
export type SaidOfLimit = { who: string | null; day: Day };

export const correctLimitOver = (record: RecordId, before: SaidOfLimit, after: SaidOfLimit) =>
  change(({ who, day }: SaidOfLimit, of) => host().correct_limit_over(of, who, day), record, before, after);

/**
 * Another number for what hurt; what follows goes to `told`. Where the team has spoken since about the one before,
 * it stands beside that, and is taken back by itself.
 */
export const correctHurt = (record: RecordId, { hurt, day }: PlanFact & { kind: 'hurt' }, score: number, told: (answer: HurtAnswer) => void) =>
  finish(async () => {
    const answer = await host().record_hurt({ ...hurt, score }, day, record);
    told(answer);
    notices.show(t(answer.stands_beside ? 'saved-rated' : 'saved-said-corrected'), () => void undo(() => (answer.stands_beside ? host().withdraw_plan_fact(answer.record) : host().record_hurt(hurt, day, answer.record))));
  });

export const correctUsual = (record: RecordId, before: UsualMorning, after: UsualMorning) =>
  change((usual: UsualMorning, of) => host().correct_usual_morning(of, usual), record, before, after);

/** A round, or one time of a line, felt otherwise than was said: one answer about it stands. */
export const correctFelt = ({ day, line, place, felt }: PlanFact & { kind: 'felt' }, other: Felt) =>
  finish(async () => {
    await host().record_felt(day, line, place, other);
    notices.show(t('saved-said-corrected'), () => void undo(() => host().record_felt(day, line, place, felt)));
  });

/** Takes back what was said, and offers to put it back. */
export const takeBackSaid = (record: RecordId): Promise<boolean> =>
  finish(async () => {
    const withdrawal = await host().withdraw_plan_fact(record);
    notices.show(t('history-taken-back'), () => void putBackSaid(withdrawal));
  });

/** Puts back what was taken back; `record` is the withdrawal. */
export const putBackSaid = (record: RecordId): Promise<boolean> =>
  finish(async () => {
    const again = await host().put_back_plan_fact(record);
    notices.show(t('saved-said-put-back'), () => void takeBackSaid(again));
  });

/**
 * A question about these lines, or about none, was answered with yes: what it stops is stopped. The way back waits until what is
 * in front of it is left.
 */
export const askedAndYes = (lines: (LineId | null)[], question: SafetyQuestion) =>
  finish(async () => {
    const records: RecordId[] = [];
    for (const line of lines) records.push(await host().asked_and_yes(line, question));
    notices.show(t('saved-asked-yes'), () => void takeBackAll(records));
    notices.stay(true);
  });

/** Who of the team was spoken to about a stop, when, and from which day the person may go on, if not at once. */
export type SaidOfStop = { who: string | null; day: Day; from: Day | null };

export const correctSpokenTo = (record: RecordId, before: SaidOfStop, after: SaidOfStop) =>
  change(({ who, day, from }: SaidOfStop, of) => host().correct_spoken_to(of, who, day, from), record, before, after);

export const spokenTo = (stops: RecordId[], { who, day, from }: SaidOfStop) =>
  finish(async () => {
    const records = await host().spoken_to(stops, who, day, from);
    notices.show(from ? t('saved-spoken-until', { day: longDay(from) }) : t('saved-spoken-to'), () => void takeBackAll(records));
  });

export const limitIsOver = (limit: string, who: string, day: Day) =>
  tell(t('saved-limit-over'), () => host().limit_is_over(limit, who.trim() || null, day));

/** A way back: does `work`, and says that it is undone. */
export const undo = (work: () => Promise<unknown>) => finish(() => work().then(undone));

export const takeBackAll = (records: RecordId[]) =>
  undo(async () => {
    for (const record of records) await host().withdraw_plan_fact(record);
  });

/** Takes such a fact back: the day asks for what it asked for before. */
export const takeBackFact = (record: RecordId) => takeBackAll([record]);

/** Records a fact, says so, and offers the way back. */
function tell(said: string, work: () => Promise<RecordId>): Promise<boolean> {
  return finish(async () => {
    const record = await work();
    notices.show(said, () => void takeBackFact(record));
  });
}

/** Puts `after` in the place of `before`, and offers the way back. */
function change<What>(say: (what: What, of: RecordId) => Promise<RecordId>, record: RecordId, before: What, after: What): Promise<boolean> {
  return finish(async () => {
    const corrected = await say(after, record);
    notices.show(t('saved-said-corrected'), () => void undo(() => say(before, corrected)));
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
