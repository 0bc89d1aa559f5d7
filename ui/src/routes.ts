// Where the person can be, and how that is written in the part of the address after `#`.

import type { BoutPlace, Measure, Step } from './host';

export type Route =
  | { at: 'today' }
  | { at: 'day'; day: string }
  | { at: 'item'; day: string; line: string; place: BoutPlace }
  | { at: 'add'; day: string }
  | { at: 'record' }
  | { at: 'progress' }
  | { at: 'week'; first: string }
  | { at: 'session' }
  | { at: 'plan' }
  | { at: 'import' }
  | { at: 'said' }
  | { at: 'templates' }
  | { at: 'template'; id: string }
  | { at: 'edit' }
  | { at: 'edit-next' }
  | { at: 'edit-line'; line: string }
  | { at: 'edit-rules' }
  | { at: 'edit-rule'; rule: RulePage }
  | { at: 'read-back' }
  | { at: 'visit' }
  | { at: 'versions' }
  | { at: 'exercises' }
  | { at: 'exercise'; id: string }
  | { at: 'learn' }
  | { at: 'topic'; id: string }
  | { at: 'settings' }
  | { at: 'about-you' }
  | { at: 'measures' }
  | { at: 'measure'; what: MeasurePage }
  | { at: 'walks' }
  | { at: 'questions' }
  | { at: 'welcome'; step: Step | null }
  | { at: 'check' }
  | { at: 'warning-signs' };

/** What is measured by hand, a page each, in the order in which they are shown. */
export const MEASURES = ['chair-stand', 'sitting', 'steps', 'activities'] as const satisfies readonly (Measure | 'activities')[];
export type MeasurePage = (typeof MEASURES)[number];

const STEPS: readonly Step[] = ['terms', 'operation', 'fusion', 'floor', 'discharge', 'limits', 'contacts', 'plan'];
/** What a sheet says beside its lines, a page each, in the order in which most sheets say it. */
export const RULE_PAGES = [
  'rounds', 'late', 'limits', 'pain', 'bad-day', 'days-off', 'appointments', 'oks', 'contacts', 'notes', 'after-pause', 'parts', 'turns', 'day-kinds',
] as const;
export type RulePage = (typeof RULE_PAGES)[number];

/** The route of an address such as `#/day/2026-11-18`; an unknown one is Today. */
export function parse(hash: string): Route {
  const [first, ...rest] = hash.replace(/^#\/?/, '').split('/');
  const [day, line, kind, name] = rest;
  switch (first) {
    case 'day':
      if (!isDay(day)) return { at: 'today' };
      if (line === 'add' && !kind) return { at: 'add', day };
      if (line && kind === 'round' && name) return { at: 'item', day, line, place: { round: name } };
      if (line && kind === 'time' && /^\d+$/.test(name ?? '')) {
        return { at: 'item', day, line, place: { 'any-time': Number(name) } };
      }
      return { at: 'day', day };
    case 'exercises':
      return rest[0] ? { at: 'exercise', id: rest[0] } : { at: 'exercises' };
    case 'learn':
      return rest[0] ? { at: 'topic', id: rest[0] } : { at: 'learn' };
    case 'plan':
      if (rest[0] === 'edit') return editRoute(rest.slice(1));
      if (rest[0] === 'read-back' || rest[0] === 'visit' || rest[0] === 'versions') return { at: rest[0] };
      if (rest[0] === 'templates') return rest[1] ? { at: 'template', id: rest[1] } : { at: 'templates' };
      if (rest[0] === 'said') return { at: 'said' };
      return rest[0] === 'import' ? { at: 'import' } : { at: 'plan' };
    case 'week':
      return isDay(day) ? { at: 'week', first: day } : { at: 'today' };
    case 'measures': {
      const what = MEASURES.find((one) => one === rest[0]);
      return what ? { at: 'measure', what } : { at: 'measures' };
    }
    case 'settings':
      return rest[0] === 'about-you' ? { at: 'about-you' } : { at: 'settings' };
    case 'welcome':
      return { at: 'welcome', step: STEPS.find((step) => step === rest[0]) ?? null };
    case 'record':
    case 'progress':
    case 'session':
    case 'walks':
    case 'questions':
    case 'check':
    case 'warning-signs':
      return { at: first };
    default:
      return { at: 'today' };
  }
}

/** Whether it is a day as the core writes it. */
function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text);
}

/** The pages on which a sheet is typed in; an unknown one is the sheet itself. */
function editRoute([part, name]: string[]): Route {
  if (part === 'next-line') return { at: 'edit-next' };
  if (part === 'line' && name) return { at: 'edit-line', line: name };
  if (part !== 'rules') return { at: 'edit' };
  const rule = RULE_PAGES.find((one) => one === name);
  return rule ? { at: 'edit-rule', rule } : { at: 'edit-rules' };
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
    case 'add':
      return `#/day/${route.day}/add`;
    case 'week':
      return `#/week/${route.first}`;
    case 'exercise':
      return `#/exercises/${route.id}`;
    case 'topic':
      return `#/learn/${route.id}`;
    case 'measure':
      return `#/measures/${route.what}`;
    case 'import':
      return '#/plan/import';
    case 'said':
      return '#/plan/said';
    case 'templates':
      return '#/plan/templates';
    case 'template':
      return `#/plan/templates/${route.id}`;
    case 'about-you':
      return '#/settings/about-you';
    case 'welcome':
      return route.step === null ? '#/welcome' : `#/welcome/${route.step}`;
    case 'edit':
      return '#/plan/edit';
    case 'edit-next':
      return '#/plan/edit/next-line';
    case 'edit-line':
      return `#/plan/edit/line/${route.line}`;
    case 'edit-rules':
      return '#/plan/edit/rules';
    case 'edit-rule':
      return `#/plan/edit/rules/${route.rule}`;
    case 'read-back':
    case 'visit':
    case 'versions':
      return `#/plan/${route.at}`;
    default:
      return `#/${route.at}`;
  }
}
