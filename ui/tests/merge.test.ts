import { expect, test } from 'vitest';

import type { OpenQuestion, PlanDraft } from '../src/host';
import { merged, mergedDraft } from '../src/state/merge';

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

test('a question that was answered here, and one that was asked there meanwhile, are both so', () => {
  const open = (...asked: OpenQuestion['asked'][]) => ({ open: asked.map((asked) => ({ place: 'sheet', asked })) }) as PlanDraft;
  const merge = (base: PlanDraft, ours: PlanDraft, theirs: PlanDraft) => mergedDraft(base, ours, theirs).open.map(({ asked }) => asked);
  expect(merge(open('title', 'fusion'), open('fusion'), open('title', 'fusion', 'counting-from'))).toEqual(['fusion', 'counting-from']);
  expect(merge(open('title'), open('title', 'grows'), open('title'))).toEqual(['title', 'grows']);
  expect(merge(open('title', 'fusion'), open('title'), open('fusion'))).toEqual([]);
});

test('a number that was typed while the host moved, removed or copied a line stays with its line', () => {
  const line = (id: string, times: number) => ({ id, times });
  const base = [line('bridge', 10), line('heel', 10)];
  const ours = [line('bridge', 10), line('heel', 12)];
  expect(merged(base, ours, [line('heel', 10), line('bridge', 10)])).toEqual([line('heel', 12), line('bridge', 10)]);
  expect(merged(base, ours, [line('heel', 10)])).toEqual([line('heel', 12)]);
  expect(merged(base, ours, [line('bridge', 10)])).toEqual([line('bridge', 10)]);
  const copied = [line('bridge', 10), line('bridge-2', 10), line('heel', 10)];
  expect(merged(base, ours, copied)).toEqual([line('bridge', 10), line('bridge-2', 10), line('heel', 12)]);
});

test('of things without an id that moved, none gets what was typed at another', () => {
  const rule = (says: string, score: number) => ({ says, score });
  const [stop, half, more] = [rule('stop', 5), rule('half', 5), rule('more', 5)];
  for (const ours of [[stop, rule('half', 4)], [rule('stop', 6), rule('half', 4)]]) {
    for (const theirs of [[half, stop], [half], [more, stop, half]]) {
      expect(merged([stop, half], ours, theirs)).toEqual(theirs);
    }
    expect(merged([stop, half], ours, [stop, half, more])).toEqual([...ours, more]);
  }
});

test('of things without an id that stand where they stood, what was typed at one is kept beside what the host changed at another', () => {
  const stage = (from: number, times: number) => ({ from, times });
  const base = [stage(1, 10), stage(8, 12)];
  expect(merged(base, [stage(1, 11), stage(8, 12)], [stage(1, 10), stage(9, 12)])).toEqual([stage(1, 11), stage(9, 12)]);
});
