// How customer tables and transactions meet on the customer key.
import type { JoinReport } from '../../../shared/model/feature.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { ReadDb } from '../db/open.ts';
import { readSources } from '../db/sources.ts';
import { samePersons } from '../db/persons.ts';
import { columnsOf } from '../jobs/features/typedColumns.ts';
import { readPrepared } from '../preparing/prepared.ts';
import type { Query } from '../procedures.ts';

interface Keys {
  readonly rows: number;
  readonly words: readonly string[];
  readonly withoutKey: number;
  readonly duplicates: number;
}

function keysOf(db: ReadDb, source: Source): Keys | null {
  const prepared = readPrepared(db, source);
  const key = prepared?.fields.find((field) => field.role === 'customerKey');
  const keys = prepared && columnsOf(db, prepared).codes(key);
  if (!keys) return null;
  const kept = samePersons(db);
  const { codes } = keys;
  const words = keys.words.map((word) => kept(word));
  const seen = new Uint32Array(words.length);
  let withoutKey = 0;
  for (const code of codes) {
    if (code < 0) withoutKey++;
    else seen[code] = (seen[code] ?? 0) + 1;
  }
  return {
    rows: prepared.rows,
    words,
    withoutKey,
    duplicates: seen.reduce((sum, count) => sum + (count > 1 ? 1 : 0), 0),
  };
}

/** Null until there are both a customer table and transactions. */
export const joinReport: Query<'sources.join'> = (db): JoinReport | null => {
  const sources = readSources(db);
  const of = (kinds: readonly Source['kind'][]) =>
    sources
      .filter((source) => kinds.includes(source.kind))
      .flatMap((source) => {
        const keys = keysOf(db, source);
        return keys ? [{ source, keys }] : [];
      });
  const customers = of(['customers']);
  const transactions = of(['transactions']);
  if (customers.length === 0 || transactions.length === 0) return null;
  const inTable = new Set(customers.flatMap(({ keys }) => keys.words));
  const inTransactions = new Set(transactions.flatMap(({ keys }) => keys.words));
  const both = [...inTable].filter((key) => inTransactions.has(key)).length;
  return {
    customersInTable: inTable.size,
    customersInTransactions: inTransactions.size,
    both,
    withoutTransactions: inTable.size - both,
    withoutCustomerRow: inTransactions.size - both,
    transactionRows: transactions.reduce((sum, { keys }) => sum + keys.rows, 0),
    rowsWithoutKey: transactions.reduce((sum, { keys }) => sum + keys.withoutKey, 0),
    duplicateKeys: customers.reduce((sum, { keys }) => sum + keys.duplicates, 0),
  };
};
