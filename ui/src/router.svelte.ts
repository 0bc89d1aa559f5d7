// Where the person is: read from the part of the address after `#`. No library, no history of its own.

import { tick } from 'svelte';

import { address, parse, type Route } from './routes';

const isOfSigns = (hash: string) => ['warning-signs', 'check'].includes(parse(hash).at);

class Router {
  route = $state<Route>(parse(location.hash));
  /** The address before this one, for the way back from the warning signs and from the question about them. */
  before = $state('#/today');

  constructor() {
    let present = location.hash || '#/today';
    addEventListener('hashchange', () => {
      if (!isOfSigns(present)) this.before = present;
      present = location.hash;
      this.route = parse(location.hash);
      void toTop();
    });
  }

  go(route: Route): void {
    location.hash = address(route);
  }

  /** The same, unasked: nobody is taken away from the warning signs or the question about them. The way back leads there. */
  lead(route: Route): void {
    if (isOfSigns(location.hash)) this.before = address(route);
    else this.go(route);
  }

  /** The same, without leaving a way back to where the person was not meant to be. */
  replace(route: Route): void {
    location.replace(address(route));
  }

  back(): void {
    location.hash = this.before;
  }
}

export const router = new Router();

/** After a change of place, or of the whole day, reading begins at the heading, as on a new page. */
export async function toTop(): Promise<void> {
  await tick();
  for (const scroller of document.querySelectorAll('[data-scroller]')) scroller.scrollTop = 0;
  moveToHeading();
}

/** Puts the focus on the heading of what has just appeared. */
export function moveToHeading(): void {
  const heading = document.querySelector<HTMLElement>('[data-heading="inner"]') ?? document.querySelector('h1');
  heading?.focus();
}
