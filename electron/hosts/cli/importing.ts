// `inspect` and `import`: what a file holds, and bringing it into a project.
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { translatorOf } from '../../../shared/i18n/index.ts';
import { mappingOf } from '../../../shared/model/mapping.ts';
import { ColumnMapping, ReadOverrides, TABLE_KINDS } from '../../../shared/model/source.ts';
import type { Inspection, Issue, RecordCounts, Reject, TableKind } from '../../../shared/model/source.ts';
import type { CliCommand } from './commands.ts';
import type { CliEngine } from './engine.ts';
import { FLAG, oneOf, parseOptions, printJson, TEXT } from './options.ts';

/** What `--mapping` may fix; everything else is detected. Columns are named by their header. */
const MappingFile = z.strictObject({
  settings: ReadOverrides.optional(),
  columns: z
    .record(z.string(), ColumnMapping.pick({ type: true, role: true, criterion: true }).partial())
    .optional(),
});
export type MappingFile = z.infer<typeof MappingFile>;

export function readMapping(path: string | undefined): MappingFile {
  if (path === undefined) return {};
  try {
    return MappingFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new AppError('INPUT-INVALID', { field: '--mapping', found: basename(path) });
  }
}

/** The sentence of an issue or rejection in English, for scripts' logs. */
function messageOf(issue: {
  readonly code: string;
  readonly args: object;
  readonly count?: number | undefined;
}): string {
  const translate = translatorOf('en') as unknown as (key: string, args: object) => string;
  return translate(`issues.${issue.code}`, {
    ...issue.args,
    ...(issue.count === undefined ? {} : { count: issue.count }),
  });
}

const warningOf = (issue: Issue) => ({
  code: issue.code,
  message: messageOf(issue),
  ...(issue.lines?.[0] === undefined ? {} : { line: issue.lines[0] }),
  ...(issue.column === undefined ? {} : { column: issue.column }),
  ...(issue.count === undefined ? {} : { count: issue.count }),
});

function inspectionJson(path: string, inspection: Inspection) {
  const { settings, sheets, columns, issues, kind, asks } = inspection;
  const { format, encoding, delimiter, quote, decimal, thousands, dateOrder, headerRow } = settings;
  return {
    path,
    format,
    encoding,
    delimiter,
    quote,
    decimal,
    thousands,
    dateOrder,
    headerRow,
    kind,
    asks,
    sheets: sheets.map(({ name, rows, columns: count }) => ({ name, rows, columns: count })),
    columns: columns.map(({ name, type, role, criterion, confidence, missing }) => ({
      name,
      type,
      role,
      criterion,
      confidence,
      missing,
    })),
    warnings: issues.map(warningOf),
  };
}

export const inspectCommand: CliCommand = async (engine, argv) => {
  const { words, flag } = parseOptions(argv, { json: FLAG }, { least: 1, most: 1000 });
  const files = [];
  for (const path of words) {
    const inspection = await engine.client.sources.inspect({ file: await engine.file(path), overrides: {} });
    files.push(inspectionJson(path, inspection));
  }
  if (flag('json')) return printJson({ files });
  for (const file of files) {
    process.stdout.write(
      `${file.path}: ${file.format}, ${file.encoding}, ${JSON.stringify(file.delimiter)}, ${file.kind}\n`,
    );
    for (const column of file.columns)
      process.stdout.write(`  ${column.name}: ${column.type}, ${column.role}\n`);
    for (const warning of file.warnings) process.stdout.write(`  ! ${warning.message}\n`);
  }
};

interface Imported {
  readonly sourceId: number;
  readonly records: RecordCounts;
  readonly issues: readonly Issue[];
}

const REJECTS_SHOWN = 500;

async function rejectsOf({ client }: CliEngine, sourceId: number): Promise<readonly Reject[]> {
  const { rejects } = await client.sources.rejects({ sourceId, offset: 0, limit: REJECTS_SHOWN });
  return rejects;
}

/** Inspects, applies the mapping file, imports. @throws AppError as the reader and the import do */
export async function importFile(
  engine: CliEngine,
  path: string,
  options: { readonly kind?: TableKind; readonly mapping: MappingFile },
) {
  const started = performance.now();
  const { client } = engine;
  const file = await engine.file(path);
  const inspection = await client.sources.inspect({ file, overrides: options.mapping.settings ?? {} });
  const columns = mappingOf(inspection.columns).map((column) => {
    const wanted = options.mapping.columns?.[column.name] ?? {};
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    return { ...column, ...given };
  });
  const name = basename(path, extname(path));
  const kind = options.kind ?? inspection.kind;
  const { settings } = inspection;
  const imported = (await engine.finish(
    client.sources.import({ file, name, kind, settings, columns }),
  )) as Imported;
  const rejects = await rejectsOf(engine, imported.sourceId);
  return {
    source: { id: imported.sourceId, name, kind },
    records: imported.records,
    rejects: rejects.map((reject) => ({
      record: reject.record,
      line: reject.line,
      column: reject.column ?? null,
      value: reject.value ?? null,
      code: reject.code,
      message: messageOf(reject),
    })),
    warnings: imported.issues.map(warningOf),
    elapsedMs: Math.round(performance.now() - started),
  };
}

export const importCommand: CliCommand = async (engine, argv) => {
  const { words, text, flag } = parseOptions(
    argv,
    { as: TEXT, mapping: TEXT, json: FLAG },
    { least: 2, most: 1000 },
  );
  const [project = '', ...files] = words;
  const as = text('as');
  const kind = as === undefined ? undefined : oneOf(TABLE_KINDS, as, '--as');
  const mapping = readMapping(text('mapping'));
  await engine.project(project, true);
  const results = [];
  for (const path of files)
    results.push(await importFile(engine, path, { mapping, ...(kind ? { kind } : {}) }));
  if (flag('json')) return printJson(results.length === 1 ? results[0] : { imports: results });
  for (const { source, records, warnings } of results) {
    const { read, loaded, rejected, blank } = records;
    process.stdout.write(
      `${source.name} (${source.kind}): ${read} read = ${loaded} loaded + ${rejected} rejected + ${blank} blank\n`,
    );
    for (const warning of warnings) process.stdout.write(`  ! ${warning.message}\n`);
  }
};
