// The parts of a plan, in words and in the order in which they are read.

import type {
  Change, ChangedThing, Day, LineDays, LineTold, NoteAbout, PlanView, Prescription, Revision, RevisionSummary, RuleTold, StageTold, Told, ToldCode,
} from '../host';
import { dayWithYear, longDay, t, type MessageKey } from '../i18n';

/** From when until when, with real dates. */
export function spanWords(days: LineDays): string {
  const from = dayWithYear(days.from);
  return days.until === null ? t('plan-from', { from }) : t('plan-from-until', { from, until: dayWithYear(days.until) });
}

/**
 * From when on what is taken in holds, and why only then: a day on which something has begun keeps the plan of before.
 * `starts` is the day from which the sheet says it holds, `chosen` one that the person chose.
 */
export function holdsFrom(day: Day, starts: Day, chosen: Day | null, today: Day | undefined): string {
  return t(today && day > today && day > starts && chosen !== day ? 'import-holds-tomorrow' : 'import-holds-from', { day: longDay(day) });
}

const DAYS: ToldCode[] = ['from-day', 'from-counted', 'last-day', 'last-day-counted', 'weeks', 'from-week'];

/** Whether the days of a line are still to be said: it has its own, and its words do not hold them. */
export function hasUnsaidDays(days: LineDays, starts: Day): boolean {
  return (days.from !== starts || days.until !== null) && !days.told.when.some((told) => DAYS.includes(told.code));
}

const BEGINS: ToldCode[] = ['from-day', 'from-counted', 'from-week', 'after-done-days', 'when-agreed', 'waits-for'];

/** When a stage begins, and what is different in it. */
export function stageParts(stage: StageTold): { begins: Told[]; differs: Told[] } {
  const at = stage.told.findIndex((told) => !BEGINS.includes(told.code));
  return at < 0 ? { begins: stage.told, differs: [] } : { begins: stage.told.slice(0, at), differs: stage.told.slice(at) };
}

/** The versions that were taken in, the newest first, and that wait for their day after `present`; of none but those that will hold. */
export function toCome(history: RevisionSummary[], present: number): RevisionSummary[] {
  const since = history.slice(0, present);
  return since.filter((one, at) => since.slice(0, at).every((newer) => newer.in_force_from > one.in_force_from));
}

/** Which version of `view` is the one that it shows. */
export const presentAt = ({ history, revision, in_force_from: from }: PlanView): number =>
  history.findIndex((one) => one.plan === revision.plan && one.number === revision.number && one.in_force_from === from);

/** What a line waits for: for its own OK, and for that of its phase. */
export function waitsOf(line: Prescription, told: LineTold, revision: Revision): Told[] {
  const phase = revision.phases.find((one) => one.id === line.phase);
  const clearance = revision.clearances.find((one) => one.id === phase?.clearance);
  if (!clearance || phase?.clearance === line.clearance) return told.waits;
  return [...told.waits, { code: 'waits-for', args: { text: { text: clearance.as_written } } }];
}

/** What a change is, such as "New exercise". */
export function changeWords(change: Change): string {
  // The core sends only what can happen to a thing; not each thing can be added or removed.
  return t(`change-${change.thing}-${change.kind}` as MessageKey, { title: change.title });
}

export type Part = { told: Told; isNew: boolean };

/** A change to be read: of how it was only what is gone, of how it is everything, with what is new in it. */
export function differences({ title, before, after }: Change): { before: Told[]; after: Part[] } {
  const among = (some: Told[]) => new Set(some.map((told) => JSON.stringify(told)));
  const [was, is] = [among(before), among(after)];
  const gone = before.filter((told) => !is.has(JSON.stringify(told)));
  const parts = after.map((told) => ({ told, isNew: !was.has(JSON.stringify(told)) }));
  // The same parts in another order: then the whole of both is what differs.
  if (gone.length === 0 && parts.every((part) => !part.isNew)) return { before, after: after.map((told) => ({ told, isNew: true })) };
  // A limit is called by its words: they stand above already.
  const isTitle = ({ told }: Part) => told.code === 'words' && JSON.stringify(told.args['text']) === JSON.stringify({ text: title });
  return { before: gone, after: parts.filter((part) => part.isNew || !isTitle(part)) };
}

/** The rules beside the lines, in the order in which they matter to somebody who is sore. */
const RULES = [
  'precaution', 'pain', 'bad-day', 'missed-dose', 'day-off', 're-entry',
  'clearance', 'appointment', 'round', 'day-type', 'phase', 'programme',
] as const satisfies ChangedThing[];

export type RuleGroup = { thing: (typeof RULES)[number] | 'other'; rules: RuleTold[] };

/** The rules under their headings. What has no heading of its own stands last: nothing is left out. */
export function rulesInGroups(rules: RuleTold[]): RuleGroup[] {
  const known: readonly ChangedThing[] = RULES;
  const groups: RuleGroup[] = RULES.map((thing) => ({ thing, rules: rules.filter((rule) => rule.thing === thing) }));
  groups.push({ thing: 'other', rules: rules.filter((rule) => !known.includes(rule.thing)) });
  return groups.filter((group) => group.rules.length > 0);
}

/** Over which heading a note of the sheet stands. */
export const NOTE_HEADINGS: Record<NoteAbout, MessageKey> = {
  pain: 'notes-pain',
  'bad-day': 'notes-bad-day',
  'missed-round': 'notes-missed-round',
  technique: 'notes-technique',
  general: 'notes-general',
};
