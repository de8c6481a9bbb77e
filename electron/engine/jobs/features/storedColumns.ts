// The columns of a features run, as ingredients of the features that are defined from them.
import { openColumn, readColumn, readStrings } from '../../db/columns.ts';
import { codesColumn, levelsColumn, numberColumn } from '../../db/featureTable.ts';
import type { FeatureFacts } from '../../db/featureTable.ts';
import type { ReadDb } from '../../db/open.ts';
import type { Ingredient, Ingredients } from './ingredients.ts';

type Stored = Pick<FeatureFacts, 'name' | 'type' | 'unit' | 'criterion'>;

/** Which customers: all, the first so many (quick: only they are read), or those of a sample. */
export type Rows = 'all' | number | Int32Array;

type Column = 'float64' | 'int32';

function read<T extends Column>(db: ReadDb, runId: number, name: string, type: T, rows: Rows) {
  if (typeof rows === 'number') return openColumn(db, runId, name, type)(rows).slice();
  const all = readColumn(db, runId, name, type);
  if (rows === 'all' || !all) return all;
  const missing = type === 'float64' ? NaN : -1;
  return type === 'float64'
    ? Float64Array.from(rows, (row) => all[row] ?? missing)
    : Int32Array.from(rows, (row) => all[row] ?? missing);
}

/** @param features those stored so far; read anew at each look, so that later ones are found, too */
export function storedIngredients(
  db: ReadDb,
  runId: number,
  customers: number,
  features: readonly Stored[],
  rows: Rows = 'all',
): Ingredients {
  const count =
    rows === 'all' ? customers : typeof rows === 'number' ? Math.min(rows, customers) : rows.length;
  const taken = typeof rows === 'number' ? count : rows;
  const columnOf = ({ name, type }: Stored): Ingredient['column'] => {
    if (type !== 'category')
      return () => {
        const values = read(db, runId, numberColumn(name), 'float64', taken);
        return { values: values instanceof Float64Array ? values : new Float64Array(count).fill(NaN) };
      };
    return () => {
      const codes = read(db, runId, codesColumn(name), 'int32', taken);
      const levels = readStrings(db, runId, levelsColumn(name));
      return { codes: codes instanceof Int32Array ? codes : new Int32Array(count).fill(-1), levels };
    };
  };
  return {
    customers: count,
    find: (name) => {
      const stored = features.find((one) => one.name === name);
      if (!stored) return undefined;
      const { type, unit, criterion } = stored;
      return { name, type, unit, criterion, column: columnOf(stored) };
    },
  };
}
