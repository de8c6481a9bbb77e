// Units in formulas: money ÷ orders is money per order, times orders money again; days cannot be added to money.
import { AppError } from '../../../../../shared/errors.ts';
import type { FeatureUnit } from '../../../../../shared/model/feature.ts';
import type { Expression, FunctionName } from './parse.ts';

const BASES = ['money', 'days', 'years', 'count'] as const;
type Base = (typeof BASES)[number];

/** Powers of the bases. `literal`: a number in the formula, which takes the unit of what it is added to. */
type Dimension = 'unknown' | 'literal' | Readonly<Record<Base, number>>;

/** What a part of a formula is: a number with its unit, a yes/no, or a text (of a category). */
export type Kind =
  | { readonly type: 'number'; readonly dimension: Dimension }
  | { readonly type: 'boolean' }
  | { readonly type: 'text' };

export interface FormulaFeature {
  readonly type: 'number' | 'boolean' | 'category';
  readonly unit: FeatureUnit;
}

const PURE: Readonly<Record<Base, number>> = { money: 0, days: 0, years: 0, count: 0 };

function dimensionOf(unit: FeatureUnit): Dimension {
  if (unit === 'none') return 'unknown';
  return unit === 'share' ? PURE : { ...PURE, [unit]: 1 };
}

/**
 * A column of money, days or years may be per thing, as an average basket is: it goes with totals, and times a number of
 * things it is a total again. So things do not count beside it, up to one for each such factor.
 */
function total(dimension: Readonly<Record<Base, number>>): Readonly<Record<Base, number>> {
  const { money, days, years, count } = dimension;
  const measured = money !== 0 || days !== 0 || years !== 0;
  return measured && count <= Math.max(0, money + days + years) ? { ...dimension, count: 0 } : dimension;
}

function same(one: Dimension, other: Dimension): boolean {
  if (typeof one === 'string' || typeof other === 'string') return true;
  const [left, right] = [total(one), total(other)];
  return BASES.every((base) => left[base] === right[base]);
}

/** The unit's name for a message; several units together are `other`. */
export function unitWord(dimension: Dimension): FeatureUnit | 'other' {
  if (typeof dimension === 'string') return 'none';
  const used = BASES.filter((base) => dimension[base] !== 0);
  if (used.length === 0) return 'share';
  const [only] = used;
  return used.length === 1 && only && dimension[only] === 1 ? only : 'other';
}

function together(one: Dimension, other: Dimension): Dimension {
  if (one === 'literal') return other;
  if (other === 'literal') return one;
  if (one === 'unknown' || other === 'unknown') return 'unknown';
  return one.count === other.count ? one : total(one);
}

function times(one: Dimension, other: Dimension, sign: 1 | -1): Dimension {
  if (one === 'unknown' || other === 'unknown') return 'unknown';
  if (other === 'literal') return one;
  const left = one === 'literal' ? PURE : one;
  const sum = (base: Base): number => left[base] + sign * other[base];
  return { money: sum('money'), days: sum('days'), years: sum('years'), count: sum('count') };
}

class Checker {
  readonly #features: (name: string) => FormulaFeature | undefined;

  constructor(features: (name: string) => FormulaFeature | undefined) {
    this.#features = features;
  }

  kind(expression: Expression): Kind {
    switch (expression.kind) {
      case 'number':
        return { type: 'number', dimension: 'literal' };
      case 'text':
        return { type: 'text' };
      case 'minus':
        return { type: 'number', dimension: this.#number(expression.of) };
      case 'feature':
        return this.#feature(expression.name, expression.at);
      case 'call':
        return this.#call(expression.name, expression.of, expression.at);
      case 'binary':
        return this.#binary(expression);
    }
  }

  #feature(name: string, at: number): Kind {
    const feature = this.#features(name);
    if (!feature) throw new AppError('FORMULA-NAME', { name, at });
    if (feature.type === 'category') return { type: 'text' };
    if (feature.type === 'boolean') return { type: 'boolean' };
    return { type: 'number', dimension: dimensionOf(feature.unit) };
  }

