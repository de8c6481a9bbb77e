// Categories as columns of 0 and 1, with a guard against columns of hundreds of levels.
import { createMatrix, type Matrix } from './matrix.ts';

/** A category per row as a number into a list of level names kept elsewhere; −1 = missing. */
export interface CategoryColumn {
  readonly codes: Int32Array;
  readonly levels: number;
}

export interface OneHot {
  /** rows × (kept levels, then "other" if any level was folded into it); missing rows are NaN. */
  readonly matrix: Matrix;
  /** Level of each column in order of frequency, most frequent first; null = "other". */
  readonly columnLevels: readonly (number | null)[];
  /** Rows whose level went into "other". */
  readonly otherRows: number;
  readonly missingRows: number;
}

export const MAX_ONE_HOT_LEVELS = 12;

/**
 * One column per level. Above `maxLevels` levels in use, the most frequent ones keep a column and
 * the rest share "other"; ties go to the lower code. Levels that no row has get no column.
 */
export function oneHot(category: CategoryColumn, maxLevels = MAX_ONE_HOT_LEVELS): OneHot {
  const counts = new Int32Array(category.levels);
  let missingRows = 0;
  for (const code of category.codes) {
    if (code < 0) missingRows++;
    else counts[code]! += 1;
  }
  const used = Array.from(counts.keys()).filter((level) => counts[level]! > 0);
  used.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const kept = used.slice(0, maxLevels);
  const hasOther = used.length > kept.length;
  const columnLevels: (number | null)[] = hasOther ? [...kept, null] : kept;
  const columnOfLevel = new Int32Array(category.levels).fill(kept.length);
  kept.forEach((level, column) => {
    columnOfLevel[level] = column;
  });
  const matrix = createMatrix(category.codes.length, columnLevels.length);
  let otherRows = 0;
  category.codes.forEach((code, row) => {
    const start = row * matrix.columns;
    if (code < 0) {
      matrix.values.fill(NaN, start, start + matrix.columns);
      return;
    }
    const column = columnOfLevel[code]!;
    if (column === kept.length) otherRows++;
    matrix.values[start + column] = 1;
  });
  return { matrix, columnLevels, otherRows, missingRows };
}
