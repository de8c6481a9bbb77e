// Minimising a function of a few parameters without its derivatives.

export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  /** False when the evaluations ran out while there was still something to gain. */
  readonly converged: boolean;
}

interface Vertex {
  readonly at: readonly number[];
  readonly value: number;
}

/** A slow one yields while it computes. */
export type Measure = (at: readonly number[]) => number | Generator<void, number>;

export interface MinimiseOptions {
  /** Edge of the first simplex, in the parameters' own unit. */
  readonly step?: number;
  /** Values of the simplex within this of each other: done. */
  readonly tolerance?: number;
  readonly maxEvaluations?: number;
}

/** So many evaluations are half of a search, as far as anybody knows beforehand. */
const HALF = 200;

/** A search that still gains less than this goes down a valley that is as good as flat. */
const FLAT = 1e-6;

/**
 * Nelder & Mead's simplex (1965) with the coefficients 1, 2, ½, ½, begun anew from what it found until that no longer
 * helps: a simplex that has collapsed on a slope stops early. Yields a guess at the share done after every evaluation,
 * and wherever the measure itself does.
 * @param measure NaN and Infinity count as very bad places
 */
export function* minimise(
  measure: Measure,
  start: readonly number[],
  { step = 0.5, tolerance = 1e-9, maxEvaluations = 4_000 }: MinimiseOptions = {},
): Generator<number, Minimum> {
  const budget = { used: 0, most: maxEvaluations };
  // Coarsely at first: along a flat valley every digit costs hundreds of steps.
  let best = yield* descend(measure, start, step, 1_000 * tolerance, budget);
  let gain = Infinity;
  for (let edge = step / 2; budget.used < budget.most && gain > 10 * tolerance; edge /= 2) {
    const again = yield* descend(measure, best.at, edge, tolerance, budget);
    gain = best.value - again.value;
    if (again.value < best.value) best = again;
  }
  return { ...best, converged: Number.isFinite(best.value) && !(gain > FLAT) };
}

const shareOf = (evaluations: number): number => evaluations / (evaluations + HALF);

function* telling(measured: Generator<void, number>, share: number): Generator<number, number> {
  for (;;) {
    const step = measured.next();
    if (step.done) return step.value;
    yield share;
  }
}

function* descend(
  measure: Measure,
  start: readonly number[],
  step: number,
  tolerance: number,
  budget: { used: number; readonly most: number },
): Generator<number, Vertex> {
  const tried = function* (at: readonly number[]): Generator<number, Vertex> {
    const measured = measure(at);
    const value = typeof measured === 'number' ? measured : yield* telling(measured, shareOf(budget.used));
    budget.used++;
    yield shareOf(budget.used);
    return { at, value: Number.isFinite(value) ? value : Infinity };
  };
  const simplex: Vertex[] = [yield* tried(start)];
  for (let axis = 0; axis < start.length; axis++)
    simplex.push(yield* tried(start.map((value, at) => (at === axis ? value + step : value))));
  for (;;) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst] = [simplex[0]!, simplex.at(-1)!];
    if (budget.used >= budget.most || !(worst.value - best.value > tolerance)) return best;
    const others = simplex.slice(0, -1);
    const centre = start.map((_, axis) => others.reduce((sum, { at }) => sum + at[axis]!, 0) / others.length);
    const along = (factor: number): readonly number[] =>
      centre.map((value, axis) => value + factor * (worst.at[axis]! - value));
    const reflected = yield* tried(along(-1));
    const replaced = yield* replacement(simplex, reflected, along, tried);
    if (replaced) simplex[simplex.length - 1] = replaced;
    else
      for (let at = 1; at < simplex.length; at++)
        simplex[at] = yield* tried(best.at.map((value, axis) => (value + simplex[at]!.at[axis]!) / 2));
  }
}

/** What takes the worst vertex's place; null when the simplex must shrink. */
function* replacement(
  simplex: readonly Vertex[],
  reflected: Vertex,
  along: (factor: number) => readonly number[],
  tried: (at: readonly number[]) => Generator<number, Vertex>,
): Generator<number, Vertex | null> {
  const worst = simplex.at(-1)!;
  if (reflected.value < simplex[0]!.value) {
    const further = yield* tried(along(-2));
    return further.value < reflected.value ? further : reflected;
  }
  if (reflected.value < simplex.at(-2)!.value) return reflected;
  const contracted = yield* tried(along(reflected.value < worst.value ? -0.5 : 0.5));
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : null;
}
