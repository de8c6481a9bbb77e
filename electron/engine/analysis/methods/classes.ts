// Divisions into classes that are set out beforehand: a class nobody is in gets no segment until somebody is.
import type { Labels } from '../matrix.ts';

export interface ClassDivision {
  readonly k: number;
  readonly labels: Int16Array;
  readonly sizes: readonly number[];
  /** The class of each cluster, in the order of the classes. */
  readonly clusters: readonly number[];
}

/** @param count number of classes; a row of class −1 is in none */
export function classDivision(classes: Labels, count: number): ClassDivision {
  const sizes = new Int32Array(count);
  for (const one of classes) if (one >= 0) sizes[one]! += 1;
  const clusters = Array.from(sizes.keys()).filter((at) => sizes[at]! > 0);
  return {
    k: clusters.length,
    labels: clustersOf(classes, clusters),
    sizes: clusters.map((at) => sizes[at]!),
    clusters,
  };
}

/** The cluster of each row; a class without one gives −1. */
export function clustersOf(classes: Labels, clusters: readonly number[]): Int16Array {
  const place = new Map(clusters.map((one, at) => [one, at]));
  return Int16Array.from(classes, (one) => place.get(one) ?? -1);
}
