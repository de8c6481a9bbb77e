// A source as the checks see it: typed columns, the text behind them, and how findings about it are made.
import type { Finding, FindingCode, Question, Severity } from '../../../../shared/model/quality.ts';
import { isPersonal, maskPersonal } from '../../../../shared/model/maskPersonal.ts';
import { isNumeric, type Field, type Source } from '../../../../shared/model/source.ts';
import type { ReadDb } from '../../db/open.ts';
import { preparedCells } from '../../preparing/prepared.ts';
import type { Prepared } from '../../preparing/prepared.ts';
import { columnsOf } from '../features/typedColumns.ts';
import type { SourceColumns } from '../features/typedColumns.ts';

export interface CheckedTable {
  readonly db: ReadDb;
  /** Its fields as the recorded fixes read them. */
  readonly source: Source;
  readonly prepared: Prepared;
  readonly rows: number;
  readonly columns: SourceColumns;
}

export function checkedTable(db: ReadDb, source: Source, prepared: Prepared): CheckedTable {
  const columns = columnsOf(db, prepared);
  return { db, source: { ...source, fields: [...prepared.fields] }, prepared, rows: prepared.rows, columns };
}

/** A column's cells in order, as the analysis has them. */
export function* cellsOf({ db, prepared }: CheckedTable, field: Field): Generator<string | null> {
  for (const [cell] of preparedCells(db, prepared, [field.position])) yield cell ?? null;
}

type Details = Partial<Pick<Finding, 'args' | 'touches' | 'examples' | 'fix'>>;

/** True where the stored text is what the analysis uses: no fix touched it, no record is left out or added. */
export function isAsImported({ prepared }: CheckedTable, { position }: Field): boolean {
  return prepared.choice.rows === null && prepared.corrected === 0 && !prepared.fixed.has(position);
}

/** A finding about a table, or about one of its columns. */
export function about(
  { source }: Pick<CheckedTable, 'source'>,
  field: Field | null,
  code: FindingCode,
  question: Question,
  severity: Severity,
  { args = {}, touches = null, examples = [], fix = null }: Details = {},
): Finding {
  return {
    id: [code, source.id, field?.position ?? ''].join(':'),
    code,
    question,
    severity,
    sourceId: source.id,
    source: source.name,
    column: field?.name ?? '',
    args,
    touches,
    examples: examples
      .slice(0, 5)
      .map(({ word, count }) => ({ word: field && !isBirthDate(field) ? shown(field, word) : word, count })),
    fix,
  };
}

/** A finding about the project as a whole. */
export function overall(
  code: FindingCode,
  question: Question,
  severity: Severity,
  details: Details = {},
): Finding {
  const { args = {}, touches = null, examples = [], fix = null } = details;
  const nowhere = { sourceId: null, source: '', column: '' };
  return { id: code, code, question, severity, ...nowhere, args, touches, examples, fix };
}

/** A key that is an address or a tax number is personal, too. */
const shown = ({ role, pii }: Field, word: string): string =>
  isPersonal(role) || (role === 'customerKey' && pii) ? maskPersonal(word, pii ?? null) : word;

/** Lines of transactions, else records. */
export const unitOf = ({ source }: CheckedTable): 'lines' | 'customers' | 'records' =>
  source.kind === 'transactions' ? 'lines' : source.kind === 'customers' ? 'customers' : 'records';

export function touching(table: CheckedTable, count: number): Finding['touches'] {
  return { count, of: table.rows, unit: unitOf(table) };
}

const FEATURE_ROLES: readonly Field['role'][] = ['feature', 'outcome'];
export const isFeature = ({ role }: Field): boolean => FEATURE_ROLES.includes(role);

const AGE = /(?:^|[^\p{L}])(?:age|idade|edad|edat)(?:$|[^\p{L}])|возраст/iu;
const BIRTH_YEAR = /birth|born|nasc|nacim|naix|рожд/iu;

export const isAge = (field: Field): boolean => isNumeric(field) && AGE.test(field.header);
export const isBirthDate = ({ type, pii }: Field): boolean => type === 'date' && pii === 'birthDate';
export const isBirthYear = (field: Field): boolean => isNumeric(field) && BIRTH_YEAR.test(field.header);

/** Texts of a column whose typed value fits, each with its count; at most `most` different ones. */
export function textsWhere(
  table: CheckedTable,
  field: Field,
  fits: (row: number) => boolean,
  most = 1000,
): { word: string; count: number }[] {
  const counts = new Map<string, number>();
  let row = 0;
  for (const cell of cellsOf(table, field)) {
    if (cell !== null && fits(row) && (counts.has(cell) || counts.size < most))
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    row++;
  }
  return [...counts].map(([word, count]) => ({ word, count })).toSorted((a, b) => b.count - a.count);
}

export const dayOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);
