// The features that the analyst defined, made after those of the data.
import { AppError, toErrorData } from '../../../../shared/errors.ts';
import type { FeatureSet } from '../../../../shared/model/feature.ts';
import type { FeatureDefinition } from '../../../../shared/model/featureDefinition.ts';
import type { FeatureFacts } from '../../db/featureTable.ts';
import { makeFeature } from './defined.ts';
import type { Ingredients } from './ingredients.ts';
import { inOrder } from './definitionOrder.ts';
import type { DraftFeature } from './draft.ts';

export interface DefinedFeature {
  readonly draft: DraftFeature;
  readonly made: Pick<FeatureFacts, 'definition' | 'report'>;
}

export type Unmade = NonNullable<FeatureSet['unmade']>[number];

/**
 * Each definition after those that it needs. One that cannot be computed (a column is gone, its name is taken by one)
 * goes to `unmade`, and so do those that need it.
 * @param ingredients finds what was made before, those of this list included
 */
export function* definedFeatures(
  definitions: readonly FeatureDefinition[],
  ingredients: Ingredients,
  unmade: Unmade[],
): Generator<DefinedFeature> {
  for (const definition of inOrder(definitions)) {
    try {
      if (ingredients.find(definition.name)) throw new AppError('FEATURE-EXISTS', { name: definition.name });
      const { draft, report } = makeFeature(definition, ingredients);
      yield { draft, made: { definition, report } };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code, args, place } = toErrorData(error);
      unmade.push({ definition, problem: { code, args: { ...args }, place: { ...place } } });
    }
  }
}
