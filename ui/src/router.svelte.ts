// Where the person is: read from the part of the address after `#`. No library, no history of its own.

import { tick } from 'svelte';

import type { BoutPlace } from './host';

export type Route =
  | { at: 'today' }
  | { at: 'day'; day: string }
  | { at: 'item'; day: string; line: string; place: BoutPlace }
  | { at: 'session' }
  | { at: 'plan' }
  | { at: 'import' }
  | { at: 'exercises' }
  | { at: 'exercise'; id: string }
  | { at: 'settings' }
  | { at: 'warning-signs' };

/** The route of an address such as `#/day/2026-11-18`; an unknown one is Today. */
export function parse(hash: string): Route {
  const [first, ...rest] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  const [day, line, kind, name] = rest;
  switch (first) {
    case 'day':
      if (!day || !/^\d{4}-\d\d-\d\d$/.test(day)) return { at: 'today' };
      if (line && kind === 'round' && name) return { at: 'item', day, line, place: { round: name } };
      if (line && kind === 'time' && /^\d+$/.test(name ?? '')) {
        return { at: 'item', day, line, place: { 'any-time': Number(name) } };
      }
      return { at: 'day', day };
    case 'exercises':
      return rest[0] ? { at: 'exercise', id: rest[0] } : { at: 'exercises' };
    case 'plan':
      return rest[0] === 'import' ? { at: 'import' } : { at: 'plan' };
    case 'session':
    case 'settings':
    case 'warning-signs':
      return { at: first };
    default:
      return { at: 'today' };
  }
}

/** The address of a route. */
export function address(route: Route): string {
  switch (route.at) {
    case 'day':
      return `#/day/${route.day}`;
    case 'item': {
      const place = 'round' in route.place ? `round/${route.place.round}` : `time/${route.place['any-time']}`;
      return `#/day/${route.day}/${route.line}/${place}`;
    }
    case 'exercise':
      return `#/exercises/${encodeURIComponent(route.id)}`;
    case 'import':
      return '#/plan/import';
    default:
      return `#/${route.at}`;
  }
}

class Router {
  route = $state<Route>(parse(location.hash));
  /** The address before this one, for the way back from the warning signs. */
  before = $state('#/today');

  constructor() {
    let present = location.hash || '#/today';
    addEventListener('hashchange', () => {
      if (present !== '#/warning-signs') this.before = present;
      present = location.hash;
      this.route = parse(location.hash);
      void toTop();
    });
  }

  go(route: Route): void {
    location.hash = address(route);
  }

  back(): void {
    location.hash = this.before;
  }
}

export const router = new Router();

/** After a change of place reading begins at the heading, as on a new page. */
async function toTop(): Promise<void> {
  await tick();
  for (const scroller of document.querySelectorAll('[data-scroller]')) scroller.scrollTop = 0;
  moveToHeading();
}

/** Puts the focus on the heading of what has just appeared. */
export function moveToHeading(): void {
  const heading = document.querySelector<HTMLElement>('[data-heading="inner"]') ?? document.querySelector('h1');
  heading?.focus();
}
