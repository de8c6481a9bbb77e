// Numbers as people type them: read by the marks of the language, written so that they are read back exactly.

export interface TypedNumbers {
  /** As one types it: the language's decimal mark, no grouping, every digit that counts; '' for NaN. */
  readonly typed: (value: number) => string;
  /**
   * What a formatter of numbers wrote or a person typed. When comma and point both stand there, the last is the
   * decimal mark; a mark that repeats is grouping; one that stands alone is grouping if the language groups by it and
   * three digits follow. Spaces and apostrophes group.
   * @returns null when it is not a number
   */
  readonly read: (text: string) => number | null;
}

type Mark = ',' | '.';

const SIGN = /^(?:\+|([-‐‑‒–—−﹣－]))\s*/u;
const APOSTROPHE = /[’ʼ]/gu;
/** Plain digits, or groups of three after one and the same mark. */
const WHOLE = /^(?:\d*|[1-9]\d{0,2}([ '.,])\d{3}(?:\1\d{3})*)$/u;
const ONE_GROUP = /^[1-9]\d{0,2}[.,]\d{3}$/u;
const DIGITS = /^\d*$/u;

/** Where the decimal mark stands; −1 = there is none. */
function decimalAt(text: string, grouping: string): number {
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')];
  const at = Math.max(comma, point);
  if (comma >= 0 && point >= 0) return at;
  const mark: Mark = comma > point ? ',' : '.';
  const repeats = text.indexOf(mark) !== at;
  return repeats || (mark === grouping && ONE_GROUP.test(text)) ? -1 : at;
}

function readNumber(text: string, grouping: string): number | null {
  const trimmed = text.trim();
  const sign = SIGN.exec(trimmed);
  const plain = trimmed
    .slice(sign?.[0].length ?? 0)
    .replace(/\s/gu, ' ')
    .replace(APOSTROPHE, "'");
  const at = decimalAt(plain, grouping);
  const [whole, rest] = at < 0 ? [plain, ''] : [plain.slice(0, at), plain.slice(at + 1)];
  if (!WHOLE.test(whole) || !DIGITS.test(rest) || whole + rest === '') return null;
  const size = Number(`${whole.replace(/\D/gu, '') || '0'}.${rest || '0'}`);
  if (!Number.isFinite(size)) return null;
  return sign?.[1] === undefined || size === 0 ? size : -size;
}

/** Writer and reader of one language. */
export function typedNumbersOf(locale: string): TypedNumbers {
  // Five digits: some languages leave four ungrouped.
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345.5);
  const grouping = parts.find(({ type }) => type === 'group')?.value ?? '';
  const format = new Intl.NumberFormat(locale, {
    useGrouping: false,
    maximumSignificantDigits: 21,
    signDisplay: 'negative',
  });
  return {
    typed: (value) => (Number.isNaN(value) ? '' : format.format(value)),
    read: (text) => readNumber(text, grouping),
  };
}
