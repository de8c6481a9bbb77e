// The engine in React: one provider, and hooks by procedure name. Queries refetch when the engine says what changed.
import {
  QueryClient,
  QueryClientProvider,
  useMutation,
  useQuery,
  keepPreviousData,
} from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { InputOf, OutputOf, ProcedureName } from '../../shared/contract/index.ts';
import type { AppError } from '../../shared/errors.ts';
import type { HostBridge } from '../../shared/host.ts';
import type { Job, JobKind } from '../../shared/model/job.ts';
import { createConnection } from './client.ts';
import type { Connection, ConnectionState } from './client.ts';
import { asAppError } from './errors.ts';
import { forgetProject } from './forget.ts';
import { createJobBook } from './jobs.ts';
import type { JobBook } from './jobs.ts';
import { isStale } from './stale.ts';

interface EngineValue {
  readonly bridge: HostBridge;
  readonly connection: Connection;
  readonly queries: QueryClient;
  readonly book: JobBook;
  readonly ask: <P extends ProcedureName>(
    name: P,
    input: InputOf<P>,
    signal?: AbortSignal,
  ) => Promise<OutputOf<P>>;
}

const EngineContext = createContext<EngineValue | null>(null);

type AnyClient = Readonly<
  Record<string, Readonly<Record<string, (input: unknown, options: object) => Promise<unknown>>>>
>;

function createValue(bridge: HostBridge): EngineValue {
  const connection = createConnection(bridge);
  const queries = new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, retry: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
  const book = createJobBook();
  const ask: EngineValue['ask'] = async (name, input, signal) => {
    try {
      const client = (await connection.client()) as unknown as AnyClient;
      const [noun = '', verb = ''] = name.split('.');
      return (await client[noun]?.[verb]?.(input, signal ? { signal } : {})) as OutputOf<typeof name>;
    } catch (error) {
      throw asAppError(error);
    }
  };
  return { bridge, connection, queries, book, ask };
}

function listen({ connection, queries, book, ask }: EngineValue): () => void {
  const relist = (): void => {
    void ask('jobs.list', undefined).then(book.replace, () => undefined);
  };
  const refresh = (): void => {
    void queries.invalidateQueries();
    relist();
  };
  const stopState = connection.onState((state) => {
    if (state === 'open') refresh();
    else book.lose();
  });
  const stopEvents = connection.onEvent((event) => {
    if (event.type === 'job') return book.note(event.job as Job);
    if (event.type === 'project') {
      forgetProject(queries);
      return relist();
    }
    void queries.invalidateQueries({
      predicate: (query) => isStale(String(query.queryKey[0]), event.tables),
    });
  });
  if (connection.state() === 'open') refresh();
  return () => {
    stopState();
    stopEvents();
  };
}

/** Connects to the engine through the host and gives the hooks below their client. */
export function EngineProvider({
  bridge,
  children,
}: {
  readonly bridge: HostBridge;
  readonly children: ReactNode;
}) {
  const [value] = useState(() => createValue(bridge));
  useEffect(() => listen(value), [value]);
  return (
    <EngineContext value={value}>
      <QueryClientProvider client={value.queries}>{children}</QueryClientProvider>
    </EngineContext>
  );
}

function useEngine(): EngineValue {
  const value = use(EngineContext);
  if (!value) throw new Error('EngineProvider is missing');
  return value;
}

/** What queries are answered in the gallery, by procedure. */
export type Answers = Readonly<{ [P in ProcedureName]?: OutputOf<P> | ((input: InputOf<P>) => OutputOf<P>) }>;

/** No host and no engine: never connects. Whatever has no answer stays as it is while it loads. */
const NOWHERE: HostBridge = {
  kind: 'browser',
  version: '0.0.0',
  connect: () => new Promise<never>(() => undefined),
  pickFiles: () => Promise.resolve([]),
  takeDropped: () => Promise.resolve([]),
  pickSave: () => Promise.resolve(null),
  deliver: () => Promise.resolve(),
  launchFiles: () => Promise.resolve([]),
  onLaunchFiles: () => () => undefined,
  openSample: false,
};

