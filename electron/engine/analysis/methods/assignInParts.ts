// Placing very many customers by a stored model, with checkpoints: every method places each row by itself.
import type { Checkpoint } from '../matrix.ts';
import type { MethodInput } from './input.ts';
import type { StoredModel } from './solution.ts';
import { assign } from './solve.ts';

/** Rows between two checkpoints: the slowest method (mixed data, ten segments) takes some 50 ms for them. */
const PART_ROWS = 32_768;

/** Rows `from..to−1`, without a copy. */
function partOf({ matrix, table, weights }: MethodInput, from: number, to: number): MethodInput {
  const { columns, values } = matrix;
  const part = values.subarray(from * columns, to * columns);
  return {
    matrix: { rows: to - from, columns, values: part },
    table: {
      rows: to - from,
      numbers: table.numbers.map((column) => ({ ...column, values: column.values.subarray(from, to) })),
      categories: table.categories.map((column) => ({ ...column, codes: column.codes.subarray(from, to) })),
    },
    weights: weights === null ? null : weights.subarray(from, to),
  };
}

/** As `assign`, a part of the rows at a time. @param partRows rows between two checkpoints */
export function* assignInParts(
  model: StoredModel,
  input: MethodInput,
  partRows = PART_ROWS,
): Generator<Checkpoint, Int16Array> {
  const { rows } = input.table;
  const labels = new Int16Array(rows);
  for (let from = 0; from < rows; from += partRows) {
    const to = Math.min(rows, from + partRows);
    labels.set(assign(model, partOf(input, from, to)), from);
    yield { share: to / rows };
  }
  return labels;
}
