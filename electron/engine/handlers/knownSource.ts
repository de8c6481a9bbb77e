// Whether the open project holds a file already, or a source of its shape: by a quick fingerprint, then by headers.
import type { Inspection, KnownSource } from '../../../shared/model/inspection.ts';
import type { ReadDb } from '../db/open.ts';
import { sql } from '../db/schema.ts';
import type { ImportSummary } from '../db/sources.ts';
import { readSources } from '../db/sources.ts';
import { shapeOf } from '../files/index.ts';

/** Fingerprints of the snapshots of every source. */
function headHashes(db: ReadDb): ReadonlyMap<number, ReadonlySet<string>> {
  const runs = db.all(
    sql
      .selectFrom('snapshot')
      .innerJoin('run', 'run.id', 'snapshot.run_id')
      .select(['snapshot.source_id', 'run.summary']),
  );
  const bySource = Map.groupBy(runs, (run) => run.source_id);
  return new Map(
    [...bySource].map(([id, own]) => [
      id,
      new Set(own.flatMap(({ summary }) => (JSON.parse(summary) as Partial<ImportSummary>).headHash ?? [])),
    ]),
  );
}

/**
 * The source that a file was imported as (`file`), else the newest one with the same headers in the same order and of
 * the same kind (`shape`). Another sheet of a known workbook, or a second table of a text, is another table.
 * @param headHash `hashHead` of the file
 */
export function knownSource(db: ReadDb, inspection: Inspection, headHash: string): KnownSource | null {
  const sources = readSources(db).toReversed();
  const hashes = headHashes(db);
  const { settings } = inspection;
  const same = sources.find(
    (source) =>
      hashes.get(source.id)?.has(headHash) === true &&
      source.settings.sheet === settings.sheet &&
      source.settings.startLine === settings.startLine,
  );
  const shape = shapeOf(inspection.columns.map(({ header }) => header));
  const like =
    same ??
    sources.find(
      (source) => shape !== undefined && shapeOf(source.fields.map(({ header }) => header)) === shape,
    );
  if (!like) return null;
  const { id, name, importedAt } = like;
  return { sourceId: id, name, importedAt, match: same ? 'file' : 'shape' };
}
