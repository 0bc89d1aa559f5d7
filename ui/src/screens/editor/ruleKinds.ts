// What a sheet says beside its lines, page by page.

import type { Revision, RuleKind } from '../../host';
import { RULE_PAGES, type RulePage } from '../../routes';

/** The kinds of rules on each page. */
export const KINDS_ON: Record<RulePage, RuleKind[]> = {
  rounds: ['round'],
  late: ['missed-dose'],
  limits: ['limit'],
  pain: ['pain', 'pain-rule'],
  'bad-day': ['bad-day'],
  'days-off': ['day-off'],
  appointments: ['appointment'],
  oks: ['clearance'],
  contacts: ['contact'],
  notes: ['note'],
  'after-pause': ['re-entry'],
  parts: ['phase'],
  turns: ['programme'],
  'day-kinds': ['day-type'],
};

/** How many things the sheet says on a page. */
export function saidOn(page: RulePage, sheet: Revision): number {
  switch (page) {
    case 'rounds':
      return sheet.rounds.length;
    case 'late':
      return Object.values(sheet.missed_dose).some((value) => value !== null) ? 1 : 0;
    case 'limits':
      return sheet.precautions.length;
    case 'pain':
      return sheet.pain ? Math.max(1, sheet.pain.rules.length) : 0;
    case 'bad-day':
      return sheet.bad_day ? 1 : 0;
    case 'days-off':
      return sheet.days_off.length;
    case 'appointments':
      return sheet.appointments.length;
    case 'oks':
      return sheet.clearances.length;
    case 'contacts':
      return sheet.contacts.length;
    case 'notes':
      return sheet.notes.length;
    case 'after-pause':
      return sheet.re_entry ? 1 : 0;
    case 'parts':
      return sheet.phases.length;
    case 'turns':
      return sheet.programmes.length;
    case 'day-kinds':
      return sheet.day_types.length + (sheet.quiet_hours ? 1 : 0) + (sheet.awake ? 1 : 0);
  }
}

/** How many rules the sheet has in all. */
export const rulesSaid = (sheet: Revision): number => RULE_PAGES.reduce((sum, page) => sum + saidOn(page, sheet), 0);
