// Whether a purchase model fits: what it foretold of a time that it had not seen, and how many customers it expects to
// come back so often. In words: fits, roughly, does not.
import { type FitVerdict, fitLevel } from '../../../../shared/model/customerValue.ts';
import { chiSquareUpper } from '../stats/chiSquare.ts';
import { bgNbdCounts } from './bgNbd.ts';
import type { BgNbdParameters } from './bgNbd.ts';
import type { PurchaseModel } from './purchaseModel.ts';
import type { PurchaseGroups, PurchaseHistory } from './purchases.ts';
import { DAYS_PER_WEEK } from './purchases.ts';

/** One line of the calibration/holdout plot: customers with so many repeated purchases before, and their mean after. */
export interface HoldoutPoint {
  /** Repeated purchases in the calibration; the last point stands for so many or more. */
  readonly repeats: number;
  readonly customers: number;
  readonly actual: number;
  readonly expected: number;
}

export interface Holdout {
  readonly actual: number;
  readonly expected: number;
  /** (expected − actual) / actual; NaN when nobody bought. */
  readonly error: number;
  readonly points: readonly HoldoutPoint[];
}

const MOST_REPEATS = 7;

const GROUPS_PER_STEP = 1_000;

/** @param future purchases (days) of each customer in the `weeks` after the calibration. Yields the share done. */
export function* compareHoldout(
  model: PurchaseModel,
  groups: PurchaseGroups,
  future: Int32Array,
  weeks: number,
): Generator<number, Holdout> {
  const points = Array.from({ length: MOST_REPEATS + 1 }, () => ({ customers: 0, actual: 0, expected: 0 }));
  const foretold = new Float64Array(groups.size);
  for (let group = 0; group < groups.size; group++) {
    const of = {
      repeats: groups.repeats[group]!,
      last: groups.lastWeeks[group]!,
      watched: groups.watchedWeeks[group]!,
    };
    foretold[group] = model.expected(of, weeks);
    if (group % GROUPS_PER_STEP === GROUPS_PER_STEP - 1) yield group / groups.size;
  }
  groups.groupOf.forEach((group, who) => {
    if (group < 0) return;
    const point = points[Math.min(MOST_REPEATS, groups.repeats[group]!)]!;
    point.customers++;
    point.actual += future[who]!;
    point.expected += foretold[group]!;
  });
  const actual = points.reduce((sum, point) => sum + point.actual, 0);
  const expected = points.reduce((sum, point) => sum + point.expected, 0);
  const means = points.map(({ customers, ...sums }, repeats) => ({
    repeats,
    customers,
    actual: sums.actual / Math.max(1, customers),
    expected: sums.expected / Math.max(1, customers),
  }));
  return {
    actual,
    expected,
    error: actual > 0 ? (expected - actual) / actual : NaN,
    points: means.filter(({ customers }) => customers > 0),
  };
}

/** Purchases of each customer after the calibration: days in the whole time less days until its end. */
export function futurePurchases(calibration: PurchaseHistory, whole: PurchaseHistory): Int32Array {
  return whole.repeats.map((all, who) =>
    calibration.repeats[who]! < 0 ? 0 : all - calibration.repeats[who]!,
  );
}

export interface FrequencyFit {
  /** Customers with 0, 1, … and at least `MOST_REPEATS` repeated purchases. */
  readonly actual: readonly number[];
  readonly expected: readonly number[];
  readonly chiSquare: number;
  readonly degrees: number;
  readonly p: number;
  /** Share of the customers that the model puts into a wrong group: 0..1. With many customers p is always small; this is not. */
  readonly misplaced: number;
}

const PARAMETERS = 4;

/** BG/NBD's expected frequency groups, over everyone's own time of observation. */
export function bgNbdFrequencies(parameters: BgNbdParameters, groups: PurchaseGroups): FrequencyFit {
  const actual = new Array<number>(MOST_REPEATS + 1).fill(0);
  const expected = new Array<number>(MOST_REPEATS + 1).fill(0);
  const byTime = new Map<number, number>();
  for (let group = 0; group < groups.size; group++) {
    const customers = groups.count[group]!;
    actual[Math.min(MOST_REPEATS, groups.repeats[group]!)]! += customers;
    const time = groups.watchedWeeks[group]!;
    byTime.set(time, (byTime.get(time) ?? 0) + customers);
  }
  for (const [time, customers] of byTime) {
    let rest = customers;
    bgNbdCounts(parameters, time, MOST_REPEATS - 1).forEach((chance, repeats) => {
      expected[repeats]! += customers * chance;
      rest -= customers * chance;
    });
    expected[MOST_REPEATS]! += rest;
  }
  const all = actual.reduce((sum, count) => sum + count, 0);
  const parts = actual.map((count, at) => (count - expected[at]!) ** 2 / Math.max(expected[at]!, 1e-9));
  const chiSquare = parts.reduce((sum, part) => sum + part, 0);
  const degrees = MOST_REPEATS - PARAMETERS;
  const off = actual.reduce((sum, count, at) => sum + Math.abs(count - expected[at]!), 0);
  return {
    actual,
    expected,
    chiSquare,
    degrees,
    p: chiSquareUpper(chiSquare, degrees),
    misplaced: all > 0 ? off / (2 * all) : 0,
  };
}

/** The worse of what was foretold of the holdout and of the groups; without a holdout nothing fits more than roughly. */
export function fitVerdict(holdoutError: number | null, misplaced: number): FitVerdict {
  const levels = [
    holdoutError === null ? 'rough' : fitLevel('error', Math.abs(holdoutError)),
    fitLevel('misplaced', misplaced),
  ];
  return levels.includes('fails') ? 'fails' : levels.includes('rough') ? 'rough' : 'fits';
}

/** Too little to fit a model to. */
export type TooLittle = 'fewRepeaters' | 'shortTime';
const MIN_REPEATERS = 100;
const MIN_WEEKS = 8;

/** Null when there is enough; without repeats nothing tells who left from who buys seldom. */
export function tooLittle({ repeats, watchedDays }: PurchaseHistory): TooLittle | null {
  let repeaters = 0;
  for (const x of repeats) if (x > 0) repeaters++;
  if (repeaters < MIN_REPEATERS) return 'fewRepeaters';
  const longest = watchedDays.reduce((high, days) => Math.max(high, days), 0);
  return longest < MIN_WEEKS * DAYS_PER_WEEK ? 'shortTime' : null;
}
