// Arbitrary text that is rich in what breaks tables: separators, formula signs, invisible characters, halves of pairs.
import fc from 'fast-check';

const SPECIAL = [
  ...Array.from('=+-@＝＋－＠"\',;|/\\.: \t\r\n\u0000\u00A0\u200B\uFEFF\u202E\uFFFE\u0085'),
  '\uD800',
  '\uDC00',
  '👩',
  '1',
  'a',
];

export function hostileText(maxLength = 20): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.constantFrom(...SPECIAL),
    fc.nat(0xffff).map((code) => String.fromCharCode(code)),
  );
  return fc.array(unit, { maxLength }).map((units) => units.join(''));
}

/** All chunks of a stream. */
export async function collected<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
