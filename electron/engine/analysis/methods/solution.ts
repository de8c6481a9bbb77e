// What a method answers: the division, what it found, and a model as plain JSON that places new customers.
import type { OwnSegment } from '../../../../shared/model/division.ts';
import type { CovarianceShape, MethodFacts } from '../../../../shared/model/method.ts';
import type { Centroids } from './centroidModel.ts';
import type { Component } from './gaussian.ts';
import type { GowerPoint, GowerSpace } from './gower.ts';
import type { PrototypeSpace } from './prototypes.ts';

export interface CentroidModel {
  readonly method: 'kmeans' | 'ward';
  readonly centroids: Centroids;
}

export interface KMedoidsModel {
  readonly method: 'kmedoids';
  readonly space: GowerSpace;
  readonly medoids: readonly GowerPoint[];
}

export interface KPrototypesModel {
  readonly method: 'kprototypes';
  readonly space: PrototypeSpace;
  readonly prototypes: readonly GowerPoint[];
}

export interface MixtureModel {
  readonly method: 'gmm';
  readonly shape: CovarianceShape;
  /** The matrix's columns that it looks at. */
  readonly columns: readonly number[];
  readonly components: readonly Component[];
}

/** Methods with classes set out beforehand: the class of each cluster. */
interface Classes {
  readonly clusters: readonly number[];
}

type ScoreRange = readonly [number, number];

export interface RfmModel extends Classes {
  readonly method: 'rfm';
  readonly nested: boolean;
  /** Of frequency and monetary: one list (key 0), or one per score of what stands before. */
  readonly cuts: {
    readonly recency: readonly number[];
    readonly frequency: Readonly<Record<number, readonly number[]>>;
    readonly monetary: Readonly<Record<number, readonly number[]>>;
  };
  readonly rules: readonly {
    readonly recency: ScoreRange;
    readonly frequency: ScoreRange;
    readonly monetary: ScoreRange;
  }[];
}

export interface TierModel extends Classes {
  readonly method: 'tiers';
  readonly value: string;
  /** The lowest value of each tier but the last; null = out of reach. */
  readonly cuts: readonly (number | null)[];
}

export interface RuleModel extends Classes {
  readonly method: 'rules';
  readonly segments: readonly Pick<OwnSegment, 'any'>[];
}

/** Everything needed to place a new customer. */
export type StoredModel =
  | CentroidModel
  | KMedoidsModel
  | KPrototypesModel
  | MixtureModel
  | RfmModel
  | TierModel
  | RuleModel;

export interface Solution {
  readonly k: number;
  /** Cluster of each row, 0..k−1, largest first (by weight) or in the order of the classes; −1 = in none. */
  readonly labels: Int16Array;
  /** Rows of each cluster. */
  readonly sizes: readonly number[];
  readonly model: StoredModel;
  readonly facts: MethodFacts;
}
