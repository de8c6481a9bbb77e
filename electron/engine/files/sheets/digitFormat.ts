// Number formats that show a whole number as more than its digits: postcodes and ids (`00000`, `000-000`), or units
// (`0" kg"`). Decimals, thousands, percent, currencies and conditions are ways to write an amount, which stays a number.

/** A literal, or the placeholder of one digit. */
type Token = { readonly literal: string } | { readonly pads: boolean };

/** How whole numbers are shown. */
export interface DigitFormat {
  readonly tokens: readonly Token[];
  /** Every number has all its digits, and no unit: what is shown is the code that is meant. */
  readonly isCode: boolean;
  /** Sections of the format: negative numbers and zero may have their own, which are not looked at. */
  readonly sections: number;
}

const COLOUR_OR_LOCALE = /^\[(?:\$-[^\]]*|black|blue|cyan|green|magenta|red|white|yellow|color ?\d+)\]$/i;
/** Next piece of a format: bracket, quoted text, escaped or padding character, General, or one character. */
const PIECE = /\[[^\]]*\]|"[^"]*"|\\.|_.|general|./giu;
const UNIT = /[\p{L}%°]/u;
const GROUPS_ONLY = /^[\s.,'’]*$/;
const WHOLE = /^-?\d{1,15}$/;

const literalOf = (token: Token): string => ('literal' in token ? token.literal : '');

function tokenOf(piece: string): Token | null | undefined {
  if (piece.startsWith('[')) return COLOUR_OR_LOCALE.test(piece) ? undefined : null;
  if (piece.startsWith('"') && piece.length > 1) return { literal: piece.slice(1, -1) };
  if (piece.startsWith('\\') && piece.length > 1) return { literal: piece.slice(1) };
  if (piece.startsWith('_') && piece.length > 1) return { literal: ' ' };
  if (piece === '0') return { pads: true };
  if (piece === '#' || /^general$/i.test(piece)) return { pads: false };
  return /^[-+():\s\u00A0]$/.test(piece) ? { literal: piece } : null;
}

/** Cuts at the semicolons outside quotes. */
function sectionsOf(code: string): readonly string[] {
  return code.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;|$)/gu) ?? [];
}

/**
 * What a number format (ECMA-376 part 1, 18.8.31) makes of whole numbers.
 * @returns null for formats that add nothing to the digits, or that write an amount
 */
export function digitFormat(code: string): DigitFormat | null {
  const sections = sectionsOf(code);
  const tokens: Token[] = [];
  for (const piece of sections[0]?.match(PIECE) ?? []) {
    const token = tokenOf(piece);
    if (token === null) return null;
    if (token !== undefined) tokens.push(token);
  }
  const digits = tokens.filter((token) => 'pads' in token);
  const zeros = digits.filter((token) => token.pads).length;
  const literals = tokens.map(literalOf).join('');
  if (digits.length === 0 || /\p{Sc}/u.test(literals)) return null;
  if (zeros < 2 && GROUPS_ONLY.test(literals)) return null;
  const suffix = tokens.slice(tokens.findLastIndex((token) => 'pads' in token) + 1);
  const isCode = zeros >= 2 && zeros === digits.length && !UNIT.test(suffix.map(literalOf).join(''));
  return { tokens, isCode, sections: sections.length };
}

/** A number as its format shows it; null where that is the number itself, or not to be told. @param stored as text */
export function shownBy({ tokens, sections }: DigitFormat, stored: string): string | null {
  if (!WHOLE.test(stored)) return null;
  const isNegative = stored.startsWith('-');
  if ((isNegative && sections > 1) || (stored === '0' && sections > 2)) return null;
  let rest = isNegative ? stored.slice(1) : stored;
  const first = tokens.findIndex((token) => 'pads' in token);
  const firstZero = tokens.findIndex((token) => 'pads' in token && token.pads);
  if (rest === '0' && firstZero === -1) rest = '';
  let shown = '';
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined || 'literal' in token) shown = (token?.literal ?? '') + shown;
    else if (at === first) shown = (rest === '' && firstZero === first ? '0' : rest) + shown;
    else {
      const digit = rest.slice(-1);
      // Right of a zero every placeholder is one.
      shown = (digit === '' && firstZero !== -1 && at >= firstZero ? '0' : digit) + shown;
      rest = rest.slice(0, -1);
    }
  }
  const text = `${isNegative ? '-' : ''}${shown.trim()}`;
  return text === stored ? null : text;
}

/**
 * The same told from the text beside a stored number, for formats that keep the shown text in the file.
 * @param pads the cell's format asks for more than one digit, and for neither decimals nor thousands
 */
export function shownBeside(
  stored: string,
  shown: string,
  pads: boolean,
): { readonly shown: string; readonly isCode: boolean } | null {
  if (!/^\d{1,15}$/.test(stored) || shown === stored) return null;
  const digits = shown.replace(/\D/g, '');
  if (digits.replace(/^0+(?=\d)/, '') !== stored) return null;
  const literals = shown.replace(/\d/g, '');
  const isPadded = pads || digits.length > stored.length;
  if (/\p{Sc}/u.test(literals) || (!isPadded && GROUPS_ONLY.test(literals))) return null;
  const suffix = /\D*$/.exec(shown)?.[0] ?? '';
  return { shown, isCode: isPadded && !UNIT.test(suffix) };
}
