// One segmentation ready for statements: the features of its run, and each customer's segment after merges.
import { AppError } from '../../../shared/errors.ts';
import type { Weights } from '../analysis/weights.ts';
import type { ProjectSettings } from '../../../shared/model/project.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { readColumn } from '../db/columns.ts';
import { featureRun, loadFeatures } from '../db/featureTable.ts';
import type { FeatureTable } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
import { LABELS, readSegmentations, readSegments } from '../db/segmentationTable.ts';
import type { StoredSegment } from '../db/segmentationTable.ts';
import { readActive, readSettings } from '../db/settings.ts';
import { weightsOf } from './weighting.ts';

export interface SegmentationModel {
  readonly segmentation: Segmentation & { readonly featuresRunId: number };
  readonly segments: readonly StoredSegment[];
  readonly features: FeatureTable;
  /** Index into `segments` per analysed customer; −1 = in none. */
  readonly labels: Int32Array;
  /** What each analysed customer counts in every statistic; null = one. Counts of people stay counts. */
  readonly weights: Weights;
  /** Changes whenever the customers' division or their weights do. */
  readonly division: string;
  readonly settings: ProjectSettings;
}

/** Who is where, without what is known about them. */
export type Division = Pick<SegmentationModel, 'segmentation' | 'segments' | 'labels'>;

/** @throws AppError SEGMENTATION-UNKNOWN, RUN-UNKNOWN */
export function loadDivision(db: ReadDb, segmentationId: number): Division {
  const segmentation = readSegmentations(db).find((one) => one.id === segmentationId);
  if (!segmentation) throw new AppError('SEGMENTATION-UNKNOWN');
  const clusters = readColumn(db, segmentation.runId, LABELS, 'int32');
  if (!clusters) throw new AppError('RUN-UNKNOWN');
  const segments = readSegments(db, segmentationId);
  const segmentOfCluster = new Int32Array(segmentation.k).fill(-1);
  segments.forEach((segment, at) => {
    for (const cluster of segment.clusters) segmentOfCluster[cluster] = at;
  });
  const labels = new Int32Array(clusters.length);
  for (let row = 0; row < labels.length; row++) {
    const cluster = clusters[row]!;
    labels[row] = cluster < 0 ? -1 : (segmentOfCluster[cluster] ?? -1);
  }
  return { segmentation, segments, labels };
}

/** @throws AppError SEGMENTATION-UNKNOWN, RUN-UNKNOWN */
export function loadSegmentation(db: ReadDb, segmentationId: number): SegmentationModel {
  const { segmentation, segments, labels } = loadDivision(db, segmentationId);
  const run = featureRun(db, segmentation.featuresRunId);
  if (!run) throw new AppError('RUN-UNKNOWN');
  const features = loadFeatures(db, run);
  const weighted = weightsOf(db, features);
  return {
    segmentation,
    segments,
    features,
    weights: weighted?.weights ?? null,
    labels,
    division: JSON.stringify([
      segmentation.runId,
      segments.map((segment) => segment.clusters),
      weighted?.signature ?? '',
    ]),
    settings: readSettings(db),
  };
}

/** The segmentation that later steps use; null when none was chosen (or it was removed). */
export function activeSegmentation(db: ReadDb): SegmentationModel | null {
  const id = readActive(db);
  if (id === null || !readSegmentations(db).some((one) => one.id === id)) return null;
  return loadSegmentation(db, id);
}
