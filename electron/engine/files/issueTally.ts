// Counts what is noticed while reading, so that a million odd rows make one warning with a count and the first lines.
import type { Issue, IssueArgs, IssueCode } from '../../../shared/model/issue.ts';

const KEPT_LINES = 5;

interface Entry {
  readonly code: IssueCode;
  readonly severity: Issue['severity'];
  readonly column: string | undefined;
  args: IssueArgs;
  count: number;
  readonly lines: number[];
}

export class IssueTally {
  readonly #entries = new Map<string, Entry>();

  /** Counts one occurrence; `line` is kept for the first few. The first call's arguments stay. */
  add(
    code: IssueCode,
    severity: Issue['severity'],
    where: {
      readonly line?: number;
      readonly column?: string;
      readonly args?: IssueArgs;
      readonly count?: number;
    } = {},
  ): void {
    const key = `${code}\u0000${where.column ?? ''}`;
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { code, severity, column: where.column, args: where.args ?? {}, count: 0, lines: [] };
      this.#entries.set(key, entry);
    }
    entry.count += where.count ?? 1;
    if (where.line !== undefined && entry.lines.length < KEPT_LINES && entry.lines.at(-1) !== where.line) {
      entry.lines.push(where.line);
    }
  }

  /** Every issue with its count, in the order first met; `args.count` is filled in for the sentences. */
  list(): readonly Issue[] {
    return [...this.#entries.values()].map((entry) => ({
      code: entry.code,
      severity: entry.severity,
      args: { ...entry.args, count: entry.count },
      ...(entry.column === undefined ? {} : { column: entry.column }),
      count: entry.count,
      ...(entry.lines.length === 0 ? {} : { lines: entry.lines }),
    }));
  }
}
