// Ctrl+C over selected cells: tab-separated text, as spreadsheets take it. Masked cells are copied masked.
import { useTranslations } from 'use-intl';
import type { Field } from '../../../../shared/model/source.ts';
import { useNotify } from '../../../app/index.ts';
import { asAppError } from '../../../data/index.ts';
import { isPersonal, maskPersonal } from '../../../intake/index.ts';
import type { CellRange } from '../../../ui/index.ts';
import { cellOf, type ShownRow } from './askedColumns.ts';

/** Cells that a clipboard and a spreadsheet take without trouble. */
const MOST_CELLS = 500_000;
const ROWS_AT_ONCE = 500;

/** Text for one cell of a tab-separated table: quoted where it would break the table. */
export function cellForClipboard(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export interface CopyInput {
  readonly fields: readonly Field[];
  readonly showPersonal: boolean;
  /** How many of the grid's first columns are not fields (the line number). */
  readonly leading: number;
  readonly rowsAt: (
    offset: number,
    limit: number,
    positions: readonly number[],
  ) => Promise<readonly ShownRow[]>;
}

export function useCopyCells({ fields, showPersonal, leading, rowsAt }: CopyInput) {
  const t = useTranslations('data.table');
  const { notify, fail } = useNotify();
  return async (range: CellRange, headers: boolean): Promise<void> => {
    const columns = fields.slice(Math.max(0, range.fromColumn - leading), range.toColumn - leading + 1);
    const withLine = range.fromColumn < leading;
    const positions = columns.map(({ position }) => position);
    const rows = range.toRow - range.fromRow + 1;
    const width = columns.length + (withLine ? 1 : 0);
    if (rows * width > MOST_CELLS) return notify('warn', t('tooManyToCopy', { limit: MOST_CELLS }));
    const shown = (row: ShownRow, field: Field): string => {
      const cell = cellOf(row, field.position) ?? '';
      const masked = isPersonal(field.role) && !showPersonal && cell !== '';
      return cellForClipboard(masked ? maskPersonal(cell, field.pii) : cell);
    };
    try {
      const lines: string[] = [];
      if (headers) {
        const names = columns.map((field) => cellForClipboard(field.name));
        lines.push([...(withLine ? [t('line')] : []), ...names].join('\t'));
      }
      for (let from = range.fromRow; from <= range.toRow; from += ROWS_AT_ONCE) {
        const page = await rowsAt(from, Math.min(ROWS_AT_ONCE, range.toRow - from + 1), positions);
        for (const row of page) {
          const cells = columns.map((field) => shown(row, field));
          lines.push([...(withLine ? [String(row.line)] : []), ...cells].join('\t'));
        }
      }
      await navigator.clipboard.writeText(lines.join('\n'));
      notify('ok', t('copied', { count: rows * width }));
    } catch (error) {
      if (error instanceof DOMException) notify('bad', t('notCopied'));
      else fail(asAppError(error));
    }
  };
}
