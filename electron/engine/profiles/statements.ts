// What can be said about each segment: evidence per feature and category, names bound to it, rules, histograms.
// Kept per connection for the last divisions, because every rename asks again for the same numbers.
import type { Evidence, EvidenceUnit } from '../../../shared/model/evidence.ts';
import { differsClearly } from '../../../shared/model/evidence.ts';
import { runToEnd } from '../analysis/matrix.ts';
import { profileSegments } from '../analysis/profile.ts';
import type { MeanCell, Profile, ShareCell } from '../analysis/profile.ts';
import { segmentRules } from '../analysis/explain/rules.ts';
import type { SegmentRule as FoundRule } from '../analysis/explain/rules.ts';
import type { FeatureFacts } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
import { nameSegments } from '../writing/names.ts';
import type { NamedSegment } from '../writing/names.ts';
import type { SegmentationModel } from './segmentationModel.ts';

export interface Statements {
  readonly profile: Profile;
  /** Per segment, strongest difference first. */
  readonly evidence: readonly (readonly Evidence[])[];
  readonly rules: readonly FoundRule[];
}

const KEPT = 4;
const kept = new WeakMap<ReadDb, Map<string, Statements>>();

function unitOf(facts: FeatureFacts): EvidenceUnit {
  return facts.unit;
}

function rangeOf({ effectLow, effectHigh }: MeanCell | ShareCell): Pick<Evidence, 'dLow' | 'dHigh'> {
  return effectLow === null || effectHigh === null ? {} : { dLow: effectLow, dHigh: effectHigh };
}

function meanEvidence(cell: MeanCell, facts: FeatureFacts, all: number | null): Evidence | null {
  if (cell.mean === null || all === null || cell.effect === null) return null;
  const kind = facts.type === 'boolean' ? ('share' as const) : ('mean' as const);
  return {
    feature: facts.name,
    label: facts.label,
    kind,
    here: cell.mean,
    all,
    unit: unitOf(facts),
    // An index without its interval is no evidence.
    index: cell.indexLow === null ? null : cell.index,
    indexLow: cell.indexLow,
    indexHigh: cell.indexHigh,
    d: cell.effect,
    ...rangeOf(cell),
    n: cell.n,
    pAdjusted: cell.pAdjusted ?? 1,
  };
}

function shareEvidence(
  cell: ShareCell,
  facts: FeatureFacts,
  level: string,
  association: number | null,
): Evidence | null {
  if (cell.share === null || cell.effect === null) return null;
  return {
    feature: facts.name,
    label: facts.label,
    kind: 'share',
    here: cell.share,
    all: cell.shareOfAll,
    unit: 'share',
    index: cell.index,
    indexLow: cell.indexLow,
    indexHigh: cell.indexHigh,
    d: cell.effect,
    ...rangeOf(cell),
    n: cell.n,
    pAdjusted: cell.pAdjusted ?? 1,
    category: level,
    ...(cell.ratio && { ratio: cell.ratio }),
    ...(association !== null && { association }),
  };
}

/** A level that hardly anyone has says little about anyone. */
const MIN_LEVEL_SHARE = 0.02;

function evidenceOf({ features, segments }: SegmentationModel, profile: Profile): Evidence[][] {
  const lists: Evidence[][] = segments.map(() => []);
  for (const cell of profile.means) {
    const facts = features.numbers[cell.feature]?.facts;
    const found = facts && meanEvidence(cell, facts, profile.everyone[cell.feature]?.mean ?? null);
    if (found) lists[cell.segment]?.push(found);
  }
  for (const cell of profile.shares) {
    const category = features.categories[cell.category];
    if (!category || cell.shareOfAll < MIN_LEVEL_SHARE) continue;
    const found = shareEvidence(
      cell,
      category.facts,
      category.levels[cell.level] ?? '',
      profile.associations[cell.category] ?? null,
    );
    if (found) lists[cell.segment]?.push(found);
  }
  return lists.map((list) =>
    list.toSorted(
      (a, b) => Number(differsClearly(b)) - Number(differsClearly(a)) || Math.abs(b.d) - Math.abs(a.d),
    ),
  );
}

function compute(model: SegmentationModel): Statements {
  const { features, labels, segments, weights } = model;
  const input = {
    weights,
    features: features.numbers.map((feature) => feature.values),
    categories: features.categories.map(({ codes, levels }) => ({ codes, levels: levels.length })),
  };
  const profile = runToEnd(profileSegments(input, labels, segments.length));
  return {
    profile,
    evidence: evidenceOf(model, profile),
    rules: runToEnd(segmentRules(input, labels, segments.length)),
  };
}

export function statementsOf(db: ReadDb, model: SegmentationModel): Statements {
  const cache = kept.get(db) ?? new Map<string, Statements>();
  kept.set(db, cache);
  const known = cache.get(model.division);
  if (known) return known;
  const made = compute(model);
  const oldest = cache.keys().next().value;
  if (cache.size >= KEPT && oldest !== undefined) cache.delete(oldest);
  cache.set(model.division, made);
  return made;
}

/** Suggested names in the project's language, different within the segmentation. */
export function suggestionsOf(model: SegmentationModel, statements: Statements): readonly NamedSegment[] {
  const list = model.segments.map(({ id }, at) => ({ id, evidence: statements.evidence[at] ?? [] }));
  return nameSegments(list, model.settings.locale);
}
