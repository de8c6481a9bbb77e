// The three kinds of question: query (read), command (small, undoable write), job (long: progress, cancel).
// A job procedure only starts the work and answers with its id; progress and the end arrive over `events.watch`,
// so that work survives a reloaded window and every window sees the same tray.
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { ErrorDataSchema, JobKind } from '../model/job.ts';

export type Kind = 'query' | 'command' | 'job' | 'stream';
export interface ProcedureMeta {
  readonly kind: Kind;
}

const base = oc.$meta<ProcedureMeta>({ kind: 'query' }).errors({ APP: { data: ErrorDataSchema } });

export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return base.meta({ kind: 'query' }).input(input).output(output);
}

export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return base.meta({ kind: 'command' }).input(input).output(output);
}

export const JobStarted = z.strictObject({ jobId: z.string(), kind: JobKind });

export function job<I extends z.ZodType>(input: I) {
  return base.meta({ kind: 'job' }).input(input).output(JobStarted);
}

/** A stream of events for as long as the window listens. */
export function stream<O extends z.ZodType>(output: O) {
  return base.meta({ kind: 'stream' }).input(z.undefined()).output(eventIterator(output));
}

/** For procedures without input or answer. */
export const Nothing = z.void();
export const Id = z.number().int().positive();
