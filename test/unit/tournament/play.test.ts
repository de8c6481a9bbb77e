// The budget of a tournament holds for whatever is under way.
import { expect, test } from 'vitest';
import type { Task } from '../../../electron/engine/jobs/tournament/agenda.ts';
import { play } from '../../../electron/engine/jobs/tournament/play.ts';
import { AppError } from '../../../shared/errors.ts';

const solve = (group: number): Task => ({ kind: 'solve', group });

/** Hands out the tasks one after another. */
function agenda(tasks: readonly Task[]) {
  const left = [...tasks];
  const begun: Task[] = [];
  return {
    next: () => left[0] ?? null,
    running: (task: Task) => {
      begun.push(task);
      left.shift();
    },
    begun,
  };
}

/** Ends at no other time than when it is stopped. */
async function untilStopped(cancel: Int32Array<SharedArrayBuffer>): Promise<never> {
  while (Atomics.load(cancel, 0) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  throw new AppError('JOB-CANCELLED');
}

test('a method that outlasts the budget is stopped, and nothing else is begun', async () => {
  const tasks = agenda([solve(0), solve(1), solve(2)]);
  const booked: Task[] = [];
  const perform = async (task: Task, cancel: Int32Array<SharedArrayBuffer>): Promise<void> => {
    if (task.kind === 'solve' && task.group > 0) await untilStopped(cancel);
    booked.push(task);
  };
  const shares: number[] = [];
  for await (const share of play(tasks, perform, 1, performance.now() + 200)) shares.push(share);
  expect(tasks.begun).toEqual([solve(0), solve(1)]);
  expect(booked).toEqual([solve(0)]);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test('a failure is one, also while the rest goes on', async () => {
  const tasks = agenda([solve(0), solve(1)]);
  const stopped: Task[] = [];
  const perform = async (task: Task, cancel: Int32Array<SharedArrayBuffer>): Promise<void> => {
    if (task.kind === 'solve' && task.group === 0) throw new AppError('BUG');
    await untilStopped(cancel).catch(() => stopped.push(task));
  };
  const run = async (): Promise<void> => {
    for await (const _ of play(tasks, perform, 2, performance.now() + 60_000));
  };
  await expect(run()).rejects.toThrow('BUG');
  expect(stopped).toEqual([solve(1)]);
});
