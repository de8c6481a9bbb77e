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

/** The same of a table that holds few texts: they are taken from it as they come, and forgotten. */
function numberedAsStored(texts: readonly string[], mostHeld: number, every: number) {
  const table = new WordTable({ held: mostHeld, heldBytes: Infinity, numbered: Infinity, pages: Infinity });
  const words: string[] = [];
  const store = (): void => {
    table.each(words.length, table.size, (bytes, start, end) =>
      words.push(Buffer.from(bytes.subarray(start, end)).toString()),
    );
    table.forget(words.length);
  };
  const codes = texts.map((text, at) => {
    if (at % every === every - 1) store();
    const bytes = Buffer.from(text);
    const known = table.find(bytes, 0, bytes.length);
    const code = table.add(bytes, 0, bytes.length);
    if (known !== -1 && known !== code) throw new Error(`${text} is ${known} and ${code}`);
    return code;
  });
  store();
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

  it('are numbered alike when a table of many keeps only their hashes', () => {
    const word = fc.string({ minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 300 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 50 }),
        (texts, mostHeld, every) => {
          const wellFormed = texts.map((one) => one.toWellFormed());
          expect(numberedAsStored(wellFormed, mostHeld, every)).toEqual(expected(wellFormed));
        },
      ),
      { numRuns: 200, seed: 5 },
    );
    // Texts that differ in one place, and those of the same letters in another order.
    const alike = Array.from({ length: 60_000 }, (_, at) => `${'ab'.repeat(at % 7)}${at.toString(2)}-x`);
    const twice = [...alike, ...alike.toReversed()];
    expect(JSON.stringify(numberedAsStored(twice, 1000, 8192))).toBe(JSON.stringify(expected(twice)));
  });

  it('may be many numbers, rising, falling or far apart', () => {
    for (const step of [1, -1, 7, 1009]) {
      const texts = Array.from({ length: 100_000 }, (_, at) => String(500_000_000 + step * at));
      const twice = [...texts, ...texts];
      expect(JSON.stringify(numbered(twice))).toBe(JSON.stringify(expected(twice)));
    }
  });

  it('may be numbers that only seem far apart at first, and turn out not to be numbers all the same', () => {
    // Places all over three million numbers: with few of them hashed, with many as numbers.
    const spread = Array.from({ length: 300_000 }, (_, at) => `C${(at * 1_618_033) % 3_000_017}`);
    const texts = [...spread, 'C007', ...spread.slice(0, 1000), 'x'];
    expect(JSON.stringify(numbered(texts))).toBe(JSON.stringify(expected(texts)));
  });

  it('may rise over full pages, and fall back into them', () => {
    const rising = Array.from({ length: 50_000 }, (_, at) => String(at));
    const texts = [
      '9000000',
      ...rising.slice(10),
      ...rising.toReversed(),
      '16383',
      '16384',
      '49999',
      '50000',
    ];
    expect(JSON.stringify(numbered(texts))).toBe(JSON.stringify(expected(texts)));
  });
});

describe('packed cells', () => {
  it.each([[3], [254], [255], [65_534], [65_535], [70_000]])('with a cell of %i bytes', (longest) => {
    const cells = ['', null, 'x'.repeat(longest), 'é', null, 'end'];
    const packed = new PackedText(packText(cells));
    expect(Array.from({ length: packed.rows }, (_, row) => packed.text(row))).toEqual(cells);
  });
});
