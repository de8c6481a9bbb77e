// Decides about one record: loaded, kept aside with a reason, or blank. The preview and the import use this same check.
import type { ColumnMapping } from '../../../shared/model/source.ts';
import type { IssueArgs, IssueCode, Reject } from '../../../shared/model/issue.ts';
import { IssueTally } from './issueTally.ts';
import { isBlank, type RawRecord } from './rawRecord.ts';
import { showDelimiter } from './text/detectDialect.ts';
import { parseBoolean } from './values/boolean.ts';
import { parseDate } from './values/date.ts';
import { type EmailFault, emailFault, isContactText } from './values/contact.ts';
import { type MissingRule, missingRule } from './values/missing.ts';
import { parseNumber } from './values/number.ts';

type CellState = 'value' | 'missing' | 'invalid';

interface CheckedColumn {
  readonly position: number;
  readonly name: string;
  readonly isKey: boolean;
  readonly isEmail: boolean;
  readonly isContact: boolean;
  readonly invalidCode: IssueCode;
  readonly state: (text: string) => CellState;
}

/** What a table looks like to the check. `sparse`: short records are normal (sheets), not worth a warning. */
export interface CheckOptions {
  readonly columns: readonly ColumnMapping[];
  /** Number of cells a full record has. */
  readonly width: number;
  readonly sparse: boolean;
  /** As `ReadSettings.nullWords`. */
  readonly nullWords?: readonly string[] | undefined;
}

const OTHER_DELIMITERS = [',', ';', '\t', '|'] as const;
const KEPT_CHARACTERS = 1000;

function stateOf(value: unknown): CellState {
  return value === null ? 'missing' : value === undefined ? 'invalid' : 'value';
}

type Parse = (cell: string) => unknown;

function parserOf({
  type,
  decimal,
  thousands,
  dateOrder,
}: ColumnMapping): readonly [IssueCode, Parse] | null {
  const style = { decimal, thousands };
  if (type === 'number' || type === 'money') return ['NOT-A-NUMBER', (cell) => parseNumber(cell, style)];
  if (type === 'date') return ['NOT-A-DATE', (cell) => parseDate(cell, dateOrder)];
  return type === 'boolean' ? ['NOT-A-BOOLEAN', parseBoolean] : null;
}

/** `own`: the analyst's words for a missing value, which then are the only ones. */
function checkedColumn(column: ColumnMapping, rule: MissingRule, own: boolean): CheckedColumn {
  const { position, name, type, role } = column;
  const isKey = role === 'customerKey';
  const base = { position, name, isKey, isEmail: column.pii === 'email', isContact: isContactText(column) };
  const text = (cell: string): CellState => (cell.trim() === '' ? 'missing' : 'value');
  if (role === 'ignore') return { ...base, invalidCode: 'VALUE-INVALID', state: text };
  const parser = parserOf(column);
  if (parser !== null) {
    const [invalidCode, parse] = parser;
    if (!own) return { ...base, invalidCode, state: (cell) => stateOf(parse(cell)) };
    const state = (cell: string): CellState => {
      if (rule.isMissingValue(cell)) return 'missing';
      const value = parse(cell);
      return value === null || value === undefined ? 'invalid' : 'value';
    };
    return { ...base, invalidCode, state };
  }
  const none = (cell: string): CellState => (rule.isNoContact(cell) ? 'missing' : 'value');
  if (isContactText(column)) return { ...base, invalidCode: 'VALUE-INVALID', state: none };
  const word = (cell: string): CellState => (rule.isNullWord(cell) ? 'missing' : 'value');
  const isWord = type === 'category' || isKey || role === 'orderKey';
  return { ...base, invalidCode: 'VALUE-INVALID', state: isWord ? word : text };
}

export class RecordCheck {
  readonly #columns: readonly CheckedColumn[];
  readonly #rule: MissingRule;
  /** Places of the columns of e-mail addresses, and what was found wrong in each. */
  readonly #emails: readonly number[];
  readonly #faults = new Map<number, Record<EmailFault, number>>();
  readonly #width: number;
  readonly #sparse: boolean;
  readonly #tally: IssueTally;

  constructor(options: CheckOptions, tally: IssueTally) {
    this.#rule = missingRule(options.nullWords);
    const own = options.nullWords !== undefined;
    this.#columns = options.columns.map((column) => checkedColumn(column, this.#rule, own));
    this.#emails = this.#columns.flatMap(({ isEmail }, at) => (isEmail ? [at] : []));
    this.#width = options.width;
    this.#sparse = options.sparse;
    this.#tally = tally;
  }

