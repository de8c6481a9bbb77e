// Raking: weights that make the sample's distributions those of a reference, one variable after the other, until
// all agree. Works on cells of rows that cannot be told apart, so a million customers take milliseconds.
import { type Checkpoint, WORK_PER_CHECKPOINT } from './matrix.ts';
import { type Margin, type RakingCells, rakingCells } from './rakingCells.ts';
import { trimWeights } from './trimWeights.ts';
import { designEffect, effectiveSize, type Weights } from './weights.ts';

export type { Margin } from './rakingCells.ts';

export interface RakingOptions {
  /** Largest weight, as a multiple of the mean; 1 or more. */
  readonly cap: number;
  /** Weights to start from (mean 1), for instance those of a survey. */
  readonly base?: Weights;
}

/**
 * `met`: every target is reached. `capped`: they could be reached, but not with weights within the cap.
 * `contradictory`: no weights of these customers reach all targets at once.
 */
export type RakingStatus = 'met' | 'capped' | 'contradictory';

export interface RakingResult {
  /** One per row, mean 1. */
  readonly weights: Float64Array;
  readonly status: RakingStatus;
  /** Passes over all variables. */
  readonly cycles: number;
  /** Largest difference left between a weighted share and its target, 0..1. */
  readonly gap: number;
  /** Rows whose weight was cut to the cap. */
  readonly cappedRows: number;
  readonly effectiveSize: number;
  readonly designEffect: number;
  /** Per margin: levels wanted that no row has (their share is spread over the others) … */
  readonly absent: readonly (readonly number[])[];
  /** … and levels that rows have although the reference says nobody does: those rows get the weight 0. */
  readonly unwanted: readonly (readonly number[])[];
}

/** Differences of a millionth of a share are met; nobody reads a tenth of a thousandth of a point. */
const TOLERANCE = 1e-6;
/** Weights that move less than this in a cycle have settled. */
const SETTLED = 1e-6;
/** Capped weights may creep for ever; many different base weights make every cycle a pass over all rows. */
const CYCLES = { most: 500, least: 25, work: 200_000_000 };

interface Wanted {
  readonly codes: Int32Array;
  /** Shares over the levels that can be reached, adding up to 1; 0 elsewhere. */
  readonly targets: Float64Array;
  readonly absent: readonly number[];
  readonly unwanted: readonly number[];
  /** False when no level with a target has rows: such a variable cannot be adjusted. */
  readonly reachable: boolean;
}

function wantedOf({ codes, counts, base }: RakingCells, margins: readonly Margin[]): readonly Wanted[] {
  return margins.map(({ targets }, at) => {
    const own = codes[at]!;
    const present = new Float64Array(targets.length);
    own.forEach((code, cell) => {
      if (code >= 0) present[code]! += counts[cell]! * base[cell]!;
    });
    const levels = targets.map((_, level) => level);
    const total = levels.reduce((sum, level) => sum + (present[level]! > 0 ? targets[level]! : 0), 0);
    return {
      codes: own,
      targets: Float64Array.from(levels, (level) =>
        present[level]! > 0 && total > 0 ? targets[level]! / total : 0,
      ),
      absent: levels.filter((level) => targets[level]! > 0 && present[level] === 0),
      unwanted: levels.filter((level) => targets[level] === 0 && present[level]! > 0),
      reachable: total > 0,
    };
  });
}

