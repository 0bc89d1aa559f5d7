// What the person says where their plan says another operation than they did.

import type { AnswerDiffers } from '../../host';
import { say } from '../../state/person.svelte';

/** What is right, by what it is about. */
export type Right = Partial<Record<AnswerDiffers['about'], 'plan' | 'person'>>;

/** Where the person said that the plan is right, that is their answer from now on; the earlier one stays. */
export async function correct(differs: AnswerDiffers[], right: Right) {
  for (const one of differs) {
    if (right[one.about] !== 'plan') continue;
    await say(one.about === 'operation' ? { about: 'operation', date: one.plan } : { about: 'fusion', fusion: one.plan });
  }
}
