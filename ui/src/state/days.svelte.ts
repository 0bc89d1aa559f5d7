// What days a sheet means. The core reckons; each answer holds as long as the days that it counts from.

import { host, type CountedDay, type DayRef, type Revision } from '../host';

let known = $state.raw<Record<string, CountedDay>>({});
const asked = new Set<string>();

/** The day that `day` means in `revision`; null while it is not known yet. */
export function countedDay({ surgery, starts }: Revision, day: DayRef): CountedDay | null {
  const key = JSON.stringify([surgery.date, surgery.discharge, starts, day]);
  if (!asked.has(key)) {
    asked.add(key);
    host()
      .count_day(surgery.date, surgery.discharge, starts, day)
      .then((counted) => (known = { ...known, [key]: counted }))
      .catch(() => asked.delete(key));
  }
  return known[key] ?? null;
}
