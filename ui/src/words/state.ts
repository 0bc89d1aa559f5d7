// What became of an exercise, in words, and the sign that goes with the word.

import type { AgendaItem, AgendaRound, ItemResult, NotRequired, SkipReason, State } from '../host';
import { t, timeOf, type MessageKey } from '../i18n';

/** The shape of the badge: each has its own sign, so that no colour stands alone. */
export type Sign = 'done' | 'some' | 'skipped' | 'none' | 'now' | 'later' | 'rest' | 'choice' | 'stopped';

export type Badge = { sign: Sign; text: string };

const BADGES: Record<State['is'], { sign: Sign; key: MessageKey }> = {
  'in-progress': { sign: 'now', key: 'state-begun' },
  done: { sign: 'done', key: 'state-done' },
  partly: { sign: 'some', key: 'state-some' },
  skipped: { sign: 'skipped', key: 'state-skipped' },
  'said-not-done': { sign: 'skipped', key: 'state-skipped' },
  withheld: { sign: 'stopped', key: 'state-stopped' },
  'stopped-by-red-flag': { sign: 'stopped', key: 'state-stopped' },
  paused: { sign: 'rest', key: 'state-not-needed' },
  'not-required': { sign: 'rest', key: 'state-not-needed' },
  available: { sign: 'choice', key: 'state-if-you-like' },
  upcoming: { sign: 'later', key: 'state-later' },
  due: { sign: 'now', key: 'state-now' },
  'not-reminded': { sign: 'none', key: 'state-no-entry' },
  'no-entry': { sign: 'none', key: 'state-no-entry' },
  unknown: { sign: 'none', key: 'state-no-entry' },
};

const SENTENCES: Record<Exclude<State['is'], 'skipped'>, MessageKey> = {
  'in-progress': 'state-says-in-progress',
  done: 'state-says-done',
  partly: 'state-says-partly',
  'said-not-done': 'state-says-not-done',
  withheld: 'state-says-stopped',
  'stopped-by-red-flag': 'state-says-stopped-by-red-flag',
  paused: 'state-says-paused',
  'not-required': 'state-says-not-required',
  available: 'state-says-available',
  upcoming: 'state-says-upcoming',
  due: 'state-says-due',
  'not-reminded': 'state-says-not-reminded',
  'no-entry': 'state-says-no-entry',
  unknown: 'state-says-unknown',
};

/** Every reason for skipping, in the order they are offered. */
export const REASONS: SkipReason[] = ['pain', 'tired', 'no-time', 'not-sure-how', 'other'];

export function reasonWord(reason: SkipReason): string {
  return t(`reason-${reason}`);
}

export function badge(state: State): Badge {
  const { sign, key } = BADGES[state.is];
  return { sign, text: t(key) };
}

/** Where an exercise stands in its day, as far as it changes what is said of it. */
export type Standing = { kind: 'round' | 'any-time' | 'as-needed'; why: NotRequired | null };

/** The state in one sentence. What is done at any time of the day is over with the day, not with a round. */
export function stateSentence(state: State, { kind, why }: Standing): string {
  if (state.is === 'skipped') return t(`state-says-skipped-${state.reason}`);
  if (state.is === 'not-required' && why !== null) return t(`state-says-not-required-${why}`);
  if (state.is === 'available' && kind === 'as-needed') return t('state-says-available-as-needed');
  if (kind !== 'round' && (state.is === 'no-entry' || state.is === 'not-reminded')) return t(`state-says-${state.is}-any-time`);
  if (leftForPain(state)) return t('state-says-partly-pain');
  return t(SENTENCES[state.is]);
}

/**
 * How an exercise stands, in one sentence: of what the gap of the sheet keeps back, from when on; on a day to come why it is not asked for. What was stopped on a
 * day that is over is no stop of today.
 */
export function itemSentence({ state, not_before, not_required: why }: AgendaItem, kind: Standing['kind'], isToCome = false, isOver = false): string {
  if (isOver && state.is === 'withheld') return t('state-says-was-stopped');
  if (isToCome && !isUnasked(state)) return t('item-to-come');
  if (state.is === 'upcoming' && not_before !== null) return t('state-says-not-before', { time: timeOf(not_before) });
  return stateSentence(state, { kind, why });
}

/** Whether the person has answered for it. */
export function isSettled(state: State): boolean {
  return ['done', 'partly', 'skipped', 'said-not-done'].includes(state.is);
}

/** Whether all of it, or the rest of it, was left because it hurt. */
export function leftForPain(state: State): boolean {
  return 'reason' in state && state.reason === 'pain';
}

/** Whether the day asks for it, or lets the person choose it, and it is not over. */
export function isOpen(state: State): boolean {
  return ['in-progress', 'due', 'upcoming', 'available'].includes(state.is);
}

/** Whether nothing of it is asked any more: it was answered, or nothing asks for it. */
export function isAtRest(state: State): boolean {
  return isSettled(state) || isUnasked(state) || state.is === 'available';
}

/** Whether a stop, a pause, a bad day or the sheet's own rules ask for less than it. */
export function isUnasked(state: State): boolean {
  return ['stopped-by-red-flag', 'withheld', 'paused', 'not-required'].includes(state.is);
}

export function wasDone(state: State): boolean {
  return state.is === 'done' || state.is === 'partly';
}

/** The badge of a whole round: that of its exercises where they agree, else how many are done. */
export function roundBadge(round: AgendaRound): Badge {
  return groupBadge(round.items);
}

/** The same for several; what is not asked of the person does not count, unless that is all there is. */
export function groupBadge(all: AgendaItem[]): Badge {
  const asked = all.filter((item) => !isUnasked(item.state));
  const items = asked.length > 0 ? asked : all;
  const badges = items.map((item) => badge(item.state));
  const first = badges[0];
  if (first && badges.every((other) => other.text === first.text)) return first;
  const stopped = badges.find((one) => one.sign === 'stopped');
  if (stopped) return stopped;
  const sign = badges.find((one) => one.sign === 'now' || one.sign === 'later')?.sign ?? 'some';
  // Where one of them was done in part, a number would say more than is true, or less.
  if (items.some((item) => item.state.is === 'partly')) return { sign, text: t('state-some') };
  return { sign, text: t('state-done-of', { done: items.filter((item) => item.state.is === 'done').length, all: items.length }) };
}

/** What became of an exercise within a session. */
export function resultBadge(result: ItemResult, isOn: boolean): Badge {
  switch (result) {
    case 'done':
      return { sign: 'done', text: t('state-done') };
    case 'partly':
      return { sign: 'some', text: t('state-some') };
    case 'skipped':
      return { sign: 'skipped', text: t('state-skipped') };
    case 'open':
      return isOn ? { sign: 'now', text: t('state-now') } : { sign: 'later', text: t('result-open') };
  }
}
