// The preview as lines on screen: records, and the gaps between those that do not follow each other in the file.
import type { PreviewRecord } from '../../../shared/model/source.ts';

export type PreviewLine =
  | { readonly kind: 'record'; readonly record: PreviewRecord }
  | { readonly kind: 'gap'; readonly key: string; readonly lines: number };

/** A gap is where record numbers jump; `lines` counts the physical lines in between, as far as known. */
export function previewLinesOf(preview: readonly PreviewRecord[]): readonly PreviewLine[] {
  return preview.flatMap((record, index): readonly PreviewLine[] => {
    const before = preview[index - 1];
    const line: PreviewLine = { kind: 'record', record };
    if (!before || record.record === before.record + 1) return [line];
    const lines = record.line - before.line - 1;
    return lines > 0 ? [{ kind: 'gap', key: `gap-${before.line}`, lines }, line] : [line];
  });
}