function levelTotals({ codes, targets }: Wanted, counts: Float64Array, weights: Float64Array): Float64Array {
  const totals = new Float64Array(targets.length);
  for (let cell = 0; cell < codes.length; cell++) {
    const code = codes[cell]!;
    if (code >= 0) totals[code]! += counts[cell]! * weights[cell]!;
  }
  return totals;
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** Rows with a missing level keep their weight; the others share what they had together. */
function adjust(wanted: Wanted, counts: Float64Array, weights: Float64Array): void {
  const totals = levelTotals(wanted, counts, weights);
  const known = sum(totals);
  const factors = totals.map((total, level) => (total > 0 ? (wanted.targets[level]! * known) / total : 1));
  for (let cell = 0; cell < weights.length; cell++) {
    const code = wanted.codes[cell]!;
    if (code >= 0) weights[cell]! *= factors[code]!;
  }
}

/** A level that another variable has emptied takes its share out of the total: the mean goes back to 1. */
function keepMean(weights: Float64Array, counts: Float64Array): void {
  let rows = 0;
  let total = 0;
  for (let cell = 0; cell < weights.length; cell++) {
    rows += counts[cell]!;
    total += counts[cell]! * weights[cell]!;
  }
  if (total === 0 || Math.abs(total - rows) <= 1e-12 * rows) return;
  for (let cell = 0; cell < weights.length; cell++) weights[cell]! *= rows / total;
}

function largestGap(wanted: readonly Wanted[], counts: Float64Array, weights: Float64Array): number {
  let worst = 0;
  for (const one of wanted) {
    const totals = levelTotals(one, counts, weights);
    const known = sum(totals);
    if (known === 0) return 1;
    totals.forEach((total, level) => {
      worst = Math.max(worst, Math.abs(total / known - one.targets[level]!));
    });
  }
  return worst;
}

interface Raked {
  readonly weights: Float64Array;
  readonly gap: number;
  readonly cycles: number;
  readonly cappedRows: number;
}

function* rakeCells(
  { counts }: RakingCells,
  start: Float64Array,
  wanted: readonly Wanted[],
  cap: number,
): Generator<Checkpoint, Raked> {
  const weights = Float64Array.from(start);
  const former = new Float64Array(weights.length);
  const steps = weights.length * (wanted.length + 1);
  const maxCycles = Math.max(CYCLES.least, Math.min(CYCLES.most, Math.floor(CYCLES.work / (steps + 1))));
  let work = 0;
  let cappedRows = cap === Infinity ? 0 : trimWeights(weights, counts, cap);
  for (let cycles = 0; ; cycles++) {
    const gap = largestGap(wanted, counts, weights);
    const change = weights.reduce((most, weight, at) => Math.max(most, Math.abs(weight - former[at]!)), 0);
    if (gap <= TOLERANCE || (cycles > 0 && change <= SETTLED) || cycles === maxCycles)
      return { weights, gap, cycles, cappedRows };
    former.set(weights);
    for (const one of wanted) adjust(one, counts, weights);
    keepMean(weights, counts);
    if (cap < Infinity) cappedRows = trimWeights(weights, counts, cap);
    work += 10 * steps;
    if (work < WORK_PER_CHECKPOINT) continue;
    work = 0;
    yield { share: cycles / maxCycles };
  }
}

/**
 * Raking, or iterative proportional fitting (Deming & Stephan 1940): each cycle multiplies the weights of every
 * level of every variable so that its share is the wanted one, then cuts weights above the cap (Izrael, Battaglia
 * & Frankel 2009). The result depends only on the inputs. Weights keep the mean 1 throughout.
 * @param margins one level per row each; a row without a level is left as the other variables make it
 */
export function* rake(
  margins: readonly Margin[],
  rows: number,
  { cap, base = null }: RakingOptions,
): Generator<Checkpoint, RakingResult> {
  const cells = rakingCells(margins, rows, base);
  const all = wantedOf(cells, margins);
  const wanted = all.filter(({ reachable }) => reachable);
  const free = yield* rakeCells(cells, cells.base, wanted, Infinity);
  const contradictory = free.gap > TOLERANCE || wanted.length < all.length;
  // Targets that leave nobody in (each variable wants only people whom another one rules out) change nothing.
  const start = sum(free.weights) > 0 ? free.weights : cells.base;
  const within = free.weights === start && start.every((weight) => weight <= cap);
  const usable = start === free.weights ? wanted : [];
  const raked = within ? free : yield* rakeCells(cells, start, usable, cap);
  const weights = new Float64Array(rows);
  for (let row = 0; row < rows; row++) weights[row] = raked.weights[cells.cellOfRow[row]!]!;
  return {
    weights,
    status: contradictory ? 'contradictory' : raked.gap > TOLERANCE ? 'capped' : 'met',
    cycles: free.cycles + (within ? 0 : raked.cycles),
    gap: usable === wanted ? raked.gap : free.gap,
    cappedRows: raked.cappedRows,
    effectiveSize: effectiveSize(weights),
    designEffect: designEffect(weights),
    absent: all.map(({ absent }) => absent),
    unwanted: all.map(({ unwanted }) => unwanted),
  };
}
