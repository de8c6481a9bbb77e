// Which features a definition needs, and the order in which definitions can be computed.
import { AppError } from '../../../../shared/errors.ts';
import type { FeatureDefinition } from '../../../../shared/model/featureDefinition.ts';
import { featuresIn, parseFormula, respell } from '../../analysis/features/formula/parse.ts';

/** @throws AppError FORMULA-SYNTAX, FORMULA-ENDS, FORMULA-NAME, FORMULA-ARGUMENTS */
export function needsOf(definition: FeatureDefinition): readonly string[] {
  switch (definition.kind) {
    case 'formula':
      return featuresIn(parseFormula(definition.formula));
    case 'scale':
      return definition.items.map(({ feature }) => feature);
    case 'fill':
      return [definition.of, ...definition.like];
    default:
      return [definition.of];
  }
}

/** As `needsOf`; a formula that cannot be read needs nothing. */
export function readableNeeds(definition: FeatureDefinition): readonly string[] {
  try {
    return needsOf(definition);
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

/** Each after those that it needs; the order is kept otherwise. Those in a circle come last, in their order. */
export function inOrder(definitions: readonly FeatureDefinition[]): readonly FeatureDefinition[] {
  const waiting = new Map(definitions.map((one) => [one.name, one]));
  const ordered: FeatureDefinition[] = [];
  for (let found = true; found; ) {
    found = false;
    for (const one of waiting.values()) {
      if (readableNeeds(one).some((name) => waiting.has(name))) continue;
      waiting.delete(one.name);
      ordered.push(one);
      found = true;
    }
  }
  return [...ordered, ...waiting.values()];
}

/** True when the definition would need itself, directly or through others. */
export function needsItself(definition: FeatureDefinition, others: readonly FeatureDefinition[]): boolean {
  const byName = new Map(others.map((one) => [one.name, one]));
  byName.set(definition.name, definition);
  const seen = new Set<string>();
  const reaches = (name: string): boolean => {
    if (name === definition.name) return true;
    const one = byName.get(name);
    if (!one || seen.has(name)) return false;
    seen.add(name);
    return readableNeeds(one).some(reaches);
  };
  return readableNeeds(definition).some(reaches);
}

/** The name of one that needs the feature; null when none does. */
export function neededBy(name: string, definitions: readonly FeatureDefinition[]): string | null {
  return definitions.find((one) => one.name !== name && readableNeeds(one).includes(name))?.name ?? null;
}

/** The definition with a feature called otherwise, in its own name and in what it needs. */
export function renamed(definition: FeatureDefinition, from: string, to: string): FeatureDefinition {
  const name = definition.name === from ? to : definition.name;
  switch (definition.kind) {
    case 'formula': {
      if (!readableNeeds(definition).includes(from)) return { ...definition, name };
      const formula = respell(definition.formula, (one) => (one === from ? to : one));
      return { ...definition, name, formula };
    }
    case 'scale': {
      const items = definition.items.map((item) => (item.feature === from ? { ...item, feature: to } : item));
      return { ...definition, name, items };
    }
    case 'fill': {
      const like = definition.like.map((one) => (one === from ? to : one));
      return { ...definition, name, of: definition.of === from ? to : definition.of, like };
    }
    default:
      return { ...definition, name, of: definition.of === from ? to : definition.of };
  }
}
