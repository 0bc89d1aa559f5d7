// The ways to what is still to be finished, and what was typed and is not part of the sheet yet: that would be gone once
// all of the sheet is taken in.

import type { DraftPlace, RuleKind } from '../../host';
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

/** The page of what stands beside the lines. */
export function wayTo(place: DraftPlace): Way {
  if (typeof place === 'string' || !('rule' in place)) return { href: address({ at: 'edit' }), page: t('edit-head') };
  const { rule } = place.rule;
  const page = RULE_PAGES.find((one) => KINDS_ON[one].includes(rule)) ?? 'notes';
  return { href: address({ at: 'edit-rule', rule: page }), page: t(`edit-rule-${page}`) };
}

/** The fields of a line that its name alone stands for. */
const OF_LINES = ['own', 'first', 'first-days'];

/** What each field holds whose button was not pressed, and the way there. What belongs to a line that is gone goes with it. */
export function notAdded(): ({ field: string; asked: null; text: string } & Way)[] {
  return Object.entries(editing.draft?.unfinished ?? {}).flatMap(([field, typed]) => {
    const [what = '', ...words] = field.split(' ');
    const of = words.join(' ');
    // The number of a line without its words says nothing.
    if (what === 'next-number' || !typed.trim()) return [];
    const place: DraftPlace = of.startsWith('{') ? JSON.parse(of) : what === 'rule' ? { rule: { rule: of as RuleKind, number: 1 } } : { line: of };
    const line = editing.line(lineOf(place) ?? '');
    if (!line && (of.startsWith('{') ? lineOf(place) : OF_LINES.includes(what))) return [];
    const way = line
      ? { href: address({ at: 'edit-line', line: line.id }), page: lineName(line) }
      : lineOf(place) === null
        ? wayTo(place)
        : { href: address({ at: what === 'next' ? 'edit-next' : what === 'said' ? 'visit' : 'edit-rules' }), page: '' };
    return [{ field, asked: null, text: t('read-back-typed', { words: typed }), ...way }];
  });
}
