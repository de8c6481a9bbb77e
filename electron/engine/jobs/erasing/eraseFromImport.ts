// A snapshot without one person: the other records move to a run of their own, and the run that held the person goes.
import { isDeepStrictEqual } from 'node:util';
import type { Reject } from '../../../../shared/model/issue.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { chunkStarts, packRecords, recordCells, recordsAt, writeRecords } from '../../db/records.ts';
import { beginRun, finishRun, readRun } from '../../db/runs.ts';
import { sql } from '../../db/schema.ts';
import type { ImportSummary } from '../../db/sources.ts';
import { filePlaces } from '../../db/sources.ts';
import { rejectOf } from '../../db/rejects.ts';
import type { ReadDb } from '../../db/open.ts';
import type { JobContext } from '../context.ts';
import { holdsMention, withoutMentions } from './mentions.ts';
import type { KeyColumn, Person } from './person.ts';
import { keyColumn, recordTest } from './person.ts';

export interface Erased {
  readonly runId: number;
  readonly records: number;
  readonly rejects: number;
}

const DELIMITERS = /[,;|\t]/;

/** A rejected record is the person's when their key stands in the column of keys, or what can mean only them anywhere. */
function rejectTest(db: ReadDb, runId: number, key: KeyColumn | null, { keys, own }: Person) {
  const at = key && filePlaces(db, runId)(key.field.position);
  return ({ code, cells, value, args }: Omit<Reject, 'record' | 'line'>): boolean => {
    const pieces = code === 'WRONG-DELIMITER' ? cells.flatMap((cell) => cell.split(DELIMITERS)) : cells;
    if (holdsMention([pieces, value ?? null, args], own)) return true;
    return key !== null && at !== null && keys.has(key.keyIn(pieces[at] ?? null));
  };
}

/** What the run keeps about itself, without the person. */
function summaryWithout(summary: ImportSummary, { keyTexts, own }: Person): ImportSummary {
  const { keys, ...rest } = withoutMentions(summary, own) as ImportSummary;
  if (!keys) return rest;
  return {
    ...rest,
    keys: { ...keys, examples: keys.examples.filter((one) => !holdsMention(one, keyTexts)) },
  };
}

/**
 * @returns the new run, written but for its summary (`finish`); null when the snapshot knows nothing of the person
 */
export function* eraseFromImport(
  context: JobContext,
  source: Source,
  runId: number,
  person: Person,
): Generator<number, (Erased & { readonly finish: () => void }) | null> {
  const { db, write, now } = context;
  const run = readRun(db, runId);
  if (!run) return null;
  const positions = source.fields.map(({ position }) => position);
  const key = keyColumn(db, source);
  const isOwn = recordTest(source, key, person);
  const starts = chunkStarts(db, runId);
  const summary = JSON.parse(run.summary) as ImportSummary;
  const loaded = summary.records.loaded;
  const rejected = db.all(sql.selectFrom('reject').selectAll().where('run_id', '=', runId));
  const isTheirs = rejectTest(db, runId, key, person);
  const staying = rejected.filter((row) => !isTheirs(rejectOf(row)));
  const rejects = rejected.length - staying.length;
  let found = 0;
  for (const cells of recordCells(db, runId, positions)) if (isOwn(cells)) found++;
  const cleaned = summaryWithout(summary, person);
  if (found === 0 && rejects === 0 && isDeepStrictEqual(cleaned, summary)) return null;
  const newRun = write(() =>
    beginRun(db, 'import', run.signature, JSON.parse(run.settings), now.toISOString()),
  );
  context.begun(newRun);
  let kept = 0;
  for (const [at, first] of starts.entries()) {
    const end = starts[at + 1] ?? loaded;
    const rows = Array.from({ length: end - first }, (_, row) => first + row);
    const records = recordsAt(db, runId, positions, rows).filter(({ cells }) => !isOwn(cells));
    if (records.length > 0) {
      const packed = packRecords(records, positions.length);
      write(() => writeRecords(db, newRun, kept, positions, packed));
    }
    kept += records.length;
    yield end / Math.max(1, loaded);
  }
  const records = loaded - kept;
  const counts = {
    ...summary.records,
    read: summary.records.read - records - rejects,
    loaded: kept,
    rejected: summary.records.rejected - rejects,
  };
  const finish = (): void => {
    for (const row of staying) db.run(sql.insertInto('reject').values({ ...row, run_id: newRun }));
    finishRun(db, newRun, { ...cleaned, records: counts });
    db.runRaw('UPDATE run SET created_at = ? WHERE id = ?', run.created_at, newRun);
    db.runRaw('UPDATE source SET run_id = ? WHERE run_id = ?', newRun, runId);
    db.runRaw('UPDATE snapshot SET run_id = ? WHERE run_id = ?', newRun, runId);
  };
  return { runId: newRun, records, rejects, finish };
}