/** The hooks over made-up answers, for fixtures of what asks for its data itself. */
export function AnswersProvider({
  answers,
  children,
}: {
  readonly answers: Answers;
  readonly children: ReactNode;
}) {
  const [value] = useState((): EngineValue => {
    const real = createValue(NOWHERE);
    const ask: EngineValue['ask'] = (name, input, signal) => {
      const answer: unknown = answers[name];
      if (answer === undefined) return real.ask(name, input, signal);
      const given: unknown = typeof answer === 'function' ? (answer(input) as unknown) : answer;
      return Promise.resolve(given as OutputOf<typeof name>);
    };
    return { ...real, ask };
  });
  return (
    <EngineContext value={value}>
      <QueryClientProvider client={value.queries}>{children}</QueryClientProvider>
    </EngineContext>
  );
}

export interface AskOptions {
  /** False: not asked yet (say, an id is still unknown). */
  readonly enabled?: boolean;
  /** Show the previous answer while the next one is on its way (paging, changed settings). */
  readonly keepPrevious?: boolean;
}

/** A query of the contract: `useAsk('segments.get', {segmentId})`. Refetched when its tables change. */
export function useAsk<P extends ProcedureName>(
  name: P,
  input: InputOf<P>,
  options: AskOptions = {},
): UseQueryResult<OutputOf<P>, AppError> {
  const { ask } = useEngine();
  return useQuery<OutputOf<P>, AppError>({
    queryKey: [name, input],
    // TanStack Query refuses `undefined` as an answer.
    queryFn: async ({ signal }) => (await ask(name, input, signal)) ?? (null as OutputOf<P>),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });
}

/** A command of the contract: `const rename = useCommand('segments.rename'); rename.mutate({…})`. */
export function useCommand<P extends ProcedureName>(
  name: P,
): UseMutationResult<OutputOf<P>, AppError, InputOf<P>> {
  const { ask, queries } = useEngine();
  return useMutation<OutputOf<P>, AppError, InputOf<P>>({
    mutationFn: (input) => ask(name, input),
    onSuccess: () => {
      if (name === 'app.setSettings') void queries.invalidateQueries({ queryKey: ['app.settings'] });
      if (name === 'project.forgetRecent') void queries.invalidateQueries({ queryKey: ['project.recent'] });
    },
  });
}

/** A job of the contract; resolves with its result when it has ended, rejects with its AppError (JOB-CANCELLED …). */
export function useJob<P extends JobKind>(name: P): UseMutationResult<unknown, AppError, InputOf<P>> {
  const { ask, book } = useEngine();
  return useMutation<unknown, AppError, InputOf<P>>({
    mutationFn: async (input) => {
      const started = (await ask(name, input)) as { jobId: string };
      return book.ended(started.jobId);
    },
  });
}

export interface StartedJob {
  readonly jobId: string;
  /** Resolves with the job's result. @throws AppError of the job, or JOB-CANCELLED */
  readonly ended: Promise<unknown>;
}

/** Starts jobs outside rendering, for who must be able to cancel the very job that it started. */
export function useStartJob(): <P extends JobKind>(name: P, input: InputOf<P>) => Promise<StartedJob> {
  const { ask, book } = useEngine();
  return useCallback(
    async (name, input) => {
      const { jobId } = (await ask(name, input)) as { jobId: string };
      return { jobId, ended: book.ended(jobId) };
    },
    [ask, book],
  );
}

/** One-off questions outside rendering, e.g. pages of a grid. */
export function useAskNow(): EngineValue['ask'] {
  return useEngine().ask;
}

/** All jobs that run or ended lately, newest first. */
export function useJobs(): readonly Job[] {
  return useEngine().book.store((state) => state.jobs);
}

export function useBridge(): HostBridge {
  return useEngine().bridge;
}

export function useConnectionState(): ConnectionState {
  const { connection } = useEngine();
  const [state, setState] = useState(connection.state());
  useEffect(() => {
    setState(connection.state());
    return connection.onState(setState);
  }, [connection]);
  return state;
}
