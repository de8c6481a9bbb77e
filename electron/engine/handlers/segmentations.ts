// Segmentations: the list, the views' data, and which one is in use.
import { AppError } from '../../../shared/errors.ts';
import { type SortedValues, sortedWithWeights, weightedQuantile } from '../analysis/stats/quantiles.ts';
import { UMAP_ROWS } from '../analysis/umap/umap.ts';
import { readColumn } from '../db/columns.ts';
import { readKeys } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
import { readRun } from '../db/runs.ts';
import { sql } from '../db/schema.ts';
import {
  LABELS,
  MAP_X,
  MAP_Y,
  UMAP_X,
  UMAP_Y,
  readSegmentations,
  readSegments,
} from '../db/segmentationTable.ts';
import { forgetDismissed, readActive, writeActive } from '../db/settings.ts';
import type { Command, Query } from '../procedures.ts';
import { lineageOf } from '../profiles/lineage.ts';
import { loadDivision, loadSegmentation } from '../profiles/segmentationModel.ts';
import { statementsOf } from '../profiles/statements.ts';

export const listSegmentations: Query<'segmentations.list'> = (db) =>
  readSegmentations(db).map(({ featuresRunId: _run, ...rest }) => {
    const { loadings: _loadings, ...shown } = rest as typeof rest & { loadings?: unknown };
    return shown;
  });

const AXIS_FEATURES = 3;

export const segmentationMap: Query<'segmentations.map'> = (db, { segmentationId }) => {
  const { segmentation, labels } = loadDivision(db, segmentationId);
  const x = readColumn(db, segmentation.runId, MAP_X, 'float32');
  const y = readColumn(db, segmentation.runId, MAP_Y, 'float32');
  const run = readRun(db, segmentation.runId);
  if (!x || !y || !run) throw new AppError('RUN-UNKNOWN');
  const placed = placedColumns(labels, x, y);
  const { loadings } = JSON.parse(run.summary) as { loadings: number[][] };
  const axes = loadings.slice(0, 2).map((axis) =>
    axis
      .map((loading, column) => ({ feature: segmentation.columns[column] ?? '', loading }))
      .toSorted((a, b) => Math.abs(b.loading) - Math.abs(a.loading))
      .slice(0, AXIS_FEATURES),
  );
  return {
    n: placed.x.length,
    ...placed,
    axes,
    explainedVariance: segmentation.explainedVariance.slice(0, 2),
    components: segmentation.explainedVariance.map((explained, at) => ({
      explained,
      loadings: (loadings[at] ?? []).map((loading, column) => ({
        feature: segmentation.columns[column] ?? '',
        loading,
      })),
    })),
  };
};

export const segmentationNearness: Query<'segmentations.nearness'> = (db, { segmentationId }) => {
  const { segmentation, labels } = loadDivision(db, segmentationId);
  const x = readColumn(db, segmentation.runId, UMAP_X, 'float32');
  const y = readColumn(db, segmentation.runId, UMAP_Y, 'float32');
  if (!x || !y) return null;
  const placed = placedColumns(labels, x, y);
  return {
    n: placed.x.length,
    sampled: Math.min(segmentation.customers, UMAP_ROWS),
    x: placed.x,
    y: placed.y,
  };
};

/** Customers left out of the clustering have no place on the map. Plain loops and copies: there may be millions. */
function placedColumns(labels: Int32Array, x: Float32Array, y: Float32Array) {
  const rows = labels.length;
  let n = 0;
  for (let row = 0; row < rows; row++) if (labels[row]! >= 0) n++;
  const segment = new Uint8Array(n);
  if (n === rows && x.length === n && y.length === n) {
    for (let row = 0; row < rows; row++) segment[row] = labels[row]!;
    return { x: new Float32Array(x), y: new Float32Array(y), segment };
  }
  const placed = { x: new Float32Array(n), y: new Float32Array(n), segment };
  for (let row = 0, at = 0; row < rows; row++) {
    if (labels[row]! < 0) continue;
    placed.x[at] = x[row] ?? 0;
    placed.y[at] = y[row] ?? 0;
    segment[at++] = labels[row]!;
  }
  return placed;
}

