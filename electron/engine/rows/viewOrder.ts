// The orders of the last few views, kept per connection: paging and exporting a view must not compute it again.
import type { RowView } from '../../../shared/model/rowView.ts';
import type { ReadDb } from '../db/open.ts';
import { readSettings } from '../db/settings.ts';
import type { Prepared } from '../preparing/prepared.ts';
import { orderRows } from './orderRows.ts';
import { storedColumns } from './storedColumns.ts';

/** Four bytes per record each. The view in use is kept whatever it takes. */
const KEPT_BYTES = 32 * 1024 * 1024;
const KEPT_VIEWS = 8;
const kept = new WeakMap<ReadDb, Map<string, Int32Array | null>>();

/** Places (from 0, among the records that count) of a view, in order; null = all. @throws AppError as `orderRows` */
export function viewOrder(db: ReadDb, prepared: Prepared, view: RowView): Int32Array | null {
  const { locale } = readSettings(db);
  const meanings = prepared.fields.map(({ position, type, decimal, thousands, dateOrder }) => [
    position,
    type,
    decimal,
    thousands,
    dateOrder,
  ]);
  const key = JSON.stringify([prepared.importRunId, prepared.runId, meanings, locale, view]);
  const orders = kept.get(db) ?? new Map<string, Int32Array | null>();
  kept.set(db, orders);
  const known = orders.get(key);
  if (known !== undefined) {
    orders.delete(key); // the one used last goes to the end
    orders.set(key, known);
    return known;
  }
  const order = orderRows(storedColumns(db, prepared), view, locale);
  orders.set(key, order);
  let bytes = 0;
  for (const one of orders.values()) bytes += one?.byteLength ?? 0;
  for (const [oldest, one] of orders) {
    if (orders.size === 1 || (orders.size <= KEPT_VIEWS && bytes <= KEPT_BYTES)) break;
    orders.delete(oldest);
    bytes -= one?.byteLength ?? 0;
  }
  return order;
}
