// Entry of a reader thread: heavy read-only queries and looking into files, one after another.
import { parentPort, workerData } from 'node:worker_threads';
import { columnsOf } from '../../../shared/columnFrames.ts';
import { toErrorData } from '../../../shared/errors.ts';
import { copyProject } from '../db/copies.ts';
import { openReadOnly } from '../db/open.ts';
import type { ReadDb } from '../db/open.ts';
import { salvageProject } from '../db/salvage/salvage.ts';
import { heavyQueries } from '../handlers/index.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import type { Layout } from '../../../shared/model/layout.ts';
import type { Inspection } from '../../../shared/model/inspection.ts';
import { hashHead, inspectFile, inspectWithLayouts, readReference } from '../files/index.ts';
import { joinPreview } from '../joinPreview.ts';
import type { JoinTable } from '../joinPreview.ts';
import { traceOf } from './messages.ts';
import type { ReaderData, ReaderReply, ReaderRequest } from './messages.ts';

const { projectPath } = workerData as ReaderData;
const db: ReadDb | null = projectPath === null ? null : openReadOnly(projectPath);

type AnyQuery = (db: ReadDb, input: unknown) => unknown;
interface InspectInput {
  readonly path: string;
  readonly overrides: Parameters<typeof inspectFile>[1];
  readonly columns?: NonNullable<Parameters<typeof inspectFile>[2]>['mapping'];
  readonly layout?: string;
  readonly columnWord?: string;
  readonly layouts: readonly Layout[];
}
interface CopyInput {
  readonly path: string;
  readonly to: string;
  readonly locale: Locale | undefined;
}
/** What the front door needs to say whether the open project knows the file. */
export interface Looked {
  readonly inspection: Inspection;
  readonly headHash: string;
}

async function look({
  path,
  overrides,
  columns,
  layout,
  layouts,
  columnWord,
}: InspectInput): Promise<Looked> {
  const inspection = layout
    ? await inspectWithLayouts(path, overrides, { layouts, wanted: layout, mapping: columns, columnWord })
    : await inspectFile(path, overrides, { mapping: columns, columnWord });
  return { inspection, headHash: await hashHead(path) };
}

async function answer({ name, input }: ReaderRequest): Promise<unknown> {
  if (name === 'sources.inspect') return look(input as InspectInput);
  if (name === 'project.salvage') {
    const { path, to, locale } = input as CopyInput;
    return salvageProject(path, to, locale);
  }
  if (name === 'references.read') return readReference((input as { readonly path: string }).path);
  if (!db) throw new Error('a reader without a project was asked a query');
  if (name === 'project.saveCopy') return copyProject(db.path, (input as Pick<CopyInput, 'path'>).path);
  if (name === 'sources.joinPreview') return joinPreview(db, input as readonly JoinTable[]);
  const run = (heavyQueries as Readonly<Record<string, unknown>>)[name] as AnyQuery;
  return run(db, input);
}

async function reply(request: ReaderRequest): Promise<ReaderReply> {
  try {
    return { id: request.id, value: await answer(request) };
  } catch (error) {
    const data = toErrorData(error);
    if (data.code === 'BUG') process.stderr.write(`reader ${request.name}: ${traceOf(error)}\n`);
    return { id: request.id, error: data };
  }
}

let queue = Promise.resolve();
parentPort?.on('message', (request: ReaderRequest | 'stop') => {
  queue = queue.then(async () => {
    if (request === 'stop') {
      db?.close();
      parentPort?.close();
      return;
    }
    const answered = await reply(request);
    const columns = 'value' in answered ? columnsOf(answered.value) : [];
    const given = columns.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer);
    parentPort?.postMessage(answered, given);
  });
});
