// An exercise of the catalogue, in the person's language.

import type { Exercise, Guidance } from '../host';
import { byName, t, type MessageKey } from '../i18n';

/** What to tell people, in their language or in English. */
export function guidanceOf(exercise: Exercise): Guidance | null {
  return exercise.guidance[document.documentElement.lang] ?? exercise.guidance['en'] ?? null;
}

export function titleOf(exercise: Exercise): string {
  return guidanceOf(exercise)?.title ?? exercise.id;
}

/** The figure in words: how the movement begins and how it goes. */
export function figureLabel(exercise: Exercise | undefined, title: string): string {
  const guidance = exercise && guidanceOf(exercise);
  return t('figure-label', { title, start: guidance?.start[0] ?? '', steps: guidance?.steps.slice(0, 2).join(' ') ?? '' });
}

/** What is needed, in words. The names come from the catalogue's files, so the compiler cannot know them. */
export function equipmentWord(name: string): string {
  return t(`equipment-${name}` as MessageKey);
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
