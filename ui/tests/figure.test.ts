import { render } from 'svelte/server';
import { beforeAll, describe, expect, test, vi } from 'vitest';

import Figure from '../src/components/Figure.svelte';
import type { Exercise, Movement, SessionView } from '../src/host';
import catalogue from '../src/host/fixtures/catalogue.json';
import { sentencesOf } from '../src/host/fakeSentences';
import painted from '../src/host/fixtures/movements.json';
import { speak, t } from '../src/i18n';
import Moving from '../src/screens/session/Moving.svelte';
import { figureLabel, titleOf } from '../src/words/exercise';

vi.mock('../src/state/movements.svelte', () => ({ movementOf: (id: string) => movements[id] }));
vi.mock('../src/state/calm', () => ({ calm: { current: false } }));
vi.mock('../src/state/data.svelte', () => ({ catalogue: { value: [] } }));

const exercises = catalogue as unknown as Exercise[];
const movements = painted as unknown as Record<string, Movement>;
const oneSided = exercises.filter((exercise) => exercise.sided === 'yes');
const inTurn = exercises.filter((exercise) => exercise.sided === 'alternate');

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} });
  speak(sentencesOf('en'));
});

function paint(id: string, more: Record<string, unknown> = {}): string {
  const movement = movements[id]!;
  return render(Figure, { props: { movement, at: movement.key_frames.at(-1)!, ...more } }).body;
}

/** The lines of the person, where they are seen: the kind, and where the line begins. */
function lines(picture: string): { kind: string; x: number; y: number }[] {
  const turn = /<g transform="(?:translate\(([-\d.e]+) 0\) )?scale\((-?1) -1\)"/.exec(picture)!;
  const person = picture.slice(picture.lastIndexOf('</g>', picture.lastIndexOf('class="near')));
  return [...person.matchAll(/<path class="(near|far) ?[^"]*" d="M([-\d.e]+) ([-\d.e]+)L/g)].map(([, kind, x, y]) => ({
    kind: kind!,
    x: Number(turn[1] ?? 0) + Number(turn[2]) * Number(x),
    y: -Number(y),
  }));
}

describe('the picture of one side', () => {
  test('is as it is painted for the side that it shows, and the mirror image for the other one', () => {
    expect(oneSided).toHaveLength(17);
    for (const { id } of oneSided) {
      const { shows_left, bounds } = movements[id]!;
      const [shown, other] = shows_left ? ['left', 'right'] : ['right', 'left'];
      const here = lines(paint(id, { side: shown }));
      const there = lines(paint(id, { side: other }));
      expect(here, id).toEqual(lines(paint(id)));
      expect(there.length, id).toBe(here.length);
      here.forEach(({ kind, x, y }, at) => {
        expect(there[at]!.kind, id).toBe(kind);
        expect(there[at]!.x, id).toBeCloseTo(bounds.left + bounds.right - x, 5);
        expect(there[at]!.y, id).toBe(y);
      });
    }
  });

  test('is the right one of those who turn it to the viewer, and the left one on the right side', () => {
    const left = oneSided.filter(({ id }) => movements[id]!.shows_left).map(({ id }) => id);
    expect(left).toEqual(['clamshell']);
  });

  test('is as it is painted where no side is named', () => {
    for (const side of ['both', 'each', undefined]) expect(paint('heel-slide', { side })).toBe(paint('heel-slide'));
  });
});

describe('what goes left and right in turn', () => {
  test('shows the other limb at every other repetition, and only then', () => {
    expect(inTurn).toHaveLength(9);
    for (const { id } of exercises.filter(({ sided }) => sided !== 'alternate')) expect(paint(id, { side: 'other' })).toBe(paint(id));
    for (const { id } of inTurn) expect(lines(paint(id, { side: 'other' })), id).not.toEqual(lines(paint(id)));
  });

  test('stays where it is when it is seen from the side', () => {
    const { exchanged } = movements['bird-dog']!;
    const [first, second] = [lines(paint('bird-dog')), lines(paint('bird-dog', { side: 'other' }))];
    expect(exchanged.length).toBeGreaterThan(0);
    const places = (kind: string, of: typeof first) => of.filter((line) => line.kind === kind).map(({ x, y }) => `${x} ${y}`).sort();
    expect(places('far', second)).toEqual(places('near', first));
    expect(places('near', second)).toEqual(places('far', first));
  });
});

describe('the figure of a round', () => {
  const at = (id: string, side: string, repetition: number) => {
    const view = { items: [{ exercise: id, title: id }], item: 0, side, repetition, step: 'hold', paused: false, seconds: 5, seconds_passed: 0 };
    return lines(render(Moving, { props: { view: view as unknown as SessionView } }).body);
  };

  test('shows the other side at every second repetition of what goes in turn', () => {
    for (const { id } of inTurn) {
      expect(at(id, 'both', 1), id).toEqual(lines(paint(id)));
      expect(at(id, 'both', 2), id).toEqual(lines(paint(id, { side: 'other' })));
      expect(at(id, 'both', 3), id).toEqual(at(id, 'both', 1));
    }
  });

  test('shows the side that is on, whichever repetition it is', () => {
    for (const { id } of [...oneSided, ...inTurn]) {
      for (const repetition of [1, 2]) expect(at(id, 'left', repetition), id).toEqual(lines(paint(id, { side: 'left' })));
    }
  });
});

describe('the figure in words', () => {
  test('tells the position first, and how it begins', () => {
    expect(exercises).toHaveLength(48);
    for (const exercise of exercises) {
      const label = figureLabel(exercise, titleOf(exercise));
      const start = `Picture of ${titleOf(exercise)}. ${t(`position-${exercise.position}`)}. `;
      expect(label.startsWith(start), label).toBe(true);
      const told = exercise.scene.posture.map((line) => exercise.guidance['en']!.start[line - 1]);
      expect(told, exercise.id).not.toContain(undefined);
      expect(label.slice(start.length).startsWith(told.join(' ')), label).toBe(true);
      expect(label, exercise.id).not.toMatch(/shoes|phone|undefined/);
    }
  });
});
