// The ways to what is still to be finished, and to what was typed and is not part of the sheet yet: that would be gone once
// all of the sheet is taken in.

import type { DraftPlace } from '../../host';
import { t } from '../../i18n';
import { address, RULE_PAGES } from '../../routes';
import { editing } from '../../state/editing.svelte';
import { lineName, lineOf } from './problems';
import { KINDS_ON } from './ruleKinds';

interface Way {
  href: string;
  /** What the page is called. */
  page: string;
}

/** The page of a line, or of what stands beside the lines. */
export function wayTo(place: DraftPlace): Way {
  const line = editing.line(lineOf(place) ?? '');
  if (line) return { href: address({ at: 'edit-line', line: line.id }), page: lineName(line) };
  if (typeof place === 'string' || !('rule' in place)) return { href: address({ at: 'edit' }), page: t('edit-head') };
  const { rule } = place.rule;
  const page = RULE_PAGES.find((one) => KINDS_ON[one].includes(rule)) ?? 'notes';
  return { href: address({ at: 'edit-rule', rule: page }), page: t(`edit-rule-${page}`) };
}

/** What was typed and not added, with the line that it is of and the way there. */
export const notAdded = () =>
  (editing.view?.not_added ?? []).map(({ field, words, place }) => ({
    field,
    asked: null,
    line: place && lineOf(place),
    text: t('problem-not-added', { words }),
    ...(place ? wayTo(place) : { href: address({ at: field === 'next' ? 'edit-next' : field === 'said' ? 'visit' : 'edit-rules' }), page: '' }),
  }));
