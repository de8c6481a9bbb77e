// The scorecard as a workbook; examples of personal data stay masked.
import { AppError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import { readReport } from '../db/qualityTable.ts';
import { readName, readSettings } from '../db/settings.ts';
import { wordsOf } from '../export/words.ts';
import { qualityXlsx } from '../export/xlsx/qualityXlsx.ts';
import { checkQuality } from './checkQuality.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { saveExport } from './saveExport.ts';

/** @throws AppError NO-CUSTOMERS (nothing is imported), EXPORT-TARGET, DISK-FULL */
export async function* exportQuality(
  context: JobContext,
  { path }: { readonly path: string },
): AsyncGenerator<Progress, { bytes: number }> {
  const { db } = context;
  yield* checkQuality(context);
  const report = readReport(db);
  if (!report) throw new AppError('NO-CUSTOMERS');
  yield within('writing', 0.9, 1, 0);
  const { locale, currency } = readSettings(db);
  const bytes = await qualityXlsx(report, readName(db), currency, wordsOf(locale, currency));
  return saveExport(context, path, [bytes]);
}
