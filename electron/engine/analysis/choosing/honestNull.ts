// Are there groups at all? The data against copies without structure; one verdict with its numbers.
import type { Groups } from '../../../../shared/model/groups.ts';
import { type Checkpoint, type Matrix, takeRows, within } from '../matrix.ts';
import { Random, sampleIndices } from '../random.ts';
import { summarise } from '../stats/moments.ts';
import { takeWeights, unevenWeights, type Weights } from '../weights.ts';
import { type Fits, fitAll, fitEach } from './fits.ts';
import { gapCurve } from './gap.ts';
import { halvesAgree } from './halves.ts';
import { type ReferenceKind, referenceOf } from './references.ts';

export interface HonestNullOptions {
  readonly seed: number;
  /** Tries k = 2 … highest, fewer when there are fewer rows. */
  readonly highest: number;
  /** Rows used at most. */
  readonly rows?: number;
  readonly weights?: Weights;
}

/** Customers looked at. */
export const NULL_ROWS = 600;
const COPIES: Readonly<Record<ReferenceKind, number>> = { box: 15, aligned: 19, hump: 29 };
const HALVINGS = { data: 6, copy: 2 };
/** Steinley (2004): below, an adjusted Rand index is poor agreement. */
const AGREEMENT = 0.65;
/** What all 19 copies leave possible. */
const SURE = 0.05;

/** (copies that stand out at least as much + 1) / (copies + 1); standing out counts over all k tried. */
type Against = Groups['againstCrowd'];

/**
 * Seeded. Needs finite values and at least four rows. Both kinds of copies are needed: even boxes have light tails, so
 * that one crowd beats them on skewed data; one crowd has none of the corners that k-means finds in evenly spread data.
 */
export function* honestNull(matrix: Matrix, options: HonestNullOptions): Generator<Checkpoint, Groups> {
  const { seed } = options;
  const random = new Random(seed);
  const sampled = sampleIndices(matrix.rows, options.rows ?? NULL_ROWS, random);
  const sample = takeRows(matrix, sampled);
  const weights = unevenWeights(takeWeights(options.weights ?? null, sampled));
  const highest = Math.min(options.highest, sample.rows - 2);
  const fitting = { highest: highest + 1, seed, weights, silhouettes: true };
  const own = yield* within(fitAll(sample, fitting), 0, 0.02);
  const copiesOf = (kind: ReferenceKind): readonly Matrix[] => drawCopies(kind, sample, random, weights);
  const boxes = yield* within(fitEach(copiesOf('box'), { ...fitting, silhouettes: false }), 0.02, 0.15);
  const aligned = yield* within(fitEach(copiesOf('aligned'), fitting), 0.15, 0.4);
  const crowds = copiesOf('hump');
  const crowdFits = yield* within(fitEach(crowds, fitting), 0.4, 0.8);
  const k = standsOut(own, crowdFits, highest).best;
  const stability = yield* within(halves(sample, crowds, k, random, weights), 0.8, 1);
  const againstCrowd = separation(own, crowdFits, k, highest);
  const againstEven = separation(own, aligned, k, highest);
  const real = againstCrowd.p <= SURE && againstEven.p <= SURE;
  return {
    verdict: !real ? 'none' : stability.observed < AGREEMENT ? 'weak' : 'clear',
    k,
    againstCrowd,
    againstEven,
    stability,
    gapBox: gapCurve(own, boxes),
    gapAligned: gapCurve(own, aligned),
    rows: sample.rows,
  };
}

function drawCopies(
  kind: ReferenceKind,
  sample: Matrix,
  random: Random,
  weights: Weights,
): readonly Matrix[] {
  const draw = referenceOf(kind, sample, weights);
  return Array.from({ length: COPIES[kind] }, () => draw(random));
}

/** How far the data and each copy stand out at their best k, in standard deviations of the copies at that k. */
function standsOut(
  own: Fits,
  copies: readonly Fits[],
  highest: number,
): { readonly best: number; readonly observed: number; readonly copies: readonly number[] } {
  const scales = own.silhouettes
    .slice(0, highest - 1)
    .map((_, at) => summarise(copies.map(({ silhouettes }) => silhouettes[at]!)));
  const standardised = ({ silhouettes }: Fits): number[] =>
    scales.map(({ mean, variance }, at) => (silhouettes[at]! - mean) / Math.max(1e-9, Math.sqrt(variance)));
  const mine = standardised(own);
  const observed = Math.max(...mine);
  return {
    best: mine.indexOf(observed) + 2,
    observed,
    copies: copies.map((fits) => Math.max(...standardised(fits))),
  };
}

/** The silhouettes at one k, with the p of the best k: choosing it among several is part of what is tested. */
function separation(own: Fits, copies: readonly Fits[], k: number, highest: number): Against {
  const out = standsOut(own, copies, highest);
  return {
    observed: own.silhouettes[k - 2]!,
    copies: copies.map(({ silhouettes }) => silhouettes[k - 2]!),
    p: shareAtLeast(out.copies, out.observed),
  };
}

function shareAtLeast(copies: readonly number[], observed: number): number {
  return (copies.filter((value) => value >= observed).length + 1) / (copies.length + 1);
}

function* halves(
  sample: Matrix,
  crowds: readonly Matrix[],
  k: number,
  random: Random,
  weights: Weights,
): Generator<Checkpoint, Against> {
  const options = { k, random, weights };
  const observed = yield* within(halvesAgree(sample, { ...options, times: HALVINGS.data }), 0, 0.1);
  const copies: number[] = [];
  for (const [at, crowd] of crowds.entries()) {
    const from = 0.1 + (0.9 * at) / crowds.length;
    const to = 0.1 + (0.9 * (at + 1)) / crowds.length;
    copies.push(yield* within(halvesAgree(crowd, { ...options, times: HALVINGS.copy }), from, to));
  }
  return { observed, copies, p: shareAtLeast(copies, observed) };
}
