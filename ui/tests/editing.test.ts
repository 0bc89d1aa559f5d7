// What is typed in the fields of the draft, and not added to it yet.

import { beforeEach, expect, test, vi } from 'vitest';

import { useHost, type Host } from '../src/host';
import { fakeHost } from '../src/host/fake';
import { sentencesOf } from '../src/host/fakeSentences';
import { speak } from '../src/i18n';
import { notAdded } from '../src/screens/editor/notAdded';
import { openOf } from '../src/screens/editor/problems';
import { editing } from '../src/state/editing.svelte';
import { notices } from '../src/state/notice.svelte';

// The router reads the address as soon as it is there.
vi.hoisted(() => Object.assign(globalThis, { location: { hash: '' }, addEventListener: () => undefined }));
vi.stubGlobal('document', { documentElement: {}, activeElement: null });

let host: Host;

beforeEach(async () => {
  host = fakeHost('draft-half');
  useHost(host);
  speak(sentencesOf('en'));
  editing.shown(await host.draft());
});

test('what is typed goes to the host with the draft, and what is emptied leaves it', async () => {
  editing.type('next', 'Sit to stand');
  editing.keep();
  await editing.settled();
  expect((await host.draft())!.draft.unfinished).toEqual({ next: 'Sit to stand' });
  editing.type('next', null);
  editing.keep();
  await editing.settled();
  expect((await host.draft())!.draft.unfinished).toEqual({});
});

test('what is typed while the host does something else is not lost', async () => {
  const edited = editing.edit({ 'add-line': { as_written: 'Bridge', sheet_no: null, after: null } });
  const inTheMiddle = vi.spyOn(host, 'edit_draft').mockImplementation(async (edit) => {
    editing.type('said', 'Ring on Monday');
    inTheMiddle.mockRestore();
    return host.edit_draft(edit);
  });
  await edited;
  await editing.settled();
  expect(editing.typed('said')).toBe('Ring on Monday');
  expect((await host.draft())!.draft.unfinished).toEqual({ said: 'Ring on Monday' });
});

test('the way back is there until something else is said, so that it undoes nothing but what it names', async () => {
  const [gone, other] = editing.draft!.revision.lines.map(({ id }) => id);
  const has = async () => (await host.draft())!.draft.revision.lines.some(({ id }) => id === gone);
  await editing.change({ remove: { place: { line: gone! } } }, 'Gone');
  notices.undo();
  await editing.settled();
  expect(await has()).toBe(true);
  await editing.change({ remove: { place: { line: gone! } } }, 'Gone');
  editing.draft!.kept = [other!];
  await editing.settled();
  expect(notices.shown).toBe(null);
  await editing.change({ remove: { place: { line: other! } } }, 'Gone');
  await editing.edit({ 'put-back': { line: other! } });
  expect(notices.shown).toBe(null);
});

test('nothing comes back once the draft was thrown away', async () => {
  const [gone] = editing.draft!.revision.lines.map(({ id }) => id);
  await editing.change({ remove: { place: { line: gone! } } }, 'Gone');
  await editing.discard();
  expect(notices.shown).toBe(null);
});

test('what could not be saved is sent again before anything is made of the draft', async () => {
  const failing = vi.spyOn(host, 'save_draft').mockRejectedValue(new Error('busy'));
  editing.type('said', 'Ring on Monday');
  expect(await editing.settled()).toBe(false);
  expect(await editing.settled()).toBe(false);
  failing.mockRestore();
  expect(await editing.settled()).toBe(true);
  expect((await host.draft())!.draft.unfinished['said']).toBe('Ring on Monday');
});

/** The next time a draft is kept, the host makes a dose of it that the person did not type; `meanwhile` happens before it answers. */
function madeOfIt(meanwhile: () => void = () => undefined) {
  return vi.spyOn(host, 'save_draft').mockImplementationOnce(async (draft) => {
    vi.mocked(host.save_draft).mockClear();
    draft.revision.lines[0]!.dose.minutes = 16;
    const view = await host.save_draft(draft);
    meanwhile();
    return view;
  });
}

test('a field shows what the host made of a line', async () => {
  madeOfIt();
  editing.draft!.revision.lines[0]!.as_written = 'Only one minute more from now on';
  expect(await editing.settled()).toBe(true);
  expect(editing.draft!.revision.lines[0]!.dose.minutes).toBe(16);
  expect(editing.draft).toEqual((await host.draft())!.draft);
  expect(host.save_draft).toHaveBeenCalledTimes(1);
});

test('what the host made of a line stands beside what was typed meanwhile', async () => {
  madeOfIt(() => (editing.draft!.revision.lines[0]!.title = 'Walk slowly'));
  editing.draft!.revision.lines[0]!.as_written = 'Only one minute more from now on';
  expect(await editing.settled()).toBe(false);
  expect(await editing.settled()).toBe(true);
  const line = (await host.draft())!.draft.revision.lines[0]!;
  expect([line.title, line.dose.minutes]).toEqual(['Walk slowly', 16]);
  expect(editing.draft!.revision.lines[0]).toEqual(line);
});

test('what was typed and not added is named with the way to its field', async () => {
  const view = (await host.draft())!;
  view.not_added = [
    { field: 'next', words: 'Sit to stand', place: null },
    { field: 'said', words: 'Ring on Monday', place: null },
    { field: 'first clam', words: 'slowly', place: { line: 'clam' } },
    { field: 'rule limit', words: 'Nothing over 5 kg', place: { rule: { rule: 'limit', number: 1 } } },
    { field: 'quiet', words: '22:00/', place: null },
  ];
  editing.shown(view);
  const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '').replace('Typed, but not added to the sheet: ', '');
  expect(notAdded().map(({ text, href }) => [plain(text), href])).toEqual([
    ['“Sit to stand”', '#/plan/edit/next-line'],
    ['“Ring on Monday”', '#/plan/visit'],
    ['“slowly”', '#/plan/edit/line/clam'],
    ['“Nothing over 5 kg”', '#/plan/edit/rules/limits'],
    ['“22:00/”', '#/plan/edit/rules'],
  ]);
});

test('what is open about a line is of the sheet, too, where its days are counted from there', async () => {
  const view = (await host.draft())!;
  const [counted, other] = view.lines.slice(2);
  const asked = { place: 'sheet', asked: 'first-day' } as const;
  view.draft.open = [asked, { place: 'sheet', asked: 'title' }];
  counted!.waits_for = ['first-day'];
  editing.shown(view);
  expect([openOf(counted!.line), openOf(other!.line)]).toEqual([[asked], []]);
  editing.answer('sheet', 'first-day');
  expect(openOf(counted!.line)).toEqual([]);
});
