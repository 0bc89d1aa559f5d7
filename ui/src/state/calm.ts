import { media } from './media.svelte';

/** Whether the person has asked the system for less motion. */
export const calm = media('(prefers-reduced-motion: reduce)');
