import { expect, test } from 'vitest';

import { address, parse, type Route } from '../src/routes';

const ROUTES: [string, Route][] = [
  ['#/today', { at: 'today' }],
  ['#/day/2026-11-17', { at: 'day', day: '2026-11-17' }],
  ['#/day/2026-11-17/heel-slides/round/morning', { at: 'item', day: '2026-11-17', line: 'heel-slides', place: { round: 'morning' } }],
  ['#/day/2026-11-17/walk/time/2', { at: 'item', day: '2026-11-17', line: 'walk', place: { 'any-time': 2 } }],
  ['#/day/2026-11-17/add', { at: 'add', day: '2026-11-17' }],
  ['#/record', { at: 'record' }],
  ['#/week/2026-11-16', { at: 'week', first: '2026-11-16' }],
  ['#/session', { at: 'session' }],
  ['#/plan', { at: 'plan' }],
  ['#/plan/import', { at: 'import' }],
  ['#/plan/templates', { at: 'templates' }],
  ['#/plan/templates/lami-2-6', { at: 'template', id: 'lami-2-6' }],
  ['#/plan/edit', { at: 'edit' }],
  ['#/plan/edit/next-line', { at: 'edit-next' }],
  ['#/plan/edit/line/bridge-2', { at: 'edit-line', line: 'bridge-2' }],
  ['#/plan/edit/rules', { at: 'edit-rules' }],
  ['#/plan/edit/rules/bad-day', { at: 'edit-rule', rule: 'bad-day' }],
  ['#/plan/read-back', { at: 'read-back' }],
  ['#/plan/visit', { at: 'visit' }],
  ['#/plan/versions', { at: 'versions' }],
  ['#/exercises', { at: 'exercises' }],
  ['#/exercises/bridge', { at: 'exercise', id: 'bridge' }],
  ['#/learn', { at: 'learn' }],
  ['#/learn/what-it-is', { at: 'topic', id: 'what-it-is' }],
  ['#/settings', { at: 'settings' }],
  ['#/settings/about-you', { at: 'about-you' }],
  ['#/walks', { at: 'walks' }],
  ['#/questions', { at: 'questions' }],
  ['#/welcome', { at: 'welcome', step: null }],
  ['#/welcome/operation', { at: 'welcome', step: 'operation' }],
  ['#/check', { at: 'check' }],
  ['#/warning-signs', { at: 'warning-signs' }],
];

test.each(ROUTES)('%s goes both ways', (hash, route) => {
  expect(parse(hash)).toEqual(route);
  expect(address(route)).toBe(hash);
});

test.each(['', '#', '#/', '#/nowhere', '#/day', '#/day/yesterday', '#/day/2026-1-1', '#/week', '#/week/now', '#/%E0%A4%A'])(
  '%j leads to Today',
  (hash) => expect(parse(hash)).toEqual({ at: 'today' }),
);

test.each(['#/day/2026-11-17/walk', '#/day/2026-11-17/walk/time/x', '#/day/2026-11-17/walk/place/1'])(
  '%s shows the day when the exercise cannot be read',
  (hash) => expect(parse(hash)).toEqual({ at: 'day', day: '2026-11-17' }),
);

test.each(['#/plan/edit/line', '#/plan/edit/nowhere'])('%s shows the sheet', (hash) => expect(parse(hash)).toEqual({ at: 'edit' }));
test('an unknown rule shows all of them', () => expect(parse('#/plan/edit/rules/nothing')).toEqual({ at: 'edit-rules' }));
