// Features that the analyst defined, without one person: in their names, in what they are made from, in their formulas.
import { AppError } from '../../../../shared/errors.ts';
import { FeatureDefinition } from '../../../../shared/model/featureDefinition.ts';
import { needsOf, renamed } from '../features/definitionOrder.ts';
import { blotAll } from './blot.ts';
import type { Blotted, Blotter } from './blot.ts';

/** Null for a formula that cannot be read. */
function namesIn(definition: FeatureDefinition): readonly string[] | null {
  try {
    return [definition.name, ...needsOf(definition)];
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/**
 * Features are renamed as the columns are that they come from, whatever else a formula says is blotted. A definition
 * that cannot be read any more, or would be the second of a name, is left out; those that need it are told as not made.
 */
export function definitionsWithout(
  definitions: readonly FeatureDefinition[],
  blot: Blotter,
): Blotted<readonly FeatureDefinition[]> {
  const said = blotAll(definitions, blot).count;
  if (said === 0) return { value: definitions, count: 0 };
  const names = new Set(definitions.flatMap((one) => namesIn(one) ?? []));
  const renamedAll = [...names].reduce<readonly FeatureDefinition[]>((all, name) => {
    const { value } = blot(name);
    return value === name ? all : all.map((one) => renamed(one, name, value));
  }, definitions);
  const kept = new Map<string, FeatureDefinition>();
  for (const one of renamedAll) {
    const { success, data } = FeatureDefinition.safeParse(blotAll(one, blot).value);
    if (success && namesIn(data) && !kept.has(data.name)) kept.set(data.name, data);
  }
  return { value: [...kept.values()], count: said };
}
