/** What was asked and left unanswered for this sitting: whether a pause is over. */
export const left = $state({ pause: '' });
