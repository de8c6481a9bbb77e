// Screenshots with at most 256 colours: a third of the size that the browser writes, and the eye sees no difference.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS = 256;
/** Colours kept exactly: surfaces, lines and text; the rest are means of what is left, such as points over points. */
const EXACT = 96;

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** 0xRRGGBB per pixel, row by row. */
  readonly rgb: Uint32Array;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const byLeft = Math.abs(guess - left);
  const byUp = Math.abs(guess - up);
  const byCorner = Math.abs(guess - corner);
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
}

/** Undoes the row filters in place. `line` is bytes per row without the filter byte. */
function unfilter(raw: Buffer, height: number, line: number, step: number): void {
  for (let y = 0; y < height; y++) {
    const start = y * (line + 1) + 1;
    const filter = raw[start - 1] ?? 0;
    for (let x = 0; x < line; x++) {
      const at = start + x;
      const left = x >= step ? (raw[at - step] ?? 0) : 0;
      const up = y > 0 ? (raw[at - line - 1] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (raw[at - line - 1 - step] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      raw[at] = ((raw[at] ?? 0) + guess) & 255;
    }
  }
}

/** Reads a PNG of 8 bits per channel, RGB or RGBA, not interlaced: what browsers write. Opacity is dropped. */
export function readPng(png: Buffer): Pixels {
  const parts: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const step = png[25] === 6 ? 4 : 3;
  const raw = inflateSync(Buffer.concat(parts));
  unfilter(raw, height, width * step, step);
  const rgb = new Uint32Array(width * height);
  for (let pixel = 0; pixel < rgb.length; pixel++) {
    const at = pixel * step + Math.floor(pixel / width) + 1;
    rgb[pixel] = raw.readUIntBE(at, 3);
  }
  return { width, height, rgb };
}

const channels = (rgb: number): readonly [number, number, number] => [rgb >> 16, (rgb >> 8) & 255, rgb & 255];

/** The most frequent colours as they are, then the means of the fullest bins of the others. */
function choosePalette(counts: ReadonlyMap<number, number>): readonly number[] {
  const byCount = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (byCount.length <= COLOURS) return byCount.map(([rgb]) => rgb);
  const bins = new Map<number, [number, number, number, number]>();
  for (const [rgb, count] of byCount.slice(EXACT)) {
    const [r, g, b] = channels(rgb);
    const key = ((r >> 5) << 6) | ((g >> 5) << 3) | (b >> 5);
    const [sr, sg, sb, n] = bins.get(key) ?? [0, 0, 0, 0];
    bins.set(key, [sr + r * count, sg + g * count, sb + b * count, n + count]);
  }
  const means = [...bins.values()]
    .toSorted((a, b) => b[3] - a[3])
    .slice(0, COLOURS - EXACT)
    .map(([r, g, b, n]) => (Math.round(r / n) << 16) | (Math.round(g / n) << 8) | Math.round(b / n));
  return [...byCount.slice(0, EXACT).map(([rgb]) => rgb), ...means];
}

function nearest(palette: readonly number[], rgb: number): number {
  const [r, g, b] = channels(rgb);
  let best = 0;
  let least = Infinity;
  palette.forEach((candidate, index) => {
    const [cr, cg, cb] = channels(candidate);
    const distance = (cr - r) ** 2 + (cg - g) ** 2 + (cb - b) ** 2;
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The same picture with at most 256 colours; lossless when it has no more than that. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, rgb } = readPng(png);
  const counts = new Map<number, number>();
  for (const colour of rgb) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = choosePalette(counts);
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc(height * (width + 1));
  rgb.forEach((colour, pixel) => {
    rows[pixel + Math.floor(pixel / width) + 1] = places.get(colour) ?? 0;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [...channels(colour)]));
  const image = chunk('IDAT', deflateSync(rows, { level: 9 }));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    image,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
