// One numbering for every method: the cluster that weighs most comes first, ties by the lowest row.
import type { Labels } from '../matrix.ts';
import type { Weights } from '../weights.ts';

export interface OrderedClusters {
  readonly labels: Int16Array;
  /** Rows of each cluster, in the new order. */
  readonly sizes: readonly number[];
  /** The former number of each cluster, in the new order. */
  readonly order: readonly number[];
}

/**
 * Renumbers 0..k−1. Rows labelled −1 stay so. A cluster without rows keeps its place at the end: a method that must
 * not leave one behind takes care of that itself.
 */
export function orderClusters(labels: Labels, k: number, weights: Weights = null): OrderedClusters {
  const sizes = new Float64Array(k);
  const worth = new Float64Array(k);
  const first = new Float64Array(k).fill(Infinity);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    if (label < 0) continue;
    sizes[label]! += 1;
    worth[label]! += weights === null ? 1 : weights[row]!;
    if (row < first[label]!) first[label] = row;
  }
  const order = Array.from({ length: k }, (_, cluster) => cluster).sort(
    (a, b) => worth[b]! - worth[a]! || first[a]! - first[b]! || a - b,
  );
  const place = new Int16Array(k);
  order.forEach((cluster, at) => {
    place[cluster] = at;
  });
  return {
    labels: Int16Array.from(labels, (label) => (label < 0 ? -1 : place[label]!)),
    sizes: order.map((cluster) => sizes[cluster]!),
    order,
  };
}

/** Rounds until sizes and places agree; with ties everywhere they might never. */
const ROUNDS = 10;

/**
 * The largest cluster first, every row where the stored model will place it: of two that are equally near, the larger
 * one, whatever their numbers were before. A cluster that is left without rows is dropped.
 * @param place the cluster of each row as its place in `order`, ties to the lower place
 */
export function orderPlaces(
  k: number,
  weights: Weights,
  place: (order: readonly number[]) => Int16Array,
): OrderedClusters {
  let order: readonly number[] = Array.from({ length: k }, (_, cluster) => cluster);
  for (let round = 0; ; round++) {
    const placed = place(order);
    const found = orderClusters(placed, order.length, weights);
    const kept = found.order.filter((_, at) => found.sizes[at]! > 0);
    const same = kept.length === order.length && kept.every((cluster, at) => cluster === at);
    if (same || (round >= ROUNDS && kept.length === order.length)) {
      const sizes = order.map(() => 0);
      for (const label of placed) sizes[label]! += 1;
      return { labels: placed, sizes, order };
    }
    order = kept.map((at) => order[at]!);
  }
}
