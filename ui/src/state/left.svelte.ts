import type { Day, PainAsked, Today } from '../host';

/** What was asked and left unanswered for this sitting: whether a pause is over, and questions about pain. */
export const left = $state<{ pause: string; pain: string[] }>({ pause: '', pain: [] });

export const wasLeft = (day: Day, about: string): boolean => left.pain.includes(`${day} ${about}`);
export const leavePain = (day: Day, about: string): number => left.pain.push(`${day} ${about}`);
/** A question that the sheet asks after each round is another after the next one. */
export const aboutPain = ({ when, ticked }: PainAsked): string => ticked ?? when;
/** The question about pain that waits for its answer. */
export const painAsked = ({ pain, date }: Today): PainAsked | undefined => pain.find((one) => !wasLeft(date, aboutPain(one)));
