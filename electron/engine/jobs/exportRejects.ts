// Rejected records as CSV: where, why, and the cells as they stood in the file.
import type { Progress } from '../../../shared/model/job.ts';
import { translatorOf } from '../../../shared/i18n/index.ts';
import type { IssueCode, IssueFilter } from '../../../shared/model/issue.ts';
import { AppError } from '../../../shared/errors.ts';
import { sql } from '../db/schema.ts';
import { readSettings } from '../db/settings.ts';
import { readSources } from '../db/sources.ts';
import { csvConventions, writeCsv } from '../export/csv.ts';
import type { CsvCell } from '../export/csv.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { saveExport } from './saveExport.ts';

interface Input extends Pick<IssueFilter, 'code' | 'column'> {
  readonly sourceId: number;
  readonly path: string;
}

/** @throws AppError SOURCE-UNKNOWN, EXPORT-TARGET, DISK-FULL */
export async function* exportRejects(
  context: JobContext,
  { sourceId, path, code: only, column: about }: Input,
): AsyncGenerator<Progress, { bytes: number }> {
  const { db } = context;
  const source = readSources(db).find((one) => one.id === sourceId);
  if (!source) throw new AppError('SOURCE-UNKNOWN');
  const { fields } = source;
  yield within('writing', 0, 1, 0);
  const { locale } = readSettings(db);
  const t = translatorOf(locale);
  let query = sql.selectFrom('reject').selectAll().where('run_id', '=', source.runId);
  if (only !== undefined) query = query.where('code', '=', only);
  if (about !== undefined) query = query.where('column_name', '=', about);
  const rejects = db.all(query.orderBy('n'));
  function* rows(): Generator<CsvCell[]> {
    yield [
      t('exports.rejected.record'),
      t('exports.rejected.line'),
      t('exports.rejected.column'),
      t('exports.rejected.value'),
      t('exports.rejected.reason'),
      ...fields.map((field) => field.header),
    ];
    for (const { record, line, column_name: column, value, code, args, cells } of rejects) {
      const reason = t(`issues.${code as IssueCode}`, JSON.parse(args) as never);
      yield [record, line, column, value, reason, ...(JSON.parse(cells) as string[])];
    }
  }
  return saveExport(context, path, writeCsv(rows(), csvConventions(locale)));
}
