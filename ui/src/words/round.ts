// The name and the time of a round, in words.

import type { AgendaRound } from '../host';
import { clock, t } from '../i18n';

type Named = Pick<AgendaRound, 'title' | 'at' | 'routine'>;

/**
 * The arguments of a sentence with a round's name in it. A plain word such as "Morning" can be said in passing;
 * any other name, such as "AM" or "After the walk", stays as the plan writes it. Reminders do the same. A round by
 * the clock has no name: it is called by its time.
 */
export function roundName(round: Named): { round: string; lower: string; form: 'word' | 'name' | 'clock' } {
  const { title, at } = round;
  if (title === '' && at !== null) return { round: clock(at), lower: clock(at), form: 'clock' };
  const isWord = /^\p{Uppercase}\p{Lowercase}+$/u.test(title);
  return { round: roundTitle(round), lower: isWord ? title.toLowerCase() : roundTitle(round), form: isWord ? 'word' : 'name' };
}

/** What a round is called in a list: its name, else its time, else what it hangs on in the day. */
export function roundTitle({ title, at, routine }: Named): string {
  if (title !== '') return title;
  return at === null ? (routine ?? '') : clock(at);
}

/** When a round is: its time by the clock or, where it has none, what it hangs on in the day; empty where its name says that. */
export function roundTime(round: Named): string {
  if (round.title === '') return '';
  return round.at === null ? (round.routine ?? '') : clock(round.at);
}

/** "Planned 09:00 · reminded 11:02 · done 11:40": of a round, or with the `index` of one exercise of that one alone. */
export function timesWords(round: AgendaRound, index = -1): string | null {
  if (round.times === null) return null;
  const { reminded, each } = round.times;
  const ended = index < 0 ? round.times.ended : each[index];
  const at = (of: object | null | undefined) => (of && 'at' in of && of.at ? clock(`${of.at}`) : '');
  const isLater = ended && 'at' in ended && ended.at === null;
  return t('round-times', {
    planned: roundTitle({ ...round, title: '' }),
    reminded: reminded?.how ?? 'none',
    at: at(reminded),
    ended: ended ? `${ended.how}${isLater ? '-later' : ''}` : 'none',
    time: at(ended),
  });
}
