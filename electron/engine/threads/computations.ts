// Computations that a compute thread can be asked for by name: plain generators over plain data.
import { honestNull, type HonestNullOptions } from '../analysis/choosing/honestNull.ts';
import { resampleChunk, type ResampleOptions } from '../analysis/choosing/resamples.ts';
import { type Ruler, scoreDivision } from '../analysis/choosing/scoreDivision.ts';
import { solveEntries, type SolveEntriesOptions } from '../analysis/choosing/solveEntries.ts';
import type { BinnedTable } from '../analysis/explain/bins.ts';
import type { Checkpoint, Labels, Matrix } from '../analysis/matrix.ts';
import type { MethodInput } from '../analysis/methods/input.ts';

interface SolveEntriesInput {
  readonly input: MethodInput;
  readonly ruler: Ruler;
  readonly binned: BinnedTable;
  readonly options: SolveEntriesOptions;
}

interface ScoreInput {
  readonly ruler: Ruler;
  readonly binned: BinnedTable;
  readonly labels: Labels;
  readonly k: number;
}

interface ResampleInput {
  readonly input: MethodInput;
  readonly labels: readonly Labels[];
  readonly options: ResampleOptions;
}

interface HonestNullInput {
  readonly matrix: Matrix;
  readonly options: HonestNullOptions;
}

const COMPUTATIONS = {
  honestNull: ({ matrix, options }: HonestNullInput) => honestNull(matrix, options),
  solveEntries: ({ input, ruler, binned, options }: SolveEntriesInput) =>
    solveEntries(input, ruler, binned, options),
  scoreDivision: ({ ruler, binned, labels, k }: ScoreInput) => scoreDivision(ruler, binned, labels, k),
  resampleChunk: ({ input, labels, options }: ResampleInput) => resampleChunk(input, labels, options),
};

export type ComputationName = keyof typeof COMPUTATIONS;
export type ComputationInput<N extends ComputationName> = Parameters<(typeof COMPUTATIONS)[N]>[0];
export type ComputationResult<N extends ComputationName> =
  ReturnType<(typeof COMPUTATIONS)[N]> extends Generator<Checkpoint, infer R> ? R : never;

/** Starts one; the input is of its own type, see `ComputationInput`. */
export function compute(name: ComputationName, input: unknown): Generator<Checkpoint, unknown> {
  const run = COMPUTATIONS[name] as (given: unknown) => Generator<Checkpoint, unknown>;
  return run(input);
}
