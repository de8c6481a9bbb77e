// Layouts: how files with the same headers were read before, and what their columns meant. Headers only, never values.
import { z } from 'zod';
import { ColumnMapping, TableKind } from './source.ts';
import { ReadSettings } from './readSettings.ts';

/** One column of a remembered file: its header as written, and the meaning that the analyst confirmed. */
export const LayoutColumn = ColumnMapping.pick({ type: true, role: true, criterion: true }).extend({
  header: z.string(),
});
export type LayoutColumn = z.infer<typeof LayoutColumn>;

/** `id` is the fingerprint of the headers in order, whatever the delimiter; `name` is the source's. */
export const Layout = z.strictObject({
  id: z.string(),
  name: z.string(),
  savedAt: z.string(),
  kind: TableKind,
  settings: ReadSettings,
  columns: z.array(LayoutColumn),
});
export type Layout = z.infer<typeof Layout>;

/** A layout as a menu shows it. */
export const LayoutSummary = Layout.pick({ id: true, name: true, savedAt: true, kind: true }).extend({
  columns: z.number().int(),
});
export type LayoutSummary = z.infer<typeof LayoutSummary>;
