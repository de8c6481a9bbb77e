// How jobs save a file that the person has chosen a place for.
import { writeFileSafely } from '../export/writeFileSafely.ts';
import type { Chunks } from '../export/writeFileSafely.ts';
import type { JobContext } from './context.ts';

/**
 * The whole file or nothing, also when the job is torn away in the middle of it.
 * @throws AppError EXPORT-TARGET, DISK-FULL; whatever the chunks' source throws
 */
export function saveExport(
  { db, unfinished }: JobContext,
  path: string,
  chunks: Chunks,
): Promise<{ readonly bytes: number }> {
  return writeFileSafely(path, chunks, { projectFile: db.path, replace: true, onPart: unfinished });
}
