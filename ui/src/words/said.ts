// What was said of the plan, in words.

import type { Hurt, PauseReason, Said, SignSaid } from '../host';
import { longDay, moment, t } from '../i18n';
import { scoreWords } from './pain';

/** What was said, in one line. */
export function saidWords({ fact }: Pick<Said | SignSaid, 'fact'>): string {
  switch (fact.kind) {
    case 'clearance':
      return t(`said-clearance-${fact.answer}`);
    case 'limit-over':
    case 'stage-agreed':
    case 'stage-stayed':
      return t(`said-${fact.kind}`);
    case 'spoken-to':
      return fact.from === null ? t('said-spoken-to') : t('said-spoken-until', { day: longDay(fact.from) });
    case 'pause':
      return fact.through === null
        ? t('said-pause-open', { from: longDay(fact.from) })
        : t('said-pause', { from: longDay(fact.from), through: longDay(fact.through) });
    case 'bad-day':
      return t('said-bad-day', { day: longDay(fact.day) });
    case 'hurt':
      return hurtWords(fact.hurt);
    case 'usual-morning':
      return t('said-usual-morning', { back: scoreWords(fact.usual.back), leg: scoreWords(fact.usual.leg) });
    case 'felt':
      return t(`said-felt-${fact.felt}`);
    case 'all-stopped':
      return t(`hurts-${fact.because as 'numb' | 'faint'}`);
    case 'asked-and-yes':
      return t(`said-asked-${fact.question}`);
    case 'answer':
      return t(fact.any ? 'check-yes' : 'check-no');
    case 'go-on':
      return t('stopped-may-go-on');
    case 'resumed':
    case 'withdrawn':
      return '';
  }
}

/** That an exercise hurt, or the scores that were asked for. */
export function hurtWords({ line, place, score, when, spreading = false }: Omit<Hurt, 'bout' | 'usual' | 'spreading'> & { spreading?: boolean }): string {
  if (spreading) return t('hurts-spreads');
  if (score === null) return t('said-hurt', { place });
  return t(line === null ? 'said-rated' : 'said-hurt-score', { score, place, when });
}

/** Why somebody pauses, where it was said. */
export const pauseWhy = (reason: PauseReason | null): string | null =>
  reason && t(reason.words === null ? 'pause-because' : 'pause-because-words', { why: t(`pause-why-${reason.why}`), words: reason.words ?? '' });

/** Who said it, how and when, and how it was entered. */
export function saidFacts({ fact, at, by, entered, corrected }: Pick<Said | SignSaid, 'fact' | 'at' | 'by'> & Partial<Pick<Said, 'entered' | 'corrected'>>): string[] {
  const words: (string | null)[] = [];
  if ('said_on' in fact) words.push(t('said-on', { day: longDay(fact.said_on) }));
  if ('who' in fact && fact.who !== null) words.push(t('said-by', { who: fact.who }));
  if ('how' in fact) words.push(fact.how);
  if (fact.kind === 'pause') words.push(pauseWhy(fact.reason));
  words.push(t('said-entered', { when: moment(at) }));
  if (entered === 'later') words.push(t('said-later'));
  if (by === 'helper') words.push(t('said-helper'));
  if (corrected) words.push(t('said-corrected'));
  return words.filter((word) => word !== null);
}
