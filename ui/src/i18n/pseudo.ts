// A language for tests: English with accents, about 40 % longer. Text without accents did not come
// from the string files; text that is cut off would be cut off in German too.

export const PSEUDO = 'en-XA';

const ACCENTS: Record<string, string> = {
  a: 'á', c: 'ç', d: 'ð', e: 'é', g: 'ĝ', h: 'ĥ', i: 'î', j: 'ĵ', k: 'ķ', l: 'ļ', n: 'ñ', o: 'ö', r: 'ŕ', s: 'š', t: 'ţ', u: 'ü', w: 'ŵ', y: 'ý', z: 'ž',
  A: 'Å', C: 'Ç', D: 'Ð', E: 'É', G: 'Ĝ', H: 'Ĥ', I: 'Î', J: 'Ĵ', K: 'Ķ', L: 'Ļ', N: 'Ñ', O: 'Ö', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Û', W: 'Ŵ', Y: 'Ý', Z: 'Ž',
};

/** Text with accents, every third vowel or so doubled. */
export function accented(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => {
    const changed = ACCENTS[letter] ?? letter;
    return 'aeiou'.includes(letter) ? changed + changed : changed;
  });
}
