// A reader of formulas, only as large as the exported rules need: IF, AND, OR, NOT, ISNUMBER, EXACT, `>=`, `<`, `<>`,
// `&`, texts, numbers and columns of this row. An empty cell is ''.
export type Cell = number | string | boolean;

const TOKEN =
  /(\[@\[(?:'.|[^'\]])*\]\])|("(?:[^"]|"")*")|(>=|<>|[<(),&])|([A-Z]+)(?=\()|(-?[\d.]+(?:e[-+]?\d+)?)/gy;

type Token = { readonly kind: 'column' | 'text' | 'mark' | 'name' | 'number'; readonly text: string };

function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  const body = formula.trim().slice(1);
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(body);
    if (!found) throw new Error(`not a formula at ${body.slice(at, at + 20)}`);
    const [text, column, quoted, mark, name] = found;
    if (column !== undefined)
      tokens.push({ kind: 'column', text: column.slice(3, -2).replaceAll(/'(.)/g, '$1') });
    else if (quoted !== undefined)
      tokens.push({ kind: 'text', text: quoted.slice(1, -1).replaceAll('""', '"') });
    else tokens.push({ kind: mark !== undefined ? 'mark' : name !== undefined ? 'name' : 'number', text });
  }
  return tokens;
}

const FUNCTIONS: Readonly<Record<string, (args: readonly Cell[]) => Cell>> = {
  IF: ([test, yes, no]) => (test === true ? yes! : no!),
  AND: (args) => args.every((one) => one === true),
  OR: (args) => args.includes(true),
  NOT: ([one]) => one !== true,
  ISNUMBER: ([one]) => typeof one === 'number',
  EXACT: ([one, other]) => String(one) === String(other),
};

/** A text is larger than any number and an empty cell counts as 0, as in the programs. */
function compare(left: Cell, sign: string, right: Cell): boolean {
  if (sign === '<>') return left !== right;
  if (typeof right !== 'number') throw new Error('only numbers are compared');
  const value = left === '' ? 0 : typeof left === 'number' ? left : Infinity;
  return sign === '>=' ? value >= right : value < right;
}

/** What the formula gives for one row. */
export function evaluateRule(formula: string, row: Readonly<Record<string, Cell>>): Cell {
  const tokens = tokensOf(formula);
  let at = 0;
  const expect = (mark: string): void => {
    if (tokens[at++]?.text !== mark) throw new Error(`no ${mark}`);
  };
  function atom(): Cell {
    const { kind, text } = tokens[at++]!;
    if (kind === 'column') {
      if (!(text in row)) throw new Error(`no column ${text}`);
      return row[text]!;
    }
    if (kind === 'text') return text;
    if (kind === 'number') return Number(text);
    expect('(');
    const args = [expression()];
    while (tokens[at]?.text === ',' && tokens[at]?.kind === 'mark') {
      at++;
      args.push(expression());
    }
    expect(')');
    return FUNCTIONS[text]!(args);
  }
  function expression(): Cell {
    let left = atom();
    while (tokens[at]?.kind === 'mark' && tokens[at]!.text === '&') {
      at++;
      left = `${String(left)}${String(atom())}`;
    }
    const sign = tokens[at];
    if (sign?.kind !== 'mark' || !['>=', '<', '<>'].includes(sign.text)) return left;
    at++;
    return compare(left, sign.text, atom());
  }
  const value = expression();
  if (at !== tokens.length) throw new Error('something is left over');
  return value;
}
