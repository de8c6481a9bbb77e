// Clouds of one shape, each of its own size and direction: the model "VEV" of Celeux & Govaert (1995), Gaussian
// parsimonious clustering models, Pattern Recognition 28.
import { EigenvalueDecomposition, Matrix as MlMatrix } from 'ml-matrix';
import type { Component } from './gaussian.ts';

const MOST_ROUNDS = 100;
/** Relative change of the sizes at which shape and sizes fit each other. */
const SETTLED = 1e-10;

interface Axes {
  /** Ascending. */
  readonly variances: readonly number[];
  /** d × d, one axis per column. */
  readonly directions: MlMatrix;
}

function axesOf({ covariance, mean }: Component): Axes {
  const symmetric = MlMatrix.from1DArray(mean.length, mean.length, [...covariance]);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(symmetric, {
    assumeSymmetric: true,
  });
  return { variances: realEigenvalues, directions: eigenvectorMatrix };
}

/** The same times a factor, so that their product is 1; null when one is not above 0. */
function withProductOne(lengths: readonly number[]): readonly number[] | null {
  if (!lengths.every((length) => length > 0)) return null;
  const mean = lengths.reduce((sum, length) => sum + Math.log(length), 0) / lengths.length;
  return lengths.map((length) => length / Math.exp(mean));
}

/** Shape and sizes that make the rows likeliest are found in turn (section 3.2 of the paper: M-step of [λₖDₖADₖ′]). */
function commonShape(axes: readonly Axes[], shares: readonly number[]) {
  const d = axes[0]!.variances.length;
  let sizes = axes.map(({ variances }) => variances.reduce((sum, value) => sum + value, 0) / d);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const shape = withProductOne(
      Array.from({ length: d }, (_, at) =>
        axes.reduce((sum, { variances }, one) => sum + (shares[one]! * variances[at]!) / sizes[one]!, 0),
      ),
    );
    if (shape === null) return null;
    const next = axes.map(
      ({ variances }) => variances.reduce((sum, value, at) => sum + value / shape[at]!, 0) / d,
    );
    const change = next.reduce((most, size, one) => Math.max(most, Math.abs(size / sizes[one]! - 1)), 0);
    sizes = next;
    if (change < SETTLED) return { shape, sizes };
  }
  return null;
}

/**
 * The covariances of components fitted each for itself, bent to a common shape.
 * @param components with full covariances
 * @returns null when one of them has no width in some direction
 */
export function withEqualShape(components: readonly Component[]): readonly Component[] | null {
  const axes = components.map(axesOf);
  const found = commonShape(
    axes,
    components.map(({ share }) => share),
  );
  return (
    found &&
    components.map((component, one) => {
      const { directions } = axes[one]!;
      const lengths = found.shape.map((length) => length * found.sizes[one]!);
      const covariance = directions.mmul(MlMatrix.diag(lengths)).mmul(directions.transpose());
      return { ...component, covariance: covariance.to1DArray() };
    })
  );
}
