// What is stopped, put together as far as one word of the team sets it free together.

import type { AgendaStop, LineId } from '../host';
import { list } from '../i18n';

export type StopTogether = AgendaStop & { lines: LineId[] };

/** Whether it stops all exercises, whatever a plan says. */
export const isOfAll = ({ because }: AgendaStop): boolean => typeof because === 'string' && because !== 'rule';

/** Stops that the same answers made are one: whoever speaks of one of them speaks of all. */
export function together(stops: AgendaStop[]): StopTogether[] {
  const groups = new Map<string, AgendaStop[]>();
  for (const stop of stops) {
    const key = JSON.stringify(stop.records);
    groups.set(key, [...(groups.get(key) ?? []), stop]);
  }
  return [...groups.values()].map((group) => ({ ...group[0]!, title: list(group.map(({ title }) => title)), lines: group.map(({ line }) => line) }));
}
