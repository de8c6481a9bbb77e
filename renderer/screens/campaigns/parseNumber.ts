// Reading a number as people type it, in any of the languages.

const MINUS = /[−‒–]/gu;
const SPACE = /[\s\u00a0\u202f’']/gu;
const NUMBER = /^-?\d*\.?\d+$|^-?\d+\.$/u;

/**
 * Understands `1,234.5`, `1.234,5`, `1 234,5` and `0,08`. The last of comma and point is the decimal mark when both
 * stand there; one that stands alone is the decimal mark unless it repeats.
 * @returns null when it is not a number
 */
export function parseNumber(text: string): number | null {
  const plain = text.replace(MINUS, '-').replace(SPACE, '');
  const mark = plain.lastIndexOf(',') > plain.lastIndexOf('.') ? ',' : '.';
  const other = mark === ',' ? '.' : ',';
  const repeated = plain.indexOf(mark) !== plain.lastIndexOf(mark);
  if (repeated && plain.includes(other)) return null;
  const digits = plain.replaceAll(other, '').replaceAll(mark, repeated ? '' : '.');
  return NUMBER.test(digits) ? Number(digits) : null;
}
