// Who the customers are: the union of the keys of all sources, and each row's customer.
import type { Field, Source, TableKind } from '../../../../shared/model/source.ts';
import type { ReadDb } from '../../db/open.ts';
import { samePersons } from '../../db/persons.ts';
import type { Prepared } from '../../preparing/prepared.ts';
import { columnsOf } from './typedColumns.ts';
import type { SourceColumns } from './typedColumns.ts';

export interface KeyedSource {
  readonly source: Source;
  readonly columns: SourceColumns;
  /** Customer number per row; −1 = no key. */
  readonly customer: Int32Array;
}

export interface CustomerBase {
  readonly keys: readonly string[];
  readonly transactions: readonly KeyedSource[];
  /** Customer tables, surveys and other tables with one row per customer. */
  readonly profiles: readonly KeyedSource[];
}

const PROFILE_KINDS: readonly TableKind[] = ['customers', 'survey', 'other'];

export const fieldWith = (source: Source, role: Field['role']): Field | undefined =>
  source.fields.find((field) => field.role === role);

/** Row numbers as keys, for a table of customers that has no key of its own (each row is one customer). */
function rowKeys(rows: number): { codes: Int32Array; words: readonly string[] } {
  return {
    codes: Int32Array.from({ length: rows }, (_, row) => row),
    words: Array.from({ length: rows }, (_, row) => String(row + 1)),
  };
}

export interface PreparedSource {
  readonly source: Source;
  readonly prepared: Prepared;
}

/** Keys that the analyst declared to be the same person's count as one: the kept key stands for the other. */
export function customerBase(db: ReadDb, sources: readonly PreparedSource[]): CustomerBase {
  const numbers = new Map<string, number>();
  const keptKey = samePersons(db);
  const keyed = (
    source: Source,
    columns: SourceColumns,
    key: { codes: Int32Array; words: readonly string[] },
  ): KeyedSource => {
    const numberOfCode = key.words.map((written) => {
      const word = keptKey(written);
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, numbers.size);
      return numbers.size - 1;
    });
    const customer = key.codes.map((code) => (code < 0 ? -1 : (numberOfCode[code] ?? -1)));
    return { source, columns, customer };
  };
  const collect = (kinds: readonly TableKind[]): KeyedSource[] => {
    const found: KeyedSource[] = [];
    for (const { source: imported, prepared } of sources) {
      if (!kinds.includes(imported.kind)) continue;
      const source = { ...imported, fields: [...prepared.fields] };
      const columns = columnsOf(db, prepared);
      const own = columns.codes(fieldWith(source, 'customerKey'));
      const alone = source.kind === 'customers' && sources.length === 1;
      const key = own ?? (alone ? rowKeys(columns.rows) : null);
      if (key) found.push(keyed(source, columns, key));
    }
    return found;
  };
  // Customer tables first, so that keys keep the order of the customer file.
  const profiles = collect(PROFILE_KINDS);
  const transactions = collect(['transactions']);
  return { keys: [...numbers.keys()], transactions, profiles };
}
