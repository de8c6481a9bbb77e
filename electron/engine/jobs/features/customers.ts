// Who the customers are: the union of the keys of all sources, and each row's customer.
import type { Field, Source, TableKind } from '../../../../shared/model/source.ts';
import type { ReadDb } from '../../db/open.ts';
import { readPersonPairs, samePersons } from '../../db/persons.ts';
import type { Prepared } from '../../preparing/prepared.ts';
import { columnsOf } from './typedColumns.ts';
import type { ColumnParts, SourceColumns } from './typedColumns.ts';

export interface KeyedSource {
  readonly source: Source;
  readonly columns: SourceColumns;
  /** Customer number per row; −1 = no key. */
  readonly customers: ColumnParts<Int32Array>;
}

export interface CustomerBase {
  /** How many customers there are. */
  readonly count: number;
  /** Their keys in the order of their numbers; held in memory only where several sources meet. */
  readonly keys: () => Iterable<string>;
  readonly transactions: readonly KeyedSource[];
  /** Customer tables, surveys and other tables with one row per customer. */
  readonly profiles: readonly KeyedSource[];
}

/** Rows that are gone over at a time. */
const ROWS_PER_BLOCK = 65_536;

/** The rows of a source in blocks: where each begins and how many they are. */
export function* rowBlocks({ columns: { rows } }: Pick<KeyedSource, 'columns'>): Generator<number> {
  for (let from = 0; from < rows; from += ROWS_PER_BLOCK) yield Math.min(ROWS_PER_BLOCK, rows - from);
}

/** Calls back with each row that has a customer, and its value. */
export function eachCustomerValue<T extends Float64Array | Int32Array | Uint8Array>(
  keyed: KeyedSource,
  parts: ColumnParts<T>,
  take: (who: number, value: T[number] | undefined) => void,
): void {
  const nextCustomers = keyed.customers();
  const nextValues = parts();
  for (const rows of rowBlocks(keyed)) {
    const customers = nextCustomers(rows);
    const values = nextValues(rows);
    for (let row = 0; row < rows; row++) {
      const who = customers[row] ?? -1;
      if (who >= 0) take(who, values[row]);
    }
  }
}

const PROFILE_KINDS: readonly TableKind[] = ['customers', 'survey', 'other'];

export const fieldWith = (source: Source, role: Field['role']): Field | undefined =>
  source.fields.find((field) => field.role === role);

interface Keys {
  readonly parts: ColumnParts<Int32Array>;
  readonly eachWord: () => Iterable<string>;
  readonly count: number;
}

/** Row numbers as keys, for a table of customers that has no key of its own (each row is one customer). */
function rowKeys(count: number): Keys {
  return {
    parts: () => {
      let row = 0;
      return (rows) => Int32Array.from({ length: rows }, () => row++);
    },
    *eachWord() {
      for (let row = 1; row <= count; row++) yield String(row);
    },
    count,
  };
}

/** The codes of a column, each replaced by its number. */
function renumbered(parts: ColumnParts<Int32Array>, numbers: Int32Array): ColumnParts<Int32Array> {
  return () => {
    const next = parts();
    return (rows) => next(rows).map((code) => (code < 0 ? -1 : (numbers[code] ?? -1)));
  };
}

export interface PreparedSource {
  readonly source: Source;
  readonly prepared: Prepared;
}

interface Table extends Omit<KeyedSource, 'customers'> {
  readonly keys: Keys;
}

/** Keys that the analyst declared to be the same person's count as one: the kept key stands for the other. */
export function customerBase(db: ReadDb, sources: readonly PreparedSource[]): CustomerBase {
  const collect = (kinds: readonly TableKind[]): Table[] => {
    const found: Table[] = [];
    for (const { source: imported, prepared } of sources) {
      if (!kinds.includes(imported.kind)) continue;
      const source = { ...imported, fields: [...prepared.fields] };
      const columns = columnsOf(db, prepared);
      const own = columns.codes(fieldWith(source, 'customerKey'));
      const alone = source.kind === 'customers' && sources.length === 1;
      const keys = own ?? (alone ? rowKeys(columns.rows) : null);
      if (keys) found.push({ source, columns, keys });
    }
    return found;
  };
  // Customer tables first, so that keys keep the order of the customer file.
  const profiles = collect(PROFILE_KINDS);
  const transactions = collect(['transactions']);
  const tables = [...profiles, ...transactions];
  const [only] = tables;
  const isAnyoneTwice = readPersonPairs(db).some(({ verdict }) => verdict === 'same');
  if (only && tables.length === 1 && !isAnyoneTwice) {
    // The texts of one column differ: its codes are the customers' numbers.
    const { keys, ...table } = only;
    const keyed = [{ ...table, customers: keys.parts }];
    const own = { count: keys.count, keys: keys.eachWord };
    return {
      ...own,
      profiles: profiles.length > 0 ? keyed : [],
      transactions: profiles.length > 0 ? [] : keyed,
    };
  }
  const keptKey = samePersons(db);
  const numbers = new Map<string, number>();
  const numberOf = (written: string): number => {
    const word = keptKey(written);
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  const keyed = ({ keys, ...table }: Table): KeyedSource => {
    const numberOfCode = new Int32Array(keys.count);
    let code = 0;
    for (const word of keys.eachWord()) numberOfCode[code++] = numberOf(word);
    return { ...table, customers: renumbered(keys.parts, numberOfCode) };
  };
  const keyedProfiles = profiles.map(keyed);
  const keyedTransactions = transactions.map(keyed);
  return {
    count: numbers.size,
    keys: () => numbers.keys(),
    profiles: keyedProfiles,
    transactions: keyedTransactions,
  };
}
