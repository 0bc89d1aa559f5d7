// Two changes to one thing, made side by side.

/**
 * `base` with what is different in `ours` and in `theirs`; where both changed the same, `theirs`. Of lists, what is at
 * the same place belongs together.
 */
export function merged<T>(base: T, ours: T, theirs: T): T {
  if (same(ours, base)) return theirs;
  if (same(theirs, base)) return ours;
  if (Array.isArray(base) && Array.isArray(ours) && Array.isArray(theirs)) {
    return theirs.map((their, at) => (at < base.length && at < ours.length ? merged(base[at], ours[at], their) : their)) as T;
  }
  if (!isRecord(base) || !isRecord(ours) || !isRecord(theirs)) return theirs;
  return Object.fromEntries(Object.entries(theirs).map(([key, their]) => [key, merged(base[key], ours[key], their)])) as T;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const isRecord = (it: unknown): it is Record<string, unknown> => typeof it === 'object' && it !== null && !Array.isArray(it);