export const segmentationLabels: Query<'segmentations.labels'> = (db, { segmentationId }) => {
  const { segmentation } = loadDivision(db, segmentationId);
  const clusters = readColumn(db, segmentation.runId, LABELS, 'int32') ?? new Int32Array(0);
  return { keys: readKeys(db, segmentation.featuresRunId), clusters: [...clusters] };
};

/** (Weighted) share of everyone below a value; ties count half. */
function rankOf({ values, cumulative }: SortedValues, value: number): number {
  const upTo = (count: number): number => (count === 0 ? 0 : (cumulative?.[count - 1] ?? count));
  let below = 0;
  let equal = 0;
  for (const one of values) {
    if (one < value) below++;
    else if (one === value) equal++;
  }
  const all = upTo(values.length);
  return all > 0 ? (upTo(below) + upTo(below + equal)) / 2 / all : 0.5;
}

export const segmentationProfile: Query<'segmentations.profile'> = (db, { segmentationId }) => {
  const model = loadSegmentation(db, segmentationId);
  const { profile } = statementsOf(db, model);
  const wanted = model.features.numbers.filter((feature) =>
    model.segmentation.settings.features.includes(feature.facts.name),
  );
  const cellsOf = (name: string) =>
    profile.means.filter((cell) => model.features.numbers[cell.feature]?.facts.name === name);
  const sorted = wanted.map((feature) => sortedWithWeights(feature.values, model.weights));
  return {
    features: wanted.map((feature) => feature.facts.name),
    means: model.segments.map((_, at) =>
      wanted.map(
        (feature) => cellsOf(feature.facts.name).find((cell) => cell.segment === at)?.standardised ?? 0,
      ),
    ),
    ranks: model.segments.map((_, at) =>
      wanted.map((feature, index) => {
        const median = cellsOf(feature.facts.name).find((cell) => cell.segment === at)?.median;
        const all = sorted[index] ?? { values: new Float64Array(0), cumulative: null };
        return rankOf(all, median ?? weightedQuantile(all, 0.5));
      }),
    ),
  };
};

export const segmentationLineage: Query<'segmentations.lineage'> = (db, { segmentationId }) =>
  lineageOf(db, segmentationId);

function known(db: ReadDb, segmentationId: number): void {
  const row = db.get(sql.selectFrom('segmentation').select('id').where('id', '=', segmentationId));
  if (!row) throw new AppError('SEGMENTATION-UNKNOWN');
}

const describe = (db: ReadDb, segmentationId: number): string => {
  const found = readSegmentations(db).find((one) => one.id === segmentationId);
  return found ? `k = ${found.k}` : '';
};

export const activateSegmentation: Command<'segmentations.activate'> = {
  detail: (db, { segmentationId }) => describe(db, segmentationId),
  run: (db, { segmentationId }) => {
    known(db, segmentationId);
    writeActive(db, segmentationId);
  },
};

export const removeSegmentation: Command<'segmentations.remove'> = {
  detail: (db, { segmentationId }) => describe(db, segmentationId),
  run: (db, { segmentationId }) => {
    known(db, segmentationId);
    forgetDismissed(
      db,
      readSegments(db, segmentationId).map(({ id }) => id),
    );
    const segments = sql.selectFrom('segment').select('id').where('segmentation_id', '=', segmentationId);
    db.run(sql.deleteFrom('persona').where('segment_id', 'in', segments));
    db.run(sql.deleteFrom('segment').where('segmentation_id', '=', segmentationId));
    db.run(sql.deleteFrom('segmentation').where('id', '=', segmentationId));
    if (readActive(db) === segmentationId) writeActive(db, null);
  },
};
