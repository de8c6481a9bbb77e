// Solutions of one method for several k, each with what it is judged by.
import type { Judged } from '../../../../shared/model/tournament.ts';
import type { BinnedTable } from '../explain/bins.ts';
import { type Checkpoint, within } from '../matrix.ts';
import type { MethodInput } from '../methods/input.ts';
import { type ClusterOptions, solveMany } from '../methods/solve.ts';
import type { FoundMixture } from './resamples.ts';
import { type Ruler, scoreDivision } from './scoreDivision.ts';

export interface SolveEntriesOptions {
  readonly method: ClusterOptions['method'];
  readonly ks: readonly number[];
  readonly seed: number;
}

export interface SolvedEntry {
  readonly k: number;
  readonly labels: Int16Array;
  readonly sizes: readonly number[];
  readonly judged: Judged;
  /** Mixtures: what it settled on, for its resamples to start from. */
  readonly mixture: FoundMixture | null;
}

/** @throws as the method does; the number of segments is that of the solution, which may be below the one asked for */
export function* solveEntries(
  input: MethodInput,
  ruler: Ruler,
  binned: BinnedTable,
  { method, ks, seed }: SolveEntriesOptions,
): Generator<Checkpoint, readonly SolvedEntry[]> {
  const solutions = yield* within(solveMany(input, { method, k: ks[0] ?? 2, seed }, ks), 0, 0.7);
  const entries: SolvedEntry[] = [];
  for (const [at, { labels, sizes, model }] of solutions.entries()) {
    const from = 0.7 + (0.3 * at) / solutions.length;
    const judged = yield* within(
      scoreDivision(ruler, binned, labels, sizes.length),
      from,
      from + 0.3 / solutions.length,
    );
    const mixture = model.method === 'gmm' ? { shape: model.shape, columns: model.columns } : null;
    entries.push({ k: ks[at]!, labels, sizes, judged, mixture });
  }
  return entries;
}
