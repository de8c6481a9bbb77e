// Where a line of the file stands in a view.
import type { RowView } from '../../../shared/model/rowView.ts';
import type { ReadDb } from '../db/open.ts';
import { readPlaces } from '../db/records.ts';
import type { Prepared } from '../preparing/prepared.ts';
import { viewOrder } from './viewOrder.ts';

/**
 * @param line physical line where a record begins, from 1
 * @returns place in the view's order (from 0); null when no record begins there, it was left out, or the view hides it
 * @throws AppError as `orderRows`
 */
export function placeOfLine(db: ReadDb, prepared: Prepared, view: RowView, line: number): number | null {
  const { importRunId, runId, loaded, corrected, choice } = prepared;
  let row = readPlaces(db, importRunId).lines.indexOf(line);
  if (row < 0 && corrected > 0) {
    const own = readPlaces(db, runId).lines.indexOf(line);
    if (own >= 0) row = loaded + own;
  }
  const place = row < 0 || !choice.rows ? row : choice.rows.indexOf(row);
  if (place < 0) return null;
  const order = viewOrder(db, prepared, view);
  const at = order ? order.indexOf(place) : place;
  return at < 0 ? null : at;
}
