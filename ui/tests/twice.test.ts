// What is pressed twice is said once.

import { beforeEach, expect, test, vi } from 'vitest';

import { useHost, type Host } from '../src/host';
import { fakeHost } from '../src/host/fake';
import { sentencesOf } from '../src/host/fakeSentences';
import { speak } from '../src/i18n';
import { today } from '../src/state/data.svelte';
import { notices } from '../src/state/notice.svelte';
import { record } from '../src/state/recording.svelte';
import { session } from '../src/state/session.svelte';
import { signs } from '../src/state/signs.svelte';

// The router reads the address as soon as it is there.
vi.hoisted(() => Object.assign(globalThis, { location: { hash: '' }, addEventListener: () => undefined, history: { back: vi.fn(), pushState: vi.fn(), replaceState: vi.fn() } }));
vi.stubGlobal('document', { documentElement: {}, activeElement: null, querySelector: () => null, querySelectorAll: () => [], getElementById: () => null });

let host: Host;

beforeEach(() => {
  speak(sentencesOf('en'));
  host = fakeHost('stopped');
  useHost(host);
});

test('"no" to the warning signs is one answer', async () => {
  const answered = vi.spyOn(host, 'answer_signs');
  await Promise.all([signs.no(), signs.no()]);
  expect(answered).toHaveBeenCalledTimes(1);
  await signs.no();
  expect(answered).toHaveBeenCalledTimes(2);
});

test('who said that the person may go on is kept once', async () => {
  const said = vi.spyOn(host, 'may_go_on');
  expect(await Promise.all([signs.mayGoOn('Ward line', '2026-11-18'), signs.mayGoOn('Ward line', '2026-11-18')])).toEqual([true, false]);
  expect(said).toHaveBeenCalledTimes(1);
});

test('a yes waits for no answer that is being kept', async () => {
  const answered = vi.spyOn(host, 'answer_signs');
  await Promise.all([signs.no(), signs.yes()]);
  expect(answered).toHaveBeenCalledWith(true, false);
});

test('an exercise that is said after the round to have hurt is said once, and again once that is undone', async () => {
  host = fakeHost('session-finished');
  useHost(host);
  await session.load();
  const said = vi.spyOn(host, 'record_hurt');
  const { bout } = session.view!.items[0]!;
  const undone = vi.fn();
  expect(await Promise.all([session.mark(bout, undone), session.mark(bout, undone)])).toEqual([true, true]);
  expect(said).toHaveBeenCalledTimes(1);
  notices.shown!.undo!();
  await vi.waitFor(() => expect(undone).toHaveBeenCalledTimes(1));
  await session.mark(bout, undone);
  expect(said).toHaveBeenCalledTimes(2);
});

test('that it hurt after a round is kept of none at first, and once of the exercise that is named', async () => {
  host = fakeHost('session-finished');
  useHost(host);
  await session.load();
  session.saidAfter = {};
  const told = vi.spyOn(host, 'record_hurt');
  const { bout } = session.view!.items[0]!;
  const records = async () => (await Promise.all(told.mock.results.map(({ value }) => value))).map(({ record }) => record);
  const undone = vi.fn();
  await session.mark({ ...bout, line: '' }, undone);
  expect(session.hurtAfter).toBe(true);
  await session.mark(bout, undone);
  expect(Object.keys(session.saidAfter)).toEqual([bout.line]);
  // Named by mistake: that something hurt stands as it was said.
  notices.undo();
  await vi.waitFor(() => expect(Object.keys(session.saidAfter)).toEqual(['']));
  const [none, named] = await records();
  expect(told.mock.calls.map(([{ line, bout, place, score }, day, instead]) => [line, bout, place, score, day, instead])).toEqual([
    [null, null, 'not-said', null, bout.day, null],
    [bout.line, bout.place, 'not-said', null, bout.day, none],
    [null, null, 'not-said', null, bout.day, named],
  ]);
  const withdrawn = vi.spyOn(host, 'withdraw_plan_fact');
  notices.undo();
  await vi.waitFor(() => expect(session.hurtAfter).toBe(false));
  expect(withdrawn).toHaveBeenCalledTimes(1);
  expect(undone).toHaveBeenCalledTimes(2);
});

test('the warning signs that were left after it hurt are asked again when something hurts anew', async () => {
  host = fakeHost('asked-hurt');
  useHost(host);
  await today.load();
  const [item] = today.value!.agenda!.any_time;
  const hurts = [
    () => session.markHurt(item!.bout, () => undefined),
    () => session.stopAll('faint', null),
    () => session.send({ event: 'leave-exercise', reason: 'pain' }),
    () => record(item!, { outcome: 'skipped', reason: 'pain' }),
  ];
  for (const hurt of hurts) {
    signs.notNow();
    expect(signs.asked).toBeNull();
    await hurt();
    expect(signs.asked).toBe('hurt');
  }
});