  /** Yes/no counts as 1/0 where a number is wanted. */
  #number(expression: Expression): Dimension {
    const kind = this.kind(expression);
    if (kind.type === 'text') throw new AppError('FORMULA-TYPE', { at: expression.at, wanted: 'number' });
    return kind.type === 'boolean' ? PURE : kind.dimension;
  }

  #condition(expression: Expression): void {
    if (this.kind(expression).type !== 'boolean')
      throw new AppError('FORMULA-TYPE', { at: expression.at, wanted: 'condition' });
  }

  #equal(of: readonly Expression[], at: number): Dimension {
    return of
      .map((one) => this.#number(one))
      .reduce((left, right) => {
        if (!same(left, right))
          throw new AppError('FORMULA-UNITS', { left: unitWord(left), right: unitWord(right), at });
        return together(left, right);
      });
  }

  #binary({ operator, left, right, at }: Extract<Expression, { kind: 'binary' }>): Kind {
    if (operator === '*' || operator === '/') {
      const sign = operator === '*' ? 1 : -1;
      return { type: 'number', dimension: times(this.#number(left), this.#number(right), sign) };
    }
    if (operator === '^') return { type: 'number', dimension: this.#power(left, right) };
    if (operator === '+' || operator === '-')
      return { type: 'number', dimension: this.#equal([left, right], at) };
    const texts = [left, right].filter((side) => this.kind(side).type === 'text');
    if (texts.length === 0) this.#equal([left, right], at);
    else if (texts.length === 1 || (operator !== '=' && operator !== '<>'))
      throw new AppError('FORMULA-TYPE', { at, wanted: texts.length === 1 ? 'same' : 'equality' });
    return { type: 'boolean' };
  }

  #power(left: Expression, right: Expression): Dimension {
    const base = this.#number(left);
    this.#number(right);
    if (typeof base === 'string') return base;
    const exponent = right.kind === 'number' && Number.isInteger(right.value) ? right.value : null;
    if (exponent === null) return same(base, PURE) ? PURE : 'unknown';
    const raised = (power: Base): number => base[power] * exponent;
    return { money: raised('money'), days: raised('days'), years: raised('years'), count: raised('count') };
  }

  #call(name: FunctionName, of: readonly Expression[], at: number): Kind {
    const [first, ...others] = of;
    if (!first) throw new AppError('FORMULA-ARGUMENTS', { name, found: 0, least: 1, at });
    if (name === 'missing') {
      this.kind(first);
      return { type: 'boolean' };
    }
    if (name === 'and' || name === 'or' || name === 'not') {
      for (const one of of) this.#condition(one);
      return { type: 'boolean' };
    }
    if (name === 'if') {
      this.#condition(first);
      if (others.every((one) => this.kind(one).type === 'boolean')) return { type: 'boolean' };
      return { type: 'number', dimension: this.#equal(others, at) };
    }
    const dimension = this.#equal(of, at);
    const kept = name !== 'log' && name !== 'sqrt';
    return { type: 'number', dimension: kept ? dimension : dimension === 'unknown' ? 'unknown' : PURE };
  }
}

/** Per order, per day: an amount stays an amount, days stay days; anything else has no unit of ours. */
function unitOf(dimension: Dimension): FeatureUnit {
  if (typeof dimension === 'string') return 'none';
  const { money, days, years, count } = total(dimension);
  if (money === 1 && days <= 0 && years <= 0 && count <= 0) return 'money';
  if (days === 1 && money === 0 && years === 0 && count <= 0) return 'days';
  if (years === 1 && money === 0 && days === 0 && count <= 0) return 'years';
  if (count === 1 && money === 0 && days === 0 && years === 0) return 'count';
  return 'none';
}

/**
 * @param features by name; undefined = there is none of that name
 * @throws AppError FORMULA-NAME, FORMULA-UNITS, FORMULA-TYPE; each with its position `at`
 */
export function checkFormula(
  expression: Expression,
  features: (name: string) => FormulaFeature | undefined,
): { readonly type: 'number' | 'boolean'; readonly unit: FeatureUnit } {
  const kind = new Checker(features).kind(expression);
  if (kind.type === 'text') throw new AppError('FORMULA-TYPE', { at: expression.at, wanted: 'number' });
  return kind.type === 'boolean'
    ? { type: 'boolean', unit: 'none' }
    : { type: 'number', unit: unitOf(kind.dimension) };
}
