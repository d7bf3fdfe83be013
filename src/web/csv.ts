// Tables for other programs.

import { stringify } from 'csv-stringify/sync'

/**
 * As spreadsheets like it best: with a mark that it is UTF-8, lines that end as RFC 4180 wants, and nothing in it that
 * they would take for a formula and carry out.
 */
export function csvOf(table: readonly (readonly string[])[]): string {
  return stringify(
    table.map((row) => [...row]),
    { bom: true, escape_formulas: true, record_delimiter: '\r\n' },
  )
}
