// What could not be done, in a sentence.

import type { ApiError, Problem } from '../host';
import { t } from '../i18n';

/** The sentence of an error. A code without a sentence does not compile. */
export function errorSentence(error: ApiError): string {
  return t(`error-${error.code}`, error.args);
}

/** What is wrong with a file: the place, the sentence, and what was probably meant. */
export function problemSentence(problem: Problem): string {
  const sentence = t(`problem-${problem.code}`, problem.args);
  if (problem.suggestion === null) return sentence;
  return `${sentence} ${t('problem-suggestion', { suggestion: problem.suggestion })}`;
}

/** Where in the file it stands. */
export function problemPlace(problem: Problem): string | null {
  if (!problem.place) return null;
  return t('import-place', { line: problem.place.line, column: problem.place.column });
}
