import { media } from './media.svelte';

/** How many days of a week from paper have room beside each other, at the person's size of text. */
const ROOMS = [
  [7, media('(min-width: 46em)')],
  [4, media('(min-width: 22em)')],
  [3, media('(min-width: 19em)')],
  [2, media('(min-width: 14em)')],
] as const;

export const columns = {
  get current(): number {
    return ROOMS.find(([, room]) => room.current)?.[0] ?? 1;
  },
};

/** Whether the window has room for two panes. The same width stands in the style files. */
export const wide = media('(min-width: 56.25em)');
