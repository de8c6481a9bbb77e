// Saves what can be read of a damaged project as a new one beside it. The damaged file is only copied, never touched:
// SQLite works on the copy, which says how many pages it has, so that what leads beyond its end is found missing.
import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../../shared/errors.ts';
import type { Locale } from '../../../../shared/i18n/locale.ts';
import type { SalvageReport } from '../../../../shared/model/salvage.ts';
import { checkSpace } from '../../diskSpace.ts';
import { checkCompanions } from '../companions.ts';
import { checkNewPlace } from '../copies.ts';
import { createProjectFile } from '../file.ts';
import { readHeader } from '../header.ts';
import type { FileHeader } from '../header.ts';
import { leftBehind } from '../lock.ts';
import { latestVersion, migrate, MIGRATIONS } from '../migrate.ts';
import { closeForGood, openDamaged, openWritable } from '../open.ts';
import type { ReadDb, WriteDb } from '../open.ts';
import { knownLocale, readName } from '../settings.ts';
import { readSources } from '../sources.ts';
import type { ImportSummary } from '../sources.ts';
import { copyTables, nothingOf } from './copyTables.ts';
import type { CopiedTable } from './copyTables.ts';
import { mendImport } from './mendImport.ts';
import type { MendedImport } from './mendImport.ts';
import { CHUNKS, copyChunks, describeOrphans } from './orphans.ts';
import { dropUnreadable, incompleteRuns, prune } from './prune.ts';
import { partsOfReport } from './report.ts';

function hasOwnWal(path: string, header: FileHeader): boolean {
  try {
    return checkCompanions(path, header, leftBehind(path)).wal;
  } catch {
    return false; // it belongs to something else: the file alone is what there is
  }
}

/** Where the head of a file says how many pages there are. */
const PAGES_AT = 28;

/**
 * A file of whole pages, as many as its head says. What was cut off must not read as zeros.
 * @returns true when the log beside it was copied, too: then some pages are newer there
 */
function copyToMend(path: string, copy: string, header: FileHeader): boolean {
  copyFileSync(path, copy);
  const hasWal = hasOwnWal(path, header);
  if (hasWal) copyFileSync(`${path}-wal`, `${copy}-wal`);
  const whole = Math.floor(statSync(copy).size / header.pageBytes);
  const pages = hasWal ? Math.max(whole, Math.min(header.pages, 2 ** 24)) : whole;
  truncateSync(copy, pages * header.pageBytes);
  if (!hasWal && pages > 0) writePages(copy, pages);
  return hasWal;
}

function writePages(copy: string, pages: number): void {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(pages);
  const file = openSync(copy, 'r+');
  try {
    writeSync(file, count, 0, count.length, PAGES_AT);
  } finally {
    closeSync(file);
  }
}

function mendImports(db: WriteDb): MendedImport[] {
  const runs = db.allRaw<{ id: number; summary: string }>(
    `SELECT id, summary FROM run WHERE kind = 'import'`,
  );
  return runs.map(({ id, summary }) => mendImport(db, id, JSON.parse(summary) as ImportSummary));
}

interface Salvaged {
  readonly tables: readonly CopiedTable[];
  readonly imports: readonly MendedImport[];
}

interface Damaged {
  /** For names, where the project's own language is gone. */
  readonly locale: Locale;
  readonly copy: string;
  readonly header: FileHeader;
  readonly hasWal: boolean;
}

/** @param from null when not even the list of tables can be read: then there are only pages to go by */
function fillProject(from: ReadDb | null, db: WriteDb, { copy, header, hasWal, locale }: Damaged): Salvaged {
  // Pages of the log are not in the file, so with one the records are read the ordinary way.
  const byPages = hasWal ? [] : [CHUNKS];
  const copied = (from && copyTables(from, db, header.version, byPages)) ?? nothingOf(header.version);
  const chunks = hasWal ? 0 : copyChunks(copy, header.pageBytes, db);
  if (chunks === 0 && copied.every(({ name, kept }) => kept === 0 || name === 'journal_state'))
    throw new AppError('SALVAGE-NOTHING', { file: basename(copy) });
  const incomplete = incompleteRuns(from, db);
  migrate(db);
  dropUnreadable(db);
  const isWhole = (name: string): boolean => copied.find((one) => one.name === name)?.complete ?? true;
  const described = describeOrphans(db, isWhole('source') && isWhole('snapshot'), knownLocale(db) ?? locale);
  prune(db, incomplete);
  const tables = copied.map((one) =>
    one.name === 'source' && described > 0 ? { ...one, complete: false } : one,
  );
  return { tables, imports: mendImports(db) };
}

function openOrNull(copy: string): ReadDb | null {
  try {
    return openDamaged(copy);
  } catch {
    return null;
  }
}

function salvageInto(damaged: Damaged, to: string): SalvageReport {
  const { copy, header } = damaged;
  const steps = MIGRATIONS.filter((one) => one.version <= header.version);
  const from = openOrNull(copy);
  createProjectFile(to, steps);
  const db = openWritable(to);
  try {
    const { tables, imports } = fillProject(from, db, damaged);
    const sources = readSources(db).map(({ name, runId }) => {
      const mended = imports.find((one) => one.runId === runId);
      const { records = 0, lostRecords = 0, lostCells = 0 } = mended ?? {};
      return { name, records, lostRecords, lostCells };
    });
    return { fileName: basename(to), name: readName(db), sources, parts: partsOfReport(db, tables) };
  } finally {
    from?.close();
    closeForGood(db);
  }
}

/**
 * @param path a project that was refused as damaged; only read
 * @param to where the new project is made; refused when something is there
 * @param locale what has lost its name is called something in the project's language, or in this one when it is gone, too
 * @throws AppError SALVAGE-NOTHING, PROJECT-MISSING, PROJECT-NOT-OURS, PROJECT-NEWER, PROJECT-EXISTS,
 *   EXPORT-TARGET, DISK-FULL
 */
export function salvageProject(path: string, to: string, locale: Locale = 'en'): SalvageReport {
  const header = readHeader(path, latestVersion());
  checkNewPlace(to);
  checkSpace(to, 2 * statSync(path).size);
  const folder = mkdtempSync(join(dirname(to), '.salvage-'));
  try {
    const copy = join(folder, basename(path));
    const hasWal = copyToMend(path, copy, header);
    return salvageInto({ copy, header, hasWal, locale }, to);
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
