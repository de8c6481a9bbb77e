// Whether a file may be imported at all, for settings that did not come from its inspection.
import type { ReadSettings } from '../../../shared/model/readSettings.ts';
import { inspectFile } from './inspectFile.ts';
import { closeFile } from './openFile.ts';
import { openSource } from './openSource.ts';

/**
 * Refuses what an inspection would refuse by the file's first bytes: a web page, a picture, an empty or blank file.
 * @throws AppError SRC-*, CSV-*, ZIP-*.
 */
export async function refuseUnfit(path: string, settings: ReadSettings): Promise<void> {
  const { file, head } = await openSource(path);
  const isWhole = head.length >= file.bytes;
  await closeFile(file);
  // Only a file that is seen whole can be found blank; describing the first part of a long one takes a third of a second.
  if (isWhole) await inspectFile(path, settings);
}
