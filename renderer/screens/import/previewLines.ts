// The preview as lines on screen: the first records, the rejected ones of the whole file, and the gaps between.
import type { ColumnMapping } from '../../../shared/model/source.ts';
import type { PreviewRecord } from '../../../shared/model/inspection.ts';
import type { Reject } from '../../../shared/model/issue.ts';

export type PreviewLine =
  | { readonly kind: 'record'; readonly record: PreviewRecord }
  | { readonly kind: 'gap'; readonly key: string; readonly lines: number; readonly folded: boolean };

/** Records before the fold where rejected ones follow further down. */
const FIRST = 6;

/** A rejected record as the preview shows it: its cells in the order of the columns. */
function asPreview(reject: Reject, columns: readonly ColumnMapping[]): PreviewRecord {
  const cells = columns.map(({ position }) => reject.cells[position] ?? null);
  return { record: reject.record, line: reject.line, cells, reject };
}

/** The inspected records with the rejected ones that lie behind them. */
export function withRejects(
  preview: readonly PreviewRecord[],
  rejects: readonly Reject[],
  columns: readonly ColumnMapping[],
): readonly PreviewRecord[] {
  const last = preview.at(-1)?.record ?? 0;
  return [...preview, ...rejects.filter(({ record }) => record > last).map((one) => asPreview(one, columns))];
}

/** What stays above the fold: the first records and every rejected one. Nothing is folded where nothing follows. */
function folded(records: readonly PreviewRecord[], shown: number): readonly PreviewRecord[] {
  if (records.length <= shown) return records;
  return records.filter(({ reject }, at) => at < FIRST || at >= shown || reject !== undefined);
}

/**
 * Lines of the preview. `inspected` is how many of the records are the file's first ones; unless `expanded`, only a
 * few of them stand above rejected ones from further down.
 */
export function previewLinesOf(
  records: readonly PreviewRecord[],
  inspected: number,
  expanded: boolean,
): readonly PreviewLine[] {
  const shown = expanded ? records : folded(records, inspected);
  const firstLast = records[inspected - 1]?.record ?? 0;
  return shown.flatMap((record, index): readonly PreviewLine[] => {
    const before = shown[index - 1];
    const line: PreviewLine = { kind: 'record', record };
    if (!before || record.record === before.record + 1) return [line];
    const lines = record.line - before.line - 1;
    const isFold = index === FIRST && before.record < firstLast && shown.length < records.length;
    return lines > 0 ? [{ kind: 'gap', key: `gap-${before.line}`, lines, folded: isFold }, line] : [line];
  });
}
