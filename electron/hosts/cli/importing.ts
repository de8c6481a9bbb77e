// `import`: files into a project. All of them or none: a refused file leaves the project as it was.
import { basename } from 'node:path';
import type { Place } from '../../../shared/errors.ts';
import { fileStem } from '../../../shared/fileStem.ts';
import type { KeyReport } from '../../../shared/model/snapshot.ts';
import { TABLE_KINDS } from '../../../shared/model/source.ts';
import type { ColumnMapping, RecordCounts, TableKind } from '../../../shared/model/source.ts';
import type { Inspection } from '../../../shared/model/inspection.ts';
import type { Issue, Reject } from '../../../shared/model/issue.ts';
import type { CliCommand } from './commands.ts';
import type { CliEngine } from './engine.ts';
import { placeOf, warningOf } from './inspecting.ts';
import { moreLine, noticeLine, sentenceOf } from './notices.ts';
import { layoutWish } from './layouts.ts';
import type { LayoutWish } from './layouts.ts';
import { checkMapping, checkTransactions, mappedColumns, readMapping } from './mapping.ts';
import type { MappingFile } from './mapping.ts';
import { FLAG, oneOf, parseDay, parseOptions, UsageError, printJson, TEXT } from './options.ts';

interface Imported {
  readonly sourceId: number;
  readonly records: RecordCounts;
  readonly issues: readonly Issue[];
  readonly keys?: KeyReport;
}

const REJECTS_PER_PAGE = 500;
/** Rejected records that are told one by one; the others are in the JSON. */
const SHOWN_REJECTS = 10;

async function rejectsOf({ client }: CliEngine, sourceId: number): Promise<readonly Reject[]> {
  const all: Reject[] = [];
  for (;;) {
    const page = { sourceId, offset: all.length, limit: REJECTS_PER_PAGE };
    const { total, rejects } = await client.sources.rejects(page);
    all.push(...rejects);
    if (rejects.length === 0 || all.length >= total) return all;
  }
}

/** A file that was looked into and may be imported; `file` is the engine's handle. */
interface Ready {
  readonly name: string;
  readonly file: string;
  readonly inspection: Inspection;
  readonly kind: TableKind;
  readonly columns: readonly ColumnMapping[];
  readonly mapping: MappingFile;
}

export interface ImportWish {
  readonly path: string;
  readonly kind?: TableKind | undefined;
  readonly mapping: MappingFile;
  /** Name of the sheet of a workbook; left out = the first visible one with rows. */
  readonly sheet?: string | undefined;
}

/** Looks into every file before the first is imported. @throws AppError as the reader does, FIELD-UNKNOWN, SOURCE-NO-… */
export async function inspectAll(
  engine: CliEngine,
  wishes: readonly ImportWish[],
  layout: LayoutWish = {},
): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (const { path, kind: asked, mapping, sheet } of wishes) {
    const file = await engine.file(path);
    const overrides = { ...mapping.settings, ...(sheet === undefined ? {} : { sheet }) };
    const inspection = await engine.client.sources.inspect({ file, overrides, ...layout });
    const name = fileStem(basename(path));
    const kind = asked ?? inspection.kind;
    const columns = mappedColumns(inspection, mapping);
    ready.push({ name, file, inspection, kind, columns, mapping });
  }
  for (const mapping of new Set(wishes.map((wish) => wish.mapping))) {
    const concerned = ready.filter((one) => one.mapping === mapping);
    checkMapping(
      mapping,
      concerned.map((one) => one.inspection),
    );
  }
  for (const { kind, name, columns } of ready) if (kind === 'transactions') checkTransactions(name, columns);
  return ready;
}

function rejectPlace({ record, ...reject }: Reject, inspection: Inspection): Place {
  const { file = '', ...where } = placeOf({ ...reject, lines: [reject.line] }, inspection);
  return { file, record, ...where };
}

/** What was guessed about the file and what the whole of it showed, each once. */
function warningsOf(guessed: readonly Issue[], found: readonly Issue[]) {
  const known = new Set(found.map(({ code, column }) => `${code} ${column}`));
  const open = guessed.filter(({ code, column }) => !known.has(`${code} ${column}`));
  return [...open.filter((issue) => issue.severity === 'check'), ...found];
}

