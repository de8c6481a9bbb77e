// The join before the import: customer keys of files, read but not stored, against each other and the project's sources.
import type { ImportInput } from '../../shared/contract/sources.ts';
import type { JoinPair, JoinPreview } from '../../shared/model/joinPreview.ts';
import type { Source } from '../../shared/model/source.ts';
import type { ReadDb } from './db/open.ts';
import { readSources } from './db/sources.ts';
import { readRecords } from './files/index.ts';
import { columnsOf } from './jobs/features/typedColumns.ts';
import { readPrepared } from './preparing/prepared.ts';

export interface JoinTable extends Pick<ImportInput, 'name' | 'kind' | 'settings' | 'columns'> {
  readonly path: string;
}

interface KeyTable {
  readonly name: string;
  readonly kind: ImportInput['kind'];
  readonly fresh: boolean;
  readonly keys: ReadonlySet<string>;
  readonly complete: boolean;
}

/** Rows of each file that are looked at: some two seconds of reading at most. */
const MOST_ROWS = 200_000;
const EXAMPLES = 3;

async function keysOfFile({ path, name, kind, settings, columns }: JoinTable): Promise<KeyTable | null> {
  const key = columns.find(({ role }) => role === 'customerKey');
  if (!key) return null;
  const keys = new Set<string>();
  const reading = readRecords(path, settings, [key]);
  let rows = 0;
  for (;;) {
    const step = await reading.next();
    if (step.done === true) return { name, kind, fresh: true, keys, complete: true };
    for (const { cells } of step.value.records) if (cells[0]) keys.add(cells[0]);
    rows += step.value.records.length;
    if (rows < MOST_ROWS) continue;
    await reading.return({ counts: { read: 0, loaded: 0, rejected: 0, blank: 0 }, issues: [] });
    return { name, kind, fresh: true, keys, complete: false };
  }
}

function keysOfSource(db: ReadDb, source: Source): KeyTable | null {
  const prepared = readPrepared(db, source);
  const key = prepared?.fields.find(({ role }) => role === 'customerKey');
  const found = prepared && columnsOf(db, prepared).codes(key);
  if (!found) return null;
  const { name, kind } = source;
  return { name, kind, fresh: false, keys: new Set(found.words), complete: true };
}

function compare(a: KeyTable, b: KeyTable): JoinPair {
  const missingIn = (from: KeyTable, other: KeyTable): readonly string[] =>
    [...from.keys].filter((key) => !other.keys.has(key));
  const onlyA = missingIn(a, b);
  const onlyB = missingIn(b, a);
  return {
    a: a.name,
    b: b.name,
    both: a.keys.size - onlyA.length,
    onlyA: onlyA.length,
    onlyB: onlyB.length,
    examplesA: onlyA.slice(0, EXAMPLES),
    examplesB: onlyB.slice(0, EXAMPLES),
  };
}

/** Every table against the customer tables; where there is none, against the first. Pairs of known sources are left out. */
function pairsOf(tables: readonly KeyTable[]): readonly JoinPair[] {
  const customers = tables.filter(({ kind }) => kind === 'customers');
  const hubs = customers.length > 0 ? customers : tables.slice(0, 1);
  return hubs.flatMap((hub, at) =>
    tables
      .filter((table) => table !== hub && !hubs.slice(0, at).includes(table))
      .filter((table) => table.fresh || hub.fresh)
      .map((table) => compare(hub, table)),
  );
}

/**
 * Compares the customer keys of files with each other and with the project's sources; files of more than 200,000 rows
 * are compared by their first rows. Tables without a customer key are left out.
 * @throws AppError of the reader (CSV-…, XLSX-…, SRC-…)
 */
export async function joinPreview(db: ReadDb, files: readonly JoinTable[]): Promise<JoinPreview> {
  const fresh: KeyTable[] = [];
  for (const file of files) {
    const table = await keysOfFile(file);
    if (table) fresh.push(table);
  }
  const stored = readSources(db).flatMap((source) => keysOfSource(db, source) ?? []);
  const complete = fresh.every((table) => table.complete);
  return { pairs: [...pairsOf([...fresh, ...stored])], rows: complete ? null : MOST_ROWS };
}
