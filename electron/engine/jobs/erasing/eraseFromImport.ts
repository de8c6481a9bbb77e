// A snapshot without one person: the other records move to a run of their own, and the run that held the person goes.
import { isDeepStrictEqual } from 'node:util';
import type { Source } from '../../../../shared/model/source.ts';
import { chunkStarts, packRecords, recordCells, recordsAt, writeRecords } from '../../db/records.ts';
import type { StoredRecord } from '../../db/records.ts';
import { beginRun, finishRun, readRun } from '../../db/runs.ts';
import { sql } from '../../db/schema.ts';
import type { ImportSummary } from '../../db/sources.ts';
import type { JobContext } from '../context.ts';
import { blotAll } from './blot.ts';
import type { Blotter } from './blot.ts';
import { keyColumn, ROWS_PER_STEP } from './identifying.ts';
import { holdsMention, withoutMentions } from './mentions.ts';
import { othersCells } from './othersCells.ts';
import type { OthersCells } from './othersCells.ts';
import type { Person } from './person.ts';
import { recordTest } from './person.ts';
import { rejectsWithout } from './rejected.ts';
import type { RejectsWithout } from './rejected.ts';

/** A run that has taken a snapshot's place; written but for its summary (`finish`). */
export interface Erased {
  readonly runId: number;
  readonly records: number;
  readonly rejects: number;
  /** Places where the person stood inside what others' records say. */
  readonly mentions: number;
  readonly finish: () => void;
}

export interface FromImport {
  /** Null when the snapshot says nothing of the person. */
  readonly erased: Erased | null;
  /** Contacts of others that are the person's, too; they stay. */
  readonly shared: number;
}

/** What the run keeps about itself, without the person. */
function summaryWithout(summary: ImportSummary, { keyTexts, own }: Person, blot: Blotter): ImportSummary {
  const { keys, ...rest } = blotAll(withoutMentions(summary, own), blot).value as ImportSummary;
  if (!keys) return rest;
  return {
    ...rest,
    keys: { ...keys, examples: keys.examples.filter((one) => !holdsMention(one, keyTexts)) },
  };
}

type Cells = StoredRecord['cells'];

interface Test {
  readonly isOwn: (cells: Cells) => boolean;
  readonly others: (cells: Cells) => OthersCells;
}

/** Looking takes less than writing. */
const LOOKING = 0.4;

/** Whether the records say anything of the person. Yields the share done. */
function* look(
  records: Iterable<Cells>,
  loaded: number,
  { isOwn, others }: Test,
): Generator<number, { touched: boolean; shared: number }> {
  let [touched, sharing, row] = [false, 0, 0];
  for (const cells of records) {
    if (++row % ROWS_PER_STEP === 0) yield (LOOKING * row) / loaded;
    if (isOwn(cells)) touched = true;
    else {
      const { count, shared } = others(cells);
      touched ||= count > 0;
      sharing += shared;
    }
  }
  return { touched, shared: sharing };
}

interface Rewriting extends Test {
  readonly source: Source;
  readonly runId: number;
  readonly loaded: number;
}

/** Writes the records that stay to the new run. @returns how many those are, and the mentions taken out of them */
function* rewrite(
  { db, write }: JobContext,
  newRun: number,
  { source, runId, loaded, isOwn, others }: Rewriting,
): Generator<number, { kept: number; mentions: number }> {
  const positions = source.fields.map(({ position }) => position);
  const starts = chunkStarts(db, runId);
  let [kept, mentions] = [0, 0];
  for (const [at, first] of starts.entries()) {
    const end = starts[at + 1] ?? loaded;
    const rows = Array.from({ length: end - first }, (_, row) => first + row);
    const records = recordsAt(db, runId, positions, rows).flatMap((record) => {
      if (isOwn(record.cells)) return [];
      const { value, count } = others(record.cells);
      mentions += count;
      return [{ ...record, cells: value }];
    });
    if (records.length > 0) {
      const packed = packRecords(records, positions.length);
      const before = kept;
      write(() => writeRecords(db, newRun, before, positions, packed));
    }
    kept += records.length;
    yield LOOKING + ((1 - LOOKING) * end) / Math.max(1, loaded);
  }
  return { kept, mentions };
}

interface Finishing {
  readonly runId: number;
  readonly newRun: number;
  readonly summary: ImportSummary;
  readonly kept: number;
  readonly rejects: RejectsWithout;
}

/** Puts the new run in the old one's place. */
function finishing(
  { db }: JobContext,
  { runId, newRun, summary, kept, rejects }: Finishing,
): Erased['finish'] {
  const { read, loaded, rejected, blank } = summary.records;
  const records = {
    read: read - (loaded - kept) - rejects.gone,
    loaded: kept,
    rejected: rejected - rejects.gone,
    blank,
  };
  const begun = readRun(db, runId)?.created_at ?? '';
  return () => {
    for (const row of rejects.staying) db.run(sql.insertInto('reject').values({ ...row, run_id: newRun }));
    finishRun(db, newRun, { ...summary, records });
    db.runRaw('UPDATE run SET created_at = ? WHERE id = ?', begun, newRun);
    db.runRaw('UPDATE source SET run_id = ? WHERE run_id = ?', newRun, runId);
    db.runRaw('UPDATE snapshot SET run_id = ? WHERE run_id = ?', newRun, runId);
  };
}

/** Yields the share done. */
export function* eraseFromImport(
  context: JobContext,
  source: Source,
  runId: number,
  person: Person,
  blot: Blotter,
): Generator<number, FromImport> {
  const { db, write, now } = context;
  const run = readRun(db, runId);
  if (!run) return { erased: null, shared: 0 };
  const positions = source.fields.map(({ position }) => position);
  const key = keyColumn(db, source);
  const test = {
    isOwn: recordTest(source, key, person),
    others: othersCells(source, key, person.own, blot),
  };
  const before = JSON.parse(run.summary) as ImportSummary;
  const { loaded } = before.records;
  const { touched, shared } = yield* look(recordCells(db, runId, positions), loaded, test);
  const summary = summaryWithout(before, person, blot);
  const settings = blotAll(JSON.parse(run.settings), blot);
  const rejects = rejectsWithout(db, source, runId, person, blot);
  const told = rejects.gone + rejects.mentions + settings.count > 0 || !isDeepStrictEqual(summary, before);
  if (!touched && !told) return { erased: null, shared };
  const newRun = write(() =>
    beginRun(db, 'import', run.signature, settings.value as object, now.toISOString()),
  );
  context.begun(newRun);
  const { kept, mentions } = yield* rewrite(context, newRun, { source, runId, loaded, ...test });
  const erased: Erased = {
    runId: newRun,
    records: loaded - kept,
    rejects: rejects.gone,
    mentions: mentions + rejects.mentions,
    finish: finishing(context, { runId, newRun, summary, kept, rejects }),
  };
  return { erased, shared };
}
