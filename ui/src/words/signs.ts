// The warning signs, and where to ring.

import type { MessageKey } from '../i18n';

/** What cannot wait: any one is enough. In the order of clinical section 4.2. */
export const EMERGENCY: MessageKey[] = [
  'sign-saddle', 'sign-bladder', 'sign-bowel', 'sign-sexual', 'sign-legs',
  'sign-chest', 'sign-sepsis', 'sign-meningitis', 'sign-bleeding', 'sign-fall-hurt',
];

/** What the team hears of on the same day. */
export const SAME_DAY: MessageKey[] = [
  'sign-wound', 'sign-fever', 'sign-clear-fluid', 'sign-calf', 'sign-leg-worse', 'sign-pain',
  'sign-dressing', 'sign-headache', 'sign-medicine', 'sign-fall', 'sign-metal',
];

const NUMBERS: Record<string, string> = { GB: '999', US: '911', CA: '911', AU: '000', NZ: '111' };

/** Where it is 112. */
const EUROPE = 'AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');

/** The emergency number of `region`; null where we do not know it. */
export function emergencyNumber(region: string): { number: string; country: string } | null {
  const number = EUROPE.includes(region) ? '112' : NUMBERS[region];
  if (number === undefined) return null;
  const names = new Intl.DisplayNames(document.documentElement.lang || 'en', { type: 'region' });
  return { number, country: names.of(region) ?? region };
}

/** The first number as a telephone dials it; null where it is not clear which one that is, so that nobody is led to a wrong one. */
export function dialled(number: string): string | null {
  // "+44 (0)20": the nought is for those who ring from within the country. What stands behind is when, or whom to ask for.
  const plain = number.replace(/^(\s*\+.*?)\(0\)/, '$1').replace(/[().-]|(?<!\/)\s(?!\/)/g, '');
  // A stroke stands behind the number of a town. Any other stands between two numbers.
  return /^(\+?\d{3,15}|[+0]\d{1,5}\/\d{4,9})$/.test(plain) ? `tel:${plain.replace('/', '')}` : null;
}
