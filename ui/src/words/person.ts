// What the person said of themselves, in words.

import type { DischargeSign, OperationDay, PersonFact } from '../host';
import { fullDay, listAnd, t, type MessageKey } from '../i18n';

/** "Monday 2 November 2026, 16 days ago." */
export function operationWords({ date, days_ago }: OperationDay): string {
  const day = fullDay(date);
  return days_ago < 0 ? t('operation-read-ahead', { day, days: -days_ago }) : t('operation-read-back', { day, days: days_ago });
}

/** What was there when the person came home, one after the other. */
export function signsWords(signs: DischargeSign[], note: string | null): string {
  const said = signs.map((sign) => t(`discharge-sign-${sign}`));
  if (note) said.push(`“${note}”`);
  return said.length === 0 ? t('discharge-nothing') : listAnd(said);
}

/** An earlier answer, in one line. */
export function factWords(fact: PersonFact): string {
  switch (fact.about) {
    case 'terms':
      return t('about-you-terms-earlier', { version: fact.version });
    case 'operation':
      return t('about-you-operation-on', { day: fullDay(fact.date) });
    case 'fusion':
    case 'floor':
    case 'limits':
      return t('about-you-answer', { what: t(`about-you-${fact.about}`), answer: t(`${fact.about}-answer-${Object.values(fact)[1]}` as MessageKey) });
    case 'at-discharge':
      return t('about-you-answer', { what: t('about-you-discharge'), answer: signsWords(fact.signs, fact.note) });
    case 'contact':
      return fact.contact.name;
    case 'skipped':
      return t('about-you-open');
  }
}
