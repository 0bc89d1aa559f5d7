/** What was asked and left unanswered for this sitting: the day without an entry, and whether a pause is over. */
export const left = $state({ day: '', pause: '' });
