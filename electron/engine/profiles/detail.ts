// Everything about one segment: rule, distributions, typical customers, the border, who can be reached.
import type {
  RuleCondition,
  SegmentDetail,
  SegmentRule,
  SegmentSummary,
} from '../../../shared/model/segmentation.ts';
import { AppError } from '../../../shared/errors.ts';
import { histograms } from '../analysis/profile.ts';
import type { RuleCondition as FoundCondition } from '../analysis/explain/conditions.ts';
import type { SegmentRule as FoundRule } from '../analysis/explain/rules.ts';
import { readColumn } from '../db/columns.ts';
import { readKeys, readReach } from '../db/featureTable.ts';
import type { FeatureTable } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
import { MARGIN, NEXT_CLUSTER, OWN_DISTANCE } from '../db/segmentationTable.ts';
import type { SegmentationModel } from './segmentationModel.ts';
import { statementsOf } from './statements.ts';
import { summariesOf } from './summaries.ts';

const TYPICAL = 5;
const SHOWN_FEATURES = 8;
/** Share of a segment's customers for whom a feature must be known to be shown first. */
const KNOWN_FOR_MOST = 0.8;
/** A customer whose distance to the next centre is within a tenth of the distance to the own one. */
const BORDER_MARGIN = 0.1;

/** A condition with the names that the project has for features and levels. */
export function conditionOf(features: FeatureTable, condition: FoundCondition): RuleCondition {
  if ('level' in condition) {
    const category = features.categories[condition.category];
    const value = category?.levels[condition.level] ?? '';
    const { name: feature = '', label = '' } = category?.facts ?? {};
    return { feature, label, op: condition.kind, value };
  }
  const facts = features.numbers[condition.feature]?.facts;
  const op = condition.kind === 'atLeast' ? ('>=' as const) : ('<' as const);
  return { feature: facts?.name ?? '', label: facts?.label ?? '', op, value: condition.value };
}

export function ruleOf(features: FeatureTable, rule: FoundRule | undefined): SegmentRule | null {
  if (!rule || rule.alternatives.length === 0) return null;
  const { precision, recall, coverage, n, hits } = rule;
  const alternatives = rule.alternatives.map((one) => ({
    conditions: one.conditions.map((condition) => conditionOf(features, condition)),
    precision: one.precision,
    matches: one.n,
    hits: one.hits,
  }));
  return { alternatives, precision, recall, coverage, matches: n, hits };
}

/**
 * The features that a typical customer is shown by: those clustered on, then the others. What is unknown for many
 * of the segment's customers, such as survey answers, comes last: a row of dashes describes nobody.
 */
function shownFeatures(model: SegmentationModel, at: number): string[] {
  const members = model.labels.reduce((count, label) => count + (label === at ? 1 : 0), 0);
  const clustered = new Set(model.segmentation.settings.features);
  const rankOf = ({ facts, values }: FeatureTable['numbers'][number]): number => {
    const known = model.labels.reduce(
      (count, label, row) => count + (label === at && !Number.isNaN(values[row] ?? NaN) ? 1 : 0),
      0,
    );
    return (known < KNOWN_FOR_MOST * members ? 2 : 0) + (clustered.has(facts.name) ? 0 : 1);
  };
  return model.features.numbers
    .map((feature) => ({ name: feature.facts.name, rank: rankOf(feature) }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, SHOWN_FEATURES)
    .map(({ name }) => name);
}

function typicalOf(
  db: ReadDb,
  model: SegmentationModel,
  at: number,
  shown: readonly string[],
): SegmentDetail['typical'] {
  const own = readColumn(db, model.segmentation.runId, OWN_DISTANCE, 'float32');
  if (!own) return [];
  const rows: number[] = [];
  model.labels.forEach((label, row) => {
    if (label === at) rows.push(row);
  });
  const nearest = rows.toSorted((a, b) => (own[a] ?? 0) - (own[b] ?? 0) || a - b).slice(0, TYPICAL);
  const keys = readKeys(db, model.features.runId);
  const columns = shown.map(
    (name) => model.features.numbers.find((feature) => feature.facts.name === name)?.values,
  );
  return nearest.map((row) => ({
    key: keys[row] ?? '',
    values: columns.map((values) => {
      const value = values?.[row] ?? NaN;
      return Number.isNaN(value) ? null : value;
    }),
  }));
}

function borderOf(db: ReadDb, model: SegmentationModel, at: number): SegmentDetail['border'] {
  const margin = readColumn(db, model.segmentation.runId, MARGIN, 'float32');
  const next = readColumn(db, model.segmentation.runId, NEXT_CLUSTER, 'int32');
  const counts = new Map<number, number>();
  model.labels.forEach((label, row) => {
    if (label !== at || (margin?.[row] ?? 1) >= BORDER_MARGIN) return;
    const neighbour = model.segments.findIndex((segment) => segment.clusters.includes(next?.[row] ?? -1));
    if (neighbour >= 0 && neighbour !== at) counts.set(neighbour, (counts.get(neighbour) ?? 0) + 1);
  });
  const shares = [...counts].map(([other, count]) => ({ segmentId: model.segments[other]?.id ?? 0, count }));
  return {
    count: shares.reduce((sum, one) => sum + one.count, 0),
    shares: shares.toSorted((a, b) => b.count - a.count),
  };
}

/** Customers of a segment who can be contacted with consent in at least one channel; null when the data know of none. */
function reachableOf(db: ReadDb, model: SegmentationModel, at: number): number | null {
  const flags = model.features.summary.channels.map((channel) =>
    readReach(db, model.features.runId, channel),
  );
  if (flags.length === 0) return null;
  const reached = (row: number): boolean => flags.some((flag) => flag?.[row] === 1);
  return model.labels.reduce((count, label, row) => count + (label === at && reached(row) ? 1 : 0), 0);
}

/** @throws AppError SEGMENT-UNKNOWN */
export function detailOf(db: ReadDb, model: SegmentationModel, segmentId: number): SegmentDetail {
  const at = model.segments.findIndex((segment) => segment.id === segmentId);
  const summary: SegmentSummary | undefined = summariesOf(db, model)[at];
  if (!summary) throw new AppError('SEGMENT-UNKNOWN');
  const statements = statementsOf(db, model);
  const evidence = statements.evidence[at] ?? [];
  const shown = shownFeatures(model, at);
  // A merged segment has no silhouette of its own until it is computed anew.
  const own = summary.clusters;
  const strongest = evidence
    .map((one) => one.feature)
    .filter((name, index, all) => all.indexOf(name) === index);
  const drawn = strongest
    .flatMap((name) => model.features.numbers.find((feature) => feature.facts.name === name) ?? [])
    .slice(0, 4);
  return {
    ...summary,
    evidence: [...evidence],
    rule: ruleOf(model.features, statements.rules[at]),
    histograms: drawn.map(({ facts, values }) => {
      const set = histograms(values, model.labels, model.segments.length, { weights: model.weights });
      return {
        feature: facts.name,
        label: facts.label,
        edges: [...set.edges],
        here: [...(set.segments[at] ?? [])],
        all: [...set.everyone],
      };
    }),
    typical: typicalOf(db, model, at, shown),
    typicalFeatures: shown,
    silhouette: own.length === 1 ? (model.segmentation.clusterSilhouettes[own[0] ?? 0] ?? null) : null,
    border: borderOf(db, model, at),
    reachable: reachableOf(db, model, at),
  };
}
