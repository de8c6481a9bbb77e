// What the cells of a preview are read as: numbers, dates, yes and no; so that the window shows them in its own language.
import type { ColumnMapping } from '../../../../shared/model/source.ts';
import type { Inspection, PreviewRecord } from '../../../../shared/model/inspection.ts';
import { parseBoolean } from '../values/boolean.ts';
import { parseDate } from '../values/date.ts';
import { parseNumber } from '../values/number.ts';

type ReadValue = NonNullable<PreviewRecord['values']>[number];

/** Midnight is a day without a time of day. */
function dateText(epochMs: number): string {
  const iso = new Date(epochMs).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

function valueOf(cell: string | null, column: ColumnMapping): ReadValue {
  if (cell === null) return null;
  if (column.role === 'ignore') return cell;
  if (column.type === 'number' || column.type === 'money') {
    return parseNumber(cell, { decimal: column.decimal, thousands: column.thousands }) ?? cell;
  }
  if (column.type === 'date') {
    const epochMs = parseDate(cell, column.dateOrder);
    return typeof epochMs === 'number' ? dateText(epochMs) : cell;
  }
  if (column.type === 'boolean') return parseBoolean(cell) ?? cell;
  return cell;
}

/** The inspection with `values` beside the cells of every previewed record; what cannot be read stays text. */
export function withReadValues(inspection: Inspection): Inspection {
  const { columns } = inspection;
  const preview = inspection.preview.map((record) => ({
    ...record,
    values: columns.map((column, at) => valueOf(record.cells[at] ?? null, column)),
  }));
  return { ...inspection, preview };
}
