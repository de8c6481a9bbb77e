// Proposals for the columns that were chosen from a file with more of them than a project holds.
import type { ColumnMapping } from '../../../../shared/model/source.ts';
import type { ReadOverrides } from '../../../../shared/model/readSettings.ts';
import type { RawRecord } from '../rawRecord.ts';
import type { HeaderNames } from './headerNames.ts';
import { type ProposedTable, proposeColumns } from './proposeColumns.ts';

function chosen(names: HeaderNames, keep: readonly number[]): HeaderNames {
  return {
    ...names,
    headers: keep.map((position) => names.headers[position] ?? ''),
    names: keep.map((position) => names.names[position] ?? ''),
  };
}

/** As `proposeColumns`, for the positions of `overrides.keepColumns` only, in their order; all when it is left out. */
export function proposeChosen(
  names: HeaderNames,
  rows: readonly RawRecord[],
  overrides: ReadOverrides,
  mapping: readonly ColumnMapping[] | undefined,
): ProposedTable {
  const { keepColumns } = overrides;
  if (keepColumns === undefined) return proposeColumns(names, rows, overrides, mapping);
  const keep = [...new Set(keepColumns)].filter((at) => at < names.names.length).sort((a, b) => a - b);
  const narrow = rows.map((row) => ({ ...row, cells: keep.map((position) => row.cells[position] ?? '') }));
  const known = mapping?.flatMap((column) => {
    const position = keep.indexOf(column.position);
    return position === -1 ? [] : [{ ...column, position }];
  });
  const table = proposeColumns(chosen(names, keep), narrow, overrides, known);
  const columns = table.columns.map((column) => ({ ...column, position: keep[column.position] ?? 0 }));
  return { ...table, columns };
}
