// Whether reminders can reach the person, in words.

import type { ReminderHealth } from '../host';

/** The first thing that keeps reminders from arriving. */
export type Obstacle = 'not-supported' | 'off' | 'not-running' | 'not-taken';

/** What keeps reminders from arriving, as far as anybody knows; null when nothing does. */
export function obstacle(health: ReminderHealth): Obstacle | null {
  if (!health.supported) return 'not-supported';
  if (!health.switched_on) return 'off';
  if (!health.resident_alive) return 'not-running';
  return health.last_delivery && !health.last_delivery.taken ? 'not-taken' : null;
}
