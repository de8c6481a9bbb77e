// Every procedure of the contract, bound to its handler. The three maps (queries, commands, jobs) come from
// handlers/ and jobs/; what concerns the engine itself (projects, jobs, events) is here.
import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import type { ProcedureName } from '../../shared/contract/index.ts';
import { AppError, toErrorData } from '../../shared/errors.ts';
import type { JobKind } from '../../shared/model/job.ts';
import type { AnyCommand, FrontDoor } from './frontDoor.ts';
import { commands, heavyQueries, quickQueries } from './handlers/index.ts';
import type { jobs } from './jobs/index.ts';
import type { QuickQueries } from './handlers/index.ts';
import { ownProcedures } from './ownProcedures.ts';
import { traceOf } from './threads/messages.ts';

type JobProcedure = Exclude<keyof typeof jobs, 'project.sample'>;
type OwnProcedure = keyof ReturnType<typeof ownProcedures>;
type Bound =
  | keyof QuickQueries
  | keyof typeof heavyQueries
  | keyof typeof commands
  | JobProcedure
  | OwnProcedure;
/** A procedure of the contract without a handler makes this line fail to compile, and names it. */
type Missing = Exclude<ProcedureName, Bound>;
const nothingMissing: [Missing] extends [never] ? true : Missing = true;
void nothingMissing;

type Run = (input: unknown, signal: AbortSignal | undefined) => unknown;

function jobRun(door: FrontDoor, kind: JobKind): Run {
  return (input) => {
    const { files } = door.options;
    const given = (input ?? {}) as { readonly file?: string; readonly target?: string };
    const paths = {
      ...(given.file === undefined ? {} : { path: files.pathOf(given.file) }),
      ...(given.target === undefined ? {} : { path: files.targetOf(given.target) }),
    };
    const job = door.startJob(kind, { ...given, ...paths });
    return { jobId: job.id, kind };
  };
}

function runOf(door: FrontDoor, name: string, own: Readonly<Record<string, Run>>): Run {
  const mine = own[name];
  if (mine) return mine;
  if (name in quickQueries) {
    const query = (
      quickQueries as unknown as Readonly<Record<string, (db: unknown, input: unknown) => unknown>>
    )[name];
    return (input) => query?.(door.read(), input);
  }
  if (name in heavyQueries) return (input) => door.askReader(name, input);
  const command = (commands as unknown as Readonly<Record<string, AnyCommand<unknown>>>)[name];
  if (command) return (input) => door.command(name, command, input);
  return jobRun(door, name as JobKind);
}

async function guarded(name: string, work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    const data = toErrorData(error);
    if (data.code === 'BUG') process.stderr.write(`${name}: ${traceOf(error)}\n`);
    throw new ORPCError('APP', {
      status: 422,
      message: data.code,
      data,
      cause: error instanceof AppError ? error : undefined,
    });
  }
}

interface Implementer {
  handler(run: (call: { input: unknown; signal?: AbortSignal }) => Promise<unknown>): unknown;
}

export function createRouter(door: FrontDoor) {
  const os = implement(contract);
  const own = ownProcedures(door) as unknown as Readonly<Record<string, Run>>;
  const router: Record<string, Record<string, unknown>> = {};
  for (const [noun, verbs] of Object.entries(contract)) {
    const made: Record<string, unknown> = {};
    for (const verb of Object.keys(verbs)) {
      const name = `${noun}.${verb}`;
      const run = runOf(door, name, own);
      const implementer = (os as unknown as Record<string, Record<string, Implementer>>)[noun]?.[verb];
      made[verb] = implementer?.handler(({ input, signal }) => guarded(name, () => run(input, signal)));
    }
    router[noun] = made;
  }
  return os.router(router as unknown as Parameters<typeof os.router>[0]);
}
