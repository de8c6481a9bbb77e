// Numbers as people write them: currency signs, percent, thousands groups, parentheses or a trailing minus.
import { isMissingValue } from './missing.ts';

export interface NumberStyle {
  readonly decimal: '.' | ',';
  readonly thousands: '' | '.' | ',' | ' ' | "'";
}

const CURRENCY_WORDS =
  /^(?:r\$|us\$|usd|eur|brl|gbp|rub|руб|р|chf|pln|mxn|ars|cop|clp|\p{Sc})\.?\s*|\s*(?:usd|eur|brl|gbp|rub|руб|р|chf|pln|mxn|ars|cop|clp|\p{Sc})\.?$/giu;
const APOSTROPHES = /[’‘`´]/g;
const SPACES = /[\s\u00A0\u202F\u2009\u2007]/g;
const MINUSES = /[\u2212\u2013\u2012\uFE63\uFF0D]/g;

/** Only ASCII digits, one dot, a leading minus, and short enough to need no further check. */
function isPlain(text: string, decimal: string): boolean {
  const size = text.length;
  if (size === 0 || size > 15) return false;
  let at = text.charCodeAt(0) === 45 ? 1 : 0;
  if (at === size) return false;
  let digits = 0;
  let dots = 0;
  for (; at < size; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 46 && dots === 0 && decimal === '.') dots = 1;
    else return false;
  }
  return digits > 0;
}

/**
 * Reads a number. Pure; independent of the machine's locale. `12 %` is 0.12; `(5)` and `5-` are -5.
 * Thousands groups must be of three digits, so `12,34` is not read with ',' as thousands separator.
 * @returns the value; null when the cell is missing (empty or a null word); undefined when it is no finite number.
 * @example parseNumber('R$ 1.234,50', { decimal: ',', thousands: '.' }) // 1234.5
 */
export function parseNumber(text: string, style: NumberStyle): number | null | undefined {
  if (isPlain(text, style.decimal)) return Number(text) + 0;
  if (isMissingValue(text)) return null;
  return parseWritten(text, style);
}

function parseWritten(text: string, style: NumberStyle): number | undefined {
  let rest = text.trim().replace(MINUSES, '-');
  let negative = false;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  }
  const sign = /^[+-]/.exec(rest)?.[0];
  if (sign !== undefined) {
    if (negative) return undefined;
    negative = sign === '-';
    rest = rest.slice(1).trim();
  }
  rest = rest.replace(CURRENCY_WORDS, '');
  const percent = rest.endsWith('%');
  if (percent) rest = rest.slice(0, -1).trim();
  if (sign === undefined && !negative && (rest.endsWith('-') || rest.startsWith('-'))) {
    negative = true;
    rest = rest.startsWith('-') ? rest.slice(1).trim() : rest.slice(0, -1).trim();
  }
  const digits = normalise(rest, style);
  if (digits === undefined) return undefined;
  const value = Number(digits);
  if (!Number.isFinite(value)) return undefined;
  const scaled = percent ? value / 100 : value;
  return negative && scaled !== 0 ? -scaled : scaled;
}

/** The digits with '.' as decimal separator and no groups, or undefined. */
function normalise(text: string, { decimal, thousands }: NumberStyle): string | undefined {
  const plain = text.replace(APOSTROPHES, "'");
  const exponentAt = plain.search(/[eE]/);
  const mantissa = exponentAt === -1 ? plain : plain.slice(0, exponentAt);
  const exponent = exponentAt === -1 ? '' : plain.slice(exponentAt);
  if (exponent !== '' && !/^[eE][+-]?\d{1,3}$/.test(exponent)) return undefined;
  const decimalAt = mantissa.lastIndexOf(decimal);
  const whole = decimalAt === -1 ? mantissa : mantissa.slice(0, decimalAt);
  const fraction = decimalAt === -1 ? '' : mantissa.slice(decimalAt + 1);
  if (!/^\d*$/.test(fraction)) return undefined;
  const joined = ungroup(whole, thousands);
  if (joined === undefined || joined + fraction === '') return undefined;
  return `${joined === '' ? '0' : joined}${fraction === '' ? '' : `.${fraction}`}${exponent}`;
}

function ungroup(whole: string, thousands: NumberStyle['thousands']): string | undefined {
  if (/^\d*$/.test(whole)) return whole;
  if (thousands === '') return undefined;
  const groups = (thousands === ' ' ? whole.replace(SPACES, ' ') : whole).split(thousands);
  const fits = groups.every((group, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  return fits ? groups.join('') : undefined;
}
