// What is open or wrong in the draft, and where.

import type { Asked, DraftPlace, LineId, OpenQuestion, PlacedProblem, Prescription, Problem } from '../../host';
import { hasSentence, t, type MessageKey } from '../../i18n';
import { editing } from '../../state/editing.svelte';
import { problemSentence } from '../../words/errors';

const same = (a: DraftPlace, b: DraftPlace) => JSON.stringify(a) === JSON.stringify(b);

/** The line that a place belongs to; null for the sheet and its rules. */
export function lineOf(place: DraftPlace): LineId | null {
  if (typeof place === 'string' || 'rule' in place) return null;
  if ('line' in place) return place.line;
  return 'stage' in place ? place.stage.line : place.growth;
}

/** The questions that are open about a line and its stages, and of the sheet those that its days are counted from. */
export function openOf(line: LineId): OpenQuestion[] {
  const waits = editing.view?.lines.find((one) => one.line === line)?.waits_for;
  return editing.draft?.open.filter(({ place, asked }) => (place === 'sheet' ? waits?.includes(asked) : lineOf(place) === line)) ?? [];
}

/** What is wrong with a line and its stages. */
export function problemsOf(line: LineId): PlacedProblem[] {
  return editing.view?.problems.filter(({ place }) => lineOf(place) === line) ?? [];
}

/** What somebody should look at about a line, although nothing is wrong. */
export function remarksOf(line: LineId): PlacedProblem[] {
  return editing.view?.remarks.filter(({ place }) => lineOf(place) === line) ?? [];
}

/** What is wrong at `place` with the part that the plan file calls `key`; empty when nothing is. */
export function problemAt(place: DraftPlace, key: string): string {
  const found = editing.view?.problems.find((one) => (one.key ?? '') === key && same(one.place, place));
  return found ? placedSentence(found) : '';
}

/** What is wrong, in words for somebody who has the paper beside them. */
export function placedSentence({ problem }: PlacedProblem): string {
  // The reader names a line as the plan file does; a person knows its exercise.
  const named = Object.entries(problem.args).map(([key, value]) => {
    const line = key === 'line' || key === 'other' ? editing.line(value as LineId) : undefined;
    return [key, line ? lineName(line) : value];
  });
  const args = Object.fromEntries(named) as Problem['args'];
  // What speaks of a plan file has another sentence for somebody with a paper sheet.
  return hasSentence(`edit-problem-${problem.code}`) ? t(`edit-problem-${problem.code}` as MessageKey, args) : problemSentence({ ...problem, args, suggestion: null });
}

/** What a line is called: its exercise, or the paper's words as long as none is chosen. */
export function lineName(line: Prescription): string {
  return line.title || line.as_written || t('edit-line-nameless');
}

/** What is open or wrong beside the lines. As long as there is any of it, no line is taken in. */
export function besideLines(): { place: DraftPlace; asked: Asked | null; text: string }[] {
  return [
    ...(editing.draft?.open ?? []).filter(({ place }) => lineOf(place) === null).map(({ place, asked }) => ({ place, asked, text: t(`edit-asked-${asked}`) })),
    ...(editing.view?.problems ?? [])
      // A sheet without lines says so itself.
      .filter(({ place, problem }) => lineOf(place) === null && problem.code !== 'no-lines')
      .map((problem) => ({ place: problem.place, asked: null, text: placedSentence(problem) })),
  ];
}

/** The first of `asked` that is open at `place`, as a sentence; empty when all are answered. */
export function askedSentence(place: DraftPlace, asked: readonly Asked[]): string {
  const open = asked.find((one) => editing.asks(place, one));
  return open ? t(`edit-asked-${open}`) : '';
}
