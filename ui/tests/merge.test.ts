import { expect, test } from 'vitest';

import { merged } from '../src/state/merge';

const base = { title: 'a', lines: [{ id: 'x', sets: 1 }], note: null as string | null };

test('what was typed while the host added a line is kept, and so is the line', () => {
  const ours = { ...base, title: 'ab', lines: [{ id: 'x', sets: 2 }] };
  const theirs = { ...base, lines: [{ id: 'x', sets: 1 }, { id: 'y', sets: 1 }] };
  expect(merged(base, ours, theirs)).toEqual({ title: 'ab', lines: [{ id: 'x', sets: 2 }, { id: 'y', sets: 1 }], note: null });
});

test('where both changed the same, the host is right', () => {
  expect(merged(base, { ...base, title: 'ours' }, { ...base, title: 'theirs' }).title).toBe('theirs');
});

test('without a change of ours the host says everything', () => {
  const theirs = { ...base, lines: [], note: 'new' };
  expect(merged(base, base, theirs)).toEqual(theirs);
});
