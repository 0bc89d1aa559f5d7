// What a line or a stage waits for: an OK of the care team, or the person's own yes.

import type { AgendaWords, Clearance, ClearanceId, Revision } from '../host';

export type WaitsFor = { ok: Clearance } | { stage: number; afterDays: number | null };

/** What `one` of the lines in words waits for; null where the plan does not tell. `all` are those of its day. */
export function waitsFor(one: AgendaWords, all: AgendaWords[], revision: Revision): WaitsFor | null {
  const line = revision.lines.find((known) => known.id === one.line);
  if (!line) return null;
  const okOf = (id: ClearanceId | null | undefined): WaitsFor | null => {
    const ok = revision.clearances.find((known) => known.id === id);
    return ok ? { ok } : null;
  };
  if (one.why === 'waits-for-ok') {
    return okOf(line.clearance) ?? okOf(revision.phases.find((phase) => phase.id === line.phase)?.clearance);
  }
  if (one.why !== 'stage-waits') return null;
  // A day shows the stages that begin by no date, in their order.
  const nth = all.filter((other) => other.line === one.line && other.why === 'stage-waits').indexOf(one);
  const waiting = line.stages.map(({ begins }, at) => ({ begins, stage: at + 1 })).filter(({ begins }) => !isByDate(begins));
  const found = waiting[nth];
  if (!found) return null;
  const { begins, stage } = found;
  if (typeof begins === 'object' && 'with-clearance' in begins) return okOf(begins['with-clearance'].clearance);
  return { stage, afterDays: typeof begins === 'object' && 'after-done-days' in begins ? begins['after-done-days'] : null };
}

function isByDate(begins: Revision['lines'][number]['stages'][number]['begins']): boolean {
  return typeof begins === 'object' && ('on' in begins || 'in-week' in begins);
}
