// Pain, in words.

import type { PainFollows } from '../host';
import { t } from '../i18n';

/** Whether all exercises end for now, whatever a plan says. */
export const endsAll = ({ outcome }: PainFollows): boolean => outcome.startsWith('stop-session');

/** A score, or that there is none. */
export const scoreWords = (score: number | null): string => (score === null ? t('not-rated') : `${score}`);
