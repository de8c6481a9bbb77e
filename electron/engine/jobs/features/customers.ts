// Who the customers are: the union of the keys of all sources, and each row's customer.
import type { Field, Source, TableKind } from '../../../../shared/model/source.ts';
import type { JobContext } from '../context.ts';
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

export function customerBase(context: JobContext, sources: readonly Source[]): CustomerBase {
  const numbers = new Map<string, number>();
  const keyed = (
    source: Source,
    columns: SourceColumns,
    key: { codes: Int32Array; words: readonly string[] },
  ): KeyedSource => {
    const numberOfCode = key.words.map((word) => {
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
    for (const source of sources.filter((one) => kinds.includes(one.kind))) {
      const columns = columnsOf(context, source);
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
