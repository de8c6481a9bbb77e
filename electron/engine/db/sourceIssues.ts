// What was noticed about a source's snapshot in use: its rejected records one by one, then the warnings of its import.
import type { IssueFilter, SourceIssue } from '../../../shared/model/issue.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { ReadDb } from './open.ts';
import { rejectOf } from './rejects.ts';
import { sql } from './schema.ts';
import { filePlaces } from './sources.ts';
import { readSteps } from './steps.ts';

function correctedRecords(db: ReadDb, source: Source): ReadonlySet<number> {
  return new Set(
    readSteps(db, source.id).flatMap(({ step }) =>
      step.kind === 'correctRecord' && step.runId === source.runId ? [step.record] : [],
    ),
  );
}

function warningsOf(source: Source): SourceIssue[] {
  return source.issues.map(({ code, severity, args, column, count, lines }) => ({
    severity,
    code,
    args,
    column: column ?? null,
    value: null,
    record: null,
    lines: lines ?? [],
    count: count ?? 1,
    cells: null,
    corrected: false,
  }));
}

const fits = ({ code, column }: IssueFilter, issue: Pick<SourceIssue, 'code' | 'column'>): boolean =>
  (code === undefined || issue.code === code) && (column === undefined || issue.column === column);

/** Rejected records of a page or all of them, narrowed by SQL: there may be very many. */
function rejectsOf(
  db: ReadDb,
  source: Source,
  { code, column }: IssueFilter,
  page: { readonly offset: number; readonly limit: number },
): SourceIssue[] {
  const corrected = correctedRecords(db, source);
  let query = sql.selectFrom('reject').selectAll().where('run_id', '=', source.runId);
  if (code !== undefined) query = query.where('code', '=', code);
  if (column !== undefined) query = query.where('column_name', '=', column);
  return db.all(query.orderBy('n').limit(page.limit).offset(page.offset)).map((row) => {
    const { record, line, column: name = null, value = null, cells, ...rest } = rejectOf(row);
    return {
      ...rest,
      severity: 'rejected' as const,
      column: name,
      value,
      record,
      lines: [line],
      count: 1,
      cells,
      corrected: corrected.has(record),
    };
  });
}

export type IssueGroup = Pick<SourceIssue, 'severity' | 'code' | 'column' | 'count'>;

function rejectGroups(db: ReadDb, source: Source): IssueGroup[] {
  const rows = db.all(
    sql
      .selectFrom('reject')
      .select(['code', 'column_name', (eb) => eb.fn.countAll<number>().as('count')])
      .where('run_id', '=', source.runId)
      .groupBy(['code', 'column_name'])
      .orderBy('count', 'desc')
      .orderBy('code')
      .orderBy('column_name'),
  );
  return rows.map(({ code, column_name: column, count }) => ({
    severity: 'rejected',
    code: code as SourceIssue['code'],
    column,
    count,
  }));
}

function fieldsInFile(db: ReadDb, source: Source): (number | null)[] {
  const places = filePlaces(db, source.runId);
  const found: (number | null)[] = [];
  for (const { position } of source.fields) {
    const at = places(position);
    if (at !== null) found[at] = position;
  }
  return Array.from(found, (position) => position ?? null);
}

export interface IssuePage {
  readonly total: number;
  readonly issues: SourceIssue[];
  readonly groups: IssueGroup[];
  /** Which field stands in each cell of a record of the file. */
  readonly inFile: (number | null)[];
}

export function readIssues(
  db: ReadDb,
  source: Source,
  filter: IssueFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): IssuePage {
  const rejected = rejectGroups(db, source);
  const warnings = warningsOf(source);
  const groups = [
    ...rejected,
    ...warnings.map(({ severity, code, column, count }) => ({ severity, code, column, count })),
  ];
  const wantsRejects = filter.severity === undefined || filter.severity === 'rejected';
  const rejects = wantsRejects
    ? rejected.filter((group) => fits(filter, group)).reduce((sum, { count }) => sum + count, 0)
    : 0;
  const others = warnings.filter(
    (issue) => fits(filter, issue) && (filter.severity === undefined || filter.severity === issue.severity),
  );
  const some = offset < rejects ? rejectsOf(db, source, filter, { offset, limit }) : [];
  const from = Math.max(0, offset - rejects);
  const issues = [...some, ...others.slice(from, from + limit - some.length)];
  return { total: rejects + others.length, issues, groups, inFile: fieldsInFile(db, source) };
}
