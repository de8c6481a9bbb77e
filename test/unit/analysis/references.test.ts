// Bands and shares as people write them, in a small table or pasted.
import { expect, test } from 'vitest';
import { bandLevel, bandsBetween, bandsOf } from '../../../shared/model/referenceBands.ts';
import { pastedRows, readShareRows } from '../../../shared/model/referenceRows.ts';

test('bands in five languages', () => {
  const open = (from: number | null, to: number | null) => ({ from, to });
  expect(bandsOf(['under 18', '18–24', '25-34', '35 to 44', '45+'])).toEqual([
    open(null, 18),
    open(18, 25),
    open(25, 35),
    open(35, 45),
    open(45, null),
  ]);
  expect(bandsOf(['até 17', '18 a 24', '65 e mais'])).toEqual([open(null, 17), open(18, 25), open(65, null)]);
  expect(bandsOf(['до 18', '18–24 года', '65 и старше', 'от 70'])).toEqual([
    open(null, 18),
    open(18, 25),
    open(65, null),
    open(70, null),
  ]);
  expect(bandsOf(['menos de 18', '18-24 años', '65 y más'])).toEqual([
    open(null, 18),
    open(18, 25),
    open(65, null),
  ]);
  expect(bandsOf(['menys de 18', '65 i més'])).toEqual([open(null, 18), open(65, null)]);
});

test('bands that share their ends do not overlap, and what is no band is none', () => {
  expect(bandsOf(['0–10', '10–20', '20–30'])).toEqual([
    { from: 0, to: 10 },
    { from: 10, to: 20 },
    { from: 20, to: 31 },
  ]);
  expect(bandsOf(['0.5–1.5', '3', 'women', '30–20', ''])).toEqual([
    { from: 0.5, to: 1.5 },
    { from: 3, to: 4 },
    null,
    null,
    null,
  ]);
});

test('bands are written so that they can be read back', () => {
  const bands = bandsBetween([18, 25, 26]);
  const levels = bands.map((band) => bandLevel(band, true));
  expect(levels).toEqual(['<18', '18–24', '25', '26+']);
  expect(bandsOf(levels)).toEqual(bands);
  expect(bandsBetween([0.5, 1.5]).map((band) => bandLevel(band, false))).toEqual(['<0.5', '0.5–1.5', '1.5+']);
});

test('pasted columns: header and total left out, what cannot be read is named', () => {
  const read = readShareRows(
    'x',
    pastedRows('Age\tShare\n18–24\t12,5%\n25–34\tmany\n35+\t87,5%\nTotal\t100,0%'),
  );
  expect(read).toEqual({
    name: 'x',
    rows: [
      { level: '18–24', share: 12.5 },
      { level: '35+', share: 87.5 },
    ],
    total: 100,
    unreadable: [{ line: 3, text: '25–34 · many' }],
  });
});

test('numbers by the convention of the whole column', () => {
  const shares = (text: string) => readShareRows('', pastedRows(text)).rows.map(({ share }) => share);
  expect(shares('a;1.200\nb;3.400')).toEqual([1200, 3400]);
  expect(shares('a;1.200\nb;3.45')).toEqual([1.2, 3.45]);
  expect(shares('a\t1,234,567\nb\t2,000')).toEqual([1_234_567, 2000]);
  expect(shares('a\t1 234,5\nb\t7')).toEqual([1234.5, 7]);
  expect(shares('North: 40\nSouth: 60')).toEqual([40, 60]);
  expect(shares('a\t0.125\nb\t0.875')).toEqual([0.125, 0.875]);
});

test('nothing, one column, and rows without words', () => {
  expect(readShareRows('', [])).toEqual({ name: '', rows: [], total: 0, unreadable: [] });
  expect(readShareRows('', pastedRows('one\ntwo')).unreadable).toEqual([{ line: 2, text: 'two' }]);
});
