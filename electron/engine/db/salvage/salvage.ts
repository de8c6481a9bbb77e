// Saves what can be read of a damaged project as a new one beside it. The damaged file is only copied, never touched:
// SQLite works on the copy, where what was cut off the end is made up with empty pages.
import { copyFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../../shared/errors.ts';
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
import { readName } from '../settings.ts';
import { readSources } from '../sources.ts';
import type { ImportSummary } from '../sources.ts';
import { copyTables } from './copyTables.ts';
import type { CopiedTable } from './copyTables.ts';
import { mendImport } from './mendImport.ts';
import type { MendedImport } from './mendImport.ts';
import { incompleteRuns, prune } from './prune.ts';
import { partsOfReport } from './report.ts';

function hasOwnWal(path: string, header: FileHeader): boolean {
  try {
    return checkCompanions(path, header, leftBehind(path)).wal;
  } catch {
    return false; // it belongs to something else: the file alone is what there is
  }
}

/** A file of whole pages, as many as its head says. */
function copyToMend(path: string, copy: string, header: FileHeader): void {
  copyFileSync(path, copy);
  if (hasOwnWal(path, header)) copyFileSync(`${path}-wal`, `${copy}-wal`);
  const { size } = statSync(copy);
  const pages = Math.max(Math.ceil(size / header.pageBytes), Math.min(header.pages, 2 ** 24));
  truncateSync(copy, pages * header.pageBytes);
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

function fillProject(from: ReadDb, db: WriteDb, version: number): Salvaged {
  const tables = copyTables(from, db, version);
  if (!tables || tables.every(({ name, kept }) => kept === 0 || name === 'journal_state'))
    throw new AppError('SALVAGE-NOTHING', { file: basename(from.path) });
  const incomplete = incompleteRuns(from, db);
  migrate(db);
  prune(db, incomplete);
  return { tables, imports: mendImports(db) };
}

/** Without the list of its tables, which stands in the first pages, nothing of a file can be told apart. */
function openOrNothing(copy: string): ReadDb {
  try {
    return openDamaged(copy);
  } catch {
    throw new AppError('SALVAGE-NOTHING', { file: basename(copy) });
  }
}

function salvageInto(copy: string, to: string, version: number): SalvageReport {
  const steps = MIGRATIONS.filter((one) => one.version <= version);
  const from = openOrNothing(copy);
  createProjectFile(to, steps);
  const db = openWritable(to);
  try {
    const { tables, imports } = fillProject(from, db, version);
    const sources = readSources(db).map(({ name, runId }) => {
      const mended = imports.find((one) => one.runId === runId);
      const { records = 0, lostRecords = 0, lostCells = 0 } = mended ?? {};
      return { name, records, lostRecords, lostCells };
    });
    return { fileName: basename(to), name: readName(db), sources, parts: partsOfReport(db, tables) };
  } finally {
    from.close();
    closeForGood(db);
  }
}

/**
 * @param path a project that was refused as damaged; only read
 * @param to where the new project is made; refused when something is there
 * @throws AppError SALVAGE-NOTHING, PROJECT-MISSING, PROJECT-NOT-OURS, PROJECT-NEWER, PROJECT-EXISTS,
 *   EXPORT-TARGET, DISK-FULL
 */
export function salvageProject(path: string, to: string): SalvageReport {
  const header = readHeader(path, latestVersion());
  checkNewPlace(to);
  checkSpace(to, 2 * statSync(path).size);
  const folder = mkdtempSync(join(dirname(to), '.salvage-'));
  try {
    const copy = join(folder, basename(path));
    copyToMend(path, copy, header);
    return salvageInto(copy, to, header.version);
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
