// Keys and whole records: lines without a customer, keys there twice, records there twice, keys the other table lacks.
import type { Finding } from '../../../../shared/model/quality.ts';
import { readPlaces } from '../../db/records.ts';
import { preparedCells } from '../../preparing/prepared.ts';
import { about, touching } from './table.ts';
import type { CheckedTable } from './table.ts';

const MANY_WITHOUT_KEY = 0.05;

const keyField = ({ source }: CheckedTable) => source.fields.find(({ role }) => role === 'customerKey');

export function checkKeys(table: CheckedTable): Finding[] {
  const field = keyField(table);
  const key = field && table.columns.codes(field);
  if (!field || !key || table.rows === 0) return [];
  const { codes, words } = key;
  const seen = new Uint32Array(words.length);
  let without = 0;
  for (const code of codes) {
    if (code < 0) without++;
    else seen[code]! += 1;
  }
  const severe =
    without > MANY_WITHOUT_KEY * table.rows || table.source.kind === 'customers' ? 'should' : 'know';
  const findings = [
    about(table, field, 'noKey', 'accurate', without > 0 ? severe : 'passed', {
      args: { count: without, of: table.rows, share: without / table.rows },
      touches: touching(table, without),
    }),
  ];
  return table.source.kind === 'customers'
    ? [...findings, duplicateKeys(table, field, words, seen)]
    : findings;
}

function duplicateKeys(
  table: CheckedTable,
  field: NonNullable<ReturnType<typeof keyField>>,
  words: readonly string[],
  seen: Uint32Array,
): Finding {
  const twice = [...seen.keys()].filter((code) => (seen[code] ?? 0) > 1);
  const examples = twice
    .map((code) => ({ word: words[code] ?? '', count: seen[code] ?? 0 }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 5);
  const records = twice.reduce((sum, code) => sum + (seen[code] ?? 0), 0);
  return about(table, field, 'duplicateKeys', 'accurate', twice.length > 0 ? 'should' : 'passed', {
    args: { count: twice.length, records },
    touches: { count: twice.length, of: words.length, unit: 'customers' },
    examples,
    fix: twice.length > 0 ? { kind: 'keepOne', sourceId: table.source.id, position: field.position } : null,
  });
}

/** Above this the texts are not compared: the sets would not fit. */
const MOST_CELLS = 40_000_000;
const MOST_EXCLUDED = 100_000;
const ROWS_PER_YIELD = 20_000;

/** 53 bits of a text, FNV-1a twice: two different records meet by chance once in a million files of a million rows. */
function hashOf(cells: readonly (string | null)[]): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (const cell of cells) {
    const text = cell ?? '\u0000';
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x85ebca6b);
    }
    low = Math.imul(low ^ 0xff, 0x01000193);
    high = Math.imul(high ^ 0xfe, 0x85ebca6b);
  }
  return (low >>> 0) * 0x20_0000 + ((high >>> 0) & 0x1f_ffff);
}

/** Records whose every cell is the same as in an earlier one. Yields now and then, for it reads the whole table. */
export function* checkRecords(table: CheckedTable): Generator<undefined, Finding[]> {
  const { db, source, prepared, rows } = table;
  const positions = source.fields.map(({ position }) => position);
  if (rows === 0 || rows * positions.length > MOST_CELLS) return [];
  const seen = new Set<number>();
  const repeated: number[] = [];
  let row = 0;
  for (const cells of preparedCells(db, prepared, positions)) {
    if (row % ROWS_PER_YIELD === 0) yield;
    const size = seen.size;
    if (seen.add(hashOf(cells)).size === size) repeated.push(row);
    row++;
  }
  const isLines = source.kind === 'transactions';
  const found = repeated.length > 0;
  return [
    about(table, null, 'duplicateRows', 'accurate', found ? (isLines ? 'know' : 'should') : 'passed', {
      args: { count: repeated.length, lines: isLines ? 'yes' : 'no' },
      touches: touching(table, repeated.length),
      fix: found && repeated.length <= MOST_EXCLUDED ? exclude(table, repeated) : null,
    }),
  ];
}

/** By number of record in this snapshot; a corrected record (they come last) has no such number and stays. */
function exclude({ db, source, prepared }: CheckedTable, places: readonly number[]): Finding['fix'] {
  const numbers = readPlaces(db, source.runId).records;
  const records = places
    .map((place) => prepared.choice.rows?.[place] ?? place)
    .flatMap((row) => (row < prepared.loaded ? [numbers[row] ?? row + 1] : []));
  if (records.length === 0) return null;
  const where = { runId: source.runId, records };
  return { kind: 'step', sourceId: source.id, step: { kind: 'excludeRecords', where } };
}

const MANY_UNKNOWN = 0.01;

/** How the customer table and the transactions meet; nothing to say while one of them is missing. */
export function checkJoin(tables: readonly CheckedTable[]): Finding[] {
  const wordsOf = (kind: CheckedTable['source']['kind']) => {
    const own = tables.filter(({ source }) => source.kind === kind);
    return { own, words: new Set(own.flatMap((table) => table.columns.codes(keyField(table))?.words ?? [])) };
  };
  const customers = wordsOf('customers');
  const lines = wordsOf('transactions');
  const [people] = customers.own;
  const [sales] = lines.own;
  if (!people || !sales || customers.words.size === 0 || lines.words.size === 0) return [];
  const unknown = [...lines.words].filter((key) => !customers.words.has(key));
  const silent = [...customers.words].filter((key) => !lines.words.has(key)).length;
  const severe = unknown.length > MANY_UNKNOWN * lines.words.size ? 'should' : 'know';
  return [
    about(sales, keyField(sales) ?? null, 'unknownKeys', 'accurate', unknown.length > 0 ? severe : 'passed', {
      args: { count: unknown.length, of: lines.words.size },
      touches: { count: unknown.length, of: lines.words.size, unit: 'customers' },
      examples: unknown.slice(0, 5).map((word) => ({ word, count: 1 })),
    }),
    about(people, null, 'noOrders', 'accurate', silent > 0 ? 'know' : 'passed', {
      args: { count: silent, of: customers.words.size },
      touches: { count: silent, of: customers.words.size, unit: 'customers' },
    }),
  ];
}
