// What a plan says, in words.

import type { Told, ToldArg } from '../host';
import { clock, fullDay, list, listAnd, longDay, t, weekday, type MessageKey } from '../i18n';

/** A template has no dates: nobody has had the operation yet. */
type Dates = 'with-dates' | 'without-dates';

/** One thing that a plan says, as a clause: "hold for 3 seconds". */
export function toldWords(told: Told, dates: Dates = 'with-dates'): string {
  const args = Object.entries(told.args).map(([name, arg]) => [name, argument(told, arg)] as const);
  return t(keyOf(told, dates), Object.fromEntries(args));
}

/** All of it, one clause after the other: "2 sets of 8, hold for 3 seconds, each side". */
export function toldAll(told: Told[], dates: Dates = 'with-dates'): string {
  const said = told.filter(({ code }) => dates === 'with-dates' || code !== 'written-up-to');
  const clauses = said.map((one) => toldWords(one, dates));
  // "in these rounds: Morning, Evening" must not run into the clause after it.
  const haveCommas = clauses.some((clause) => clause.includes(t('list-comma')));
  return haveCommas ? clauses.join(t('list-semicolon')) : list(clauses);
}

/** The message of what is told. A stretch of weeks may be a single one. */
function keyOf({ code, args }: Told, dates: Dates): MessageKey {
  const [first, last] = [args.first, args.last].map((arg) => arg && 'number' in arg && arg.number);
  const isOneWeek = code === 'weeks' && first === last;
  if (dates === 'without-dates') {
    if (isOneWeek) return 'undated-one-week';
    if (code === 'weeks' || code === 'from-week' || code === 'grows') return `undated-${code}`;
    if (code === 'from-counted' || code === 'last-day-counted') return `undated-${code}`;
  }
  return isOneWeek ? 'told-one-week' : `told-${code}`;
}

function argument({ code }: Told, arg: ToldArg): string | number {
  if ('text' in arg) {
    if (code === 'flags') return eachOf('flag', arg.text);
    return code === 'limit-kinds' ? eachOf('limit', arg.text) : arg.text;
  }
  if ('number' in arg) return arg.number;
  // The ends of some weeks stand close together; any other day is told with its year.
  if ('day' in arg) return code === 'weeks' ? longDay(arg.day) : fullDay(arg.day);
  if ('days' in arg) return listAnd(arg.days.map(fullDay));
  return 'time' in arg ? clock(arg.time) : listAnd(arg.weekdays.map(weekday));
}

/** The words of a plan file in `words`, each in the person's language. */
function eachOf(prefix: 'flag' | 'limit', words: string): string {
  // Core knows no other words than those that have a message; a test looks for each.
  return listAnd(words.split(', ').map((word) => t(`${prefix}-${word.replaceAll('_', '-')}` as MessageKey)));
}
