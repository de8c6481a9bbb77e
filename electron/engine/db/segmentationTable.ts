// Segmentations and segments as stored: a run with labels and scores, and the decisions about its segments.
import type { ClusterSettings, Segmentation, SegmentColour } from '../../../shared/model/segmentation.ts';
import type { LineageChange, LineageMoves } from '../../../shared/model/lineage.ts';
import { SEGMENT_COLOURS } from '../../../shared/model/segmentation.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ReadDb, WriteDb } from './open.ts';
import { sql } from './schema.ts';
import type { JudgedGroups } from './judgedGroups.ts';
import { currentFeatures } from './featureTable.ts';
import { readActive } from './settings.ts';

export type SegmentationSummary = Omit<
  Segmentation,
  'id' | 'runId' | 'createdAt' | 'settings' | 'active' | 'outdated'
>;

/** What a clustering was asked to do, and the features run it worked on. */
export interface SegmentationSettings {
  readonly cluster: ClusterSettings;
  readonly featuresRunId: number;
  /** The segmentation that was in use then. */
  readonly previousId?: number;
  /** What differs from it, and why customers moved. */
  readonly changes?: readonly LineageChange[];
  readonly moves?: LineageMoves | null;
  /** Customers placed again by the same definition: the run before, per cluster its size and who stayed. */
  readonly placed?: {
    readonly at: string;
    readonly sizes: readonly number[];
    readonly stayed: readonly number[];
  };
}

/** Columns of a segmentation run: one entry per analysed customer; −1 or NaN for those left out. */
export const LABELS = 'labels';
export const MAP_X = 'x';
export const MAP_Y = 'y';
export const OWN_DISTANCE = 'ownDistance';
export const MARGIN = 'margin';
export const NEXT_CLUSTER = 'nextCluster';
/** NaN also for those outside the sample that silhouettes were computed on. */
export const SILHOUETTE = 'silhouette';
/** Places on the second map, once it was asked for. */
export const UMAP_X = 'umapX';
export const UMAP_Y = 'umapY';
/** One text: the stored model and how its features were prepared, as JSON. */
export const MODEL = 'model';

export function readSegmentations(db: ReadDb): (Segmentation & { readonly featuresRunId: number })[] {
  const active = readActive(db);
  const current = currentFeatures(db)?.runId ?? null;
  const rows = db.all(
    sql
      .selectFrom('segmentation')
      .innerJoin('run', 'run.id', 'segmentation.run_id')
      .select(['segmentation.id', 'segmentation.run_id', 'run.created_at', 'run.settings', 'run.summary'])
      .orderBy('segmentation.id', 'desc'),
  );
  return rows.map((row) => {
    const settings = JSON.parse(row.settings) as SegmentationSettings;
    return {
      ...readSummary(row.summary),
      id: row.id,
      runId: row.run_id,
      createdAt: row.created_at,
      settings: settings.cluster,
      active: row.id === active,
      ...(settings.featuresRunId !== current && { outdated: true }),
      featuresRunId: settings.featuresRunId,
    };
  });
}

/** Of earlier versions too: what their test against shuffled columns said is not passed on, it was wrong too often. */
function readSummary(text: string): SegmentationSummary {
  const stored = JSON.parse(text) as Partial<JudgedGroups> &
    SegmentationSummary & { readonly chance?: unknown };
  const { chance: _former, groupsKey: _key, ...summary } = stored;
  return { ...summary, groups: stored.groups ?? null };
}

export interface StoredSegment {
  readonly id: number;
  readonly segmentationId: number;
  readonly clusters: readonly number[];
  readonly colour: SegmentColour;
  readonly name: string;
  readonly note: string;
}

export function readSegments(db: ReadDb, segmentationId: number): StoredSegment[] {
  const rows = db.all(
    sql.selectFrom('segment').selectAll().where('segmentation_id', '=', segmentationId).orderBy('position'),
  );
  return rows.map((row) => ({
    id: row.id,
    segmentationId: row.segmentation_id,
    clusters: JSON.parse(row.clusters) as number[],
    colour: row.colour as SegmentColour,
    name: row.name,
    note: row.note,
  }));
}

/** @throws AppError SEGMENT-UNKNOWN */
export function segmentationOf(db: ReadDb, segmentId: number): number {
  const row = db.get(sql.selectFrom('segment').select('segmentation_id').where('id', '=', segmentId));
  if (!row) throw new AppError('SEGMENT-UNKNOWN');
  return row.segmentation_id;
}

/** What a new segment begins with. */
export type NewSegment = Pick<StoredSegment, 'name' | 'note' | 'colour'>;

/** What a run was asked to do, and where it comes from. */
export function segmentationSettings(db: ReadDb, runId: number): SegmentationSettings | null {
  const row = db.get(sql.selectFrom('run').select('settings').where('id', '=', runId));
  return row ? (JSON.parse(row.settings) as SegmentationSettings) : null;
}

/**
 * One segment per cluster, largest first as the clusters are; names come later from the evidence.
 * @param heirs what each begins with: taken over from the segments in use, or set out beforehand
 */
export function addSegmentation(
  db: WriteDb,
  runId: number,
  k: number,
  heirs: readonly NewSegment[] = [],
): number {
  const { lastId } = db.run(sql.insertInto('segmentation').values({ run_id: runId }));
  for (let cluster = 0; cluster < k; cluster++)
    addSegment(db, lastId, cluster, heirs[cluster] ?? newSegment(cluster, ''));
  return lastId;
}

/** As a segment begins that takes nothing over. */
export function newSegment(cluster: number, name: string): NewSegment {
  return { name, note: '', colour: SEGMENT_COLOURS[cluster] ?? 'other' };
}

/** A segment for one cluster, after those that are there. */
export function addSegment(db: WriteDb, segmentationId: number, cluster: number, begin: NewSegment): void {
  const row = { position: cluster, clusters: JSON.stringify([cluster]), ...begin };
  db.run(sql.insertInto('segment').values({ ...row, segmentation_id: segmentationId }));
}
