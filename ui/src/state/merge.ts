// Two changes to one thing, made side by side.

import type { OpenQuestion, PlanDraft } from '../host';

/**
 * `base` with what is different in `ours` and in `theirs`; where both changed the same, `theirs`. Of lists, what has
 * the same id belongs together; without ids, what is at the same place, unless something moved: then `theirs`.
 */
export function merged<T>(base: T, ours: T, theirs: T): T {
  if (same(ours, base)) return theirs;
  if (same(theirs, base)) return ours;
  if (Array.isArray(base) && Array.isArray(ours) && Array.isArray(theirs)) {
    if (!theirs.every(hasId) && isMoved(base, theirs)) return theirs;
    return theirs.map((their, at) => {
      const like = (list: unknown[]) => (hasId(their) ? list.find((one) => hasId(one) && one.id === their.id) : list[at]);
      const [was, mine] = [like(base), like(ours)];
      return was === undefined || mine === undefined ? their : merged(was, mine, their);
    }) as T;
  }
  if (!isRecord(base) || !isRecord(ours) || !isRecord(theirs)) return theirs;
  return Object.fromEntries(Object.entries(theirs).map(([key, their]) => [key, merged(base[key], ours[key], their)])) as T;
}

/** The same of drafts: a question that one of them has answered, or asked, is not undone by the other. */
export function mergedDraft(base: PlanDraft, ours: PlanDraft, theirs: PlanDraft): PlanDraft {
  const outside = (list: OpenQuestion[], of: OpenQuestion[]) => list.filter((one) => !of.some((other) => same(one, other)));
  const answered = outside(base.open, ours.open);
  const open = [...outside(theirs.open, answered), ...outside(outside(ours.open, base.open), theirs.open)];
  return { ...merged(base, ours, theirs), open };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const hasId = (it: unknown): it is { id: unknown } => isRecord(it) && it.id !== undefined;
/** Whether something stands at another place by now. What was only changed stands where it stood. */
const isMoved = (base: unknown[], theirs: unknown[]) => base.some((was, at) => !same(theirs[at], was) && theirs.some((their) => same(their, was)));
const isRecord = (it: unknown): it is Record<string, unknown> => typeof it === 'object' && it !== null && !Array.isArray(it);
