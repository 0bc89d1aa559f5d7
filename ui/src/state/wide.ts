import { MediaQuery } from 'svelte/reactivity';

/** Whether the window has room for two panes. The same width stands in the style files. */
export const wide = new MediaQuery('(min-width: 56.25em)');
