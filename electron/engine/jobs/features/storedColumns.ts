// The columns of a features run, as ingredients of the features that are defined from them.
import { readColumn, readStrings } from '../../db/columns.ts';
import { codesColumn, levelsColumn, numberColumn } from '../../db/featureTable.ts';
import type { FeatureFacts } from '../../db/featureTable.ts';
import type { ReadDb } from '../../db/open.ts';
import type { Ingredient, Ingredients } from './ingredients.ts';

type Stored = Pick<FeatureFacts, 'name' | 'type' | 'unit' | 'criterion'>;

/** @param features those stored so far; read anew at each look, so that later ones are found, too */
export function storedIngredients(
  db: ReadDb,
  runId: number,
  customers: number,
  features: readonly Stored[],
): Ingredients {
  const columnOf = ({ name, type }: Stored): Ingredient['column'] => {
    if (type !== 'category')
      return () => ({
        values: readColumn(db, runId, numberColumn(name), 'float64') ?? new Float64Array(customers).fill(NaN),
      });
    return () => ({
      codes: readColumn(db, runId, codesColumn(name), 'int32') ?? new Int32Array(customers).fill(-1),
      levels: readStrings(db, runId, levelsColumn(name)),
    });
  };
  return {
    customers,
    find: (name) => {
      const stored = features.find((one) => one.name === name);
      if (!stored) return undefined;
      const { type, unit, criterion } = stored;
      return { name, type, unit, criterion, column: columnOf(stored) };
    },
  };
}
