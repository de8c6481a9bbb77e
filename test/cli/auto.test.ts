// `cluster --method auto` when the tournament ends without a solution.
import { expect, test } from 'vitest';
import type { CliEngine } from '../../electron/hosts/cli/engine.ts';
import { autoCluster } from '../../electron/hosts/cli/tournament.ts';
import { AppError } from '../../shared/errors.ts';
import { SEED } from '../support/engine.ts';

/** Its tournaments end with nobody finished. */
const engineWithout = (planned: number): CliEngine =>
  ({
    client: {
      features: { get: () => Promise.resolve({ features: [] }) },
      tournaments: {
        run: () => Promise.resolve({ jobId: 'one' }),
        get: () => Promise.resolve({ planned, entries: [], recommended: null }),
      },
    },
    finish: (started: Promise<unknown>) => started,
  }) as unknown as CliEngine;

test.each([
  ['the time was too short for any', 12, new AppError('TIME-TOO-SHORT', { found: 3 })],
  ['no number of segments is possible', 0, new AppError('K-TOO-LARGE', { k: 2, limit: 1 })],
])('%s', async (_, planned, refusal) => {
  const wish = { from: 2, to: 4, scale: 'z', seed: SEED, logs: false, seconds: 3 } as const;
  await expect(autoCluster(engineWithout(planned), wish)).rejects.toEqual(refusal);
});
