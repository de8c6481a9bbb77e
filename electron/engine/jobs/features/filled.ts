// A feature with its gaps filled. Which values were filled is told by a count; `missing(name)` in a formula marks them.
import { AppError } from '../../../../shared/errors.ts';
import type { FeatureDefinition } from '../../../../shared/model/featureDefinition.ts';
import { donorsFor, impute } from '../../analysis/features/impute.ts';
import { columnOf, matrixFromColumns } from '../../analysis/matrix.ts';
import { type Ingredients, numbersOf } from './ingredients.ts';
import { madeCategory, type MadeFeature, madeNumber } from './made.ts';

type FillDefinition = Extract<FeatureDefinition, { kind: 'fill' }>;

/** The most frequent level takes the place of missing ones. */
function filledCategory(definition: FillDefinition, ingredients: Ingredients): MadeFeature | null {
  const feature = ingredients.find(definition.of);
  const column = feature?.type === 'category' ? feature.column() : null;
  if (!feature || !column || !('codes' in column)) return null;
  if (definition.method !== 'mode')
    throw new AppError('FEATURE-UNFIT', { feature: definition.of, wanted: 'number' });
  const counts = new Float64Array(column.levels.length);
  let filled = 0;
  for (const code of column.codes) {
    if (code < 0) filled++;
    else counts[code]! += 1;
  }
  const usual = counts.length > 0 ? counts.indexOf(Math.max(...counts)) : -1;
  const codes = column.codes.map((code) => (code < 0 ? usual : code));
  return madeCategory(definition, feature, { codes, levels: column.levels }, { filled });
}

/** @throws AppError FEATURE-UNKNOWN, FEATURE-UNFIT */
export function filledFeature(definition: FillDefinition, ingredients: Ingredients): MadeFeature {
  const category = filledCategory(definition, ingredients);
  if (category) return category;
  const { feature, values } = numbersOf(ingredients, definition.of);
  const { method } = definition;
  if (method === 'nearest' && definition.like.length === 0)
    throw new AppError('FEATURE-UNFIT', { feature: definition.name, wanted: 'alike' });
  const like = method === 'nearest' ? definition.like.map((name) => numbersOf(ingredients, name).values) : [];
  const matrix = matrixFromColumns([values, ...like]);
  const gaps = values.reduce((sum, value) => (Number.isFinite(value) ? sum : sum + 1), 0);
  const made = impute(matrix, method, { donors: donorsFor(gaps, matrix.columns), only: 0 });
  const type = feature.type === 'boolean' ? 'boolean' : 'number';
  const filled = { values: columnOf(made.matrix, 0), unit: feature.unit, type } as const;
  return madeNumber(definition, feature, filled, { filled: made.counts[0] ?? 0 });
}
