// Jobs: long work with progress and cancel. The tray shows these; the result goes to whoever started it.
import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';

export const JOB_KINDS = [
  'sources.import',
  'sources.check',
  'sources.exportIssues',
  'features.compute',
  'quality.check',
  'quality.export',
  'people.findDuplicates',
  'segmentations.run',
  'segmentations.embed',
  'segmentations.assign',
  'tournaments.run',
  'tournaments.choose',
  'personas.draft',
  'campaigns.propose',
  'exports.write',
  'project.sample',
  'sources.exportRejects',
  'sources.exportMessages',
  'sources.exportRows',
  'customers.erase',
] as const;
export const JobKind = z.enum(JOB_KINDS);
export type JobKind = z.infer<typeof JobKind>;

/** Keys of i18n `shell.phases`. */
export const PHASES = [
  'waiting',
  'reading',
  'checking',
  'storing',
  'preparing',
  'joining',
  'features',
  'weighting',
  'judging',
  'comparing',
  'scaling',
  'clustering',
  'choosing',
  'chance',
  'resampling',
  'profiling',
  'mapping',
  'drafting',
  'writing',
  'finishing',
] as const;
export const Phase = z.enum(PHASES);
export type Phase = z.infer<typeof Phase>;

/** `share` is 0..1 of the whole job. */
export const Progress = z.strictObject({
  phase: Phase,
  share: z.number().min(0).max(1),
  done: z.number().optional(),
  total: z.number().optional(),
});
export type Progress = z.infer<typeof Progress>;

export const ErrorDataSchema = z.strictObject({
  code: z.enum(ERROR_CODES),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  place: z.strictObject({
    file: z.string().optional(),
    sheet: z.string().optional(),
    record: z.number().optional(),
    line: z.number().optional(),
    column: z.string().optional(),
  }),
});

export const Job = z.strictObject({
  id: z.string(),
  kind: JobKind,
  state: z.enum(['waiting', 'running', 'cancelling', 'done', 'failed', 'cancelled']),
  progress: Progress,
  startedAt: z.string(),
  elapsedMs: z.number(),
  result: z.unknown().optional(),
  error: ErrorDataSchema.optional(),
});
export type Job = z.infer<typeof Job>;

/** Whether it is under way: it may still change something. */
export function isUnderWay({ state }: Pick<Job, 'state'>): boolean {
  return state === 'waiting' || state === 'running' || state === 'cancelling';
}

/** What the engine announces: the tables that a commit touched (queries refetch), a job's news, or a change of project. */
export const EngineEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('changed'), tables: z.array(z.string()) }),
  z.strictObject({ type: z.literal('job'), job: Job }),
  z.strictObject({ type: z.literal('project'), open: z.boolean() }),
]);
export type EngineEvent = z.infer<typeof EngineEvent>;
