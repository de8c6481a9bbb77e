// A formula's names as its features are spelt: `Age` finds the feature `age`. What is kept holds the exact names, so that
// whatever looks for a feature later (needs, renaming, erasing) compares them as they are.
import { AppError } from '../../../../shared/errors.ts';
import type { FeatureDefinition } from '../../../../shared/model/featureDefinition.ts';
import { respell } from '../../analysis/features/formula/parse.ts';

/**
 * @param names of the features that the definition may use
 * @throws AppError FORMULA-SYNTAX, FORMULA-ENDS; FORMULA-AMBIGUOUS when a name is nobody's and several differ from it by
 * case alone
 */
export function spelling(definition: FeatureDefinition, names: readonly string[]): FeatureDefinition {
  if (definition.kind !== 'formula') return definition;
  const known = new Set(names);
  const spelt = (name: string, at: number): string => {
    if (known.has(name)) return name;
    const alike = names.filter((one) => one.toLowerCase() === name.toLowerCase());
    if (alike.length > 1) throw new AppError('FORMULA-AMBIGUOUS', { name, names: alike.join(', '), at });
    // Only when no other feature is meant: a formula that needs itself is refused later.
    const own = definition.name.toLowerCase() === name.toLowerCase() ? definition.name : name;
    return alike[0] ?? own;
  };
  return { ...definition, formula: respell(definition.formula, spelt) };
}
