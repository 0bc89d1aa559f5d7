// What leads somewhere unasked takes nobody away from the warning signs.

import { expect, test, vi } from 'vitest';

import { router } from '../src/router.svelte';

// The router reads the address as soon as it is there.
vi.hoisted(() => Object.assign(globalThis, { location: { hash: '' }, addEventListener: () => undefined }));

test('the start of the app leads to its round, but not from the warning signs, from where the way back does', () => {
  for (const signs of ['#/warning-signs', '#/check']) {
    location.hash = signs;
    router.lead({ at: 'session' });
    expect(location.hash).toBe(signs);
    router.back();
    expect(location.hash).toBe('#/session');
  }
  location.hash = '#/today';
  router.lead({ at: 'import' });
  expect(location.hash).toBe('#/plan/import');
});
