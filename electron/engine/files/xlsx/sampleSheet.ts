import { AppError } from '../../../../shared/errors.ts';
import type { OpenedFile } from '../openFile.ts';
import type { Sample } from '../sample.ts';
export async function sampleSheet(file: OpenedFile, _sheet: string | undefined): Promise<Sample> {
  throw new AppError('XLSX-DAMAGED', {}, { file: file.fileName });
}
