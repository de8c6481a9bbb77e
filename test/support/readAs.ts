// How the text files that tests write are read: plain CSV, English numbers, day first where a date is ambiguous.
import { PLAIN_CSV, type ReadSettings } from '../../shared/model/readSettings.ts';
import type { ColumnMapping, FieldRole, FieldType } from '../../shared/model/source.ts';

export const PLAIN_DMY: ReadSettings = { ...PLAIN_CSV, thousands: ',', dateOrder: 'dmy' };

/** The column at a position, called `c0`, `c1`, … */
export const columnAt = (
  position: number,
  type: FieldType,
  role: FieldRole = 'feature',
  change: Partial<ColumnMapping> = {},
): ColumnMapping => ({
  position,
  name: `c${position}`,
  type,
  role,
  criterion: null,
  decimal: '.',
  thousands: ',',
  dateOrder: 'dmy',
  ...change,
});
