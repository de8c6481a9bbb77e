// The report on representativeness: each variable against its reference, before and after weighting, and what the
// weights do to everything else. Computed also while weighting is off, so that one sees what it would do.
import type { ReferenceReport, Representativeness } from '../../../shared/model/reference.ts';
import { runToEnd } from '../analysis/matrix.ts';
import type { RakingResult } from '../analysis/raking.ts';
import { referenceDistance } from '../analysis/representativeness.ts';
import { currentFeatures, loadFeatures } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
import { readReferences } from '../db/referenceTable.ts';
import { readSettings } from '../db/settings.ts';
import { wantedWeights } from '../db/weightsRun.ts';
import type { PlacedReference } from './referenceCodes.ts';
import { weightedChanges } from './weightedChanges.ts';
import { weigh } from './weighting.ts';

const CHANGES = 30;

function reportOf(
  { reference, facts, kind, codes }: PlacedReference,
  raked: RakingResult,
  at: number,
): ReferenceReport {
  const targets = reference.shares.map(({ share }) => share);
  const plain = referenceDistance(codes, targets);
  const weighted = referenceDistance(codes, targets, raked.weights);
  const { id, feature, name, source } = reference;
  const chi = plain.chiSquare;
  return {
    id,
    feature,
    label: facts.label,
    builtIn: facts.builtIn,
    kind,
    name,
    source,
    n: plain.n,
    missing: plain.missing,
    levels: plain.levels.map(({ count, here, reference: wanted, gap }, level) => ({
      level: reference.shares[level]?.level ?? '',
      count,
      here,
      reference: wanted,
      weighted: weighted.levels[level]?.here ?? 0,
      gap,
      gapAfter: weighted.levels[level]?.gap ?? 0,
      remark: raked.absent[at]?.includes(level)
        ? ('absent' as const)
        : raked.unwanted[at]?.includes(level)
          ? ('unwanted' as const)
          : null,
    })),
    distance: plain.totalVariation,
    distanceAfter: weighted.totalVariation,
    largest: plain.largest,
    chiSquare: chi && { ...chi, value: Number.isFinite(chi.value) ? chi.value : null },
  };
}

const furthest = (distances: readonly number[]): number => Math.max(0, ...distances);

function weightsReport(
  { status, effectiveSize, designEffect, cappedRows, weights }: RakingResult,
  references: readonly ReferenceReport[],
): NonNullable<Representativeness['weights']> {
  return {
    status,
    effectiveN: effectiveSize,
    designEffect,
    largest: weights.reduce((most, weight) => Math.max(most, weight), 0),
    cappedShare: weights.length > 0 ? cappedRows / weights.length : 0,
    distance: furthest(references.map(({ distance }) => distance)),
    distanceAfter: furthest(references.map(({ distanceAfter }) => distanceAfter)),
  };
}

/** Null until features are computed. */
export function representativenessOf(db: ReadDb): Representativeness | null {
  const run = currentFeatures(db);
  if (!run) return null;
  const { on, cap } = readSettings(db).weighting;
  const { customers, baseWeight } = run.summary;
  const known = new Set(run.summary.features.map(({ name }) => name));
  const unused = readReferences(db).filter(({ feature }) => !known.has(feature));
  const state = { on, cap, customers, baseWeight, unused };
  const wanted = wantedWeights(db, run, true);
  if (!wanted || customers === 0) return { ...state, references: [], weights: null, changes: [] };
  const features = loadFeatures(db, run);
  const { placed, raked } = runToEnd(weigh(db, features, wanted));
  const references = placed.map((one, at) => reportOf(one, raked, at));
  const without = new Set(references.map(({ feature }) => feature));
  return {
    ...state,
    references,
    weights: weightsReport(raked, references),
    changes: weightedChanges(features, raked.weights, { without, count: CHANGES }),
  };
}
