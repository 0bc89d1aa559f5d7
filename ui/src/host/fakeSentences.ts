// The sentences from the files themselves, for the screens on fixtures and for tests; otherwise the program gives them.

import { speak } from '../i18n';
import { accented, PSEUDO } from '../i18n/pseudo';
import type { Sentences } from './bindings';

// `cli.ftl` is for the command line alone.
const files = import.meta.glob<string>(['../../../locales/*/*.ftl', '!../../../locales/*/cli.ftl'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What the program answers in `language` on a system of `region`. */
export function sentencesOf(language: string, region = 'GB'): Sentences {
  const folder = language === PSEUDO ? 'en' : language;
  const own = Object.entries(files).filter(([path]) => path.includes(`/locales/${folder}/`));
  return { language, region, texts: own.map(([, text]) => text) };
}

/** Takes over `sentences`, those of the language for tests with accents. */
export function speakForTests(sentences: Sentences): void {
  speak(sentences, sentences.language === PSEUDO ? accented : undefined);
}
