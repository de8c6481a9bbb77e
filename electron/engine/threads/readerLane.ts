// The front door's side of a reader thread: questions out, answers in. A thread that dies fails its open questions
// and is started again for the next one.
import { Worker } from 'node:worker_threads';
import { AppError, fromErrorData } from '../../../shared/errors.ts';
import { entryUrl } from './entry.ts';
import { THREAD_LIMITS } from './limits.ts';
import type { ReaderData, ReaderReply } from './messages.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

export interface ReaderLane {
  readonly ask: (name: string, input: unknown) => Promise<unknown>;
  /** Ends the thread when nothing is being asked; the next question starts another one. */
  readonly rest: () => void;
  readonly close: () => Promise<void>;
}

export function createReaderLane(data: ReaderData): ReaderLane {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  const resting = new Set<Worker>();
  let nextId = 1;
  let closed = false;

  const failAll = (gone: Worker): void => {
    if (resting.delete(gone) || gone !== worker) return; // nobody waits for it
    worker = null;
    for (const one of waiting.values()) one.reject(new AppError('ENGINE-STOPPED'));
    waiting.clear();
  };
  const start = (): Worker => {
    const made = new Worker(entryUrl('reader', import.meta.url), {
      workerData: data,
      resourceLimits: THREAD_LIMITS,
    });
    made.on('message', (reply: ReaderReply) => {
      const one = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (waiting.size === 0) made.unref();
      if ('error' in reply) one?.reject(fromErrorData(reply.error));
      else one?.resolve(reply.value);
    });
    made.on('error', () => failAll(made));
    made.on('exit', () => failAll(made));
    made.unref();
    return made;
  };
  return {
    ask: (name, input) => {
      if (closed) return Promise.reject(new AppError('PROJECT-NONE-OPEN'));
      worker ??= start();
      const id = nextId++;
      const target = worker;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        target.ref(); // an open question keeps the process alive, an idle thread does not
        target.postMessage({ id, name, input });
      });
    },
    rest: () => {
      const target = worker;
      if (!target || waiting.size > 0) return;
      worker = null;
      resting.add(target);
      target.postMessage('stop');
    },
    close: async () => {
      closed = true;
      const leaving = worker ? [worker, ...resting] : [...resting];
      worker?.postMessage('stop');
      await Promise.all(
        leaving.map((target) => {
          target.ref();
          return new Promise<void>((resolve) => target.once('exit', () => resolve()));
        }),
      );
    },
  };
}
