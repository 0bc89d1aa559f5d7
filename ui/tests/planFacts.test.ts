// An answer of the team is recorded, can be taken back, and is missed when it could not be saved.

import { beforeEach, expect, test, vi } from 'vitest';

import { useHost, type AgendaStop, type Host } from '../src/host';
import { fakeHost } from '../src/host/fake';
import { sentencesOf } from '../src/host/fakeSentences';
import { speak } from '../src/i18n';
import { notices } from '../src/state/notice.svelte';
import { answerOk, askedAndYes } from '../src/state/planFacts.svelte';
import { setFree } from '../src/words/stops';

// The router reads the address as soon as it is there.
vi.hoisted(() => Object.assign(globalThis, { location: { hash: '' }, addEventListener: () => undefined }));
vi.stubGlobal('document', { documentElement: {}, activeElement: null });

let host: Host;

beforeEach(() => {
  host = fakeHost('full-waits');
  useHost(host);
  speak(sentencesOf('en'));
  notices.hide();
});

test('an answer is recorded as it was given, and can be taken back', async () => {
  const answer = vi.spyOn(host, 'answer_clearance');
  const back = vi.spyOn(host, 'withdraw_plan_fact');
  await answerOk('nurse', 'not-yet', ' ', null, '2026-11-18');
  expect(answer).toHaveBeenLastCalledWith('nurse', 'not-yet', null, null, '2026-11-18');
  notices.undo();
  await vi.waitFor(() => expect(back).toHaveBeenCalledOnce());
});

test('a calf of no exercise is kept with none', async () => {
  const asked = vi.spyOn(host, 'asked_and_yes');
  expect(await askedAndYes([null], 'calf')).toBe(true);
  expect(asked).toHaveBeenCalledExactlyOnceWith(null, 'calf');
});

test('a word of the team names all that it sets free, in whichever card that stands', () => {
  const stop = (title: string, ...records: string[]): AgendaStop => ({ records, lines: [{ line: title, title }], since: '2026-11-18', because: 'rule', as_written: title, ring: null, bouts: null, until: null });
  const [bridge, squat, clam, both] = [stop('bridge', '1'), stop('squat', '1'), stop('clam', '2'), stop('march', '1', '2')];
  const stops = [bridge, squat, clam, both];
  expect(setFree(bridge, stops)).toEqual(['bridge', 'squat']);
  expect(setFree(clam, stops)).toEqual(['clam']);
  expect(setFree(both, stops)).toEqual(['bridge', 'squat', 'clam', 'march']);
});

test('what could not be saved is said', async () => {
  vi.spyOn(host, 'answer_clearance').mockRejectedValue({ code: 'cannot-write', args: {}, detail: '' });
  expect(await answerOk('nurse', 'yes', '', null, '2026-11-18')).toBe(false);
  expect(notices.shown).toMatchObject({ failed: true });
});
