// The figure's movements. They never change while the app runs, so each is asked for once.

import { host, type Movement } from '../host';

let known = $state.raw<Record<string, Movement | null>>({});
const asked = new Set<string>();

/** The movement of `exercise`; null while it is not there yet and where there is none. */
export function movementOf(exercise: string): Movement | null {
  if (!asked.has(exercise)) {
    asked.add(exercise);
    // Without its picture an exercise still has its words: a failure is asked again with the next screen.
    host()
      .movement(exercise)
      .then((movement) => (known = { ...known, [exercise]: movement }))
      .catch(() => asked.delete(exercise));
  }
  return known[exercise] ?? null;
}
