// Generated data with and without groups, for the tests and the bench of the honest null.
import { gaussian } from '../../electron/engine/analysis/choosing/references.ts';
import { createMatrix, type Matrix } from '../../electron/engine/analysis/matrix.ts';
import { Random } from '../../electron/engine/analysis/random.ts';
import { scaleMatrix } from '../../electron/engine/analysis/scale.ts';

interface Size {
  readonly rows: number;
  readonly columns: number;
}
export type NullCase =
  | (Size & { readonly kind: 'uniform' | 'normal' | 'correlated' | 'skewed' | 'heavy' | 'flags' | 'bent' })
  /** Equal normal groups whose neighbouring centres are `apart` standard deviations from each other. */
  | (Size & { readonly kind: 'clusters'; readonly k: number; readonly apart: number });

/** Where the centre of a group lies: on a polygon in the plane, else on the corners of a simplex. */
function centre(wanted: NullCase, group: number, column: number): number {
  if (wanted.kind !== 'clusters') return 0;
  const { k, apart, columns } = wanted;
  if (columns > 2) return column === group ? apart / Math.SQRT2 : 0;
  const angle = (2 * Math.PI * group) / k;
  return (apart / (2 * Math.sin(Math.PI / k))) * (column === 0 ? Math.cos(angle) : Math.sin(angle));
}

function valueOf(wanted: NullCase, random: Random, common: number, column: number): number {
  const own = gaussian(random);
  if (wanted.kind === 'uniform') return random.next();
  if (wanted.kind === 'correlated') return 0.8 * common + 0.6 * own;
  // A parabola in every two columns.
  if (wanted.kind === 'bent') return (column % 2 === 0 ? common : common ** 2) + 0.5 * own;
  if (wanted.kind === 'skewed') return Math.exp(0.7 * own + 0.4 * common);
  if (wanted.kind === 'flags') return column % 2 === 0 && own > 0.3 ? 1 : column % 2 === 0 ? 0 : own;
  if (wanted.kind !== 'heavy') return own;
  const square = gaussian(random) ** 2 + gaussian(random) ** 2 + gaussian(random) ** 2;
  return own / Math.sqrt(square / 3);
}

/** Standardised, as it would be clustered. Rows of the groups take turns. */
export function nullCase(wanted: NullCase, seed: number): Matrix {
  const random = new Random(seed);
  const matrix = createMatrix(wanted.rows, wanted.columns);
  for (let row = 0; row < wanted.rows; row++) {
    const common = gaussian(random);
    for (let column = 0; column < wanted.columns; column++) {
      const group = wanted.kind === 'clusters' ? row % wanted.k : 0;
      matrix.values[row * wanted.columns + column] =
        valueOf(wanted, random, common, column) + centre(wanted, group, column);
    }
  }
  return scaleMatrix(matrix, { method: 'z' }).matrix;
}
