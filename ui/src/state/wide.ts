import { MediaQuery } from 'svelte/reactivity';

/** How many days of a week from paper have room beside each other, at the person's size of text. */
const ROOMS = [
  [7, new MediaQuery('(min-width: 46em)')],
  [4, new MediaQuery('(min-width: 22em)')],
  [3, new MediaQuery('(min-width: 19em)')],
  [2, new MediaQuery('(min-width: 14em)')],
] as const;

export const columns = {
  get current(): number {
    return ROOMS.find(([, room]) => room.current)?.[0] ?? 1;
  },
};

/** Whether the window has room for two panes. The same width stands in the style files. */
export const wide = new MediaQuery('(min-width: 56.25em)');
