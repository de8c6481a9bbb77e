// Computes the features that the analyst defined from the columns of others.
import { AppError } from '../../../../shared/errors.ts';
import type { FeatureDefinition } from '../../../../shared/model/featureDefinition.ts';
import { banded, quantileCuts } from '../../analysis/features/bands.ts';
import { evaluateFormula } from '../../analysis/features/formula/evaluate.ts';
import type { FormulaColumn } from '../../analysis/features/formula/evaluate.ts';
import { parseFormula } from '../../analysis/features/formula/parse.ts';
import { checkFormula } from '../../analysis/features/formula/units.ts';
import { likertScale } from '../../analysis/features/likert.ts';
import { transform } from '../../analysis/features/transform.ts';
import { needsOf } from './definitionOrder.ts';
import { type Ingredients, numbersOf } from './ingredients.ts';
import { filledFeature } from './filled.ts';
import { madeCategory, type MadeFeature, madeNumber } from './made.ts';

type Definition<K extends FeatureDefinition['kind']> = Extract<FeatureDefinition, { kind: K }>;
function fromFormula(definition: Definition<'formula'>, { customers, find }: Ingredients): MadeFeature {
  const expression = parseFormula(definition.formula);
  const { type, unit } = checkFormula(expression, find);
  const columns = new Map<string, FormulaColumn>();
  const [first] = needsOf(definition).map((name) => {
    const ingredient = find(name);
    if (ingredient) columns.set(name, ingredient.column());
    return ingredient;
  });
  const {
    values,
    dividedByZero,
    undefined: none,
  } = evaluateFormula(expression, customers, (name) => columns.get(name));
  return madeNumber(definition, first, { values, unit, type }, { dividedByZero, undefined: none });
}

function fromBands(definition: Definition<'bands'>, ingredients: Ingredients): MadeFeature {
  const { feature, values } = numbersOf(ingredients, definition.of);
  const cuts = 'cuts' in definition.by ? definition.by.cuts : quantileCuts(values, definition.by.groups);
  if (cuts.some((cut, at) => at > 0 && !(cut > cuts[at - 1]!)))
    throw new AppError('FEATURE-UNFIT', { feature: definition.of, wanted: 'cuts' });
  return madeCategory(definition, feature, banded(values, cuts));
}

function fromTransform(definition: Definition<'transform'>, ingredients: Ingredients): MadeFeature {
  const { feature, values } = numbersOf(ingredients, definition.of);
  const made = transform(values, definition.method, definition.share);
  const unit =
    definition.method === 'winsor' ? feature.unit : definition.method === 'rank' ? 'share' : 'none';
  const report = { capped: made.capped, undefined: made.undefined };
  return madeNumber(definition, feature, { values: made.values, unit }, report);
}

function fromScale(definition: Definition<'scale'>, ingredients: Ingredients): MadeFeature {
  const { items, low, high } = definition;
  if (!(low < high)) throw new AppError('FEATURE-UNFIT', { feature: definition.name, wanted: 'order' });
  const known = items.map(({ feature }) => numbersOf(ingredients, feature));
  const scale = likertScale(
    known.map(({ values }, at) => ({ values, reversed: items[at]?.reversed ?? false })),
    low,
    high,
  );
  const { alpha, complete, outside } = scale;
  const reliability = {
    alpha,
    complete,
    outside,
    items: scale.items.map((item, at) => ({ feature: items[at]?.feature ?? '', ...item })),
  };
  return madeNumber(definition, known[0]?.feature, { values: scale.values, unit: 'none' }, { reliability });
}

/**
 * One value per customer of the ingredients.
 * @throws AppError FORMULA-… with a position, FEATURE-UNKNOWN, FEATURE-UNFIT
 */
export function makeFeature(definition: FeatureDefinition, ingredients: Ingredients): MadeFeature {
  switch (definition.kind) {
    case 'formula':
      return fromFormula(definition, ingredients);
    case 'bands':
      return fromBands(definition, ingredients);
    case 'transform':
      return fromTransform(definition, ingredients);
    case 'scale':
      return fromScale(definition, ingredients);
    case 'fill':
      return filledFeature(definition, ingredients);
  }
}
