// Pain, in words.

import type { HurtAnswer, HurtPlace, PainFollows } from '../host';
import { t } from '../i18n';

/** What stands of what was told of one place, and what the plan says to it. */
export type SaidHurt = { place: HurtPlace; score: number | null; answer: HurtAnswer };

/** Whether all exercises end for now, whatever a plan says. */
export const endsAll = ({ outcome }: PainFollows): boolean => outcome.startsWith('stop-session');

/** A score, or that there is none. */
export const scoreWords = (score: number | null): string => (score === null ? t('not-rated') : `${score}`);
