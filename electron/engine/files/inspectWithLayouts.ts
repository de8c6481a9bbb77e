// Inspecting a file whose shape is remembered: looked at once to see its headers, then again with what is known.
import type { Layout } from '../../../shared/model/layout.ts';
import { mappingOf } from '../../../shared/model/mapping.ts';
import type { ColumnMapping, FieldRole } from '../../../shared/model/source.ts';
import type { Inspection } from '../../../shared/model/inspection.ts';
import type { ReadOverrides } from '../../../shared/model/readSettings.ts';
import { answersOf, layoutFor, mappingFrom } from './columns/layouts.ts';
import { inspectFile } from './inspectFile.ts';

export interface LayoutWish {
  readonly layouts: readonly Layout[];
  /** `auto`: the one that fits the headers; otherwise the id of the one to apply. */
  readonly wanted: string;
  /** The analyst's columns, which go before the remembered ones. */
  readonly mapping?: readonly ColumnMapping[] | undefined;
  readonly columnWord?: string | undefined;
}

/** Roles that one column of a table has at most: an unknown column must not double a remembered one. */
const SINGLE = ['customerKey', 'orderKey', 'date', 'amount', 'quantity', 'unitPrice', 'weight'] as const;

/** Columns that the layout does not know keep their proposals, except for a role that a remembered column has. */
function steppedDown(found: Inspection, known: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const taken = new Set(known.map(({ role }) => role));
  const positions = new Set(known.map(({ position }) => position));
  const single = (role: FieldRole): boolean => SINGLE.some((one) => one === role);
  return mappingOf(found.columns)
    .filter(({ position, role }) => !positions.has(position) && taken.has(role) && single(role))
    .map((column) => ({ ...column, role: column.type === 'text' ? 'ignore' : 'feature' }));
}

/**
 * As `inspectFile`, with a remembered layout applied: `layout` of the result names it, and the columns it knew give
 * `remembered` as their reason. Open questions take the layout's answers.
 * @throws AppError as `inspectFile`
 */
export async function inspectWithLayouts(
  path: string,
  overrides: ReadOverrides,
  { layouts, wanted, mapping, columnWord }: LayoutWish,
): Promise<Inspection> {
  const found = await inspectFile(path, overrides, { columnWord });
  const headers = found.columns.map(({ header }) => header);
  const layout = wanted === 'auto' ? layoutFor(headers, layouts) : layouts.find((one) => one.id === wanted);
  if (layout === undefined) {
    return mapping === undefined ? found : await inspectFile(path, overrides, { mapping, columnWord });
  }
  const answers = answersOf(layout, found, overrides);
  const asked = Object.keys(answers).length > Object.keys(overrides).length;
  const answered = asked ? await inspectFile(path, answers, { columnWord }) : found;
  const known = mappingFrom(layout, answered);
  const used = mapping ?? [...known, ...steppedDown(answered, known)];
  const result = await inspectFile(path, answers, { mapping: used, columnWord });
  const positions = new Set(known.map(({ position }) => position));
  const columns = result.columns.map((column, at) => {
    const own = answered.columns[at];
    const { reasons, confidence } = positions.has(column.position) || own === undefined ? column : own;
    return { ...column, reasons, confidence };
  });
  const { id, name, savedAt } = layout;
  const applied = { id, name, savedAt, matched: known.length, columns: columns.length };
  return { ...result, columns, kind: known.length > 0 ? layout.kind : result.kind, layout: applied };
}
