// A formula's text cut into tokens. Positions count from 1, for people.
import { AppError } from '../../../../../shared/errors.ts';

export type Token = {
  /** `end` comes once, after the last. */
  readonly kind: 'number' | 'name' | 'quoted' | 'text' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
};

const MAX_LENGTH = 1_000;

/** Signs that people type or paste for the same operation. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['–', '-'],
  ['×', '*'],
  ['·', '*'],
  ['÷', '/'],
  [':', '/'],
  [';', ','],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '<>'],
  ['!=', '<>'],
  ['==', '='],
]);

const PATTERNS: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /\s+/uy],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy],
  ['name', /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy],
  ['quoted', /\[[^[\]]+\]/uy],
  ['text', /"[^"]*"|“[^“”]*”|«[^«»]*»/uy],
  ['sign', /<=|>=|<>|!=|==|[-+*/^(),;<>=−–×·÷:≤≥≠]/uy],
];

/** A name or text whose end is missing, or a sign that has no meaning. */
function unreadable(formula: string, at: number): AppError {
  const found = String.fromCodePoint(formula.codePointAt(at) ?? 0);
  const end = { '[': /[[\]]/u, '"': /"/u, '“': /[“”]/u, '«': /[«»]/u }[found];
  if (!end || end.test(formula.slice(at + 1))) return new AppError('FORMULA-SYNTAX', { found, at: at + 1 });
  return new AppError('FORMULA-ENDS', {
    wanted: found === '[' ? 'bracket' : 'quote',
    at: formula.length + 1,
  });
}

/** Names in brackets and texts in quotes come without them. @throws AppError FORMULA-SYNTAX, FORMULA-ENDS */
export function tokensOf(formula: string): readonly Token[] {
  if (formula.length > MAX_LENGTH) throw new AppError('FORMULA-SYNTAX', { found: '…', at: MAX_LENGTH + 1 });
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    const found = PATTERNS.map(([kind, pattern]) => {
      pattern.lastIndex = at;
      return { kind, text: pattern.exec(formula)?.[0] ?? '' };
    }).find(({ text }) => text !== '');
    if (!found) throw unreadable(formula, at);
    const { kind, text } = found;
    const bare = kind === 'quoted' || kind === 'text' ? text.slice(1, -1) : (SAME.get(text) ?? text);
    if (kind !== 'space') tokens.push({ kind, text: bare, at: at + 1 });
    at += text.length;
  }
  return [...tokens, { kind: 'end', text: '', at: formula.length + 1 }];
}
