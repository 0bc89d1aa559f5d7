// The colours keep the contrast that stands beside them.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');
const contrastAt = css.indexOf('@media (prefers-contrast: more)');
const LEAST = { text: 4.5, control: 3 };

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * parts[0]! + 0.7152 * parts[1]! + 0.0722 * parts[2]!;
}

function contrast(a: string, b: string): number {
  const [bright, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright! + 0.05) / (dim! + 0.05);
}

function colours(text: string): Map<string, [string, string]> {
  const found = text.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map([...found].map((one) => [one[1]!, [one[2]!, one[3]!]]));
}

const usual = colours(css.slice(0, contrastAt));
const high = new Map([...usual, ...colours(css.slice(contrastAt))]);

test('in the dimmed screen of a round every word can still be read', () => {
  const led = readFileSync(new URL('../src/screens/session/Led.svelte', import.meta.url), 'utf8');
  const light = Number(/brightness\(([\d.]+)\)/.exec(led)![1]);
  const dimmed = (hex: string) =>
    `#${[1, 3, 5].map((at) => Math.round(parseInt(hex.slice(at, at + 2), 16) * light).toString(16).padStart(2, '0')).join('')}`;
  for (const [, above, below] of css.slice(0, contrastAt).matchAll(/\/\* text ([\w-]+)\/([\w-]+) /g)) {
    const [one, other] = [above!, below!].map((name) => dimmed(usual.get(name)![1]));
    expect(contrast(one!, other!), `${above} on ${below}`).toBeGreaterThanOrEqual(LEAST.text);
  }
});

test.each([['the usual colours', usual], ['high contrast', high]] as const)('%s: near limbs stand out more than far ones', (_, palette) => {
  const [ground, near, far] = ['figure-ground', 'figure-near', 'figure-far'].map((name) => palette.get(name)!);
  for (const look of [0, 1]) expect(contrast(near![look]!, ground![look]!)).toBeGreaterThan(contrast(far![look]!, ground![look]!));
});

for (const [name, part, palette] of [
  ['the usual colours', css.slice(0, contrastAt), usual],
  ['high contrast', css.slice(contrastAt), high],
] as const) {
  describe(name, () => {
    const pairs = [...part.matchAll(/\/\* (text|control) ([\w-]+)\/([\w-]+) ([\d.]+) ([\d.]+) \*\//g)];

    test('pairs are written down', () => expect(pairs.length).toBeGreaterThan(9));

    test.each(pairs.map((pair) => pair.slice(1)))('%s %s on %s', (kind, above, below, light, dark) => {
      [light, dark].forEach((written, look) => {
        const measured = contrast(palette.get(above!)![look]!, palette.get(below!)![look]!);
        expect(measured).toBeGreaterThanOrEqual(LEAST[kind as keyof typeof LEAST]);
        expect(measured.toFixed(1)).toBe(written);
      });
    });
  });
}