  /** The cells in the order of the columns (null = absent or missing), the reason for keeping it aside, or null for blank. */
  check(raw: RawRecord, record: number): (string | null)[] | Reject | null {
    if (raw.flaw !== null) {
      const { code, args, position } = raw.flaw;
      return this.#reject(raw, record, code, args, position);
    }
    if (isBlank(raw.cells)) return null;
    const shape = this.#shapeProblem(raw.cells);
    if (shape !== null) return this.#reject(raw, record, shape.code, shape.args);
    const cells: (string | null)[] = [];
    for (const column of this.#columns) {
      const cell = raw.cells[column.position];
      const state = cell === undefined || cell === '' ? 'missing' : column.state(cell);
      if (state === 'invalid') return this.#reject(raw, record, column.invalidCode, {}, column.position);
      cells.push(state === 'missing' || cell === undefined ? null : cell);
    }
    this.#notice(raw, cells);
    if (this.#emails.length > 0) this.#noticeEmails(raw.line, cells);
    return cells;
  }

  #shapeProblem(cells: readonly string[]): { readonly code: IssueCode; readonly args: IssueArgs } | null {
    const width = this.#width;
    if (cells.length > width) {
      for (let i = width; i < cells.length; i++) {
        if (cells[i]?.trim() !== '')
          return { code: 'MORE-CELLS', args: { cells: cells.length, expected: width } };
      }
    }
    if (cells.length === 1 && width > 1) {
      const only = cells[0] ?? '';
      const delimiter = OTHER_DELIMITERS.find((other) => only.split(other).length === width);
      if (delimiter !== undefined)
        return { code: 'WRONG-DELIMITER', args: { delimiter: showDelimiter(delimiter) } };
    }
    return null;
  }

  #notice(raw: RawRecord, cells: readonly (string | null)[]): void {
    const { line } = raw;
    if (!this.#sparse && raw.cells.length < this.#width) this.#tally.add('FEWER-CELLS', 'check', { line });
    for (let i = 0; i < cells.length; i++) {
      if (cells[i] !== null) continue;
      const column = this.#columns[i];
      if (column === undefined) continue;
      if (column.isKey) this.#tally.add('KEY-MISSING', 'check', { line, column: column.name });
      const written = raw.cells[column.position]?.trim() ?? '';
      const isNone = column.isContact ? this.#rule.isNoContact : this.#rule.isMissingValue;
      if (written !== '' && isNone(written)) {
        this.#tally.add('NULL-WORDS', 'note', { line, column: column.name, args: { word: written } });
      }
    }
  }

  /** The counts by reason are one object per column, which the tally keeps: it ends with the totals. */
  #noticeEmails(line: number, cells: readonly (string | null)[]): void {
    for (const at of this.#emails) {
      const fault = emailFault(cells[at] ?? '');
      const column = this.#columns[at];
      if (fault === null || column === undefined) continue;
      const faults = this.#faults.get(at) ?? { noAt: 0, several: 0, domain: 0, other: 0 };
      this.#faults.set(at, faults);
      faults[fault]++;
      this.#tally.add('EMAIL-INVALID', 'check', { line, column: column.name, args: faults });
    }
  }

  #reject(raw: RawRecord, record: number, code: IssueCode, args: IssueArgs, position?: number): Reject {
    const value = position === undefined ? undefined : raw.cells[position]?.slice(0, KEPT_CHARACTERS);
    const column =
      position === undefined ? undefined : this.#columns.find((entry) => entry.position === position)?.name;
    return {
      record,
      line: raw.line,
      ...(column === undefined ? {} : { column }),
      ...(value === undefined ? {} : { value }),
      code,
      args,
      cells: [...raw.cells],
    };
  }
}

/**
 * Checks cells typed in by hand as a record of a file: what would be stored, or why it would be kept aside.
 * A record without any value is refused by its first column.
 */
export function checkCells(
  cells: readonly string[],
  columns: readonly ColumnMapping[],
  { record, line }: Pick<Reject, 'record' | 'line'>,
): (string | null)[] | Reject {
  const width = columns.reduce((most, { position }) => Math.max(most, position + 1), 0);
  const check = new RecordCheck({ columns, width, sparse: true }, new IssueTally());
  const checked = check.check({ line, cells, flaw: null }, record);
  if (checked !== null) return checked;
  const column = columns[0]?.name;
  return {
    record,
    line,
    ...(column === undefined ? {} : { column }),
    code: 'VALUE-INVALID',
    args: {},
    cells: [...cells],
  };
}
