// What customers buy and where: shares of a customer's rows by level of a category of the transactions.
import type { Field } from '../../../../shared/model/source.ts';
import { letGo } from '../../letGo.ts';
import { eachCustomerValue } from './customers.ts';
import type { KeyedSource } from './customers.ts';
import { categoryDraft, numberDraft } from './draft.ts';
import type { DraftFeature } from './draft.ts';
import type { ColumnParts } from './typedColumns.ts';

const MAX_MIX_LEVELS = 8;
const MIN_MIX_SHARE = 0.02;
const MAX_LEVELS = 1000;
/** Counts per customer and level are held at once: 40 MB at the most, where nobody has 255 rows or more. */
const MAX_CELLS = 40_000_000;
/** Above this share of customers with a single level, the column describes the customer (a country), not a mix. */
const ONE_LEVEL_SHARE = 0.95;
/** A share must vary between customers this many times more than draws from one common share would. */
const MIN_OVERDISPERSION = 1.5;

interface Counts {
  readonly levels: number;
  /** customers × levels */
  readonly cells: Counter['cells'];
  /** Rows per customer, and per level. */
  readonly totals: Float64Array;
  readonly overall: Float64Array;
}

interface Counter {
  cells: Uint8Array | Uint16Array | Uint32Array;
  readonly add: (cell: number) => void;
}

/** Counts in a byte each, until one of them needs more. */
function createCounter(size: number): Counter {
  let most = 0xff;
  const counter: Counter = {
    cells: new Uint8Array(size),
    add: (cell) => {
      const count = counter.cells[cell]!;
      if (count === most) {
        counter.cells = most === 0xff ? Uint16Array.from(counter.cells) : Uint32Array.from(counter.cells);
        most = most === 0xff ? 0xffff : 0xffff_ffff;
      }
      counter.cells[cell] = count + 1;
    },
  };
  return counter;
}

function countLevels(
  keyed: KeyedSource,
  codes: ColumnParts<Int32Array>,
  customers: number,
  levels: number,
): Counts {
  const counter = createCounter(customers * levels);
  const totals = new Float64Array(customers);
  const overall = new Float64Array(levels);
  eachCustomerValue(keyed, codes, (who, code = -1) => {
    if (code < 0) return;
    counter.add(who * levels + code);
    totals[who]! += 1;
    overall[code]! += 1;
  });
  return { levels, cells: counter.cells, totals, overall };
}

/** The most frequent level per customer, and whether hardly anyone with two rows or more has two levels. */
function mainLevels({ levels, cells, totals }: Counts): { main: Int32Array; stable: boolean } {
  const main = new Int32Array(totals.length).fill(-1);
  let repeated = 0;
  let single = 0;
  for (let who = 0; who < totals.length; who++) {
    const total = totals[who]!;
    if (total === 0) continue;
    const own = cells.subarray(who * levels, (who + 1) * levels);
    main[who] = own.indexOf(Math.max(...own));
    if (total < 2) continue;
    repeated++;
    if (own[main[who]!] === total) single++;
  }
  return { main, stable: repeated > 0 && single >= ONE_LEVEL_SHARE * repeated };
}

/**
 * Variance of the customers' shares over what binomial draws from the common share would give; 1 = chance.
 * Customers with a single row tell nothing about it.
 */
function overdispersion({ levels, cells, totals, overall }: Counts, level: number): number {
  const share = overall[level]! / overall.reduce((sum, count) => sum + count, 0);
  let observed = 0;
  let expected = 0;
  totals.forEach((total, who) => {
    if (total < 2) return;
    observed += (cells[who * levels + level]! / total - share) ** 2;
    expected += (share * (1 - share)) / total;
  });
  return expected > 0 ? observed / expected : 0;
}

/** A share per frequent level; or, where nearly every customer keeps to one level, that level as a category. */
export function* mixDrafts(keyed: KeyedSource, field: Field, customers: number): Generator<DraftFeature> {
  const column = keyed.columns.codes(field);
  const levels = column?.count ?? 0;
  if (!column || levels < 2 || levels > MAX_LEVELS || levels * customers > MAX_CELLS) return;
  const counts = countLevels(keyed, column.parts, customers, levels);
  const base = { builtIn: false, criterion: field.criterion ?? ('behavioural' as const) };
  const { main, stable } = mainLevels(counts);
  if (stable)
    return yield categoryDraft({ ...base, name: field.name, label: field.name }, main, column.words);
  const { cells, totals, overall } = counts;
  const all = overall.reduce((total, count) => total + count, 0);
  const frequent = [...overall.keys()].filter((level) => overall[level]! / all >= MIN_MIX_SHARE);
  frequent.sort((a, b) => overall[b]! - overall[a]! || a - b);
  for (const level of frequent.slice(0, MAX_MIX_LEVELS)) {
    const name = `${field.name}: ${column.words[level]}`;
    const values = totals.map((total, who) => (total > 0 ? cells[who * levels + level]! / total : NaN));
    const informative = overdispersion(counts, level) >= MIN_OVERDISPERSION;
    yield numberDraft({ ...base, name, label: name, unit: 'share' }, values, { informative });
    letGo(values);
  }
  letGo(cells);
  letGo(totals);
}
