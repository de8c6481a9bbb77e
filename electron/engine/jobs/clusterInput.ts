// What is clustered: chosen features of the analysed customers, as a scaled matrix and as a table of mixed data.
import { AppError } from '../../../shared/errors.ts';
import type { ProjectSettings } from '../../../shared/model/project.ts';
import type { ClusterSettings, MissingReport } from '../../../shared/model/segmentation.ts';
import { matrixFromColumns } from '../analysis/matrix.ts';
import type { Matrix } from '../analysis/matrix.ts';
import type { MethodInput, MixedTable } from '../analysis/methods/input.ts';
import { applyScaling, scaleMatrix } from '../analysis/scale.ts';
import type { ScaledMatrix } from '../analysis/scale.ts';
import { takeWeights, type Weights } from '../analysis/weights.ts';
import type { FeatureTable } from '../db/featureTable.ts';
import { fillsOf, gapsWanted, indicatorsOf, missingReport } from './segmenting/gaps.ts';
import {
  findFeature,
  levelsOf,
  type Preparation,
  type PreparedFeature,
  prepareFeature,
  type RawColumn,
  rawColumns,
  scalesOf,
} from './segmenting/preparation.ts';

export interface ClusterInput {
  readonly columns: readonly string[];
  /** In the features' own units. */
  readonly raw: Matrix;
  readonly scaled: ScaledMatrix;
  /** One per row of the scaled matrix; null = everyone counts as one. */
  readonly weights: Weights;
  /** The same rows as the methods take them. */
  readonly method: MethodInput;
  /** How it came about, for new customers. */
  readonly preparation: Preparation;
  /** Values that were capped as outliers. */
  readonly capped: number;
  readonly missing: MissingReport;
}

/** Features that a method with set classes cuts or compares, besides the chosen ones. */
export function neededFeatures({ method, features, tiers, rules }: ClusterSettings): readonly string[] {
  const own: Readonly<Partial<Record<ClusterSettings['method'], readonly string[]>>> = {
    rfm: ['recency', 'frequency', 'monetary'],
    tiers: tiers ? [tiers.value] : [],
    rules: rules?.segments.flatMap(({ any }) => any.flat().map(({ feature }) => feature)) ?? [],
  };
  return [...new Set([...features, ...(own[method] ?? [])])];
}

/**
 * @param logs which features are marked for a log
 * @param usual the project's way with missing values, for settings that name none
 * @throws AppError FEATURE-UNKNOWN, VALUE-TOO-LARGE, TOO-FEW-CUSTOMERS when nobody is left
 */
export function clusterInput(
  table: FeatureTable,
  settings: ClusterSettings,
  logs: ReadonlySet<string>,
  usual: ProjectSettings['missing'],
  weights: Weights,
): ClusterInput {
  const gaps = gapsWanted(settings, usual);
  const prepared: readonly PreparedFeature[] = [
    ...settings.features.map((name) => prepareFeature(table, name, { settings, logs, weights })),
    ...(gaps.indicators ? indicatorsOf(table, settings.features) : []),
  ];
  const columns = prepared.flatMap((feature) => rawColumns(table, feature));
  const raw = matrixFromColumns(columns.map((column) => column.values));
  const scaled = scaleMatrix(raw, {
    method: scalesOf(columns, settings),
    log: columns.map((column) => column.log),
    levels: levelsOf(columns),
    missing: gaps.policy,
    fills: fillsOf(table, columns, weights),
    weights,
  });
  const others = neededFeatures(settings).slice(settings.features.length);
  const extra = others.map((name) => prepareFeature(table, name, { settings, logs, weights: null }));
  checkSizes(table, [...prepared, ...extra], columns);
  return joined(table, settings, { prepared, extra, columns, raw, scaled, weights });
}

/**
 * Larger values cannot be trusted: their squares leave the range of numbers, and the places on the map, which are in
 * single precision, even before. A column would count for nothing, and nobody would be told.
 */
const LARGEST = 1e35;

