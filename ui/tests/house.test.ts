// What may stand where: the rules that keep the screens apart from the host and from reckoning with dates.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|svelte|css)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));
const holding = (what: RegExp) => sources.filter((source) => what.test(source.text)).map((source) => source.path);

test('one file knows Tauri', () => {
  expect(holding(/@tauri-apps|__TAURI/)).toEqual(['host/tauri.ts']);
});

test('nothing of the fixtures is shipped', () => {
  expect(holding(/from '.*(host\/fake|fixtures\/)/).sort()).toEqual(['host/fake.ts', 'host/fakeDraft.ts', 'main-fake.ts']);
});

test('the sentences are not shipped a second time: the program gives them', () => {
  expect(holding(/\.ftl\b/)).toEqual(['host/fakeSentences.ts']);
  expect(holding(/fakeSentences'/).sort()).toEqual(['host/fakeSettings.ts', 'main-fake.ts']);
});

test('dates are only written out, in one file; the core reckons with them', () => {
  // How long something took is no date.
  expect(holding(/\bDate\b(?!\.now\(\))[.(]/)).toEqual(['i18n/index.ts']);
});

test('parts that several screens use do not ask the host', () => {
  const asking = holding(/\bhost\(\)/).filter((path) => path.startsWith('components/') || path.startsWith('words/'));
  expect(asking).toEqual([]);
});

test('no style stands in the markup, which the content policy would refuse', () => {
  expect(holding(/\sstyle="/)).toEqual([]);
});

test('sides are logical, so that a right-to-left language needs no second layout', () => {
  expect(holding(/(margin|padding|border)-(left|right)\b|^\s*(left|right):/m)).toEqual([]);
});

test('a file can be read in one go', () => {
  const long = sources.filter(({ path, text }) => text.split('\n').length > 400 && !/keys\.ts|bindings\.ts/.test(path));
  expect(long.map((source) => source.path)).toEqual([]);
});
