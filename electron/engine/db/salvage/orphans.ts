// The records of a damaged file, taken from its pages whether or not a tree still leads there, and descriptions of their
// runs, sources and columns, where these are gone.
import type { Locale } from '../../../../shared/i18n/locale.ts';
import { COLUMN_WORDS, SOURCE_WORDS } from '../../../../shared/i18n/unnamedWords.ts';
import { PLAIN_CSV } from '../../../../shared/model/readSettings.ts';
import type { ReadDb, WriteDb } from '../open.ts';
import { isPackedText, PackedText } from '../packedText.ts';
import type { ImportSummary } from '../sources.ts';
import { PageFile } from './leafPages.ts';

/** The table of records, the only one with bytes: its rows are known by their shape. */
export const CHUNKS = 'column_chunk';
const INSERT_CHUNK = 'INSERT OR IGNORE INTO column_chunk (run_id, name, chunk, data) VALUES (?, ?, ?, ?)';

/**
 * Copies all chunks that stand whole on pages of the file. `secure_delete` leaves no pages of what was deleted.
 * @returns how many there were
 */
export function copyChunks(path: string, pageBytes: number, to: WriteDb): number {
  const file = new PageFile(path, pageBytes);
  try {
    return to.transaction(() => {
      let added = 0;
      for (const values of file.records()) {
        const [runId, name, chunk, data] = values;
        if (values.length !== 4 || !isNumber(runId) || !isNumber(chunk)) continue;
        if (typeof name === 'string' && Buffer.isBuffer(data))
          added += to.runRaw(INSERT_CHUNK, runId, name, chunk, data).changes;
      }
      return added;
    });
  } finally {
    file.close();
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

const idsOf = (db: ReadDb, query: string): number[] => db.allRaw<{ id: number }>(query).map(({ id }) => id);

/** Rows up to the end of the last chunk of texts or lines that is left. */
function rowsOf(db: ReadDb, runId: number): number {
  const chunks = db.allRaw<{ name: string; chunk: number; data: Buffer }>(
    `SELECT name, chunk, data FROM column_chunk WHERE run_id = ? AND (name IN ('record', 'line') OR name LIKE 'text:%')`,
    runId,
  );
  const ends = chunks.map(({ name, chunk, data }) => {
    if (!name.startsWith('text:')) return chunk + Math.floor(data.byteLength / 4);
    return isPackedText(data) ? chunk + new PackedText(data).rows : 0;
  });
  return ends.reduce((most, end) => Math.max(most, end), 0);
}

const RUNS_WITH_TEXTS = `SELECT DISTINCT run_id AS id FROM column_chunk WHERE name LIKE 'text:%' ORDER BY 1`;
const SOURCE_OF = 'SELECT id, name FROM source WHERE run_id = ?';
const INSERT_SOURCE = `INSERT INTO source (name, kind, run_id) VALUES (?, 'other', ?)`;

/** A run of which only the records are left: counted as far as they go, read in a way that is not known any more. */
function describeRun(db: WriteDb, runId: number, name: string): void {
  const rejected = idsOf(db, `SELECT n AS id FROM reject WHERE run_id = ${runId}`).length;
  const loaded = rowsOf(db, runId);
  const summary: ImportSummary = {
    fileName: name,
    fileHash: '',
    records: { read: loaded + rejected, loaded, rejected, blank: 0 },
    issues: [],
    asOf: null,
  };
  db.runRaw(
    `INSERT INTO run (id, kind, status, signature, created_at, settings, summary) VALUES (?, 'import', 'done', '', ?, ?, ?)`,
    runId,
    new Date().toISOString(),
    JSON.stringify(PLAIN_CSV),
    JSON.stringify(summary),
  );
}

/** Columns that have texts and no field: nothing is known of them, so nothing uses them until somebody says what they are. */
function describeColumns(db: WriteDb, sourceId: number, runId: number, locale: Locale): number {
  const query = `SELECT DISTINCT CAST(substr(name, 6) AS INTEGER) AS id FROM column_chunk
    WHERE run_id = ${runId} AND name LIKE 'text:%'
    AND CAST(substr(name, 6) AS INTEGER) NOT IN (SELECT position FROM field WHERE source_id = ${sourceId}) ORDER BY 1`;
  const positions = idsOf(db, query);
  for (const position of positions) {
    const name = `${COLUMN_WORDS[locale]} ${position + 1}`;
    db.runRaw(
      `INSERT INTO field (source_id, position, header, name, type, role, criterion, decimal, thousands, date_order, pii)
       VALUES (?, ?, ?, ?, 'text', 'ignore', NULL, '.', '', 'ymd', NULL)`,
      sourceId,
      position,
      name,
      name,
    );
  }
  return positions.length;
}

/**
 * Gives back what the records of imports need to be seen: their runs, and where the list of sources is damaged,
 * sources. An import that had been undone has a run and no source, and stays so while the list is whole.
 * @param locale the language of what must be called something
 * @returns how many runs, sources and lists of columns were gone
 */
export function describeOrphans(db: WriteDb, sourcesAreWhole: boolean, locale: Locale): number {
  return db.transaction(() => {
    const runs = new Set(idsOf(db, 'SELECT id FROM run'));
    const used = new Set(idsOf(db, 'SELECT run_id AS id FROM source UNION SELECT run_id FROM snapshot'));
    let described = 0;
    for (const runId of idsOf(db, RUNS_WITH_TEXTS)) {
      const isLost = !used.has(runId) && !sourcesAreWhole;
      if (!isLost && !used.has(runId)) continue;
      const source = db.allRaw<{ id: number; name: string }>(SOURCE_OF, runId)[0];
      const name = source?.name ?? `${SOURCE_WORDS[locale]} ${runId}`;
      if (!runs.has(runId)) describeRun(db, runId, name);
      const sourceId = isLost ? db.runRaw(INSERT_SOURCE, name, runId).lastId : source?.id;
      const columns = sourceId === undefined ? 0 : describeColumns(db, sourceId, runId, locale);
      if (isLost || !runs.has(runId) || columns > 0) described++;
    }
    return described;
  });
}