/** How an import goes into what is there already. */
export interface ImportTerms {
  /** Name of the source that this is newer data for. */
  readonly into?: string | undefined;
  readonly again?: boolean | undefined;
  readonly asOf?: string | undefined;
}

/** @throws UsageError unless exactly one source has the name */
async function sourceNamed({ client }: CliEngine, name: string): Promise<number> {
  const sources = (await client.sources.list()).filter((source) => source.name === name);
  if (sources.length === 1 && sources[0]) return sources[0].id;
  throw new UsageError(
    `--into: ${sources.length === 0 ? 'no source' : 'more than one source'} is named ${name}`,
  );
}

async function importOne(
  engine: CliEngine,
  { name, file, inspection, kind, columns }: Ready,
  { into, again, asOf }: ImportTerms,
) {
  const started = performance.now();
  const { settings } = inspection;
  const terms = {
    ...(into === undefined ? {} : { into: await sourceNamed(engine, into) }),
    ...(again === undefined ? {} : { again }),
    ...(asOf === undefined ? {} : { asOf }),
  };
  const { sourceId, records, issues, keys } = (await engine.finish(
    engine.client.sources.import({
      file,
      name,
      kind,
      settings,
      columns: [...columns],
      noticed: inspection.issues,
      ...terms,
    }),
  )) as Imported;
  const rejects = await rejectsOf(engine, sourceId);
  const warnings = warningsOf(inspection.issues, issues);
  const lines = [
    ...warnings.map((issue) => noticeLine('!', issue, placeOf(issue, inspection))),
    ...rejects
      .slice(0, SHOWN_REJECTS)
      .map((reject) => noticeLine('×', reject, rejectPlace(reject, inspection))),
    ...(rejects.length > SHOWN_REJECTS ? [moreLine(rejects.length - SHOWN_REJECTS)] : []),
  ];
  const report = {
    source: { id: sourceId, name: into ?? name, kind },
    ...(keys ? { keys } : {}),
    records,
    rejects: rejects.map((reject) => ({
      record: reject.record,
      line: reject.line,
      column: reject.column ?? null,
      value: reject.value ?? null,
      code: reject.code,
      message: sentenceOf(reject),
    })),
    warnings: warnings.map(warningOf),
    elapsedMs: Math.round(performance.now() - started),
  };
  return { report, lines };
}

/** Imports one after another: a report for scripts, lines for people. When one fails, those before it are undone. @throws AppError as the import does */
export async function importAll(engine: CliEngine, ready: readonly Ready[], terms: ImportTerms = {}) {
  const results = [];
  try {
    for (const one of ready) results.push(await importOne(engine, one, terms));
    return results;
  } catch (error) {
    for (let done = results.length; done > 0; done--) await engine.client.history.undo();
    throw error;
  }
}

export const importCommand: CliCommand = async (engine, argv) => {
  const options = {
    as: TEXT,
    mapping: TEXT,
    sheet: TEXT,
    layout: TEXT,
    into: TEXT,
    'as-of': TEXT,
    again: FLAG,
    json: FLAG,
  };
  const { words, text, flag } = parseOptions(argv, options, { least: 2, most: 1000 });
  const [project = '', ...files] = words;
  const as = text('as');
  const kind = as === undefined ? undefined : oneOf(TABLE_KINDS, as, '--as');
  const into = text('into');
  if (into !== undefined && files.length > 1) throw new UsageError('--into takes one file');
  const day = text('as-of');
  const asOf = day === undefined ? undefined : parseDay(day, '--as-of');
  const mapping = readMapping(text('mapping'));
  const ready = await inspectAll(
    engine,
    files.map((path) => ({ path, kind, mapping, sheet: text('sheet') })),
    await layoutWish(engine, text('layout')),
  );
  const made = await engine.makeProject(project);
  const results = await importAll(engine, ready, { into, again: flag('again'), asOf }).catch(
    async (error: unknown) => {
      if (made) await engine.dropProject(project);
      throw error;
    },
  );
  const reports = results.map(({ report }) => report);
  if (flag('json')) return printJson(reports.length === 1 ? reports[0] : { imports: reports });
  for (const { report, lines } of results) {
    const { source, records } = report;
    const { read, loaded, rejected, blank } = records;
    process.stdout.write(
      `${source.name} (${source.kind}): ${read} read = ${loaded} loaded + ${rejected} rejected + ${blank} blank\n`,
    );
    for (const line of lines) process.stdout.write(line);
  }
};
