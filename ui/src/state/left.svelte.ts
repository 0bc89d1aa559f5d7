import type { Day } from '../host';

/** What was asked and left unanswered for this sitting: whether a pause is over, and questions about pain. */
export const left = $state<{ pause: string; pain: string[] }>({ pause: '', pain: [] });

export const wasLeft = (day: Day, about: string): boolean => left.pain.includes(`${day} ${about}`);
export const leavePain = (day: Day, about: string): number => left.pain.push(`${day} ${about}`);
