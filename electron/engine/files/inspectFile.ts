// Finds out how a file is to be read, from its first part: opening, sampling, describing. See describeSample.ts.
import type { Inspection } from '../../../shared/model/inspection.ts';
import type { ReadOverrides } from '../../../shared/model/readSettings.ts';
import { withReadValues } from './columns/readValues.ts';
import { type DescribeOptions, describeSample } from './describeSample.ts';
import { closeFile } from './openFile.ts';
import { openSource } from './openSource.ts';
import { sampleText } from './text/sampleText.ts';
import { sampleSheet } from './sheets/sampleSheet.ts';

/**
 * Inspects a file: format, encoding, delimiter, header, conventions, columns, table kind, preview.
 * Reads at most the first 256 KB of a text file (1.5 MB when a quoted cell is still open there) or 2,000 sheet rows.
 * @throws AppError SRC-*, CSV-*, XLSX-*, ZIP-* when the file cannot be read at all.
 */
export async function inspectFile(
  path: string,
  overrides: ReadOverrides,
  options: DescribeOptions = {},
): Promise<Inspection> {
  const { file, format, head } = await openSource(path);
  try {
    const sample =
      format === 'csv'
        ? await sampleText(file, head, overrides)
        : await sampleSheet(file, format, overrides.sheet);
    return withReadValues(describeSample(file, sample, overrides, options));
  } finally {
    await closeFile(file);
  }
}
