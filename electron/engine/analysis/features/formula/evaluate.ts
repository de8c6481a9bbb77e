// A checked formula over columns. Missing stays missing; what has no value (÷ 0, log of 0) becomes missing and is counted.
import type { Comparison, Expression, FunctionName } from './parse.ts';

/** A feature's column. Categories have codes into their levels; −1 = missing. */
export type FormulaColumn =
  | { readonly values: Float64Array }
  | { readonly codes: Int32Array; readonly levels: readonly string[] };

export interface FormulaResult {
  /** NaN = missing; yes/no is 1/0. */
  readonly values: Float64Array;
  /** Customers with a division by zero in what was computed for them. */
  readonly dividedByZero: number;
  /** Customers with a logarithm or root of a number that has none, or a result beyond all numbers. */
  readonly undefined: number;
}

type Row = (row: number) => number;
type TextRow = (row: number) => string | null;

interface Faults {
  zero: boolean;
  none: boolean;
}

const COMPARE: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
};

const truth = (value: boolean): number => (value ? 1 : 0);

class Compiler {
  readonly #columns: (name: string) => FormulaColumn | undefined;
  readonly faults: Faults = { zero: false, none: false };

  constructor(columns: (name: string) => FormulaColumn | undefined) {
    this.#columns = columns;
  }

  number(expression: Expression): Row {
    switch (expression.kind) {
      case 'number':
        return () => expression.value;
      case 'text':
        return () => NaN;
      case 'minus': {
        const of = this.number(expression.of);
        return (row) => -of(row);
      }
      case 'feature': {
        const column = this.#columns(expression.name);
        if (!column || !('values' in column)) return () => NaN;
        const { values } = column;
        return (row) => values[row]!;
      }
      case 'binary':
        return this.#binary(expression);
      case 'call':
        return this.#call(expression.name, expression.of);
    }
  }

  /** Null: not a text. */
  #text(expression: Expression): TextRow | null {
    if (expression.kind === 'text') return () => expression.text;
    const column = expression.kind === 'feature' ? this.#columns(expression.name) : undefined;
    if (!column || !('codes' in column)) return null;
    return (row) => column.levels[column.codes[row]!] ?? null;
  }

  #binary({ operator, left, right }: Extract<Expression, { kind: 'binary' }>): Row {
    const [oneText, otherText] = [this.#text(left), this.#text(right)];
    if (oneText && otherText)
      return (row) => {
        const [one, other] = [oneText(row), otherText(row)];
        return one === null || other === null ? NaN : truth((one === other) === (operator === '='));
      };
    const [a, b] = [this.number(left), this.number(right)];
    if (operator === '+') return (row) => a(row) + b(row);
    if (operator === '-') return (row) => a(row) - b(row);
    if (operator === '*') return (row) => a(row) * b(row);
    if (operator === '/') return (row) => this.#quotient(a(row), b(row));
    if (operator === '^') return (row) => this.#defined(a(row) ** b(row), a(row), b(row));
    const holds = COMPARE[operator];
    return (row) => {
      const [one, other] = [a(row), b(row)];
      return Number.isNaN(one) || Number.isNaN(other) ? NaN : truth(holds(one, other));
    };
  }

  #quotient(one: number, other: number): number {
    if (other !== 0) return one / other;
    if (!Number.isNaN(one)) this.faults.zero = true;
    return NaN;
  }

  /** NaN or infinite although the inputs are known: has no value. */
  #defined(result: number, ...inputs: readonly number[]): number {
    if (Number.isFinite(result)) return result;
    if (!inputs.some(Number.isNaN)) this.faults.none = true;
    return NaN;
  }

  #call(name: FunctionName, of: readonly Expression[]): Row {
    const texts = name === 'missing' && of[0] ? this.#text(of[0]) : null;
    if (texts) return (row) => truth(texts(row) === null);
    const parts = of.map((one) => this.number(one));
    const [first = () => NaN, second = () => NaN, third = () => NaN] = parts;
    switch (name) {
      case 'missing':
        return (row) => truth(!Number.isFinite(first(row)));
      case 'min':
        return (row) => Math.min(...parts.map((part) => part(row)));
      case 'max':
        return (row) => Math.max(...parts.map((part) => part(row)));
      case 'abs':
        return (row) => Math.abs(first(row));
      case 'round':
        return (row) => Math.round(first(row));
      case 'log':
        return (row) => this.#one(Math.log, first(row));
      case 'sqrt':
        return (row) => this.#one(Math.sqrt, first(row));
      case 'not':
        return (row) => 1 - first(row);
      case 'and':
        return (row) => this.#several(parts, row, 0);
      case 'or':
        return (row) => this.#several(parts, row, 1);
      case 'if':
        return (row) => {
          const condition = first(row);
          return Number.isNaN(condition) ? NaN : condition !== 0 ? second(row) : third(row);
        };
    }
  }

  #one(of: (value: number) => number, value: number): number {
    return this.#defined(of(value), value);
  }

  /** As SQL: one no decides `and` even when another part is missing, one yes decides `or`. */
  #several(parts: readonly Row[], row: number, deciding: 0 | 1): number {
    let result: number = 1 - deciding;
    for (const part of parts) {
      const value = part(row);
      if (value === deciding) return deciding;
      if (Number.isNaN(value)) result = NaN;
    }
    return result;
  }
}

/** @param expression checked by `checkFormula` */
export function evaluateFormula(
  expression: Expression,
  rows: number,
  columns: (name: string) => FormulaColumn | undefined,
): FormulaResult {
  const compiler = new Compiler(columns);
  const { faults } = compiler;
  const compute = compiler.number(expression);
  const values = new Float64Array(rows);
  let dividedByZero = 0;
  let none = 0;
  for (let row = 0; row < rows; row++) {
    faults.zero = false;
    faults.none = false;
    const value = compute(row);
    const overflow = value === Infinity || value === -Infinity;
    values[row] = overflow ? NaN : value;
    if (faults.zero && Number.isNaN(value)) dividedByZero++;
    else if (overflow || (faults.none && Number.isNaN(value))) none++;
  }
  return { values, dividedByZero, undefined: none };
}
