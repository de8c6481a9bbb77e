// `cluster --method auto` when the tournament ends without a solution, or without knowing whether there are groups.
import { expect, test } from 'vitest';
import type { CliEngine } from '../../electron/hosts/cli/engine.ts';
import { autoCluster } from '../../electron/hosts/cli/tournament.ts';
import { AppError } from '../../shared/errors.ts';
import type { Groups } from '../../shared/model/groups.ts';
import { SEED } from '../support/engine.ts';

type Verdict = Groups['verdict'];
interface Board {
  readonly planned: number;
  readonly entries?: readonly { readonly id: string }[];
  readonly baselines?: readonly { readonly id: string }[];
  readonly groups?: { readonly verdict: Verdict } | null;
}

/** Its tournaments end with this board, and nothing recommended; whatever is made of it finds this verdict. */
function engineWith({ entries = [], baselines = [], groups = null, planned }: Board, own: Verdict = 'clear') {
  const log: string[] = [];
  const verdictOf = (entryId: string) => (entryId === 'tiers' ? null : { verdict: own });
  const made: { id: number; groups: { verdict: Verdict } | null }[] = [];
  const engine = {
    client: {
      features: { get: () => Promise.resolve({ features: [] }) },
      tournaments: {
        run: () => Promise.resolve({ jobId: 'one' }),
        get: () => Promise.resolve({ planned, entries, baselines, groups, recommended: null }),
        choose: ({ entryId }: { readonly entryId: string }) => {
          log.push(`made ${entryId}`);
          made.push({ id: made.length + 1, groups: verdictOf(entryId) });
          return Promise.resolve({ segmentationId: made.length });
        },
      },
      segmentations: {
        list: () => Promise.resolve(made),
        remove: ({ segmentationId }: { readonly segmentationId: number }) =>
          Promise.resolve(void log.push(`removed ${segmentationId}`)),
        activate: ({ segmentationId }: { readonly segmentationId: number }) =>
          Promise.resolve(void log.push(`in use ${segmentationId}`)),
      },
    },
    finish: (started: Promise<unknown>) => started,
  } as unknown as CliEngine;
  return { engine, log };
}
const WISH = { from: 2, to: 4, scale: 'z', seed: SEED, logs: false, seconds: 3 } as const;
const NONE = { verdict: 'none' } as const;
const entries = [{ id: 'kmeans:4:z:all' }];

test.each([
  ['the time was too short for any', { planned: 12 }, new AppError('TIME-TOO-SHORT', { found: 3 })],
  ['no number of segments is possible', { planned: 0 }, new AppError('K-TOO-LARGE', { k: 2, limit: 1 })],
  ['there are no groups, nor value tiers', { planned: 12, entries, groups: NONE }, new AppError('NO-GROUPS')],
])('%s', async (_, board, refusal) => {
  const { engine, log } = engineWith(board);
  await expect(autoCluster(engine, WISH)).rejects.toEqual(refusal);
  expect(log).toEqual([]);
});

test('too little time for the verdict: the solution’s own decides whether it is put into use', async () => {
  const found = engineWith({ planned: 12, entries });
  expect((await autoCluster(found.engine, WISH)).tournament?.groups?.verdict).toBe('clear');
  expect(found.log).toEqual(['made kmeans:4:z:all', 'in use 1']);
  const none = engineWith({ planned: 12, entries }, 'none');
  await expect(autoCluster(none.engine, WISH)).rejects.toEqual(new AppError('NO-GROUPS'));
  expect(none.log).toEqual(['made kmeans:4:z:all', 'removed 1']);
  const tiers = engineWith({ planned: 12, entries, baselines: [{ id: 'tiers' }] }, 'none');
  const { id, tournament } = await autoCluster(tiers.engine, WISH);
  expect([id, tournament?.groups]).toEqual([2, NONE]);
  expect(tournament?.recommended).toEqual({
    entryId: 'tiers',
    reasons: [{ code: 'noGroups', other: null }],
  });
  expect(tiers.log).toEqual(['made kmeans:4:z:all', 'removed 1', 'made tiers', 'in use 2']);
});
