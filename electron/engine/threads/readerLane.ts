// The front door's side of a reader thread: questions out, answers in. A thread that dies fails its open questions
// and is started again for the next one.
import { Worker } from 'node:worker_threads';
import { AppError, fromErrorData } from '../../../shared/errors.ts';
import { entryUrl } from './entry.ts';
import type { ReaderData, ReaderReply } from './messages.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

export interface ReaderLane {
  readonly ask: (name: string, input: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export function createReaderLane(data: ReaderData): ReaderLane {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let nextId = 1;
  let closed = false;

  const failAll = (): void => {
    worker = null;
    for (const one of waiting.values()) one.reject(new AppError('ENGINE-STOPPED'));
    waiting.clear();
  };
  const start = (): Worker => {
    const made = new Worker(entryUrl('reader', import.meta.url), { workerData: data });
    made.on('message', (reply: ReaderReply) => {
      const one = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (waiting.size === 0) made.unref();
      if ('error' in reply) one?.reject(fromErrorData(reply.error));
      else one?.resolve(reply.value);
    });
    made.on('error', failAll);
    made.on('exit', failAll);
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
    close: async () => {
      closed = true;
      const target = worker;
      if (!target) return;
      target.ref();
      const gone = new Promise<void>((resolve) => target.once('exit', () => resolve()));
      target.postMessage('stop');
      await gone;
    },
  };
}
