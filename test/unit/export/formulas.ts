// A reader of formulas, only as large as the exported ones need: + - * / >, brackets, names, IF, ROUND, SQRT, SUM and
// SUMXMY2 of ranges.
export type Value = number | string;
export type Formulas = ReadonlyMap<string, { readonly formula: string } | { readonly value: Value }>;

const TOKEN = /\s*(\d+\.?\d*|"[^"]*"|SUMXMY2|[A-Za-z][A-Za-z0-9]*|[-+*/(),:>])/y;

/** The value of a cell such as `Q7`, computed from the inputs and never from stored results. */
export function evaluate(cell: string, cells: Formulas, names: ReadonlyMap<string, string>): Value {
  const found = cells.get(cell);
  if (found === undefined) throw new Error(`empty cell ${cell}`);
  if ('value' in found) return found.value;
  const tokens = tokensOf(found.formula);
  let at = 0;
  const take = () => tokens[at++];
  const expect = (token: string) => {
    if (take() !== token) throw new Error(`no ${token} in ${found.formula}`);
  };
  const product = (): Value => chain(atom, ['*', '/']);
  const sum = (): Value => chain(product, ['+', '-']);
  const comparison = (): Value => chain(sum, ['>']);
  function chain(next: () => Value, operators: readonly string[]): Value {
    let left = next();
    while (operators.includes(tokens[at] ?? '')) left = apply(take() ?? '', left, next());
    return left;
  }
  function atom(): Value {
    const token = take() ?? '';
    if (token === '(') {
      const value = comparison();
      expect(')');
      return value;
    }
    if (/^\d/.test(token)) return Number(token);
    if (token.startsWith('"')) return token.slice(1, -1);
    const call = functions[token];
    if (call !== undefined) {
      expect('(');
      const value = call();
      expect(')');
      return value;
    }
    return evaluate(names.get(token) ?? token, cells, names);
  }
  const functions: Readonly<Record<string, () => Value>> = {
    IF: () => {
      const test = comparison();
      expect(',');
      // Both branches are computed: a division by zero gives Infinity here, and is not chosen.
      const yes = comparison();
      expect(',');
      const no = comparison();
      return test === 1 ? yes : no;
    },
    ROUND: () => {
      const value = Number(comparison());
      expect(',');
      const factor = 10 ** Number(comparison());
      // As spreadsheets do: what differs from a half only beyond 15 digits is a half.
      return Math.round(Number((value * factor).toPrecision(15))) / factor;
    },
    SQRT: () => Math.sqrt(Number(comparison())),
    SUM: () => range().reduce((sum, value) => sum + value, 0),
    SUMXMY2: () => {
      const left = range();
      expect(',');
      const right = range();
      return left.reduce((sum, value, index) => sum + (value - (right[index] ?? 0)) ** 2, 0);
    },
  };
  function range(): number[] {
    const [, column = '', from = ''] = /^([A-Z]+)(\d+)$/.exec(take() ?? '') ?? [];
    expect(':');
    const to = Number(/\d+$/.exec(take() ?? '')?.[0]);
    const values: number[] = [];
    for (let row = Number(from); row <= to; row++) {
      values.push(Number(evaluate(`${column}${row}`, cells, names)));
    }
    return values;
  }
  const value = comparison();
  if (at !== tokens.length) throw new Error(`left over in ${found.formula}`);
  return value;
}

function apply(operator: string, left: Value, right: Value): Value {
  const [a, b] = [Number(left), Number(right)];
  if (operator === '*') return a * b;
  if (operator === '/') return a / b;
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  return a > b ? 1 : 0;
}

function tokensOf(formula: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const match = TOKEN.exec(formula);
    if (match?.[1] === undefined) throw new Error(`cannot read ${formula}`);
    tokens.push(match[1]);
  }
  return tokens;
}
