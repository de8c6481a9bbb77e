// Which level of a reference each customer belongs to.
import type { FeatureKind, Reference, ReferenceShare } from '../../../shared/model/reference.ts';
import { foldLevel } from '../../../shared/model/reference.ts';
import type { FeatureFacts, FeatureTable } from '../db/featureTable.ts';

export interface PlacedReference {
  readonly reference: Reference;
  readonly facts: FeatureFacts;
  readonly kind: FeatureKind;
  /** Index into the reference's shares; −1 = no value, or one that the reference does not name. */
  readonly codes: Int32Array;
}

export function kindOf({ type }: Pick<FeatureFacts, 'type'>): FeatureKind {
  return type;
}

function bandCodes(values: Float64Array, shares: readonly ReferenceShare[]): Int32Array {
  return Int32Array.from(values, (value) =>
    Number.isNaN(value)
      ? -1
      : shares.findIndex(({ from, to }) => value >= (from ?? -Infinity) && value < (to ?? Infinity)),
  );
}

function wordCodes(
  codes: Int32Array,
  levels: readonly string[],
  shares: readonly ReferenceShare[],
): Int32Array {
  const wanted = new Map(shares.map(({ level }, at) => [foldLevel(level), at]));
  const placeOf = levels.map((word) => wanted.get(foldLevel(word)) ?? -1);
  return codes.map((code) => (code < 0 ? -1 : (placeOf[code] ?? -1)));
}

/** Null when its feature is not among those of the table. */
export function placeReference(features: FeatureTable, reference: Reference): PlacedReference | null {
  const { feature, shares } = reference;
  const number = features.numbers.find(({ facts }) => facts.name === feature);
  if (number) {
    const { facts, values } = number;
    return { reference, facts, kind: kindOf(facts), codes: bandCodes(values, shares) };
  }
  const category = features.categories.find(({ facts }) => facts.name === feature);
  if (!category) return null;
  const { facts, codes, levels } = category;
  return { reference, facts, kind: 'category', codes: wordCodes(codes, levels, shares) };
}
