// What is stopped, in the words of the screens.

import type { AgendaStop } from '../host';

/** Whether it stops all exercises, whatever a plan says. */
export const isOfAll = ({ because }: AgendaStop): boolean => typeof because === 'string' && because !== 'rule';
