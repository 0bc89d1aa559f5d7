// The lists of warning signs against the reference that they were written from (clinical sections 4.2 and 4.3, sources in
// docs/sources.md): none is dropped, none stands in a milder list, and each keeps the words that make it be recognised.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';

import { sentencesOf } from '../src/host/fakeSentences';
import { speak, t, type MessageKey } from '../src/i18n';
import { EMERGENCY, SAME_DAY } from '../src/words/signs';

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} });
  speak(sentencesOf('en'));
});

type Row = [MessageKey, ...string[]];

/** Any one of these is enough to get help now. */
const NOW: Row[] = [
  ['sign-saddle', 'numb', 'pins and needles', 'between your legs', 'genitals', 'back passage', 'toilet paper'],
  ['sign-bladder', 'cannot pass water', 'hard to start', 'to hold', 'leak', 'cannot feel', 'when you are full'],
  ['sign-bowel', 'cannot hold', 'cannot feel', 'bowel'],
  ['sign-sexual', 'loss of feeling in your genitals', 'erection', 'ejaculation', 'back or leg'],
  ['sign-legs', 'new weakness', 'one or both legs', 'gets worse', 'foot drags', 'give way', 'pain or numbness in both legs'],
  ['sign-chest', 'trouble breathing', 'chest pain', 'coughing up blood', 'collapse'],
  ['sign-sepsis', 'fever', 'shivering', 'confusion', 'fast breathing', 'blotchy skin', 'extremely ill'],
  ['sign-meningitis', 'headache', 'fever', 'stiff neck', 'light', 'drows', 'confusion'],
  ['sign-bleeding', 'through the dressing', 'does not stop', 'press firmly', 'swells fast', 'legs'],
  ['sign-fall-hurt', 'fall', 'blow', 'very bad back pain', 'new in your legs'],
];

/** These are for the team on the same day. A slow new weakness is no row: any new weakness is in the list above. */
const TODAY: Row[] = [
  ['sign-wound', 'skin around it', 'redder', 'hotter', 'swollen', 'painful', 'yellow', 'green', 'smelly', 'opens', 'stitches'],
  ['sign-fever', '38', '100.4', 'chills'],
  ['sign-clear-fluid', 'clear', 'watery', 'soft bulge', 'headache', 'worse when you are upright', 'better when you lie flat', 'sick'],
  ['sign-calf', 'calf', 'thigh', 'swollen', 'painful', 'tender', 'warm', 'colour', 'looked at today', 'breathing', 'chest pain', 'get help now'],
  ['sign-leg-worse', 'pain', 'numbness', 'tingling', 'leg', 'worse than yesterday', 'does not settle'],
  ['sign-pain', 'medicine does not hold', 'worse than before the operation'],
  ['sign-dressing', 'soaked', 'leaks'],
  ['sign-headache', 'very bad headache'],
  ['sign-medicine', 'rash', 'vomiting', 'three days', 'bloated', 'sleepy'],
  ['sign-fall', 'any fall', 'nothing new'],
  ['sign-metal', 'screws or rods', 'clunk', 'grinding', 'brace', 'raw'],
];

test.each([
  ['get help now', NOW, EMERGENCY],
  ['ring today', TODAY, SAME_DAY],
] as [string, Row[], MessageKey[]][])('%s: every sign, none more', (_, rows, list) => {
  expect(list).toEqual(rows.map(([sign]) => sign));
});

test.each([...NOW, ...TODAY])('%s keeps its words', (sign, ...words) => {
  const said = t(sign).toLowerCase();
  for (const word of words) expect(said).toContain(word);
});

test('the question about a calf asks for each of its signs, of either leg', () => {
  const asked = t('safety-question-calf').toLowerCase();
  for (const word of ['one of your calves', 'newly', 'swollen', 'warm', 'painful', 'colour']) expect(asked).toContain(word);
});

test('the page and the question show these lists, and one sign is enough', () => {
  const screen = (name: string) => readFileSync(join(import.meta.dirname, '../src/screens', name), 'utf8');
  const page = screen('WarningSigns.svelte');
  expect(page.indexOf('signs-emergency-title')).toBeLessThan(page.indexOf('each EMERGENCY as'));
  expect(page.indexOf('each EMERGENCY as')).toBeLessThan(page.indexOf('signs-today-title'));
  expect(page.indexOf('signs-today-title')).toBeLessThan(page.indexOf('each SAME_DAY as'));
  expect(screen('SignsCheck.svelte')).toContain('each EMERGENCY as');
  expect(t('signs-emergency-any')).toContain('Any one of these is enough');
  expect(t('check-one')).toContain('One is enough');
});
