// What the values of the proposed columns say beyond type and role: the currency, percent signs.
import type { ColumnProposal } from '../../../../shared/model/inspection.ts';
import type { FieldType } from '../../../../shared/model/source.ts';
import type { Issue } from '../../../../shared/model/issue.ts';
import type { RawRecord } from '../rawRecord.ts';
import { findMarks } from '../values/currency.ts';

export interface ColumnFacts {
  readonly columns: readonly ColumnProposal[];
  /** The sampled cells of each column with its type, absent ones ''. */
  readonly cells: readonly { readonly type: FieldType; readonly cells: readonly string[] }[];
  readonly issues: readonly Issue[];
}

/** Adds currency and percent to columns of numbers; several currencies in one column are worth a look. */
export function columnFacts(columns: readonly ColumnProposal[], rows: readonly RawRecord[]): ColumnFacts {
  const cells = columns.map(({ type, position }) => ({
    type,
    cells: rows.map((row) => row.cells[position] ?? ''),
  }));
  const issues: Issue[] = [];
  const told = columns.map((column, at) => {
    if (column.type !== 'number' && column.type !== 'money') return column;
    const values = (cells[at]?.cells ?? []).filter((cell) => cell.trim() !== '');
    const { mixed, ...marks } = findMarks(values);
    if (mixed !== undefined) {
      const args = { currencies: mixed.join(', ') };
      issues.push({ code: 'CURRENCY-MIXED', severity: 'check', column: column.name, args });
    }
    return { ...column, ...marks };
  });
  return { columns: told, cells, issues };
}
