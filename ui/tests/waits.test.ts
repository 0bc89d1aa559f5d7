// What is waited for, and whom the answer goes to.

import { beforeEach, expect, test, vi } from 'vitest';

import { useHost, type AgendaWords, type Host, type Revision, type StageBegins } from '../src/host';
import { fakeHost } from '../src/host/fake';
import { speak } from '../src/i18n';
import { notices } from '../src/state/notice.svelte';
import { answerOk } from '../src/state/planFacts.svelte';
import { waitsFor } from '../src/words/waits';

// The router reads the address as soon as it is there.
vi.hoisted(() => Object.assign(globalThis, { location: { hash: '' }, addEventListener: () => undefined }));
vi.stubGlobal('document', { documentElement: {}, activeElement: null });

let host: Host;
let revision: Revision;

beforeEach(async () => {
  host = fakeHost('full-waits');
  useHost(host);
  speak('en');
  notices.hide();
  revision = (await host.plan())!.revision;
});

const words = (line: string, why: AgendaWords['why']): AgendaWords => ({ line, why, title: '', sheet_no: null, as_written: '' });

test('a line waits for its own OK, or for that of its phase', () => {
  const nurse = words('heel-raises', 'waits-for-ok');
  const surgeon = words('heel-to-toe', 'waits-for-ok');
  expect(waitsFor(nurse, [nurse, surgeon], revision)).toMatchObject({ ok: { id: 'nurse' } });
  expect(waitsFor(surgeon, [nurse, surgeon], revision)).toMatchObject({ ok: { id: 'surgeon' } });
});

test('a way of moving and a line that is not in the plan wait for nothing', () => {
  expect(waitsFor(words('log-roll', 'technique'), [], revision)).toBeNull();
  expect(waitsFor(words('gone', 'stage-waits'), [], revision)).toBeNull();
});

test('of several waiting stages each is found by its place, counted from 1 among all stages', () => {
  const stage = (begins: StageBegins) => ({ ...revision.lines[1]!.stages[0]!, begins });
  const begins: StageBegins[] = [{ 'in-week': 3 }, 'when-agreed', { 'after-done-days': 6 }, { 'with-clearance': { clearance: 'nurse', from: null } }];
  const line = { ...revision.lines[1]!, stages: begins.map(stage) };
  const all = [1, 2, 3].map(() => words(line.id, 'stage-waits'));
  expect(all.map((one) => waitsFor(one, all, { ...revision, lines: [line] }))).toEqual([
    { stage: 2, afterDays: null },
    { stage: 3, afterDays: 6 },
    { ok: expect.objectContaining({ id: 'nurse' }) },
  ]);
});

test('an answer is recorded as it was given, and can be taken back', async () => {
  const answer = vi.spyOn(host, 'answer_clearance');
  const back = vi.spyOn(host, 'withdraw_plan_fact');
  await answerOk('nurse', 'not-yet', ' ', null, '2026-11-18');
  expect(answer).toHaveBeenLastCalledWith('nurse', 'not-yet', null, null, '2026-11-18');
  notices.shown!.undo!();
  await vi.waitFor(() => expect(back).toHaveBeenCalledOnce());
});

test('what could not be saved is said', async () => {
  vi.spyOn(host, 'answer_clearance').mockRejectedValue({ code: 'cannot-write', args: {}, detail: '' });
  expect(await answerOk('nurse', 'yes', '', null, '2026-11-18')).toBe(false);
  expect(notices.shown).toMatchObject({ failed: true });
});
