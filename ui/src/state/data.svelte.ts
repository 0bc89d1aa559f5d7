// What the screens have asked for and show. The only copy in the window; the record itself is with the host.

import { host, type ReportDays } from '../host';
import { Resource } from './resource.svelte';

export const today = new Resource(() => host().today());
export const plan = new Resource(() => host().plan());
/** What the person said of themselves, and how far the first run has come. */
export const person = new Resource(() => host().person());
let walksAsked = 28;
export const walks = new Resource(() => host().walks(walksAsked));
/** Asks for as many days with walks before those that are shown. */
export const earlierWalks = (): Promise<void> => {
  walksAsked += 28;
  return walks.load();
};
/** What was measured by hand, and what is offered and suggested of it today. */
export const measures = new Resource(() => host().measures());
export const questions = new Resource(() => host().questions());
export const languages = new Resource(() => host().languages());
/** Everything that was said of the plan, and of the warning signs. */
export const said = new Resource(async () => [...(await host().said()), ...(await host().signs_said())]);
/** Example plans, and what the person ticked in them. */
export const templates = new Resource(() => host().templates());
export const catalogue = new Resource(() => host().catalogue());
/** What there is to learn; it never changes while the app runs. */
export const topics = new Resource(() => host().topics());
export const topicsOfWeek = new Resource(() => host().topics_of_the_week());
export const settings = new Resource(() => host().settings());
export const health = new Resource(() => host().reminder_health());
export const place = new Resource(() => host().data_place());

/** What the host said of itself when the window opened. */
export const about = $state({ version: '', language: '' });

let dayAsked = '';
/** A day other than today. */
export const otherDay = new Resource(() => host().agenda(dayAsked));

let firstAsked = '';
/** Seven days, as a sheet of paper has them. */
export const week = new Resource(() => host().week(firstAsked));

/** Turns to the seven days from `first`. */
export function openWeek(first: string): void {
  if (first !== firstAsked) week.value = undefined;
  firstAsked = first;
  void week.load();
}

/** Which days Progress counts; it stays while the window is open. */
export const chosen = $state({ days: 'this-week' as ReportDays });
export const progress = new Resource(() => host().progress(chosen.days));

let pagesAsked = 1;
/** The days that are over, the latest first: as many times twelve weeks as were asked for. */
export const past = new Resource(async () => {
  let found = await host().past_days(null);
  for (let page = 1; page < pagesAsked && found.earlier !== null; page++) {
    const more = await host().past_days(found.earlier);
    found = { days: [...found.days, ...more.days], earlier: more.earlier };
  }
  return found;
});

/** Asks for the twelve weeks before those that are shown. */
export function lookFurtherBack(): Promise<void> {
  pagesAsked++;
  return past.load();
}

let searched = '';
/** The exercises that fit what was typed, the likeliest first. */
export const hits = new Resource(() => host().search_exercises(searched, document.documentElement.lang));

/** Searches the exercises for `words`. */
export function searchExercises(words: string): void {
  searched = words;
  void hits.load();
}

let topicsSearched = '';
/** The topics that fit what was typed, the likeliest first. */
export const topicHits = new Resource(() => host().search_topics(topicsSearched, document.documentElement.lang));

/** Searches the topics for `words`. */
export function searchTopics(words: string): void {
  topicsSearched = words;
  void topicHits.load();
}

/** Turns to `day`. */
export function openDay(day: string): void {
  if (day !== dayAsked) otherDay.value = undefined;
  dayAsked = day;
  void otherDay.load();
}

/** Looks again at everything that has been asked for; the answers replace what is shown. */
export async function lookAgain(): Promise<void> {
  const all = [today, plan, templates, said, person, walks, measures, questions, topicsOfWeek, settings, health, place, otherDay, week, past, progress];
  const asked = all.filter((one) => one.value !== undefined || one.trouble);
  await Promise.all(asked.map((one) => one.load()));
}
