// The name of a round inside a sentence.

/** The arguments of a sentence with a round's name in it: a plain word such as "Morning" can be said in passing. */
export function roundName(title: string): { round: string; lower: string; form: 'word' | 'name' } {
  const first = title.charAt(0).toLocaleLowerCase();
  return { round: title, lower: first + title.slice(1), form: /^\p{L}+$/u.test(title) ? 'word' : 'name' };
}
