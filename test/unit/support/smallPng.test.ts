import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPng, smallPng } from '../../support/smallPng.ts';

/** A PNG as a browser writes it, with one row filter; the checks that viewers make are not needed here. */
function pngOf(width: number, colours: readonly number[], filter: 0 | 1 | 2 | 3 | 4): Buffer {
  const height = colours.length / width;
  const bytes = colours.flatMap((rgb) => [rgb >> 16, (rgb >> 8) & 255, rgb & 255]);
  const line = width * 3;
  const at = (y: number, x: number): number => (x < 0 || y < 0 ? 0 : (bytes[y * line + x] ?? 0));
  const guess = (y: number, x: number): number => {
    const [left, up, corner] = [at(y, x - 3), at(y - 1, x), at(y - 1, x - 3)];
    const sum = left + up - corner;
    const paeth = [left, up, corner].toSorted((a, b) => Math.abs(sum - a) - Math.abs(sum - b))[0] ?? 0;
    return [0, left, up, (left + up) >> 1, paeth][filter] ?? 0;
  };
  const rows = Array.from({ length: height }, (_, y) => [
    filter,
    ...Array.from({ length: line }, (_, x) => (at(y, x) - guess(y, x)) & 255),
  ]);
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const data = chunk('IDAT', deflateSync(Buffer.from(rows.flat())));
  return Buffer.concat([Buffer.alloc(8), chunk('IHDR', header), data]);
}

test('every row filter is undone', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff });
  const filters = fc.constantFrom(0, 1, 2, 3, 4) as fc.Arbitrary<0 | 1 | 2 | 3 | 4>;
  fc.assert(
    fc.property(fc.array(colour, { minLength: 12, maxLength: 12 }), filters, (colours, filter) => {
      expect(readPng(pngOf(4, colours, filter))).toEqual({
        width: 4,
        height: 3,
        rgb: Uint32Array.from(colours),
      });
    }),
    { seed: 1 },
  );
});

test('a picture of many colours keeps the frequent ones and at most 256', () => {
  const surface = 0x17181b;
  const other = 0x1b1d21;
  const rare = Array.from({ length: 600 }, (_, index) => (index * 27_961) & 0xffffff);
  const colours = [...new Array<number>(700).fill(surface), ...new Array<number>(700).fill(other), ...rare];
  const small = smallPng(pngOf(40, colours, 0));
  const paletteAt = small.indexOf('PLTE');
  const entries = small.readUInt32BE(paletteAt - 4) / 3;
  const palette = Array.from({ length: entries }, (_, index) =>
    small.readUIntBE(paletteAt + 4 + 3 * index, 3),
  );
  expect(entries).toBeLessThanOrEqual(256);
  expect(palette.slice(0, 2).toSorted((a, b) => a - b)).toEqual([surface, other]);
});
