// What definitions are made from: the columns of features, found by name; and what all made features share.
import { AppError } from '../../../../shared/errors.ts';
import type { Feature } from '../../../../shared/model/feature.ts';
import type { DefinitionReport, FeatureDefinition } from '../../../../shared/model/featureDefinition.ts';
import type { FormulaColumn } from '../../analysis/features/formula/evaluate.ts';
import type { DraftFeature } from './draft.ts';

/** A feature that definitions may use. */
export type Ingredient = Pick<Feature, 'name' | 'type' | 'unit' | 'criterion'> & {
  readonly column: () => FormulaColumn;
};

export interface Ingredients {
  readonly customers: number;
  readonly find: (name: string) => Ingredient | undefined;
}

export interface MadeFeature {
  readonly draft: DraftFeature;
  readonly report: DefinitionReport;
}

/** Whoever defines a feature decides whether it is used; it is made from others and never proposed beside them. */
export const CHOSEN_BY_HAND = { informative: false };

export const NOTHING: DefinitionReport = {
  dividedByZero: 0,
  undefined: 0,
  capped: 0,
  filled: 0,
  reliability: null,
};

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

type Identity = Pick<Feature, 'name' | 'label' | 'builtIn' | 'criterion'>;

export function identityOf(
  { name }: FeatureDefinition,
  criterion: Feature['criterion'] | undefined,
): Identity {
  return { name, label: name, builtIn: false, criterion: criterion ?? 'behavioural' };
}
