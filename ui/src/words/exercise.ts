// An exercise of the catalogue, in the person's language.

import type { Exercise, Guidance, Position } from '../host';
import { byName, t, type MessageKey } from '../i18n';

/** What to tell people, in their language or in English. */
export function guidanceOf(exercise: Exercise): Guidance | null {
  return exercise.guidance[document.documentElement.lang] ?? exercise.guidance['en'] ?? null;
}

export function titleOf(exercise: Exercise): string {
  return guidanceOf(exercise)?.title ?? exercise.id;
}

/** What is needed, in words. The names come from the catalogue's files, so the compiler cannot know them. */
export function equipmentWord(name: string): string {
  return t(`equipment-${name}` as MessageKey);
}

const LYING: Position[] = ['on-back', 'on-side', 'on-front', 'all-fours'];

/** Whether it is done lying or on the floor, from where standing up needs care. */
export function isLying(exercise: Exercise | undefined): boolean {
  return exercise !== undefined && LYING.includes(exercise.position);
}

/** The exercises whose title or other names hold every word of `search`, in the order of the alphabet. */
export function found(exercises: Exercise[], search: string): Exercise[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return exercises
    .filter((exercise) => {
      const names = plain([titleOf(exercise), exercise.id, ...exercise.synonyms].join(' '));
      return words.every((word) => names.includes(word));
    })
    .sort((a, b) => byName(titleOf(a), titleOf(b)));
}

/** Without accents and capitals, so that the keyboard's help and its lack do not matter. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
