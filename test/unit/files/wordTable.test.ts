// Numbering the texts of a column against a Map of strings, and packing cells in every width of their lengths.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packText, PackedText } from '../../../electron/engine/db/packedText.ts';
import { WordTable } from '../../../electron/engine/files/cells/wordTable.ts';

/** The number of each text as the table gives it, and the table's texts. */
function numbered(texts: readonly string[]): { codes: number[]; words: string[] } {
  const table = new WordTable();
  const codes = texts.map((text) => {
    const bytes = Buffer.from(`<${text}>`);
    const known = table.find(bytes, 1, bytes.length - 1);
    const code = table.add(bytes, 1, bytes.length - 1);
    if (known !== -1 && known !== code) throw new Error(`${text} is ${known} and ${code}`);
    bytes.fill(0); // the memory of a text is used again
    return code;
  });
  const words: string[] = [];
  table.each(0, table.size, (bytes, start, end) =>
    words.push(Buffer.from(bytes.subarray(start, end)).toString()),
  );
  return { codes, words };
}

function expected(texts: readonly string[]): { codes: number[]; words: string[] } {
  const known = new Map<string, number>();
  const codes = texts.map((text) => known.get(text) ?? (known.set(text, known.size), known.size - 1));
  return { codes, words: [...known.keys()] };
}

describe('the texts of a column', () => {
  const number = fc.integer({ min: 0, max: 3000 }).map(String);
  const key = fc.oneof(
    { weight: 20, arbitrary: number.map((digits) => `C${digits}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('C007', 'c1', 'C', 'C1x', '12', 'C999999999', 'C1234567890', 'é1'),
    },
  );

  it('are numbered in the order first met, whatever they look like', () => {
    for (const text of [number, key, fc.string({ minLength: 1, maxLength: 4 })])
      fc.assert(
        fc.property(fc.array(text, { maxLength: 400 }), (texts) => {
          const wellFormed = texts.map((one) => one.toWellFormed());
          expect(numbered(wellFormed)).toEqual(expected(wellFormed));
        }),
        { numRuns: 100, seed: 4 },
      );
  });

  it('may be many numbers, rising, falling or far apart', () => {
    for (const step of [1, -1, 7, 1009]) {
      const texts = Array.from({ length: 100_000 }, (_, at) => String(500_000_000 + step * at));
      const twice = [...texts, ...texts];
      expect(JSON.stringify(numbered(twice))).toBe(JSON.stringify(expected(twice)));
    }
  });
});

describe('packed cells', () => {
  it.each([[3], [254], [255], [65_534], [65_535], [70_000]])('with a cell of %i bytes', (longest) => {
    const cells = ['', null, 'x'.repeat(longest), 'é', null, 'end'];
    const packed = new PackedText(packText(cells));
    expect(Array.from({ length: packed.rows }, (_, row) => packed.text(row))).toEqual(cells);
  });
});
