// Reads a whole file as the import would and stores nothing: real totals, rejections and how each column looks.
import type { ImportInput } from '../../../shared/contract/sources.ts';
import type { CheckReport, RejectGroup } from '../../../shared/model/check.ts';
import type { Progress } from '../../../shared/model/job.ts';
import type { ColumnMapping } from '../../../shared/model/source.ts';
import type { Reject } from '../../../shared/model/issue.ts';
import { parseDate, readRecords } from '../files/index.ts';
import { createColumnTally } from './columnTally.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';

type Input = Pick<ImportInput, 'settings' | 'columns'> & { readonly path: string };

const KEPT_REJECTS = 200;
const KEPT_LINES = 5;

type Groups = Map<string, { readonly first: Reject; readonly lines: number[]; count: number }>;

function addTo(groups: Groups, reject: Reject): void {
  const key = `${reject.code} ${reject.column ?? ''}`;
  const group = groups.get(key) ?? { first: reject, lines: [], count: 0 };
  group.count++;
  if (group.lines.length < KEPT_LINES) group.lines.push(reject.line);
  groups.set(key, group);
}

const largestFirst = (groups: Groups): RejectGroup[] =>
  [...groups.values()].toSorted((a, b) => b.count - a.count);

/** Follows the newest value of the date column, as the import does for the day that the data stand for. */
function newestOf(columns: readonly ColumnMapping[]) {
  const at = columns.findIndex(({ role, type }) => role === 'date' && type === 'date');
  const order = columns[at]?.dateOrder ?? 'ymd';
  let newest = -Infinity;
  return {
    push: (cells: readonly (string | null)[]): void => {
      const cell = cells[at] ?? null;
      const epochMs = cell === null ? null : parseDate(cell, order);
      if (typeof epochMs === 'number' && epochMs > newest) newest = epochMs;
    },
    day: (): string | null => (Number.isFinite(newest) ? new Date(newest).toISOString().slice(0, 10) : null),
  };
}

/** @throws AppError of the reader (CSV-…, XLSX-…, SRC-…) */
export async function* checkSource(
  { signal }: JobContext,
  { path, settings, columns }: Input,
): AsyncGenerator<Progress, CheckReport> {
  yield within('checking', 0, 1, 0);
  const tally = createColumnTally(columns);
  const newest = newestOf(columns);
  const rejects: Reject[] = [];
  const groups: Groups = new Map();
  const reading = readRecords(path, settings, columns, signal);
  try {
    for (;;) {
      const step = await reading.next();
      if (step.done) {
        const { counts: records, issues } = step.value;
        return {
          records,
          issues: [...issues],
          rejects,
          groups: largestFirst(groups),
          columns: tally.columns(),
          newest: newest.day(),
        };
      }
      const { records, rejects: kept, bytesRead, totalBytes } = step.value;
      for (const { cells } of records) {
        tally.push(cells);
        newest.push(cells);
      }
      for (const reject of kept) {
        addTo(groups, reject);
        if (rejects.length < KEPT_REJECTS) rejects.push(reject);
        if (reject.column !== undefined) tally.reject(reject.column);
      }
      yield within('checking', 0, 1, bytesRead / Math.max(1, totalBytes));
    }
  } finally {
    // Closes the file when a cancel stops us here.
    await reading.return({ counts: { read: 0, loaded: 0, rejected: 0, blank: 0 }, issues: [] });
  }
}
