// What the screens have asked for and show. The only copy in the window; the record itself is with the host.

import { host } from '../host';
import { Resource } from './resource.svelte';

export const today = new Resource(() => host().today());
export const plan = new Resource(() => host().plan());
export const catalogue = new Resource(() => host().catalogue());
export const settings = new Resource(() => host().settings());
export const health = new Resource(() => host().reminder_health());
export const place = new Resource(() => host().data_place());

/** What the host said of itself when the window opened. */
export const about = $state({ version: '' });

let dayAsked = '';
/** A day other than today. */
export const otherDay = new Resource(() => host().agenda(dayAsked));

/** Turns to `day`. */
export function openDay(day: string): void {
  if (day !== dayAsked) otherDay.value = undefined;
  dayAsked = day;
  void otherDay.load();
}

/** Looks again at everything that has been asked for; the answers replace what is shown. */
export function lookAgain(): void {
  for (const resource of [today, plan, settings, health, place, otherDay]) {
    if (resource.value !== undefined || resource.trouble) void resource.load();
  }
}
