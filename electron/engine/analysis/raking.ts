// Raking: weights that make the sample's distributions those of a reference, one variable after the other, until
// all agree. Works on cells of rows with the same levels, so a million customers take milliseconds.
import { type Checkpoint, WORK_PER_CHECKPOINT } from './matrix.ts';
import { CellWeights } from './cellWeights.ts';
import { type Margin, type RakingCells, rakingCells } from './rakingCells.ts';
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
/** Capped weights may creep for ever; many variables can make as many cells as rows. */
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

function wantedOf({ codes }: RakingCells, start: CellWeights, margins: readonly Margin[]): readonly Wanted[] {
  return margins.map(({ targets }, at) => {
    const own = codes[at]!;
    const present = new Float64Array(targets.length);
    own.forEach((code, cell) => {
      if (code >= 0) present[code]! += start.sumOf(cell);
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

function levelTotals({ codes, targets }: Wanted, weights: CellWeights): Float64Array {
  const totals = new Float64Array(targets.length);
  for (let cell = 0; cell < codes.length; cell++) {
    const code = codes[cell]!;
    if (code >= 0) totals[code]! += weights.sumOf(cell);
  }
  return totals;
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** Rows with a missing level keep their weight; the others share what they had together. */
function adjust(wanted: Wanted, weights: CellWeights): void {
  const totals = levelTotals(wanted, weights);
  const known = sum(totals);
  const factors = totals.map((total, level) => (total > 0 ? (wanted.targets[level]! * known) / total : 1));
  wanted.codes.forEach((code, cell) => {
    if (code >= 0) weights.multiply(cell, factors[code]!);
  });
}

/** A level that another variable has emptied takes its share out of the total: the mean goes back to 1. */
function keepMean(weights: CellWeights, counts: Float64Array): void {
  const rows = sum(counts);
  const { total } = weights;
  if (total === 0 || Math.abs(total - rows) <= 1e-12 * rows) return;
  for (let cell = 0; cell < counts.length; cell++) weights.multiply(cell, rows / total);
}

function largestGap(wanted: readonly Wanted[], weights: CellWeights): number {
  let worst = 0;
  for (const one of wanted) {
    const totals = levelTotals(one, weights);
    const known = sum(totals);
    if (known === 0) return 1;
    totals.forEach((total, level) => {
      worst = Math.max(worst, Math.abs(total / known - one.targets[level]!));
    });
  }
  return worst;
}

interface Raked {
  readonly weights: CellWeights;
  readonly gap: number;
  readonly cycles: number;
  readonly cappedRows: number;
}

function* rakeCells(
  { counts }: RakingCells,
  start: CellWeights,
  wanted: readonly Wanted[],
  cap: number,
): Generator<Checkpoint, Raked> {
  const weights = start.copy();
  const steps = counts.length * (wanted.length + 1);
  const maxCycles = Math.max(CYCLES.least, Math.min(CYCLES.most, Math.floor(CYCLES.work / (steps + 1))));
  let work = 0;
  let cappedRows = cap === Infinity ? 0 : weights.trim(cap);
  let change = Infinity;
  for (let cycles = 0; ; cycles++) {
    const gap = largestGap(wanted, weights);
    if (gap <= TOLERANCE || change <= SETTLED || cycles === maxCycles)
      return { weights, gap, cycles, cappedRows };
    const former = weights.copy();
    for (const one of wanted) adjust(one, weights);
    keepMean(weights, counts);
    if (cap < Infinity) cappedRows = weights.trim(cap);
    change = weights.largestChange(former);
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
  const even = CellWeights.of(cells);
  const all = wantedOf(cells, even, margins);
  const wanted = all.filter(({ reachable }) => reachable);
  const free = yield* rakeCells(cells, even, wanted, Infinity);
  const contradictory = free.gap > TOLERANCE || wanted.length < all.length;
  // Targets that leave nobody in (each variable wants only people whom another one rules out) change nothing.
  const start = free.weights.total > 0 ? free.weights : even;
  const within = free.weights === start && start.greatest <= cap;
  const usable = start === free.weights ? wanted : [];
  const raked = within ? free : yield* rakeCells(cells, start, usable, cap);
  const weights = new Float64Array(rows);
  for (let row = 0; row < rows; row++)
    weights[row] = raked.weights.weightOf(cells.cellOfRow[row]!, base ? base[row]! : 1);
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
