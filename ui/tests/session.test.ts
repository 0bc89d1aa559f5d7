// A round, where pain or a question of safety stops it.

import { beforeEach, expect, test, vi } from 'vitest';

import { useHost, type Host, type Hurt } from '../src/host';
import { fakeHost } from '../src/host/fake';
import { sentencesOf } from '../src/host/fakeSentences';
import { speak } from '../src/i18n';
import { asking } from '../src/state/asking.svelte';
import { today } from '../src/state/data.svelte';
import { notices } from '../src/state/notice.svelte';
import { session } from '../src/state/session.svelte';

// The router reads the address as soon as it is there.
vi.hoisted(() => Object.assign(globalThis, { location: { hash: '' }, addEventListener: () => undefined }));
vi.stubGlobal('document', { documentElement: {}, activeElement: null });

let host: Host;

function use(scene: string): void {
  host = fakeHost(scene);
  useHost(host);
}

beforeEach(() => {
  speak(sentencesOf('en'));
  [asking.now, session.endings, today.value] = [null, [], undefined];
});

test('the question comes before the round even where the day has not been read', async () => {
  use('full-calf-first');
  const { agenda } = await host.today();
  const asked = agenda!.rounds.find((round) => round.items.some((item) => item.safety_question !== null && item.state.is === 'due'));
  const started = vi.spyOn(host, 'session_start');
  void session.start(asked!.round);
  await vi.waitFor(() => expect(asking.now?.question).toBe('calf'));
  expect(started).not.toHaveBeenCalled();
});

test('the question comes before what was begun when it was needed goes on, and once before it is begun anew', async () => {
  use('full-calf-first');
  const day = await host.today();
  const item = day.agenda!.rounds.flatMap((round) => round.items).find((one) => one.safety_question !== null)!;
  const begun = { ...item, bout: { ...item.bout, place: { 'any-time': 1 } }, state: { is: 'in-progress' as const } };
  const line = { line: item.bout.line, title: item.title, when: '', most_a_day: null, ask_first: null, safety_question: null };
  today.value = { ...day, agenda: { ...day.agenda!, rounds: [], as_needed: [{ ...line, recorded: [begun], next: null }] } };
  const started = vi.spyOn(host, 'session_start');
  void session.start(null, item.bout.line, 1);
  await vi.waitFor(() => expect(asking.now?.question).toBe('calf'));
  expect(started).not.toHaveBeenCalled();
  asking.now = null;
  await session.start(null, item.bout.line, 2);
  expect(started).toHaveBeenCalledWith(null, item.bout.line, 2);
});

test('what is asked of a round says of which step', async () => {
  use('session-hold');
  await session.load();
  const sent = vi.spyOn(host, 'session_event');
  const { turn } = session.view!;
  await session.send({ event: 'next' });
  expect(turn).toBeGreaterThan(0);
  expect(sent).toHaveBeenCalledWith(turn, { event: 'next' });
});

test('pain that ends the round stands until it is taken back, whatever is told after it', async () => {
  use('session-hold');
  await session.load();
  const { line, place } = session.view!.items[0]!.bout;
  const hurt: Hurt = { line, bout: place, place: 'leg', score: null, when: 'during', spreading: true, usual: null };
  const { record } = await session.tellHurt(hurt, null);
  expect(session.isOpen).toBe(false);
  await session.tellHurt({ ...hurt, score: 3, spreading: false }, null);
  expect(session.endings.map((ending) => ending.follows.outcome)).toEqual(['stop-session-spreading']);
  session.takenBack(record);
  expect(session.endings).toEqual([]);
});

test('a reminder leads into the round that is under way, and what was left open before does not stand in its way', async () => {
  use('session-hold');
  await session.load();
  const started = vi.spyOn(host, 'session_start');
  await session.open('evening');
  expect(started).not.toHaveBeenCalled();
  // What stands still is not under way: another round comes in its place, and not itself.
  const view = { ...session.view!, paused: true };
  vi.spyOn(host, 'session_view').mockResolvedValue(view);
  await session.open('morning');
  expect(started).not.toHaveBeenCalled();
  await session.open('evening');
  expect(started).toHaveBeenLastCalledWith('evening', null, null);
  started.mockClear();
  // Nor is what waits for a tap: nothing of it runs.
  vi.spyOn(host, 'session_view').mockResolvedValue({ ...view, paused: false, seconds: null });
  await session.open('morning');
  expect(started).not.toHaveBeenCalled();
  await session.open('evening');
  expect(started).toHaveBeenLastCalledWith('evening', null, null);
  started.mockClear();
  // The host answers so where its day or its round is over.
  vi.spyOn(host, 'session_view').mockResolvedValue(null);
  await session.open('evening');
  expect(started).toHaveBeenCalledWith('evening', null, null);
});

test('what ends all and cannot be kept stands until it is kept, however often that fails', async () => {
  use('session-hold');
  await session.load();
  const stopAll = vi.spyOn(host, 'stop_all').mockRejectedValueOnce('full').mockRejectedValueOnce('full');
  const stands = () => session.endings.map(({ record, follows }) => [record !== '', follows.outcome]);
  await session.stopAll('numb', null);
  expect(stands()).toEqual([[false, 'stop-session-numb']]);
  for (const isKept of [false, true]) {
    await session.keepAgain();
    expect(stands()).toEqual([[isKept, 'stop-session-numb']]);
  }
  expect(stopAll).toHaveBeenCalledTimes(3);
});

