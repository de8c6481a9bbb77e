// A formula as a tree: numbers, features, + − × ÷ ^, comparisons, and/or/not and a few functions. Nothing of it is ever run
// as code.
import { AppError } from '../../../../../shared/errors.ts';
import { inFormula, isConnective } from '../../../../../shared/model/formulaName.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';

/** How many arguments each function takes: from, to. */
export const FUNCTIONS = {
  min: [2, 20],
  max: [2, 20],
  abs: [1, 1],
  log: [1, 1],
  sqrt: [1, 1],
  round: [1, 1],
  if: [3, 3],
  and: [2, 20],
  or: [2, 20],
  not: [1, 1],
  missing: [1, 1],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type FunctionName = keyof typeof FUNCTIONS;

export type Operator = '+' | '-' | '*' | '/' | '^' | Comparison;
export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '<>';

export type Expression = { readonly at: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'feature'; readonly name: string }
  | { readonly kind: 'minus'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Expression[] }
);

const MAX_DEPTH = 60;
const LEVELS: readonly (readonly string[])[] = [
  ['<', '<=', '>', '>=', '=', '<>'],
  ['+', '-'],
  ['*', '/'],
];

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const expression = this.#or();
    if (this.#token.kind !== 'end') throw this.#unexpected();
    return expression;
  }

  get #token(): Token {
    return this.#tokens[this.#next]!;
  }

  #unexpected({ kind, text, at }: Token = this.#token, wanted: 'value' | 'parenthesis' = 'value'): AppError {
    if (kind === 'end') return new AppError('FORMULA-ENDS', { wanted, at });
    return new AppError('FORMULA-SYNTAX', { found: text, at });
  }

  #is(...signs: readonly string[]): boolean {
    return this.#token.kind === 'sign' && signs.includes(this.#token.text);
  }

  #isWord(word: 'and' | 'or' | 'not'): boolean {
    return this.#token.kind === 'name' && this.#token.text.toLowerCase() === word;
  }

  #closeParenthesis(): void {
    if (!this.#is(')')) throw this.#unexpected(this.#token, 'parenthesis');
    this.#next++;
  }

  #or(): Expression {
    return this.#connected('or', () => this.#connected('and', () => this.#not()));
  }

  /** As SQL: comparisons bind the tightest, then not, then and, then or. */
  #connected(name: 'and' | 'or', part: () => Expression): Expression {
    const first = part();
    if (!this.#isWord(name)) return first;
    const { at } = this.#token;
    const of = [first];
    while (this.#isWord(name)) {
      this.#next++;
      of.push(part());
    }
    return { kind: 'call', name, of, at };
  }

  /** `not (…)` is the function, which takes what its parentheses hold, so that `not(a) + not(b)` counts. */
  #not(): Expression {
    const { at } = this.#token;
    const next = this.#tokens[this.#next + 1];
    if (!this.#isWord('not') || (next?.kind === 'sign' && next.text === '(')) return this.#level(0);
    this.#next++;
    return { kind: 'call', name: 'not', of: [this.#not()], at };
  }

  /** Left to right; a comparison of comparisons is refused by the check of types. */
  #level(level: number): Expression {
    const signs = LEVELS[level];
    if (!signs) return this.#signed();
    let left = this.#level(level + 1);
    while (this.#is(...signs)) {
      const { text, at } = this.#token;
      this.#next++;
      left = { kind: 'binary', operator: text as Operator, left, right: this.#level(level + 1), at };
    }
    return left;
  }

  #signed(): Expression {
    if (++this.#depth > MAX_DEPTH) throw this.#unexpected();
    try {
      const { at } = this.#token;
      if (this.#is('+')) {
        this.#next++;
        return this.#signed();
      }
      if (this.#is('-')) {
        this.#next++;
        return { kind: 'minus', of: this.#signed(), at };
      }
      return this.#power();
    } finally {
      this.#depth--;
    }
  }

  /** 2 ^ −1 and 2 ^ 3 ^ 2 = 2 ^ 9 as usual; −x ^ 2 is −(x ^ 2). */
  #power(): Expression {
    const left = this.#atom();
    if (!this.#is('^')) return left;
    const { at } = this.#token;
    this.#next++;
    return { kind: 'binary', operator: '^', left, right: this.#signed(), at };
  }

  #atom(): Expression {
    const token = this.#token;
    this.#next++;
    const { text, at } = token;
    if (token.kind === 'number') return { kind: 'number', value: Number(text), at };
    if (token.kind === 'text') return { kind: 'text', text, at };
    if (token.kind === 'quoted') return { kind: 'feature', name: text.trim(), at };
    if (token.kind === 'name' && this.#is('(')) return this.#call(token);
    if (token.kind === 'name' && !isConnective(text)) return { kind: 'feature', name: text, at };
    if (token.kind !== 'sign' || text !== '(') throw this.#unexpected(token);
    const inside = this.#or();
    this.#closeParenthesis();
    return inside;
  }

  #call({ text, at }: Token): Expression {
    const name = (Object.keys(FUNCTIONS) as FunctionName[]).find((known) => known === text.toLowerCase());
    if (!name) throw new AppError('FORMULA-NAME', { name: text, at });
    const of: Expression[] = [];
    do {
      this.#next++;
      if (of.length === 0 && this.#is(')')) break;
      of.push(this.#or());
    } while (this.#is(','));
    this.#closeParenthesis();
    const [least, most] = FUNCTIONS[name];
    if (of.length < least || of.length > most)
      throw new AppError('FORMULA-ARGUMENTS', { name, found: of.length, least, at });
    return { kind: 'call', name, of, at };
  }
}

/**
 * Features stand by their name or, where that has spaces or signs, as `[name]`; texts in double quotes.
 * @example parseFormula('if(frequency > 1 and not recency > 90, monetary / frequency, 0)')
 * @throws AppError FORMULA-SYNTAX, FORMULA-ENDS, FORMULA-NAME (an unknown function), FORMULA-ARGUMENTS; each with its
 * position `at`
 */
export function parseFormula(formula: string): Expression {
  return new Parser(tokensOf(formula)).whole();
}

/** The features that it needs, each once, in the order in which they stand. */
export function featuresIn(expression: Expression): readonly string[] {
  const names = new Set<string>();
  const visit = (one: Expression): void => {
    if (one.kind === 'feature') names.add(one.name);
    if (one.kind === 'minus') visit(one.of);
    if (one.kind === 'call') one.of.forEach(visit);
    if (one.kind !== 'binary') return;
    visit(one.left);
    visit(one.right);
  };
  visit(expression);
  return [...names];
}

/**
 * The formula with features called otherwise; the rest of the text stays as it was written.
 * @param spelt the name that takes the place of one that stands at a position
 */
export function respell(formula: string, spelt: (name: string, at: number) => string): string {
  const tokens = tokensOf(formula);
  let respelt = '';
  let copied = 0;
  tokens.forEach(({ kind, text, at }, index) => {
    const next = tokens[index + 1];
    const isWord = kind === 'name' && (isConnective(text) || (next?.kind === 'sign' && next.text === '('));
    if ((kind !== 'name' && kind !== 'quoted') || isWord) return;
    const name = text.trim();
    const other = spelt(name, at);
    if (other === name) return;
    respelt += formula.slice(copied, at - 1) + (kind === 'quoted' ? `[${other}]` : inFormula(other));
    copied = at - 1 + text.length + (kind === 'quoted' ? 2 : 0);
  });
  return respelt + formula.slice(copied);
}
