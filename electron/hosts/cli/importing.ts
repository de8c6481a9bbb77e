// `import`: files into a project. All of them or none: a refused file leaves the project as it was.
import { basename, extname } from 'node:path';
import { TABLE_KINDS } from '../../../shared/model/source.ts';
import type {
  ColumnMapping,
  Inspection,
  Issue,
  RecordCounts,
  Reject,
  TableKind,
} from '../../../shared/model/source.ts';
import type { CliCommand } from './commands.ts';
import type { CliEngine } from './engine.ts';
import { messageOf, warningOf } from './inspecting.ts';
import { checkMapping, checkTransactions, mappedColumns, readMapping } from './mapping.ts';
import type { MappingFile } from './mapping.ts';
import { FLAG, oneOf, parseOptions, printJson, TEXT } from './options.ts';

interface Imported {
  readonly sourceId: number;
  readonly records: RecordCounts;
  readonly issues: readonly Issue[];
}

const REJECTS_PER_PAGE = 500;

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
}

/** Looks into every file before the first is imported. @throws AppError as the reader does, FIELD-UNKNOWN, SOURCE-NO-… */
export async function inspectAll(engine: CliEngine, wishes: readonly ImportWish[]): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (const { path, kind: asked, mapping } of wishes) {
    const file = await engine.file(path);
    const overrides = mapping.settings ?? {};
    const inspection = await engine.client.sources.inspect({ file, overrides });
    const name = basename(path, extname(path));
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

/** What was guessed about the file and what the whole of it showed, each once. */
function warningsOf(guessed: readonly Issue[], found: readonly Issue[]) {
  const known = new Set(found.map(({ code, column }) => `${code} ${column}`));
  const open = guessed.filter(({ code, column }) => !known.has(`${code} ${column}`));
  return [...open.filter((issue) => issue.severity === 'check'), ...found].map(warningOf);
}

async function importOne(engine: CliEngine, { name, file, inspection, kind, columns }: Ready) {
  const started = performance.now();
  const { settings } = inspection;
  const { sourceId, records, issues } = (await engine.finish(
    engine.client.sources.import({ file, name, kind, settings, columns: [...columns] }),
  )) as Imported;
  const rejects = await rejectsOf(engine, sourceId);
  return {
    source: { id: sourceId, name, kind },
    records,
    rejects: rejects.map((reject) => ({
      record: reject.record,
      line: reject.line,
      column: reject.column ?? null,
      value: reject.value ?? null,
      code: reject.code,
      message: messageOf(reject),
    })),
    warnings: warningsOf(inspection.issues, issues),
    elapsedMs: Math.round(performance.now() - started),
  };
}

/** Imports one after another; when one fails, those before it are undone. @throws AppError as the import does */
export async function importAll(engine: CliEngine, ready: readonly Ready[]) {
  const results = [];
  try {
    for (const one of ready) results.push(await importOne(engine, one));
    return results;
  } catch (error) {
    for (let done = results.length; done > 0; done--) await engine.client.history.undo();
    throw error;
  }
}

export const importCommand: CliCommand = async (engine, argv) => {
  const options = { as: TEXT, mapping: TEXT, json: FLAG };
  const { words, text, flag } = parseOptions(argv, options, { least: 2, most: 1000 });
  const [project = '', ...files] = words;
  const as = text('as');
  const kind = as === undefined ? undefined : oneOf(TABLE_KINDS, as, '--as');
  const mapping = readMapping(text('mapping'));
  const ready = await inspectAll(
    engine,
    files.map((path) => ({ path, kind, mapping })),
  );
  const made = await engine.makeProject(project);
  const results = await importAll(engine, ready).catch(async (error: unknown) => {
    if (made) await engine.dropProject(project);
    throw error;
  });
  if (flag('json')) return printJson(results.length === 1 ? results[0] : { imports: results });
  for (const { source, records, warnings } of results) {
    const { read, loaded, rejected, blank } = records;
    process.stdout.write(
      `${source.name} (${source.kind}): ${read} read = ${loaded} loaded + ${rejected} rejected + ${blank} blank\n`,
    );
    for (const warning of warnings) process.stdout.write(`  ! ${warning.message}\n`);
  }
};
