// A topic in the person's language.

import type { Topic, TopicText } from '../host';

/** What to tell people, in their language or in English. */
export function textOf(topic: Topic): TopicText | null {
  return topic.text[document.documentElement.lang] ?? topic.text['en'] ?? null;
}

export function titleOf(topic: Topic): string {
  return textOf(topic)?.title ?? topic.id;
}
