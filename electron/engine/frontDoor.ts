// The front door: holds the open project, writes commands, hands heavy work to threads, announces what changed.
// Nothing in here may take longer than a few milliseconds.
import type { ImportInput } from '../../shared/contract/sources.ts';
import { AppError } from '../../shared/errors.ts';
import type { EngineEvent, Job, JobKind } from '../../shared/model/job.ts';
import type { AppData } from './appData.ts';
import type { Broadcast } from './broadcast.ts';
import { createProjectFile } from './db/file.ts';
import { record, redo, undo } from './db/journal.ts';
import type { ReadDb } from './db/open.ts';
import type { Files } from './files.ts';
import { currentProject, recentSizes } from './handlers/project.ts';
import type { EngineOptions } from './index.ts';
import { createLayoutKeeper } from './layoutKeeper.ts';
import type { Command, CommandContext } from './procedures.ts';
import { openSession } from './session.ts';
import type { Session } from './session.ts';
import { withPriority } from './threads/gate.ts';
import { createReaderLane } from './threads/readerLane.ts';

export interface FrontDoorOptions extends EngineOptions {
  readonly files: Files;
  readonly appData: AppData;
  readonly broadcast: Broadcast<EngineEvent>;
  readonly projectPaths: Broadcast<string | null>;
}

export interface FrontDoor {
  readonly options: FrontDoorOptions;
  readonly read: () => ReadDb;
  readonly readOrNull: () => ReadDb | null;
  readonly session: () => Session;
  readonly askReader: (name: string, input: unknown) => Promise<unknown>;
  /** Runs a command in one transaction; a decision becomes one entry of the history. */
  readonly command: <T>(label: string, command: AnyCommand<T>, input: unknown) => T;
  readonly step: (direction: 'undo' | 'redo') => ReturnType<typeof undo>['value'];
  readonly startJob: (kind: JobKind, input: unknown) => Job;
  /** Tells the windows which tables were written outside a command. */
  readonly announce: (tables: readonly string[]) => void;
  readonly createPath: (path: string) => Promise<void>;
  readonly openPath: (path: string) => Promise<void>;
  readonly closeProject: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface AnyCommand<T> {
  readonly detail: ((db: ReadDb, input: never) => string) | null;
  readonly run: (db: never, input: never, context: CommandContext) => T;
}

/** What the reader thread without a project answers. */
const FILES_ONLY: readonly string[] = ['sources.inspect', 'project.salvage'];
const REMEMBER_AFTER_MS = 400;

export function createFrontDoor(options: FrontDoorOptions): FrontDoor {
  const { broadcast, projectPaths, appData, clock } = options;
  let current: Session | null = null;
  let jobs = 0;
  const inspector = createReaderLane({ projectPath: null, resourcesDir: options.resourcesDir });

  const layouts = createLayoutKeeper(appData, clock, () =>
    broadcast.send({ type: 'changed', tables: ['layout'] }),
  );
  let openedAt = clock();
  let rememberSoon: NodeJS.Timeout | null = null;

  const changed = (tables: readonly string[]): void => {
    if (tables.length === 0) return;
    broadcast.send({ type: 'changed', tables: [...tables] });
    // The list of recent projects follows, but not on every keystroke.
    rememberSoon ??= setTimeout(remember, REMEMBER_AFTER_MS).unref();
  };
  const session = (): Session => {
    if (!current) throw new AppError('PROJECT-NONE-OPEN');
    return current;
  };
  const writable = () => {
    const db = session().project.write;
    if (!db) throw new AppError('PROJECT-READ-ONLY');
    return db;
  };
  const remember = (): void => {
    if (rememberSoon) clearTimeout(rememberSoon);
    rememberSoon = null;
    if (!current) return;
    const db = current.project.read;
    appData.remember(current.project.path, currentProject(db, current.project), recentSizes(db), openedAt);
    broadcast.send({ type: 'changed', tables: ['app'] });
  };
  let turn: Promise<unknown> = Promise.resolve();
  /** Opening and closing wait for each other; two at once would leave a project open that nobody holds. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const closeProject = async (): Promise<void> => {
    if (!current) return;
    remember();
    const closing = current;
    current = null;
    await closing.close();
    projectPaths.send(null);
    broadcast.send({ type: 'project', open: false });
  };
  const openPath = async (path: string): Promise<void> => {
    if (current?.project.path === path) return;
    const events = {
      onJob: (job: Job) => {
        broadcast.send({ type: 'job', job });
        layouts.onJob(job);
      },
      onChanged: changed,
      onErased: layouts.onErased,
      clock,
      newId: () => `job-${++jobs}`,
    };
    // The new one first: a file that is refused leaves the present project open.
    const next = openSession(path, { resourcesDir: options.resourcesDir, threads: options.threads, events });
    await closeProject();
    current = next;
    openedAt = clock();
    remember();
    projectPaths.send(path);
    broadcast.send({ type: 'project', open: true });
  };
  return {
    options,
    session,
    read: () => session().project.read,
    readOrNull: () => current?.project.read ?? null,
    askReader: (name, input) => (FILES_ONLY.includes(name) ? inspector : session().reader).ask(name, input),
    command: (label, command, input) => {
      const db = writable();
      const known = command as unknown as Command<'sources.rename'>;
      const typed = input as Parameters<typeof known.run>[1];
      const context = { now: clock(), resourcesDir: options.resourcesDir };
      const run = () => known.run(db, typed, context) as ReturnType<typeof command.run>;
      return withPriority(session().gate, () => {
        const { detail } = known;
        if (!detail) return db.transaction(run);
        const change = { label, detail: detail(db, typed), at: context.now.toISOString() };
        const { value, tables } = record(db, change, run);
        changed([...tables, 'change']);
        return value;
      });
    },
    step: (direction) => {
      const db = writable();
      const { value, tables } = withPriority(session().gate, () =>
        direction === 'undo' ? undo(db) : redo(db),
      );
      changed([...tables, 'change']);
      return value;
    },
    startJob: (kind, input) => {
      writable();
      const job = session().startJob(kind, input);
      if (kind === 'sources.import') layouts.onImport(job.id, input as ImportInput);
      return job;
    },
    announce: changed,
    createPath: (path) =>
      inTurn(async () => {
        createProjectFile(path);
        await openPath(path);
      }),
    openPath: (path) => inTurn(() => openPath(path)),
    closeProject: () => inTurn(closeProject),
    close: async () => {
      await inTurn(closeProject);
      await inspector.close();
    },
  };
}
