// Which of the stored numbers say nearly the same, over blocks of their rows.
import type { Feature } from '../../../../shared/model/feature.ts';
import { createCorrelationTally } from '../../analysis/stats.ts';
import { openColumn } from '../../db/columns.ts';
import { numberColumn } from '../../db/featureTable.ts';
import type { ReadDb } from '../../db/open.ts';
import { twinsOf } from './describe.ts';

const ROWS_PER_BLOCK = 65_536;
/** Of many columns fewer rows at a time: 64 MB. */
const VALUES_PER_BLOCK = 8_388_608;
/** Of so many numbers every pair of every customer would take minutes: 1,990 of 3,000 customers took two. */
const MANY_NUMBERS = 200;
const PAIR_ROWS = 200_000_000;
/** So few tell |r| ≥ 0.9 from less to two hundredths. */
const FEWEST_ROWS = 100;

/** Every how many rows correlations look at one. */
function strideOf(numbers: number, customers: number): number {
  if (numbers <= MANY_NUMBERS) return 1;
  const rows = Math.max(FEWEST_ROWS, Math.floor((2 * PAIR_ROWS) / numbers ** 2));
  return Math.max(1, Math.floor(customers / rows));
}

/**
 * The correlations go over the stored columns in blocks of rows; of very many numbers, over some of the rows.
 * @param from only features from this one on are looked at, against all before them
 */
export function* storedTwins(
  db: ReadDb,
  runId: number,
  features: readonly Pick<Feature, 'name' | 'type'>[],
  customers: number,
  from = 0,
): Generator<void, Map<string, Feature['twin']>> {
  const isNumber = ({ type }: Pick<Feature, 'type'>): boolean => type !== 'category';
  const names = features.filter(isNumber).map(({ name }) => name);
  const first = features.slice(0, from).filter(isNumber).length;
  if (first === names.length) return new Map();
  const columns = names.map((name) => openColumn(db, runId, numberColumn(name), 'float64'));
  const tally = createCorrelationTally(names.length, first);
  const stride = strideOf(names.length, customers);
  const block = Math.min(ROWS_PER_BLOCK, Math.ceil(VALUES_PER_BLOCK / Math.max(1, names.length)));
  for (let start = 0; start < customers; start += block) {
    const rows = Math.min(block, customers - start);
    const chosen = (part: Float64Array): Float64Array =>
      stride === 1 ? part : part.filter((_, row) => (start + row) % stride === 0);
    yield* tally.add(
      columns.map((next) => chosen(next(rows))),
      null,
    );
  }
  return twinsOf(names, tally.finish());
}
