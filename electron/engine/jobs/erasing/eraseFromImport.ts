// A snapshot without one person: the other records move to a run of their own, and the run that held the person goes.
import type { Source } from '../../../../shared/model/source.ts';
import { chunkStarts, packRecords, recordCells, recordsAt, writeRecords } from '../../db/records.ts';
import { beginRun, finishRun, readRun } from '../../db/runs.ts';
import { sql } from '../../db/schema.ts';
import type { ImportSummary } from '../../db/sources.ts';
import type { JobContext } from '../context.ts';
import type { OwnTexts } from './mentions.ts';
import { holdsMention, plainText, withoutMentions } from './mentions.ts';

/** What identifies the person in a source: the key, or the contacts where there is no key. */
export interface Identity {
  readonly keys: ReadonlySet<string>;
  readonly contacts: OwnTexts;
}

const CONTACTS: readonly (string | null)[] = ['email', 'phone', 'nationalId'];

export const contactFields = ({ fields }: Pick<Source, 'fields'>) =>
  fields.filter(({ role, pii }) => (role === 'contact' || role === 'pii') && CONTACTS.includes(pii));

/** Whether a record is the person's, by its cells in the order of the fields. */
export function recordTest(source: Source, { keys, contacts }: Identity) {
  const key = source.fields.findIndex(({ role }) => role === 'customerKey');
  const others = contactFields(source).map((field) => source.fields.indexOf(field));
  return (cells: readonly (string | null)[]): boolean => {
    if (key >= 0) return keys.has(cells[key]?.trim() ?? '');
    return others.some((at) => contacts.has(plainText(cells[at] ?? '')));
  };
}

export interface Erased {
  readonly runId: number;
  readonly records: number;
  readonly rejects: number;
}

/**
 * @returns the new run, written but for its summary (`finish`); null when the snapshot knows nothing of the person
 */
export function* eraseFromImport(
  context: JobContext,
  source: Source,
  runId: number,
  identity: Identity,
  own: OwnTexts,
): Generator<number, (Erased & { readonly finish: () => void }) | null> {
  const { db, write, now } = context;
  const run = readRun(db, runId);
  if (!run) return null;
  const positions = source.fields.map(({ position }) => position);
  const isOwn = recordTest(source, identity);
  const starts = chunkStarts(db, runId);
  const summary = JSON.parse(run.summary) as ImportSummary;
  const loaded = summary.records.loaded;
  const rejected = db.all(sql.selectFrom('reject').selectAll().where('run_id', '=', runId));
  const staying = rejected.filter(({ cells, value, args }) => {
    return !holdsMention([JSON.parse(cells), value, JSON.parse(args)], own);
  });
  const rejects = rejected.length - staying.length;
  let found = 0;
  for (const cells of recordCells(db, runId, positions)) if (isOwn(cells)) found++;
  if (found === 0 && rejects === 0 && !holdsMention(summary, own)) return null;
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
    finishRun(db, newRun, { ...(withoutMentions(summary, own) as object), records: counts });
    db.runRaw('UPDATE run SET created_at = ? WHERE id = ?', run.created_at, newRun);
    db.runRaw('UPDATE source SET run_id = ? WHERE run_id = ?', newRun, runId);
    db.runRaw('UPDATE snapshot SET run_id = ? WHERE run_id = ?', newRun, runId);
  };
  return { runId: newRun, records, rejects, finish };
}
