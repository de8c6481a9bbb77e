// The orders of the last few views, kept per connection: paging and exporting a view must not compute it again.
import type { RowView } from '../../../shared/model/rowView.ts';
import type { ReadDb } from '../db/open.ts';
import { readSettings } from '../db/settings.ts';
import type { Prepared } from '../preparing/prepared.ts';
import { orderRows } from './orderRows.ts';
import { storedColumns } from './storedColumns.ts';

/** Four bytes per record each: eight views of a million records are 32 MB. */
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
  for (const oldest of orders.keys()) {
    if (orders.size <= KEPT_VIEWS) break;
    orders.delete(oldest);
  }
  return order;
}
