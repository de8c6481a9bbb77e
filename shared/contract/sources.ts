// Sources: looking into files, importing them, browsing what was read.
import { z } from 'zod';
import { JoinReport } from '../model/feature.ts';
import { JoinPreview } from '../model/joinPreview.ts';
import { ColumnMapping, Source, TableKind } from '../model/source.ts';
import { Inspection } from '../model/inspection.ts';
import { ReadOverrides, ReadSettings } from '../model/readSettings.ts';
import { Snapshot } from '../model/snapshot.ts';
import { Issue, IssueFilter, Reject, SourceIssue } from '../model/issue.ts';
import { ColumnSummary, RowView } from '../model/rowView.ts';
import { command, Id, job, Nothing, query } from './kinds.ts';

export const ImportInput = z.strictObject({
  file: z.string(),
  name: z.string().min(1).max(200),
  kind: TableKind,
  settings: ReadSettings,
  columns: z.array(ColumnMapping).min(1).max(1990),
  /** The source that this file is newer data for; left out = a source of its own. */
  into: Id.optional(),
  /** Imports a file that is in the project already; without it such a file is refused. */
  again: z.boolean().optional(),
  /** The day for which the data stand; left out = the newest date in them, else the day of the import. */
  asOf: z.iso.date().optional(),
  /** Keeps how this file was read and what its columns mean, for files with the same headers. */
  remember: z.boolean().optional(),
  /** The inspection's issues; those that only it can know are kept with the source. */
  noticed: z.array(Issue).max(10_000).optional(),
});
export type ImportInput = z.infer<typeof ImportInput>;

const Page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) };

export const SourceRow = z.strictObject({
  record: z.number().int(),
  line: z.number().int(),
  cells: z.array(z.string().nullable()),
  /** What stood in the file where a recorded fix changed a cell; `at` is its place in `cells`. */
  before: z.array(z.strictObject({ at: z.number().int(), cell: z.string().nullable() })).optional(),
});
export type SourceRow = z.infer<typeof SourceRow>;

export const sources = {
  /** Detection, proposals and preview of a file, by the code that imports it. */
  inspect: query(
    z.strictObject({
      file: z.string(),
      overrides: ReadOverrides,
      columns: z.array(ColumnMapping).optional(),
      /** A remembered layout: `auto` = the one that fits the headers, else its id; left out = none. */
      layout: z.string().max(64).optional(),
    }),
    Inspection,
  ),
  /** Reads the whole file as the import would, storing nothing. The job's result is a `CheckReport`. */
  check: job(ImportInput.pick({ file: true, settings: true, columns: true })),
  /** Writes what the issue list shows as CSV; the window hands it over in its own language. */
  exportIssues: job(
    z.strictObject({ target: z.string(), rows: z.array(z.array(z.string().max(2000)).max(20)).max(5000) }),
  ),
  /** The job's result is `{sourceId, runId, records, issues}`, and `keys` where it goes `into` a source. Features are computed by the same job. */
  import: job(ImportInput),
  list: query(Nothing, z.array(Source)),
  rows: query(
    z.strictObject({
      sourceId: Id,
      ...Page,
      view: RowView.optional(),
      /** Without the recorded fixes. */
      asImported: z.boolean().optional(),
      /** Which columns, in this order; all of the source when left out. */
      positions: z.array(z.number().int().min(0)).max(1990).optional(),
    }),
    z.strictObject({ total: z.number().int(), rows: z.array(SourceRow) }),
  ),
  /** Where the record that begins in a line of the file stands in a view (from 0); null = it is not there. */
  placeOfLine: query(
    z.strictObject({ sourceId: Id, line: z.number().int().min(1), view: RowView }),
    z.strictObject({ place: z.number().int().nullable() }),
  ),
  /** What a filter on a column offers to choose from. */
  columnSummary: query(z.strictObject({ sourceId: Id, position: z.number().int().min(0) }), ColumnSummary),
  /** What a view shows as a file; the job's result is `{bytes, rows, columns}`. Personal columns only when asked for. */
  exportRows: job(
    z.strictObject({
      sourceId: Id,
      view: RowView,
      asImported: z.boolean(),
      /** Columns in the order shown. */
      positions: z.array(z.number().int().min(0)).min(1).max(1990),
      format: z.enum(['csv', 'xlsx']),
      personal: z.boolean(),
      target: z.string(),
    }),
  ),
  rejects: query(
    z.strictObject({ sourceId: Id, ...Page }),
    z.strictObject({ total: z.number().int(), rejects: z.array(Reject) }),
  ),
  /** Rejected records, then warnings; `groups` counts the whole list by reason and column whatever the filter. */
  issues: query(
    z.strictObject({ sourceId: Id, ...Page, ...IssueFilter.shape }),
    z.strictObject({
      total: z.number().int(),
      issues: z.array(SourceIssue),
      groups: z.array(
        z.strictObject({
          ...SourceIssue.pick({ severity: true, code: true, column: true, count: true }).shape,
        }),
      ),
      /** Which field (by position) stands in each cell of a record of the file; null = none. */
      inFile: z.array(z.number().int().nullable()),
    }),
  ),
  /** The same list as CSV: code, what, file, sheet, record, line, column, value, what was done. */
  exportMessages: job(z.strictObject({ sourceId: Id, target: z.string(), ...IssueFilter.shape })),
  rename: command(z.strictObject({ sourceId: Id, name: z.string().min(1).max(200) }), Nothing),
  /** Changes what a column means; features are computed anew from what is stored. */
  setField: command(
    z.strictObject({
      fieldId: Id,
      role: ColumnMapping.shape.role.optional(),
      criterion: ColumnMapping.shape.criterion.optional(),
    }),
    Nothing,
  ),
  /** The source's imports, oldest first. */
  snapshots: query(z.strictObject({ sourceId: Id }), z.array(Snapshot)),
  useSnapshot: command(z.strictObject({ sourceId: Id, runId: Id }), Nothing),
  /** Not the one in use. */
  removeSnapshot: command(z.strictObject({ sourceId: Id, runId: Id }), Nothing),
  /** Accepts a rejected record of the snapshot in use with these cells, in the order of its file: recorded as a step. */
  correct: command(
    z.strictObject({
      sourceId: Id,
      record: z.number().int().min(1),
      cells: z.array(z.string().max(100_000)).max(1990),
    }),
    Nothing,
  ),
  /** What a rejected record with these cells would still be refused for; null = it would be accepted. */
  checkRecord: query(
    z.strictObject({
      sourceId: Id,
      record: z.number().int().min(1),
      cells: z.array(z.string().max(100_000)).max(1990),
    }),
    Reject.nullable(),
  ),
  remove: command(z.strictObject({ sourceId: Id }), Nothing),
  /** Rejected records (all, or those of a reason) as CSV with line, column, reason; the original cells follow. */
  exportRejects: job(
    z.strictObject({
      sourceId: Id,
      target: z.string(),
      ...IssueFilter.pick({ code: true, column: true }).shape,
    }),
  ),
  join: query(Nothing, JoinReport.nullable()),
  /** How files would meet on the customer key, with each other and with the project's sources, before they are imported. */
  joinPreview: query(
    z.strictObject({
      files: z
        .array(ImportInput.pick({ file: true, name: true, kind: true, settings: true, columns: true }))
        .min(1)
        .max(50),
    }),
    JoinPreview,
  ),
};
