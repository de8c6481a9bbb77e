// Everything that was noticed about a source as CSV: what, where exactly, what was done with it, and what can be done.
import { translatorOf } from '../../../shared/i18n/index.ts';
import type { IssueFilter, SourceIssue } from '../../../shared/model/issue.ts';
import { REMEDY_OF } from '../../../shared/model/remedy.ts';
import type { Progress } from '../../../shared/model/job.ts';
import { readSettings } from '../db/settings.ts';
import { readIssues } from '../db/sourceIssues.ts';
import { readSource } from '../db/sources.ts';
import { csvConventions, writeCsv } from '../export/csv.ts';
import type { CsvCell } from '../export/csv.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { saveExport } from './saveExport.ts';

interface Input extends IssueFilter {
  readonly sourceId: number;
  readonly path: string;
}

const PAGE = 500;
const COLUMNS = [
  'code',
  'what',
  'file',
  'sheet',
  'record',
  'line',
  'column',
  'value',
  'outcome',
  'toDo',
] as const;

const doneWith = ({ severity, corrected }: SourceIssue): 'corrected' | 'keptOut' | 'read' | 'noted' =>
  corrected ? 'corrected' : severity === 'rejected' ? 'keptOut' : severity === 'check' ? 'read' : 'noted';

/** @throws AppError SOURCE-UNKNOWN, EXPORT-TARGET, DISK-FULL */
export async function* exportMessages(
  context: JobContext,
  { sourceId, path, ...filter }: Input,
): AsyncGenerator<Progress, { bytes: number }> {
  const { db } = context;
  const source = readSource(db, sourceId);
  yield within('writing', 0, 1, 0);
  const { locale } = readSettings(db);
  const t = translatorOf(locale);
  const say = t as unknown as (key: string, values: SourceIssue['args']) => string;
  const lineOf = (issue: SourceIssue): CsvCell[] => [
    issue.code,
    say(`issues.${issue.code}`, {
      column: issue.column ?? '',
      value: issue.value ?? '',
      count: issue.count,
      ...issue.args,
    }),
    source.fileName,
    source.settings.sheet ?? null,
    issue.record,
    issue.lines.join(', '),
    issue.column,
    issue.value,
    t(`exports.messages.done.${doneWith(issue)}`),
    t(`data.toDo.${issue.corrected ? 'none' : REMEDY_OF[issue.code]}`),
  ];
  function* rows(): Generator<CsvCell[]> {
    yield COLUMNS.map((name) => t(`exports.messages.${name}`));
    for (let offset = 0; ; offset += PAGE) {
      const { total, issues } = readIssues(db, source, filter, { offset, limit: PAGE });
      for (const issue of issues) yield lineOf(issue);
      if (offset + PAGE >= total) return;
    }
  }
  return saveExport(context, path, writeCsv(rows(), csvConventions(locale)));
}
