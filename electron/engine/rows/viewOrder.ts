// The orders of the last few views, kept per connection: paging and exporting a view must not compute it again.
import type { RowView } from '../../../shared/model/rowView.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { ReadDb } from '../db/open.ts';
import { readSettings } from '../db/settings.ts';
import { orderRows } from './orderRows.ts';
import { storedColumns } from './storedColumns.ts';

/** Four bytes per record each: eight views of a million records are 32 MB. */
const KEPT_VIEWS = 8;
const kept = new WeakMap<ReadDb, Map<string, Int32Array | null>>();

/** Row numbers (from 0) of a view, in order; null = all in the file's order. @throws AppError as `orderRows` */
export function viewOrder(db: ReadDb, source: Source, view: RowView): Int32Array | null {
  const { locale } = readSettings(db);
  const meanings = source.fields.map((field) => [field.position, field.type, field.decimal, field.dateOrder]);
  const key = JSON.stringify([source.runId, meanings, locale, view]);
  const orders = kept.get(db) ?? new Map<string, Int32Array | null>();
  kept.set(db, orders);
  const known = orders.get(key);
  if (known !== undefined) {
    orders.delete(key); // the one used last goes to the end
    orders.set(key, known);
    return known;
  }
  const order = orderRows(storedColumns(db, source), view, locale);
  orders.set(key, order);
  for (const oldest of orders.keys()) {
    if (orders.size <= KEPT_VIEWS) break;
    orders.delete(oldest);
  }
  return order;
}
