// Saying what became of an exercise, and the way back.

import { beforeEach, expect, test, vi } from 'vitest';

import { useHost, type AgendaItem, type Host } from '../src/host';
import { fakeHost } from '../src/host/fake';
import { sentencesOf } from '../src/host/fakeSentences';
import { speak } from '../src/i18n';
import { notices } from '../src/state/notice.svelte';
import { record, takeBack } from '../src/state/recording.svelte';

// The router reads the address as soon as it is there.
vi.hoisted(() => Object.assign(globalThis, { location: { hash: '' }, addEventListener: () => undefined }));
vi.stubGlobal('document', { documentElement: {}, activeElement: null });

let host: Host;

async function item(line: string, at = 0): Promise<AgendaItem> {
  const { agenda } = await host.today();
  return agenda!.any_time.filter((one) => one.bout.line === line)[at]!;
}

/** Presses "Undo" and waits for what it does. */
async function undo(): Promise<void> {
  notices.undo();
  await vi.waitFor(() => expect(notices.shown!.text).toMatch(/^Undone/));
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: false, toFake: ['setTimeout', 'clearTimeout'] });
  host = fakeHost('populated');
  useHost(host);
  speak(sentencesOf('en'));
  while (notices.shown) notices.hide();
});

test('done, undone: the exercise is open again', async () => {
  await record(await item('clam'), { outcome: 'done' });
  expect((await item('clam')).state.is).toBe('done');
  await undo();
  expect((await item('clam')).record).toBeNull();
});

test('a correction undone brings back the very numbers that were there', async () => {
  await record(await item('clam'), { outcome: 'partly', sets: 1, repetitions: 3 });
  const corrected = vi.spyOn(host, 'correct_bout');
  await record(await item('clam'), { outcome: 'done' });
  await undo();
  expect(corrected).toHaveBeenLastCalledWith(expect.any(String), { outcome: 'partly', sets: 1, repetitions: 3 }, null);
});

test('the numbers and the words of an entry of another day come back with it', async () => {
  const monday = await host.agenda('2026-11-16');
  const some = monday!.rounds.at(-1)!.items.find((one) => one.state.is === 'partly')!;
  await takeBack(some);
  const [putBack, recorded] = [vi.spyOn(host, 'put_back'), vi.spyOn(host, 'record_bout')];
  await undo();
  // It is the entry of then, and no new one.
  expect([putBack.mock.calls.length, recorded.mock.calls.length]).toEqual([1, 0]);
});

test('an entry taken back can be put back', async () => {
  await takeBack(await item('sit-to-stand'));
  expect((await item('sit-to-stand')).record).toBeNull();
  await undo();
  expect((await item('sit-to-stand')).state.is).toBe('done');
});

test('what another window recorded first stays, and is said', async () => {
  vi.spyOn(host, 'record_bout').mockResolvedValue({ record: 'other', already: true });
  await record(await item('clam'), { outcome: 'done' });
  expect(notices.shown).toMatchObject({ text: expect.stringContaining('already'), undo: null });
});

test('a failure is said and stays on screen', async () => {
  vi.spyOn(host, 'record_bout').mockRejectedValue({ code: 'cannot-write', args: {}, detail: '' });
  expect(await record(await item('clam'), { outcome: 'done' })).toBe(false);
  vi.runAllTimers();
  expect(notices.shown).toMatchObject({ failed: true, text: expect.stringContaining('could not be saved') });
});

test('the way back is offered for ten seconds, and longer while somebody is at it', async () => {
  await record(await item('clam'), { outcome: 'done' });
  notices.stay(true);
  vi.advanceTimersByTime(60_000);
  expect(notices.shown).not.toBeNull();
  notices.stay(false);
  vi.advanceTimersByTime(9_999);
  expect(notices.fading).toBe(false);
  vi.advanceTimersByTime(1);
  // A finger on its way still finds it.
  expect([notices.fading, notices.shown === null]).toEqual([true, false]);
  vi.advanceTimersByTime(999);
  expect(notices.shown).not.toBeNull();
  vi.advanceTimersByTime(1);
  expect(notices.shown).toBeNull();
});

test('each tap keeps its ten seconds: when the second is undone, the first can still be', async () => {
  await record(await item('clam'), { outcome: 'done' });
  vi.advanceTimersByTime(4_000);
  await record(await item('sit-to-stand'), { outcome: 'said-not-done' });
  const second = notices.shown!.undo;
  await undo();
  // What was undone is said, and what the way back beside it is of.
  expect(notices.shown!.text).toMatch(/^Undone · Saved: Clamshell/);
  expect(notices.spoken).toContain('Clamshell');
  expect(notices.shown!.undo).not.toBe(second);
  await undo();
  expect((await item('clam')).record).toBeNull();
  expect(notices.shown).toMatchObject({ text: 'Undone', undo: null });
});

test('what was tapped earlier than ten seconds ago does not come back', async () => {
  await record(await item('clam'), { outcome: 'done' });
  vi.advanceTimersByTime(6_000);
  await record(await item('sit-to-stand'), { outcome: 'said-not-done' });
  vi.advanceTimersByTime(4_000);
  notices.hide();
  expect(notices.shown).toBeNull();
});

test('a failure that is closed, and what is said without a way back, take none away', async () => {
  await record(await item('clam'), { outcome: 'done' });
  const { undo } = notices.shown!;
  notices.fail('It could not be saved.');
  expect(notices.shown!.undo).toBeNull();
  notices.hide();
  expect(notices.shown!.undo).toBe(undo);
  notices.show('That was recorded already.');
  expect(notices.shown!.undo).toBe(undo);
});

test('who closes what can be undone is offered nothing older, which would take back more than it says', async () => {
  await record(await item('clam'), { outcome: 'done' });
  await record(await item('sit-to-stand'), { outcome: 'said-not-done' });
  notices.close();
  expect(notices.shown).toBeNull();
  await record(await item('clam'), { outcome: 'said-not-done' });
  const { undo } = notices.shown!;
  notices.fail('It could not be saved.');
  notices.close();
  expect(notices.shown!.undo).toBe(undo);
});
