// The matrix that is clustered: chosen features of the analysed customers, categories as one column per level.
import type { ClusterSettings } from '../../../shared/model/segmentation.ts';
import { AppError } from '../../../shared/errors.ts';
import { matrixFromColumns } from '../analysis/matrix.ts';
import type { Matrix } from '../analysis/matrix.ts';
import { oneHot } from '../analysis/oneHot.ts';
import { columnOf } from '../analysis/matrix.ts';
import { scaleMatrix } from '../analysis/scale.ts';
import type { ScaledMatrix } from '../analysis/scale.ts';
import { takeWeights, type Weights } from '../analysis/weights.ts';
import type { FeatureTable } from '../db/featureTable.ts';

export interface ClusterInput {
  readonly columns: readonly string[];
  /** In the features' own units. */
  readonly raw: Matrix;
  readonly scaled: ScaledMatrix;
  /** One per row of the scaled matrix; null = everyone counts as one. */
  readonly weights: Weights;
}

interface Column {
  readonly name: string;
  readonly values: Float64Array;
  readonly log: boolean;
}

function columnsOf(table: FeatureTable, name: string, log: boolean): Column[] {
  const number = table.numbers.find((one) => one.facts.name === name);
  if (number) return [{ name, values: number.values, log }];
  const category = table.categories.find((one) => one.facts.name === name);
  if (!category) throw new AppError('FEATURE-UNKNOWN', { feature: name });
  const encoded = oneHot({ codes: category.codes, levels: category.levels.length });
  return encoded.columnLevels.map((level, at) => ({
    name: `${name}: ${level === null ? '…' : (category.levels[level] ?? '')}`,
    values: columnOf(encoded.matrix, at),
    log: false,
  }));
}

/**
 * @param logs which features are marked for a log
 * @throws AppError FEATURE-UNKNOWN, TOO-FEW-CUSTOMERS when nobody is left
 */
export function clusterInput(
  table: FeatureTable,
  settings: ClusterSettings,
  logs: ReadonlySet<string>,
  missing: 'median' | 'exclude',
  weights: Weights,
): ClusterInput {
  const columns = settings.features.flatMap((name) =>
    columnsOf(table, name, settings.logs && logs.has(name)),
  );
  const raw = matrixFromColumns(columns.map((column) => column.values));
  const scaled = scaleMatrix(raw, {
    method: settings.scale,
    log: columns.map((column) => column.log),
    missing,
    weights,
  });
  if (scaled.matrix.rows < 2)
    throw new AppError('TOO-FEW-CUSTOMERS', { found: scaled.matrix.rows, limit: 2 });
  const names = columns.map((column) => column.name);
  return { columns: names, raw, scaled, weights: takeWeights(weights, scaled.keptRows) };
}

/** (Weighted) mean of the members per cluster in the features' own units, over the values that are known. */
export function rawCentroids(
  { raw, scaled, weights }: ClusterInput,
  labels: ArrayLike<number>,
  k: number,
): number[][] {
  const sums = Array.from({ length: k }, () => new Float64Array(raw.columns));
  const counts = Array.from({ length: k }, () => new Float64Array(raw.columns));
  scaled.keptRows.forEach((row, at) => {
    const cluster = labels[at] ?? 0;
    const weight = weights === null ? 1 : (weights[at] ?? 0);
    for (let column = 0; column < raw.columns; column++) {
      const value = raw.values[row * raw.columns + column] ?? NaN;
      if (Number.isNaN(value)) continue;
      sums[cluster]![column]! += weight * value;
      counts[cluster]![column]! += weight;
    }
  });
  return sums.map((sum, cluster) =>
    Array.from(sum, (value, column) =>
      counts[cluster]![column]! > 0 ? value / counts[cluster]![column]! : 0,
    ),
  );
}
