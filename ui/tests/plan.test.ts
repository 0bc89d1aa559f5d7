import { beforeAll, describe, expect, test, vi } from 'vitest';

import type { Change, LineDays, PlanView, Revision, RuleTold, StageTold, TemplateView, Told, ToldCode } from '../src/host';
import planFull from '../src/host/fixtures/plan-full.json';
import templates from '../src/host/fixtures/templates.json';
import { sentencesOf } from '../src/host/fakeSentences';
import { speak } from '../src/i18n';
import { differences, hasUnsaidDays, holdsFrom, presentAt, rulesInGroups, stageParts, toCome, waitsOf } from '../src/words/plan';
import { otherWords, templateWeeks, templateWords } from '../src/words/template';

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} });
  speak(sentencesOf('en'));
});

const full = planFull as unknown as PlanView;
const [weeks, walking] = templates as unknown as [TemplateView, TemplateView];

const told = (code: ToldCode, args: Told['args'] = {}): Told => ({ code, args });
const agreed: StageTold = { as_written: null, told: [told('when-agreed'), told('sets', { n: { number: 3 } })] };
const withOk: StageTold = { as_written: null, told: [told('from-day', { day: { day: '2026-11-10' } }), told('waits-for', { text: { text: 'Ask' } })] };
const grows: StageTold = { as_written: null, told: [told('grows', { day: { day: '2026-11-10' } })] };

test.each<[string, string, string, string | null, string | undefined, string]>([
  ['on a day that has begun', '2026-11-27', '2026-11-16', null, '2026-11-26', 'It holds from tomorrow, Friday 27 November, because today’s exercises have already begun. Nothing is added to today.'],
  ['on a day that has not begun', '2026-11-26', '2026-11-16', null, '2026-11-26', 'It holds from Thursday 26 November.'],
  ['where the sheet begins tomorrow', '2026-11-27', '2026-11-27', null, '2026-11-26', 'It holds from Friday 27 November.'],
  ['where the person chose tomorrow', '2026-11-27', '2026-11-16', '2026-11-27', '2026-11-26', 'It holds from Friday 27 November.'],
  ['where the person chose a later day', '2026-11-30', '2026-11-16', '2026-11-30', '2026-11-26', 'It holds from Monday 30 November.'],
  ['without a plan before', '2026-11-26', '2026-11-26', null, undefined, 'It holds from Thursday 26 November.'],
])('from when on a change holds, %s', (_, day, starts, chosen, today, wanted) => {
  expect(holdsFrom(day, starts, chosen, today)).toBe(wanted);
});

describe('what was taken in and waits for its day', () => {
  const version = (number: number, from: string) => ({ ...full.history[0]!, number, in_force_from: from, imported_at: `${number}` });
  const waiting = (...history: ReturnType<typeof version>[]) => {
    const view = { ...full, revision: { ...full.revision, plan: history[0]!.plan, number: 1 }, in_force_from: '2026-11-16', history };
    return toCome(history, presentAt(view)).map(({ number }) => number);
  };
  const first = version(1, '2026-11-16');

  test.each<[string, ReturnType<typeof waiting>, number[]]>([
    ['nothing', waiting(first), []],
    ['one', waiting(version(2, '2026-12-01'), first), [2]],
    ['one after the other', waiting(version(3, '2026-12-08'), version(2, '2026-12-01'), first), [3, 2]],
    ['one that a later one took the place of is none', waiting(version(3, '2026-11-27'), version(2, '2026-12-01'), first), [3]],
    ['what was there before the present one is none', waiting(first, version(0, '2026-11-30')), []],
  ])('%s', (_, found, wanted) => {
    expect(found).toEqual(wanted);
  });
});

describe('the stages of a line', () => {
  test('what begins it stands apart from what is different in it', () => {
    expect(stageParts(withOk)).toEqual({ begins: withOk.told, differs: [] });
    expect(stageParts(agreed)).toEqual({ begins: [agreed.told[0]], differs: [agreed.told[1]] });
    expect(stageParts(grows)).toEqual({ begins: [], differs: grows.told });
  });
});

