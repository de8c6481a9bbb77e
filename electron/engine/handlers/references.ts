// Reference distributions: the analyst's decisions about them, and what follows.
import type { Reference, ReferenceShare } from '../../../shared/model/reference.ts';
import { bandsOf } from '../../../shared/model/referenceBands.ts';
import { AppError } from '../../../shared/errors.ts';
import { currentFeatures } from '../db/featureTable.ts';
import { readReferences, removeReference as deleteReference, writeReference } from '../db/referenceTable.ts';
import { storedSummary, wantedWeights } from '../db/weightsRun.ts';
import type { Command, Query } from '../procedures.ts';
import { featureLevels } from '../profiles/featureLevels.ts';
import { representativenessOf } from '../profiles/representativeness.ts';

export const listReferences: Query<'references.list'> = (db) => readReferences(db);

type Shares = readonly ReferenceShare[];

/** @throws AppError REFERENCE-LEVEL naming the first level that is no band */
function withBands(shares: Shares): Shares {
  if (shares.every(({ from, to }) => from !== null || to !== null)) return shares;
  const bands = bandsOf(shares.map(({ level }) => level));
  return shares.map((share, at) => {
    const band = bands[at];
    if (!band) throw new AppError('REFERENCE-LEVEL', { level: share.level });
    return { ...share, ...band };
  });
}

const YES_NO = [
  { level: '0', from: null, to: 0.5 },
  { level: '1', from: 0.5, to: null },
];

function yesNo(shares: Shares): Shares {
  return shares.map(({ level, share }) => {
    const known = YES_NO.find((one) => one.level === level);
    if (!known) throw new AppError('REFERENCE-LEVEL', { level });
    return { ...known, share };
  });
}

export const setReference: Command<'references.set'> = {
  detail: (_db, { feature }) => feature,
  run: (db, { feature, name, source, shares: given }) => {
    const facts = currentFeatures(db)?.summary.features.find((one) => one.name === feature);
    if (!facts) throw new AppError('FEATURE-UNKNOWN', { feature });
    const shares = given.map(({ from = null, to = null, ...rest }) => ({ ...rest, from, to }));
    const placed =
      facts.type === 'category'
        ? shares.map((share) => ({ ...share, from: null, to: null }))
        : facts.type === 'boolean'
          ? yesNo(shares)
          : withBands(shares);
    const total = placed.reduce((sum, { share }) => sum + share, 0);
    const normalised: Reference['shares'] = placed.map((share) => ({ ...share, share: share.share / total }));
    writeReference(db, { feature, name, source, shares: normalised });
  },
};

export const removeReference: Command<'references.remove'> = {
  detail: (db, { referenceId }) => readReferences(db).find(({ id }) => id === referenceId)?.feature ?? '',
  run: (db, { referenceId }) => deleteReference(db, referenceId),
};

export const referenceLevels: Query<'references.levels'> = (db, input) => featureLevels(db, input);

export const referenceReport: Query<'references.report'> = (db) => representativenessOf(db);

export const weightsInUse: Query<'references.inUse'> = (db) => {
  const run = currentFeatures(db);
  const wanted = run && wantedWeights(db, run);
  const stored = wanted && storedSummary(db, wanted);
  if (!run || !wanted || !stored) return null;
  return { cap: wanted.cap, customers: run.summary.customers, effectiveN: stored.effectiveN };
};
