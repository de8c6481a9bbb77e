import type { OpenedFile } from '../openFile.ts';
import type { RawReader } from '../rawRecord.ts';
import { AppError } from '../../../../shared/errors.ts';
export async function* readSheet(file: OpenedFile, _sheet: string | undefined): RawReader {
  yield { records: [], bytesRead: 0 };
  throw new AppError('XLSX-DAMAGED', {}, { file: file.fileName });
}
