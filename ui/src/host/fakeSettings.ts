// How the app is set behind the fixtures.

import type * as T from './bindings';
import { sentencesOf } from './fakeSentences';

type Answer = <Out>(value: Out) => Promise<Out>;

/** Answers from `set` and changes it. `failure`: what is said where nobody gives the sentences. */
export function fakeSettings(scene: string, set: T.Settings, locale: string, failure: T.ApiError, answer: Answer) {
  if (scene === 'ask-reminders') Object.assign(set, { reminders: false, reminders_asked: false });
  const sentences = () => sentencesOf(set.language ?? locale, scene === 'american' ? 'US' : 'GB');
  return {
    settings: () => answer(set),
    no_reminders_for_now: () => answer(void (set.reminders_asked = true)),
    sentences: () => (scene === 'silent' ? new Promise<T.Sentences>(() => undefined) : scene === 'mute' ? Promise.reject(failure) : Promise.resolve(sentences())),
    languages: () => answer(scene === 'two-languages' ? ['en', 'en-XA'] : ['en']),
    set_language: (tag: string) => answer(void (set.language = tag)),
    set_reminders: (on: boolean) => answer(void Object.assign(set, { reminders: on, reminders_asked: true })),
    set_session: (choices: T.SessionChoices) => answer(void (set.session = choices)),
    set_hands_free: (hands_free: T.HandsFree) => answer(void (set.hands_free = hands_free)),
    set_emergency_number: (number: string | null) => answer(void (set.emergency_number = number)),
    set_look: (look: T.Look) => answer(void (set.look = look)),
  };
}
