// The issue list of the import wizard as CSV, in the words that were on screen.
import type { InputOf } from '../../../shared/contract/index.ts';
import type { Progress } from '../../../shared/model/job.ts';
import { readSettings } from '../db/settings.ts';
import { csvConventions, writeCsv } from '../export/csv.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { saveExport } from './saveExport.ts';

type Input = Pick<InputOf<'sources.exportIssues'>, 'rows'> & { readonly path: string };

/** @throws AppError EXPORT-TARGET, DISK-FULL */
export async function* exportIssues(
  context: JobContext,
  { rows, path }: Input,
): AsyncGenerator<Progress, { bytes: number }> {
  yield within('writing', 0, 1, 0);
  const { locale } = readSettings(context.db);
  return saveExport(context, path, writeCsv(rows, csvConventions(locale)));
}
