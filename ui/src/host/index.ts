// What the screens ask of the outside: the commands of the Rust side and its events.
// Only `tauri.ts` knows how they travel; `fake.ts` answers from fixtures.

import type { ApiError, Commands, Events } from './bindings';

export type * from './bindings';

export interface Host extends Commands {
  /** Calls `hear` at each `event`. */
  on<E extends keyof Events>(event: E, hear: (payload: Events[E]) => void): void;
}

let present: Host | null = null;

/** Says once, before the first screen, who answers. */
export function useHost(host: Host): void {
  present = host;
}

export function host(): Host {
  if (!present) throw new Error('useHost comes before the first screen');
  return present;
}

/** What was thrown, as the error the screens have a sentence for. */
export function asApiError(thrown: unknown): ApiError {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown) return thrown as ApiError;
  return { code: 'failed', args: {}, detail: String(thrown) };
}
