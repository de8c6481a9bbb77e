// A reader of formulas, only as large as the exported ones need: + - * / >, brackets, SUM of a range, IF, names.
export type Value = number | string;
export type Formulas = ReadonlyMap<string, { readonly formula: string } | { readonly value: Value }>;

const TOKEN = /\s*(\d+\.?\d*|"[^"]*"|[A-Za-z][A-Za-z0-9]*|[-+*/(),:>])/y;

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
    if (token === 'IF' || token === 'SUM') {
      expect('(');
      const value = token === 'IF' ? choice() : total();
      expect(')');
      return value;
    }
    return evaluate(names.get(token) ?? token, cells, names);
  }
  function choice(): Value {
    const test = comparison();
    expect(',');
    // Both branches are read lazily by errors only: a division by zero gives Infinity here, and is not chosen.
    const yes = comparison();
    expect(',');
    const no = comparison();
    return test === 1 ? yes : no;
  }
  function total(): Value {
    const [, column = '', from = ''] = /^([A-Z]+)(\d+)$/.exec(take() ?? '') ?? [];
    expect(':');
    const to = /\d+$/.exec(take() ?? '')?.[0] ?? '';
    let result = 0;
    for (let row = Number(from); row <= Number(to); row++) {
      result += Number(evaluate(`${column}${row}`, cells, names));
    }
    return result;
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