test('a round that the host ended by itself is not open any more', async () => {
  use('session-hold');
  await session.load();
  expect(session.isOpen).toBe(true);
  session.hear(null);
  expect(session.isOpen).toBe(false);
});

test('undoing that an exercise was done takes back what was counted on that word, too', async () => {
  use('session-hold');
  await session.load();
  const before = session.view!;
  const items = before.items.map((item, at) => (at === 0 ? { ...item, result: 'done' as const } : item));
  const sent = vi.spyOn(host, 'session_event').mockResolvedValue({ ...before, items });
  const { record } = await host.record_bout(before.items[0]!.bout, { outcome: 'done' }, null);
  const withdrawn = vi.spyOn(host, 'withdraw');
  await session.send({ event: 'next' });
  await vi.waitFor(() => expect(notices.shown?.undo).toBeTruthy());
  notices.shown!.undo!();
  await vi.waitFor(() => expect(notices.shown?.text).toMatch(/^Undone/));
  expect(withdrawn).toHaveBeenCalledWith(record);
  expect(sent).toHaveBeenLastCalledWith(before.turn, { event: 'take-done-back', item: 0 });
});

test('an exercise is left in the turn in which that was pressed, whatever is on by then', async () => {
  use('session-hold');
  await session.load();
  const sent = vi.spyOn(host, 'session_event');
  const turn = session.view!.turn;
  session.view = { ...session.view!, turn: turn + 1 };
  await session.send({ event: 'leave-exercise', reason: 'pain' }, turn);
  expect(sent).toHaveBeenCalledWith(turn, { event: 'leave-exercise', reason: 'pain' });
});

test('what hurts is left in the turn of its panel, and not what came up since', async () => {
  use('session-hold');
  await session.load();
  const sent = vi.spyOn(host, 'session_event');
  const { turn } = session.view!;
  session.show('hurts');
  session.view = { ...session.view!, item: 1, in_hand: 1, turn: turn + 1 };
  await session.leaveWhatHurts();
  expect(sent).toHaveBeenCalledExactlyOnceWith(turn, { event: 'leave-exercise', reason: 'pain' });
});

test('an exercise whose "Done" is taken back while its panel is open is the one that is left', async () => {
  use('session-next');
  await session.load();
  const waiting = session.view!;
  expect([waiting.item, waiting.in_hand, waiting.items[0]!.result]).toEqual([1, 0, 'done']);
  session.show('hurts');
  const items = waiting.items.map((item) => ({ ...item, result: 'open' as const }));
  session.view = { ...waiting, items, item: 0, turn: waiting.turn + 1, paused: true };
  const sent = vi.spyOn(host, 'session_event');
  await session.leaveWhatHurts();
  expect(sent).toHaveBeenCalledExactlyOnceWith(waiting.turn + 1, { event: 'leave-exercise', reason: 'pain' });
});

test('what was said where it hurts stands until the panel is left, and goes with what is taken back', async () => {
  use('session-hold');
  await session.load();
  session.show('hurts');
  const answer = { record: 'a', follows: { outcome: 'go-on' as const, as_written: null, ring: null }, stands_beside: false };
  session.hurting = { follows: answer.follows, where: 'leg', stands: [{ place: 'leg', score: 4, answer }] };
  session.show('hurts');
  expect(session.hurting.stands).toHaveLength(1);
  session.takenBack('a');
  expect([session.hurting.stands, session.hurting.follows, session.hurting.where]).toEqual([[], null, 'leg']);
  session.show('stage');
  session.show('hurts');
  expect(session.hurting.where).toBe('not-said');
  await session.start('morning');
  expect(session.panel).toBe('stage');
});

test('a number that is put right beside the round stops its exercise there, and leaves nothing old on the panel', async () => {
  use('session-hold');
  await session.load();
  session.show('hurts');
  const said = (record: string, outcome: 'go-on' | 'stop-exercise') => ({ record, follows: { outcome, as_written: null, ring: null }, stands_beside: false });
  const four = said('a', 'go-on');
  session.hurting = { follows: four.follows, where: 'back', stands: [{ place: 'back', score: 4, answer: four }] };
  session.toldElsewhere('a', 'another-line', said('b', 'stop-exercise'));
  expect([session.hurting.stands, session.hurting.follows, session.stop]).toEqual([[], null, null]);
  const { line } = session.view!.items[session.view!.in_hand]!.bout;
  session.toldElsewhere('a', line, said('c', 'stop-exercise'));
  expect([session.hurting.stands, session.hurting.follows?.outcome, session.stop?.record]).toEqual([[], 'stop-exercise', 'c']);
  session.toldElsewhere('c');
  expect([session.hurting.follows, session.stop]).toEqual([null, null]);
});

test('"It hurts" that was left open without a word is kept when another round begins, or the day is made a bad one', async () => {
  for (const leave of [() => session.start('evening'), () => session.close()]) {
    use('session-hold');
    await session.load();
    const { bout } = session.view!.items[session.view!.in_hand]!;
    const told = vi.spyOn(host, 'record_hurt');
    session.show('hurts');
    await leave();
    expect(told.mock.calls.map(([hurt]) => [hurt.line, hurt.bout, hurt.score])).toEqual([[bout.line, bout.place, null]]);
    session.show('stage');
    await leave();
    expect(told).toHaveBeenCalledOnce();
  }
});
