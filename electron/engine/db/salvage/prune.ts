// After a salvage: what refers to something that is gone goes too, so that no screen asks for it.
import type { ReadDb, WriteDb } from '../open.ts';

/** Computed runs of which a chunk is missing; null = it is not known which chunks there were. */
export function incompleteRuns(from: ReadDb | null, to: ReadDb): ReadonlySet<number> {
  const runs = to.allRaw<{ id: number }>(`SELECT id FROM run WHERE kind <> 'import'`);
  const incomplete = runs.filter(({ id }) => {
    if (!from) return true;
    const query = 'SELECT count(*) AS n FROM column_chunk INDEXED BY column_chunk_key WHERE run_id = ?';
    try {
      const [was] = from.allRaw<{ n: number }>(query, id);
      const [is] = to.allRaw<{ n: number }>(query, id);
      return was?.n !== is?.n;
    } catch {
      return true;
    }
  });
  return new Set(incomplete.map(({ id }) => id));
}

/** In this order: each sentence may leave something for the next. */
const DANGLING: readonly string[] = [
  `DELETE FROM run WHERE status <> 'done'`,
  'DELETE FROM snapshot WHERE run_id NOT IN (SELECT id FROM run)',
  'DELETE FROM source WHERE run_id NOT IN (SELECT id FROM run)',
  'DELETE FROM source WHERE id NOT IN (SELECT source_id FROM field)',
  'DELETE FROM snapshot WHERE source_id NOT IN (SELECT id FROM source)',
  'DELETE FROM field WHERE source_id NOT IN (SELECT id FROM source)',
  'DELETE FROM step WHERE source_id NOT IN (SELECT id FROM source)',
  `DELETE FROM run WHERE kind = 'segmentation'
    AND json_extract(settings, '$.featuresRunId') NOT IN (SELECT id FROM run)`,
  'DELETE FROM segmentation WHERE run_id NOT IN (SELECT id FROM run)',
  'DELETE FROM segmentation WHERE id NOT IN (SELECT segmentation_id FROM segment)',
  'DELETE FROM segment WHERE segmentation_id NOT IN (SELECT id FROM segmentation)',
  `DELETE FROM setting WHERE id = 'segmentation' AND CAST(value AS INTEGER) NOT IN (SELECT id FROM segmentation)`,
  'DELETE FROM persona WHERE segment_id NOT IN (SELECT id FROM segment)',
  // A plan counts customers of segments; without segments it has nothing to count.
  'DELETE FROM action WHERE NOT EXISTS (SELECT 1 FROM segment)',
  'DELETE FROM campaign WHERE id NOT IN (SELECT campaign_id FROM action)',
  'DELETE FROM action WHERE campaign_id NOT IN (SELECT id FROM campaign)',
  'DELETE FROM reject WHERE run_id NOT IN (SELECT id FROM run)',
  'DELETE FROM column_chunk WHERE run_id NOT IN (SELECT id FROM run)',
];

/** Columns whose text is JSON: a record with a hole in it was read, and is wrong. */
const JSON_COLUMNS: readonly (readonly [table: string, column: string])[] = [
  ['run', 'settings'],
  ['run', 'summary'],
  ['setting', 'value'],
  ['step', 'body'],
  ['persona', 'body'],
  ['action', 'body'],
  ['segment', 'clusters'],
  ['reject', 'args'],
  ['reject', 'cells'],
];

/** Removes records that were read through a lost page. */
export function dropUnreadable(db: WriteDb): void {
  db.transaction(() => {
    for (const [table, column] of JSON_COLUMNS)
      db.exec(`DELETE FROM ${table} WHERE NOT json_valid(${column}) OR instr(${column}, char(0)) > 0`);
  });
}

/** Removes these runs and everything that has lost what it refers to. */
export function prune(db: WriteDb, runs: ReadonlySet<number>): void {
  db.transaction(() => {
    for (const id of runs) db.runRaw('DELETE FROM run WHERE id = ?', id);
    for (const sentence of DANGLING) db.exec(sentence);
  });
}
