// What is stopped, in the words of the screens.

import type { AgendaStop } from '../host';

/** What a word of the team about `stop` sets free: all that the same answers stopped, by whichever rule. */
export const setFree = (stop: AgendaStop, stops: AgendaStop[]): string[] =>
  stops.filter(({ records }) => records.every((of) => stop.records.includes(of))).flatMap(({ lines }) => lines.map(({ title }) => title));

/** Whether it stops all exercises, whatever a plan says. */
export const isOfAll = ({ because }: AgendaStop): boolean => typeof because === 'string' && because !== 'rule';
