// What definitions are made from: the columns of features, found by name.
import { AppError } from '../../../../shared/errors.ts';
import type { Feature } from '../../../../shared/model/feature.ts';
import type { FormulaColumn } from '../../analysis/features/formula/evaluate.ts';

/** A feature that definitions may use. */
export type Ingredient = Pick<Feature, 'name' | 'type' | 'unit' | 'criterion'> & {
  readonly column: () => FormulaColumn;
};

export interface Ingredients {
  readonly customers: number;
  readonly find: (name: string) => Ingredient | undefined;
}

/** @throws AppError FEATURE-UNKNOWN, FEATURE-UNFIT when it has no numbers */
export function numbersOf(
  ingredients: Ingredients,
  name: string,
): { feature: Ingredient; values: Float64Array } {
  const feature = ingredients.find(name);
  if (!feature) throw new AppError('FEATURE-UNKNOWN', { feature: name });
  const column = feature.type === 'category' ? null : feature.column();
  if (!column || !('values' in column))
    throw new AppError('FEATURE-UNFIT', { feature: name, wanted: 'number' });
  return { feature, values: column.values };
}
