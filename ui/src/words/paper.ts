// The rows of a week from paper, in words.

import type { GridRow } from '../host';
import { clock, t } from '../i18n';

/** The place of a row in the day: the name of its round, or "Time 2" of what is done several times. */
export function placeWords(row: GridRow, all: GridRow[]): string {
  const { place, round, at, routine, line } = row;
  if ('round' in place) return round || (at === null ? (routine ?? '') : clock(at));
  const times = all.filter((other) => other.line === line && 'any-time' in other.place);
  return times.length === 1 ? t('paper-any-time') : t('paper-nth', { nth: place['any-time'] });
}

export type RowGroup = { key: string; title: string; sheetNo: string | null; rows: { row: GridRow; at: number }[] };

/** The rows of each line under its name, with their places among all rows. */
export function groupsOf(rows: GridRow[]): RowGroup[] {
  const groups: RowGroup[] = [];
  rows.forEach((row, at) => {
    const last = groups.at(-1);
    if (last?.rows[0]!.row.line === row.line) last.rows.push({ row, at });
    else groups.push({ key: `${row.line} ${at}`, title: row.title, sheetNo: row.sheet_no, rows: [{ row, at }] });
  });
  return groups;
}
