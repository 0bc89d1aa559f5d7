import { MediaQuery } from 'svelte/reactivity';

/** Whether the person has asked the system for less motion. */
export const calm = new MediaQuery('(prefers-reduced-motion: reduce)');
