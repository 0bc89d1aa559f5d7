// Every sentence is used, every sentence that is used exists, and no component speaks by itself.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import { parse } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';

import { keysModule, messages } from '../scripts/strings.mjs';

const SRC = join(import.meta.dirname, '../src');
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|svelte)$/.test(path) && !/keys\.ts$|bindings\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));
const everything = sources.map((source) => source.text).join('\n');

/** The files whose sentences the screens alone use; the others are shared with the command line. */
const OURS = ['common', 'today', 'record', 'session', 'plan', 'editor', 'exercises', 'settings', 'safety', 'errors', 'welcome', 'progress'].map((name) => `${name}.ftl`);

/** Sentences that are found by a code or a name begin with these. */
const prefixes = [...everything.matchAll(/\bt\(\s*`([a-z][a-z-]*-)\$\{/g)].map((found) => found[1]!);

test('keys.ts lists the sentences of locales/en', () => {
  expect(readFileSync(join(SRC, 'i18n/keys.ts'), 'utf8'), 'run `npm run keys`').toBe(keysModule());
});

describe.each(messages())('$file', ({ file, keys }) => {
  test('is read to its end', () => {
    const text = readFileSync(join(import.meta.dirname, '../../locales/en', file), 'utf8');
    expect(new FluentResource(text).body.map((message) => message.id)).toEqual(keys);
  });

  test('calls no function, as neither the program nor the screens have any', () => {
    expect(readFileSync(join(import.meta.dirname, '../../locales/en', file), 'utf8')).not.toMatch(/\{[^{}]*\b[A-Z]+\(/);
  });

  test.runIf(OURS.includes(file))('has no sentence that nothing uses', () => {
    const unused = keys.filter((key) => !everything.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });
});

test('no name of a sentence stands twice', () => {
  const keys = messages().flatMap((file) => file.keys);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

const bindings = readFileSync(join(SRC, 'host/bindings.ts'), 'utf8');
const codes = (type: string) =>
  [...new RegExp(`export type ${type} = ([^;]+);`).exec(bindings)![1]!.matchAll(/"([a-z-]+)"/g)].map((found) => found[1]!);
const known = new Set(messages().flatMap((file) => file.keys));

test.each([
  ['error', 'ErrorCode'],
  ['problem', 'ProblemCode'],
  ['told', 'ToldCode'],
  ['limit', 'LimitKind'],
  ['reason', 'SkipReason'],
  ['category', 'Category'],
  ['position', 'Position'],
])('each %s has its sentence', (prefix, type) => {
  expect(codes(type).length).toBeGreaterThan(3);
  expect(codes(type).filter((code) => !known.has(`${prefix}-${code}`))).toEqual([]);
});

test('each piece of equipment has its word', () => {
  const catalogue: { equipment: string[] }[] = JSON.parse(readFileSync(join(SRC, 'host/fixtures/catalogue.json'), 'utf8'));
  const missing = catalogue.flatMap((exercise) => exercise.equipment).filter((name) => !known.has(`equipment-${name}`));
  expect(missing).toEqual([]);
});

/** Attributes that people read or hear. */
const SPOKEN = ['aria-label', 'aria-description', 'alt', 'placeholder', 'title', 'label'];

test.each(sources.filter((source) => source.path.endsWith('.svelte')))('$path has no words of its own', ({ text }) => {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const one = node as { type?: string; name?: string; data?: string; value?: unknown };
    // Attributes are looked at by name: a class is no word.
    if (one.type === 'Attribute') {
      if (SPOKEN.includes(one.name ?? '')) walk(one.value);
      return;
    }
    if (one.type === 'Text' && /\p{L}{2}/u.test(one.data ?? '')) found.push(one.data!.trim());
    Object.values(one).forEach(walk);
  };
  walk(parse(text, { modern: true }).fragment);
  expect(found).toEqual([]);
});

test('what is wrong with a paper sheet is a problem of a plan', () => {
  const own = [...known].filter((key) => key.startsWith('edit-problem-'));
  expect(own.length).toBeGreaterThan(3);
  expect(own.filter((key) => !codes('ProblemCode').includes(key.slice('edit-problem-'.length)))).toEqual([]);
});
