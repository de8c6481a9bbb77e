// Features and segmentations that the project still refers to keep their other customers exactly where they are: the
// erased one's place stays, without key, values and segment.
import { readColumn, readStrings, replaceColumn } from '../../db/columns.ts';
import type { ColumnType } from '../../db/columns.ts';
import { codesColumn, KEYS_COLUMN, levelsColumn, numberColumn, reachColumn } from '../../db/featureTable.ts';
import type { FeaturesSummary } from '../../db/featureTable.ts';
import type { WriteDb } from '../../db/open.ts';
import { readRun } from '../../db/runs.ts';
import {
  LABELS,
  MAP_X,
  MAP_Y,
  MARGIN,
  NEXT_CLUSTER,
  OWN_DISTANCE,
  SILHOUETTE,
  UMAP_X,
  UMAP_Y,
} from '../../db/segmentationTable.ts';
import type { SegmentationSummary } from '../../db/segmentationTable.ts';
import { changeModel } from '../segmenting/storedModel.ts';
import type { Stored } from '../segmenting/storedModel.ts';
import { blotAll } from './blot.ts';
import type { Blotter } from './blot.ts';

function blank(
  db: WriteDb,
  runId: number,
  name: string,
  type: ColumnType,
  at: readonly number[],
  to: number,
): void {
  const column = readColumn(db, runId, name, type);
  if (!column) return;
  for (const row of at) column[row] = to;
  replaceColumn(db, runId, name, column);
}

function writeSummary(db: WriteDb, runId: number, summary: unknown): void {
  db.runRaw('UPDATE run SET summary = ? WHERE id = ?', JSON.stringify(summary), runId);
}

/** A category that only the erased person had says who it was. @returns the categories that were taken out */
function dropUnusedLevels(db: WriteDb, runId: number, name: string): string[] {
  const codes = readColumn(db, runId, codesColumn(name), 'int32');
  if (!codes) return [];
  const used = new Set(codes);
  const levels = readStrings(db, runId, levelsColumn(name));
  const unused = levels.filter((_, code) => !used.has(code));
  if (unused.length === 0) return [];
  replaceColumn(
    db,
    runId,
    levelsColumn(name),
    levels.map((level, code) => (used.has(code) ? level : '')),
  );
  return unused;
}

/** @returns places of the keys in the run; empty when it does not know them */
export function blankInFeatures(db: WriteDb, runId: number, keys: ReadonlySet<string>): number[] {
  const known = readStrings(db, runId, KEYS_COLUMN);
  const at = known.flatMap((key, row) => (keys.has(key) ? [row] : []));
  if (at.length === 0) return [];
  replaceColumn(
    db,
    runId,
    KEYS_COLUMN,
    known.map((key) => (keys.has(key) ? '' : key)),
  );
  const summary = JSON.parse(readRun(db, runId)?.summary ?? '{}') as FeaturesSummary;
  const features = summary.features.map((facts) => {
    const { name, type } = facts;
    if (type === 'category') {
      blank(db, runId, codesColumn(name), 'int32', at, -1);
      const unused = dropUnusedLevels(db, runId, name);
      return { ...facts, bars: facts.bars.filter(({ label }) => !unused.includes(label)) };
    }
    blank(db, runId, numberColumn(name), 'float64', at, NaN);
    return facts;
  });
  for (const channel of summary.channels) blank(db, runId, reachColumn(channel), 'uint8', at, 0);
  writeSummary(db, runId, { ...summary, features });
  return at;
}

/** Takes the places out of their segments. @returns the clusters that have nobody any more */
export function blankInSegmentation(db: WriteDb, runId: number, at: readonly number[]): number[] {
  const labels = readColumn(db, runId, LABELS, 'int32');
  if (!labels || at.length === 0) return [];
  const summary = JSON.parse(readRun(db, runId)?.summary ?? '{}') as SegmentationSummary;
  const sizes = [...summary.sizes];
  const members = at.flatMap((row) => ((labels[row] ?? -1) >= 0 ? [labels[row] as number] : []));
  for (const label of members) sizes[label] = (sizes[label] ?? 1) - 1;
  blank(db, runId, LABELS, 'int32', at, -1);
  blank(db, runId, NEXT_CLUSTER, 'int32', at, -1);
  for (const name of [MAP_X, MAP_Y, OWN_DISTANCE, MARGIN, SILHOUETTE, UMAP_X, UMAP_Y])
    blank(db, runId, name, 'float32', at, NaN);
  const next = { ...summary, sizes, customers: summary.customers - members.length };
  writeSummary(db, runId, next);
  return [...new Set(members)].filter((label) => sizes[label] === 0);
}

/** What a derived run says of the person in its texts, and what it was asked to do. */
export function blotInRun(db: WriteDb, runId: number, keys: ReadonlySet<string>, blot: Blotter): void {
  const run = readRun(db, runId);
  if (!run) return;
  const clean = (json: string): string => JSON.stringify(blotAll(JSON.parse(json), blot).value);
  const names = db.allRaw<{ name: string }>('SELECT DISTINCT name FROM column_chunk WHERE run_id = ?', runId);
  for (const { name } of names) {
    if (name.startsWith(levelsColumn(''))) {
      const levels = readStrings(db, runId, name).map(blot);
      if (levels.some(({ count }) => count > 0))
        replaceColumn(
          db,
          runId,
          name,
          levels.map(({ value }) => value),
        );
    }
    const { value, count } = blot(name);
    // Two that named the person would be one now; the features are made anew anyway.
    const update = 'UPDATE OR REPLACE column_chunk SET name = ? WHERE run_id = ? AND name = ?';
    if (count > 0) db.runRaw(update, value, runId, name);
  }
  changeModel(db, runId, (stored) => blotAll(stored, blot).value as Stored);
  // Which runs it came from is no use to a run whose sources are others now.
  const signature = [...keys].some((key) => run.signature.includes(JSON.stringify(key)))
    ? ''
    : blot(run.signature).value;
  const [settings, summary] = [clean(run.settings), clean(run.summary)];
  db.runRaw(
    'UPDATE run SET signature = ?, settings = ?, summary = ? WHERE id = ?',
    signature,
    settings,
    summary,
    runId,
  );
}
