// What is said while a sheet is typed in.

import type { CountedDay, LinePart, PlanDraft, Told, ToldArg, ToldCode } from '../host';
import { fullDay, list, t } from '../i18n';
import { toldWords } from './told';

/** "4 of 11 lines entered". */
export const progressWords = (draft: PlanDraft): string => t('edit-progress', { entered: entered(draft), all: draft.lines_on_sheet ?? 0 });

/** How many of the paper's lines are typed in. What a newer file brought is none of them. */
export const entered = ({ revision: { lines }, not_on_sheet }: PlanDraft): number => lines.length - not_on_sheet.length;

/** "16 days ago". */
export function daysAgo({ from_today }: CountedDay): string {
  if (from_today === 0) return t('edit-day-today');
  return from_today < 0 ? t('edit-day-ago', { days: -from_today }) : t('edit-day-ahead', { days: from_today });
}

/** "day 14, week 3". */
export function dayBeside({ after_surgery, week }: CountedDay): string {
  return after_surgery < 0 ? t('edit-day-before-surgery', { days: -after_surgery }) : t('edit-day-beside', { day: after_surgery, week });
}

/** "That is Monday 16 November 2026: day 14, week 3". */
export function dayMeant(counted: CountedDay): string {
  return t('edit-day-meant', { day: fullDay(counted.day), beside: dayBeside(counted) });
}

/** "So the last day is Sunday 15 November 2026." */
export function dayBefore(counted: CountedDay): string {
  return t('edit-day-last', { day: fullDay(counted.before) });
}

const NUMBERS: Record<string, ToldCode> = {
  sets: 'sets', repetitions: 'repetitions', 'hold-seconds': 'hold', seconds: 'seconds', minutes: 'minutes', breaths: 'breaths',
  'walking-steps': 'walking-steps', metres: 'metres',
};

/** What a part of a line says, in the words in which the plan is told later. `exerciseTitle` names an exercise. */
export function partWords(part: LinePart, exerciseTitle: (id: string) => string): string {
  if (part === 'technique') return t('told-technique');
  if ('exercise' in part) return exerciseTitle(part.exercise);
  if ('number' in part) return said(NUMBERS[part.number.key]!, { n: { number: part.number.number } });
  if ('up-to' in part) {
    return said('up-to', { what: { text: part['up-to'].key.replaceAll('-', '_') }, n: { number: part['up-to'].most } });
  }
  if ('rest-seconds' in part) return said('rest', { n: { number: part['rest-seconds'] } });
  if ('load' in part) return said('load', { text: { text: part.load } });
  if ('load-kg' in part) return said('load-kg', { n: { number: part['load-kg'] } });
  if ('range' in part) return part.range;
  if ('not-given' in part) return said('not-given', { what: { text: part['not-given'] } });
  if ('side' in part) return t(`told-side-${part.side}`);
  if ('growth' in part) {
    const { key, by, every_days: n, most } = part.growth;
    const args = { what: key.replaceAll('-', '_'), by, n };
    return most === null ? t('grows-by', args) : t('undated-grows', { ...args, most });
  }
  if ('last-day' in part) return t('edit-part-last-day', { day: fullDay(part['last-day'].last) });
  if ('not-on' in part) return t('edit-part-not-on', { days: said('on-weekdays', { days: { weekdays: part['not-on'] } }) });
  if ('day-off' in part) return t('edit-part-day-off', { days: said('on-weekdays', { days: { weekdays: part['day-off'].weekdays } }) });
  if ('every-days' in part) return t('edit-part-every-days', { n: part['every-days'] });
  if ('gap-minutes' in part) return said('gap', { n: { number: part['gap-minutes'] } });
  if ('rounds' in part) return said('in-rounds', { titles: { text: list(part.rounds) } });
  if ('times-a-day' in part) {
    const { times, most } = part['times-a-day'];
    return most > times ? said('times-a-day-up-to', { n: { number: times }, most: { number: most } }) : said('times-a-day', { n: { number: times } });
  }
  if ('every-hours' in part) {
    const { hours, between } = part['every-hours'];
    const every = said('every-hours', { n: { number: hours } });
    return between ? list([every, said('between', { from: { time: between[0] }, until: { time: between[1] } })]) : every;
  }
  if ('as-needed' in part) {
    const { when, most_a_day } = part['as-needed'];
    const needed = said('as-needed', { text: { text: when } });
    return most_a_day === null ? needed : list([needed, said('at-most-a-day', { n: { number: most_a_day } })]);
  }
  const { days } = part;
  if (days === 'every-day') return t('told-every-day');
  if ('weekdays' in days) return said('on-weekdays', { days: { weekdays: days.weekdays } });
  if ('times-a-week' in days) {
    const week = said('times-a-week', { n: { number: days['times-a-week'].times } });
    return days['times-a-week'].not_two_days_running ? list([week, t('told-not-two-days-running')]) : week;
  }
  if ('every-n-days' in days) return t('edit-part-every-days', { n: days['every-n-days'].n });
  return said('turn', { turn: { text: days.turn.turn }, title: { text: days.turn.programme } });
}

function said(code: ToldCode, args: Record<string, ToldArg>): string {
  return toldWords({ code, args } satisfies Told);
}
