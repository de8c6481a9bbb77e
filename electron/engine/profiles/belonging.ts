// How firmly customers belong to their segment: silhouettes of all segments, and the customers of one in that order.
import { AppError } from '../../../shared/errors.ts';
import type { BorderCustomer, BorderSort, SilhouetteBins } from '../../../shared/model/segmentation.ts';
import { readColumn } from '../db/columns.ts';
import { readKeys } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
import type { Firmness } from '../export/audience.ts';
import { MARGIN, NEXT_CLUSTER, OWN_DISTANCE, SILHOUETTE } from '../db/segmentationTable.ts';
import type { SegmentationModel } from './segmentationModel.ts';

const BINS = 40;

/** @returns null for segmentations of an earlier version and where there is one segment only */
export function silhouettesOf(db: ReadDb, model: SegmentationModel): SilhouetteBins | null {
  const values = readColumn(db, model.segmentation.runId, SILHOUETTE, 'float32');
  if (!values) return null;
  const tallies = model.segments.map(({ id }) => ({
    segmentId: id,
    counts: Array.from({ length: BINS }, () => 0),
    negative: 0,
    sum: 0,
    n: 0,
  }));
  let members = 0;
  model.labels.forEach((label, row) => {
    const tally = tallies[label];
    if (!tally) return;
    members += 1;
    const value = values[row] ?? NaN;
    if (Number.isNaN(value)) return;
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(((value + 1) / 2) * BINS)));
    tally.counts[bin]! += 1;
    tally.n += 1;
    tally.sum += value;
    if (value < 0) tally.negative += 1;
  });
  const n = tallies.reduce((sum, tally) => sum + tally.n, 0);
  if (n === 0) return null;
  return {
    n,
    sampled: n < members,
    edges: Array.from({ length: BINS + 1 }, (_, edge) => (2 * edge) / BINS - 1),
    segments: tallies.map(({ sum, n: known, ...tally }) => ({
      ...tally,
      mean: known > 0 ? sum / known : null,
    })),
  };
}

export interface BorderOptions {
  readonly sort: BorderSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/**
 * One page of a segment's customers. Ties by their place in the project; unknown values last, whichever way round.
 * @throws AppError SEGMENT-UNKNOWN
 */
export function borderOf(
  db: ReadDb,
  model: SegmentationModel,
  segmentId: number,
  { sort, descending, offset, limit }: BorderOptions,
): { readonly total: number; readonly customers: BorderCustomer[] } {
  const at = model.segments.findIndex(({ id }) => id === segmentId);
  const segment = model.segments[at];
  if (!segment) throw new AppError('SEGMENT-UNKNOWN');
  const { runId } = model.segmentation;
  const merged = segment.clusters.length > 1;
  const column = (name: string): Float32Array | null => readColumn(db, runId, name, 'float32');
  const [distances, margins] = [column(OWN_DISTANCE), column(MARGIN)];
  const silhouettes = merged ? null : column(SILHOUETTE);
  const next = readColumn(db, runId, NEXT_CLUSTER, 'int32');
  const sorted = { silhouette: silhouettes, margin: margins, distance: distances }[sort];
  const valueOf = (row: number): number => sorted?.[row] ?? NaN;
  const rows = Array.from(model.labels.keys()).filter((row) => model.labels[row] === at);
  const direction = descending ? -1 : 1;
  rows.sort((a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    const unknown = Number(Number.isNaN(one)) - Number(Number.isNaN(other));
    return unknown || (Number.isNaN(one) ? 0 : direction * (one - other)) || a - b;
  });
  const keys = readKeys(db, model.features.runId);
  const neighbourOf = (row: number): number | null => {
    const cluster = next?.[row] ?? -1;
    const found = model.segments.find(({ clusters }) => clusters.includes(cluster));
    return found && found.id !== segmentId ? found.id : null;
  };
  const customers = rows.slice(offset, offset + limit).map((row) => {
    const silhouette = silhouettes?.[row] ?? NaN;
    return {
      key: keys[row] ?? '',
      silhouette: Number.isNaN(silhouette) ? null : silhouette,
      distance: distances?.[row] ?? 0,
      margin: margins?.[row] ?? 0,
      nextSegmentId: neighbourOf(row),
    };
  });
  return { total: rows.length, customers };
}

/**
 * The distance to the next centre, from the own one and the margin (their difference by the larger). Null in the centre
 * itself, where every other one has the same margin.
 */
function secondDistance(own: number, margin: number): number | null {
  if (margin < 0) return own * (1 + margin);
  return margin < 1 ? own / (1 - margin) : null;
}

/** Of each analysed customer, by row. Where the next centre is of the own (merged) segment, there is no next one. */
export function firmnessOf(
  db: ReadDb,
  model: SegmentationModel,
  nameOf: (segmentId: number) => string | null,
): (row: number) => Firmness {
  const { runId } = model.segmentation;
  const column = (name: string): Float32Array | null => readColumn(db, runId, name, 'float32');
  const [distances, margins, silhouettes] = [column(OWN_DISTANCE), column(MARGIN), column(SILHOUETTE)];
  const next = readColumn(db, runId, NEXT_CLUSTER, 'int32');
  const segmentOf = new Map(
    model.segments.flatMap((segment) => segment.clusters.map((cluster) => [cluster, segment])),
  );
  const known = (value: number | undefined): number | null =>
    value === undefined || Number.isNaN(value) ? null : value;
  return (row) => {
    const own = model.segments[model.labels[row] ?? -1];
    const other = segmentOf.get(next?.[row] ?? -1);
    const isOther = other !== undefined && other !== own;
    const merged = own !== undefined && own.clusters.length > 1;
    const [distance, margin] = [known(distances?.[row]), isOther ? known(margins?.[row]) : null];
    return {
      next: isOther ? nameOf(other.id) : null,
      silhouette: merged ? null : known(silhouettes?.[row]),
      margin,
      distance,
      nextDistance: distance === null || margin === null ? null : secondDistance(distance, margin),
    };
  };
}
