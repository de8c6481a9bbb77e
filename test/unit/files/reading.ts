// What the tests of the readers share: files in a temporary folder, and reading one from end to end.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError, type ErrorArgs, type Place } from '../../../shared/errors.ts';
import type { ColumnMapping, RecordCounts } from '../../../shared/model/source.ts';
import type { Inspection } from '../../../shared/model/inspection.ts';
import type { Issue, Reject } from '../../../shared/model/issue.ts';
import type { ReadOverrides } from '../../../shared/model/readSettings.ts';
import { inspectFile, type LoadedRecord, readRecords } from '../../../electron/engine/files/index.ts';

/** A folder of its own for the files of one test file. */
export class TempFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'clientela-files-'));

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    writeFileSync(path, content);
    return path;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export interface ReadFile {
  readonly inspection: Inspection;
  readonly loaded: readonly LoadedRecord[];
  readonly rejects: readonly Reject[];
  readonly counts: RecordCounts;
  readonly issues: readonly Issue[];
}

/** Inspects and reads a file with what the inspection proposes. `asText`: every column is taken as text. */
export async function readFile(
  path: string,
  overrides: ReadOverrides = {},
  asText = false,
): Promise<ReadFile> {
  const inspection = await inspectFile(path, overrides);
  const columns: readonly ColumnMapping[] = inspection.columns.map((column) =>
    asText ? { ...column, type: 'text', role: 'feature' } : column,
  );
  const loaded: LoadedRecord[] = [];
  const rejects: Reject[] = [];
  const reader = readRecords(path, inspection.settings, columns);
  for (;;) {
    const step = await reader.next();
    if (step.done === true) return { inspection, loaded, rejects, ...step.value };
    loaded.push(...step.value.records);
    rejects.push(...step.value.rejects);
  }
}

/** The refusal that an attempt ends in; fails the test when it succeeds or fails otherwise. */
export async function refusalOf(
  attempt: Promise<unknown>,
): Promise<{ readonly code: string; readonly args: ErrorArgs; readonly place: Place }> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, args: error.args, place: error.place };
    throw error;
  }
  throw new Error('expected a refusal');
}

export function cellsOf(file: ReadFile): readonly (readonly (string | null)[])[] {
  return file.loaded.map((record) => record.cells);
}

export function namesOf(file: ReadFile): readonly string[] {
  return file.inspection.columns.map((column) => column.name);
}

/** Codes of the warnings, each once. */
export function codesOf(issues: readonly Issue[]): readonly string[] {
  return [...new Set(issues.map((issue) => issue.code))];
}
