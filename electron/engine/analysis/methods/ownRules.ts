// Segments by the analyst's own rules: OR of groups of conditions; the first rule that fits takes the customer.
import { AppError } from '../../../../shared/errors.ts';
import type {
  OwnCondition,
  OwnSegment,
  RuleCounts,
  RuleSettings,
} from '../../../../shared/model/division.ts';
import { classDivision, clustersOf } from './classes.ts';
import type { LevelColumn, MethodInput, MixedTable } from './input.ts';
import type { RuleModel, Solution } from './solution.ts';

type Test = (row: number) => boolean;

/** @throws AppError `FEATURE-UNKNOWN` */
function testOf(table: MixedTable, condition: OwnCondition): Test {
  const { feature } = condition;
  const values = table.numbers.find((one) => one.name === feature)?.values;
  if (values) return numberTest(values, condition);
  const category = table.categories.find((one) => one.name === feature);
  if (category) return levelTest(category, condition);
  throw new AppError('FEATURE-UNKNOWN', { feature });
}

function numberTest(values: Float64Array, condition: OwnCondition): Test {
  if ('value' in condition) return comparison(values, condition.op, condition.value);
  if ('values' in condition) {
    const wanted = new Set(condition.values.map(Number));
    const is = condition.op === 'is';
    return (row) => !Number.isNaN(values[row]!) && wanted.has(values[row]!) === is;
  }
  const missing = condition.op === 'missing';
  return (row) => Number.isNaN(values[row]!) === missing;
}

/** NaN compares false: whoever has no value fits none of these. */
function comparison(values: Float64Array, op: '>=' | '>' | '<=' | '<', limit: number): Test {
  switch (op) {
    case '>=':
      return (row) => values[row]! >= limit;
    case '>':
      return (row) => values[row]! > limit;
    case '<=':
      return (row) => values[row]! <= limit;
    case '<':
      return (row) => values[row]! < limit;
  }
}

/** A comparison of sizes never fits a category. */
function levelTest({ codes, levels }: LevelColumn, condition: OwnCondition): Test {
  if ('value' in condition) return () => false;
  if (!('values' in condition)) {
    const missing = condition.op === 'missing';
    return (row) => codes[row]! < 0 === missing;
  }
  const wanted = new Set(condition.values.map(String));
  const fits = levels.map((level) => wanted.has(level) === (condition.op === 'is'));
  return (row) => codes[row]! >= 0 && fits[codes[row]!]!;
}

/** The rows a rule fits, whatever stands before it. @throws AppError `FEATURE-UNKNOWN` */
function segmentTest(table: MixedTable, { any }: Pick<OwnSegment, 'any'>): Test {
  const groups = any.map((group) => group.map((condition) => testOf(table, condition)));
  return (row) => groups.some((group) => group.every((test) => test(row)));
}

function classesOf(table: MixedTable, segments: readonly Pick<OwnSegment, 'any'>[]): Int16Array {
  const tests = segments.map((segment) => segmentTest(table, segment));
  return Int16Array.from({ length: table.rows }, (_, row) => {
    const first = tests.findIndex((test) => test(row));
    return first < 0 ? tests.length : first;
  });
}

/**
 * How many rows each rule fits, and gets as the first one that fits.
 * @throws AppError `FEATURE-UNKNOWN`
 */
export function countRules(
  table: MixedTable,
  segments: readonly Pick<OwnSegment, 'any'>[],
): Omit<RuleCounts, 'customers'> {
  const tests = segments.map((segment) => segmentTest(table, segment));
  const rules = segments.map(() => ({ fits: 0, takes: 0 }));
  let overlapping = 0;
  let others = 0;
  for (let row = 0; row < table.rows; row++) {
    let fitting = 0;
    for (const [at, test] of tests.entries()) {
      if (!test(row)) continue;
      rules[at]!.fits += 1;
      if (fitting++ === 0) rules[at]!.takes += 1;
    }
    if (fitting > 1) overlapping += 1;
    if (fitting === 0) others += 1;
  }
  return { rules, overlapping, others };
}

/** Whom no rule takes is in the last class, "Others". @throws AppError `FEATURE-UNKNOWN` */
export function ownRules({ table }: MethodInput, { segments }: RuleSettings): Solution {
  const { k, labels, sizes, clusters } = classDivision(classesOf(table, segments), segments.length + 1);
  const model: RuleModel = { method: 'rules', segments: segments.map(({ any }) => ({ any })), clusters };
  return { k, labels, sizes, model, facts: { classes: clusters } };
}

/** By the stored rules. @throws AppError `FEATURE-UNKNOWN` */
export function assignRules({ segments, clusters }: RuleModel, table: MixedTable): Int16Array {
  return clustersOf(classesOf(table, segments), clusters);
}
