// Sentences, dates and numbers in the person's language. No component holds a sentence of its own.

import { FluentBundle, FluentResource } from '@fluent/bundle';

import type { Sentences } from '../host';
import type { MessageKey } from './keys';

export type { MessageKey } from './keys';

const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** By what the screens that are shipped know that these are the sentences they were built with; 0 in all others. */
declare const SENTENCES: number;

let bundle = new FluentBundle('en');
/** The names of all sentences, in their order: screens that are shipped call them by number (`scripts/smaller.mjs`). */
let names: string[] = [];
/** For dates, numbers and lists: the language, as the region writes it. */
let locale = 'en-GB';
/** The clock of the region, whatever the language. */
let hourCycle: 'h12' | 'h23' = 'h23';
/** The region's first day of the week, 1 for Monday to 7. */
let firstOfWeek = 1;

/** Where the system says that somebody is; empty where it says nothing. */
let known = '';

/** Regions that put the month before the day in English. */
const MONTH_FIRST = ['US', 'CA', 'PH', 'PR', 'GU', 'VI', 'AS', 'MP', 'UM'];

/** Takes over the sentences of a language; comes before the first of them is shown. `transform`: what a test does to each. */
export function speak({ language, region, texts }: Sentences, transform: (text: string) => string = (text) => text): void {
  known = region ?? navigator.languages.map(regionOf).find((one) => one !== '') ?? '';
  const here = known || 'GB';
  locale = language.startsWith('en') ? (MONTH_FIRST.includes(here) ? 'en-US' : 'en-GB') : language;
  // English as written in France is known to no system, and would get American ways: so the region's own language is asked.
  const ways = new Intl.Locale(`und-${here}`).maximize();
  hourCycle = new Intl.DateTimeFormat(`${ways.language}-${here}`, { hour: 'numeric' }).resolvedOptions().hour12 ? 'h12' : 'h23';
  firstOfWeek = weekInfo(ways)?.firstDay ?? 1;
  // The invisible marks that keep right-to-left names apart come with the first such language:
  // here they would only travel along with what people copy.
  bundle = new FluentBundle([language, 'en'], { useIsolating: false, transform });
  const resources = texts.map((text) => new FluentResource(text));
  for (const resource of resources) bundle.addResource(resource, { allowOverrides: true });
  names = [...new Set(resources.flatMap(({ body }) => body.map(({ id }) => id)))].sort();
  // By another order each number would call another sentence, so rather nothing is said.
  if (SENTENCES && SENTENCES !== [...names.join()].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 0)) throw new Error('other sentences');
  document.documentElement.lang = language;
}

/** The region of a language tag. A system may give anything, such as `c` or nothing. */
export function regionOf(tag: string): string {
  try {
    return new Intl.Locale(tag).region ?? '';
  } catch {
    return '';
  }
}

/** The region that the system is set to, which need not be that of its language; empty where nobody knows. */
export const regionHere = (): string => known;

/** The days of the week as the core calls them, in the region's order. */
export function weekdays(): string[] {
  return [...WEEK.slice(firstOfWeek - 1), ...WEEK.slice(0, firstOfWeek - 1)];
}

/** The sentence `key` with `args` put in. */
export function t(key: MessageKey, args: Record<string, string | number> = {}): string {
  const called = key as MessageKey | number;
  const name = typeof called === 'number' ? (names[called] ?? String(called)) : called;
  const pattern = bundle.getMessage(name)?.value;
  // A missing sentence shows its name: odd to read, but a test finds it and nothing breaks.
  return pattern ? bundle.formatPattern(pattern, args, []) : name;
}

/** Whether there is a sentence of that name. */
export const hasSentence = (key: string): key is MessageKey => bundle.hasMessage(key);

/** "Wednesday 18 November", as the language writes it. */
export function longDay(day: string): string {
  return ofDay(day, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "Wednesday 18 November 2026", in the words of notifications and paper: each system sets its own commas. */
export function fullDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (locale === 'en-US') return ofDay(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return t('day-and-year', {
    weekday: t(`weekday-${WEEK[(date.getUTCDay() + 6) % 7]!.toLowerCase()}` as MessageKey),
    day: date.getUTCDate(),
    month: t(`month-${date.getUTCMonth() + 1}` as MessageKey),
    // As text: no language groups the digits of a year.
    year: String(date.getUTCFullYear()),
  });
}

/** "18 November", as the language writes it. */
export function dayOfMonth(day: string): string {
  return ofDay(day, { day: 'numeric', month: 'long' });
}

/** "Wed 18", for the head of a narrow column. */
export function shortDay(day: string): string {
  return ofDay(day, { weekday: 'short', day: 'numeric' });
}

/** "18 November 2026". */
export function dayWithYear(day: string): string {
  return ofDay(day, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** A time of day such as `08:30`, as the language writes it. */
export function clock(time: string): string {
  return format({ hour: 'numeric', minute: '2-digit', hourCycle }, new Date(`1970-01-01T${time}:00Z`), 'UTC');
}

/** The day and time of an instant, by the clock of this device. */
export function moment(instant: string): string {
  return format({ day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', hourCycle }, new Date(instant));
}

/** The time of day of an instant, by the clock of this device: "20:15". */
export function timeOf(instant: string): string {
  return format({ hour: 'numeric', minute: '2-digit', hourCycle }, new Date(instant));
}

/** The name of a weekday that the core calls `Mon`, `Tue` ... */
export function weekday(name: string): string {
  return nameOfWeekday(name, 'long');
}

/** The same, shortened: "Wed". */
export function weekdayShort(name: string): string {
  return nameOfWeekday(name, 'short');
}

/** "10 times, hold 5 seconds": facts one after the other, without "and". */
export function list(parts: string[]): string {
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(parts);
}

/** "Monday, Wednesday and Friday". */
export function listAnd(parts: string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

/** "English", as the language itself calls it. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}

/** Minutes and seconds of a running clock: "2:05". */
export function minutesAndSeconds(seconds: number): string {
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { minimumIntegerDigits: digits, useGrouping: false }).format(value);
  return `${number(Math.floor(seconds / 60), 1)}:${number(seconds % 60, 2)}`;
}

/** Puts texts into the order of the language's alphabet. */
export function byName(a: string, b: string): number {
  return a.localeCompare(b, locale);
}

function nameOfWeekday(name: string, length: 'long' | 'short'): string {
  // 5 January 1970 was a Monday.
  const at = WEEK.indexOf(name);
  return at < 0 ? name : format({ weekday: length }, new Date(Date.UTC(1970, 0, 5 + at)), 'UTC');
}

function ofDay(day: string, options: Intl.DateTimeFormatOptions): string {
  return format(options, new Date(`${day}T00:00:00Z`), 'UTC');
}

function format(options: Intl.DateTimeFormatOptions, date: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, timeZone ? { ...options, timeZone } : options).format(date);
}

/** Older webviews have it as a property. */
function weekInfo(ways: Intl.Locale): { firstDay: number } | undefined {
  const either = ways as { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
  return either.getWeekInfo?.() ?? either.weekInfo;
}