/** @throws AppError VALUE-TOO-LARGE with the feature's label */
function checkSizes(
  table: FeatureTable,
  features: readonly PreparedFeature[],
  columns: readonly RawColumn[],
): void {
  for (const { name } of features) {
    const found = findFeature(table, name);
    if ('codes' in found) continue;
    const values = columns.find((column) => column.name === name)?.values ?? found.values;
    if (values.some((value) => Number.isFinite(value) && Math.abs(value) > LARGEST))
      throw new AppError('VALUE-TOO-LARGE', { column: found.facts.label });
  }
}

/** The same customers' features prepared as an earlier segmentation's were. @throws as `clusterInput` */
export function clusterInputAgain(
  table: FeatureTable,
  settings: ClusterSettings,
  { features: prepared, scaling }: Preparation,
  weights: Weights,
): ClusterInput {
  const columns = prepared.flatMap((feature) => rawColumns(table, feature));
  const raw = matrixFromColumns(columns.map((column) => column.values));
  const others = neededFeatures(settings).slice(settings.features.length);
  const options = { settings, logs: new Set<string>(), weights: null };
  const extra = others.map((name) => prepareFeature(table, name, options));
  checkSizes(table, [...prepared, ...extra], columns);
  const scaled = applyScaling(raw, scaling);
  return joined(table, settings, { prepared, extra, columns, raw, scaled, weights });
}

interface Parts {
  readonly prepared: readonly PreparedFeature[];
  readonly extra: readonly PreparedFeature[];
  readonly columns: readonly RawColumn[];
  readonly raw: Matrix;
  readonly scaled: ScaledMatrix;
  readonly weights: Weights;
}

function joined(table: FeatureTable, settings: ClusterSettings, parts: Parts): ClusterInput {
  const { prepared, extra, columns, raw, scaled } = parts;
  if (scaled.matrix.rows < 2)
    throw new AppError('TOO-FEW-CUSTOMERS', { found: scaled.matrix.rows, limit: 2 });
  const weights = takeWeights(parts.weights, scaled.keptRows);
  const mixed = mixedTable(table, [...prepared, ...extra], columns, scaled.keptRows);
  return {
    columns: columns.map((column) => column.name),
    raw,
    scaled,
    weights,
    method: { matrix: scaled.matrix, table: mixed, weights },
    preparation: { features: prepared, scaling: scaled.scaling },
    capped: columns.reduce((sum, column) => sum + column.capped, 0),
    missing: missingReport(settings, scaled.scaling.missing, prepared, columns),
  };
}

/** Columns of the kept rows on shared memory; all rows need no copy. */
function kept<T extends Float64Array | Int32Array>(
  values: T,
  rows: Int32Array,
  make: (memory: SharedArrayBuffer) => T,
): T {
  if (rows.length === values.length) return values;
  const taken = make(new SharedArrayBuffer(rows.length * values.BYTES_PER_ELEMENT));
  rows.forEach((row, at) => {
    taken[at] = values[row]!;
  });
  return taken;
}

function mixedTable(
  table: FeatureTable,
  features: readonly PreparedFeature[],
  columns: readonly RawColumn[],
  rows: Int32Array,
): MixedTable {
  const numbers: MixedTable['numbers'][number][] = [];
  const categories: MixedTable['categories'][number][] = [];
  for (const { name, ...feature } of features) {
    if (feature.kind === 'gap') continue;
    const found = findFeature(table, name);
    if ('codes' in found) {
      const codes = kept(found.codes, rows, (memory) => new Int32Array(memory));
      categories.push({ name, codes, levels: found.levels });
    } else if (feature.kind === 'number') {
      const values = columns.find((column) => column.name === name)?.values ?? found.values;
      const taken = kept(values, rows, (memory) => new Float64Array(memory));
      numbers.push({ name, values: taken, log: feature.log });
    }
  }
  return { rows: rows.length, numbers, categories };
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
    const cluster = labels[at] ?? -1;
    if (cluster < 0) return;
    const weight = weights === null ? 1 : (weights[at] ?? 0);
    for (let column = 0; column < raw.columns; column++) {
      const value = raw.values[row * raw.columns + column] ?? NaN;
      if (!Number.isFinite(value)) continue;
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