test('the days of a line are said once', () => {
  const days = (part: Partial<LineDays>, ...when: ToldCode[]) =>
    ({ line: 'walk', from: '2026-11-16', until: null, time: 'now', told: { when: when.map((code) => told(code)) }, ...part }) as LineDays;
  expect(hasUnsaidDays(days({}, 'every-day'), '2026-11-16')).toBe(false);
  expect(hasUnsaidDays(days({ from: '2026-11-30' }, 'every-day', 'in-phase'), '2026-11-16')).toBe(true);
  expect(hasUnsaidDays(days({ from: '2026-11-30' }, 'every-day', 'from-counted'), '2026-11-16')).toBe(false);
});

test('a line waits for the OK of its phase too', () => {
  const { revision, lines } = full;
  const waits = (id: string) => waitsOf(revision.lines.find((line) => line.id === id)!, lines.find((one) => one.line === id)!.told, revision);
  expect(waits('heel-to-toe')).toEqual([told('waits-for', { text: { text: 'From week 5, if the surgeon agrees: number 8, and driving' } })]);
  expect(waits('heel-raises')).toHaveLength(1);
  expect(waits('brace')).toEqual([]);
});

describe('rules', () => {
  test('none is left out, and limits come first', () => {
    const groups = rulesInGroups(full.rules);
    expect(groups.flatMap((group) => group.rules)).toHaveLength(full.rules.length);
    expect(groups.map((group) => group.thing).slice(0, 3)).toEqual(['precaution', 'pain', 'bad-day']);
  });

  test('one without a heading of its own stands last', () => {
    const odd: RuleTold = { thing: 'gap-days', title: null, as_written: 'Seven days', told: [] };
    expect(rulesInGroups([odd, ...full.rules]).at(-1)).toEqual({ thing: 'other', rules: [odd] });
  });
});

describe('a change', () => {
  const change = (before: Told[], after: Told[]) => ({ before, after }) as Change;
  const [ten, hold, every] = [told('repetitions', { n: { number: 10 } }), told('hold', { n: { number: 5 } }), told('every-day')];
  const twelve = told('repetitions', { n: { number: 12 } });

  test('shows what is gone, and all that is there with what is new in it', () => {
    expect(differences(change([ten, hold], [twelve, hold]))).toEqual({
      before: [ten],
      after: [{ told: twelve, isNew: true }, { told: hold, isNew: false }],
    });
  });

  test('of a limit does not say its words again', () => {
    const words = told('words', { text: { text: 'No lifting' } });
    const [was, is] = ['2026-12-14', '2026-12-16'].map((day) => told('until-appointment', { title: { text: 'review' }, day: { day } })) as [Told, Told];
    const limit = { title: 'No lifting', before: [words, was], after: [words, is] } as Change;
    expect(differences(limit)).toEqual({ before: [was], after: [{ told: is, isNew: true }] });
  });

  test('of the order alone shows both', () => {
    expect(differences(change([hold, every], [every, hold]))).toEqual({
      before: [hold, every],
      after: [{ told: every, isNew: true }, { told: hold, isNew: true }],
    });
  });
});

describe('a template', () => {
  test('is meant for some weeks', () => {
    expect(templateWeeks(weeks.template)).toBe('Weeks 2 to 6 after the operation');
    expect(templateWeeks(walking.template)).toBe('From the operation on');
  });

  test('is told without any date, though its sheet reckons with one', () => {
    for (const { lines } of [weeks, walking]) {
      for (const line of lines) {
        const parts = [line.how_much, line.when, line.waits, ...line.stages.map((stage) => stage.told)];
        expect(parts.map(templateWords).join(' ')).not.toMatch(/\b2000\b|January|February|March|off until/);
      }
    }
    expect(templateWords([told('from-counted', { n: { number: 14 }, what: { text: 'surgery' }, day: { day: '2000-01-17' } })])).toBe(
      'from day 14 after the operation',
    );
    expect(templateWords([told('written-up-to', { day: { day: '2000-01-17' } })])).toBe('');
  });

  test('every line is off', () => {
    for (const { template } of [weeks, walking]) expect(template.sheet.lines.every((line) => line.off)).toBe(true);
  });

  test('says everything that stands beside its lines, once', () => {
    const words = otherWords({ ...weeks.template.sheet, missed_dose: { as_written: 'Leave it' }, re_entry: { as_written: 'Leave it' } } as Revision);
    expect(words.filter((text) => text === 'Leave it')).toHaveLength(1);
    expect(words).toHaveLength(1 + weeks.template.sheet.clearances.length);
  });
});
