// Before an import begins: is there room for what it will write? Asked first, because a disk that fills up after ten
// minutes has cost ten minutes.
import { statSync } from 'node:fs';
import type { FileFormat } from '../../../shared/model/readSettings.ts';
import { checkSpace } from '../diskSpace.ts';

/** Text and its typed copies take as much again as the file, and half of that while they are written. */
const PER_BYTE_OF_TEXT = 1.5;
/** A workbook is packed: its cells take about six times the room. */
const PER_BYTE_OF_WORKBOOK = 6;

/** @throws AppError DISK-FULL with what is free and what is needed */
export function checkRoom(projectPath: string, sourcePath: string, format: FileFormat): void {
  const perByte = format === 'csv' ? PER_BYTE_OF_TEXT : PER_BYTE_OF_WORKBOOK;
  checkSpace(projectPath, Math.ceil(statSync(sourcePath).size * perByte));
}
