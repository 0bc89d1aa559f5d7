// The name of a round inside a sentence.

/**
 * The arguments of a sentence with a round's name in it. A plain word such as "Morning" can be said in passing;
 * any other name, such as "AM" or "After the walk", stays as the plan writes it. Reminders do the same.
 */
export function roundName(title: string): { round: string; lower: string; form: 'word' | 'name' } {
  const isWord = /^\p{Uppercase}\p{Lowercase}+$/u.test(title);
  return { round: title, lower: isWord ? title.toLowerCase() : title, form: isWord ? 'word' : 'name' };
}
