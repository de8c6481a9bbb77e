// Numbering texts whose fingerprints wait in a file, against a Map of strings; and the bits that it counts by.
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '../../../electron/engine/files/cells/fingerprints.ts';
import { LANES } from '../../../electron/engine/files/index.ts';
import { SpilledTexts } from '../../../electron/engine/jobs/spilledTexts.ts';
import { RankedBits } from '../../../electron/engine/rankedBits.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'clientela-spilled-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Files of the folder that this process has open without a name; the system tells only on Linux. */
function nameless(): string[] {
  if (process.platform !== 'linux') return [];
  const open = readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch {
      return []; // closed meanwhile: the one that lists
    }
  });
  return open.filter((path) => path.startsWith(dir));
}

/** Null = a row whose text has a number already. */
type Texts = readonly (string | null)[];

/** Row → number, and the texts by number, as the file gives them. @param most rows of a chunk */
function spilled(texts: Texts, most: number): { codes: (number | null)[]; words: (string | null)[] } {
  const file = new SpilledTexts(join(dir, 'Shop.clientela'));
  const rows = new Int32Array(most);
  const hashes = new Int32Array(LANES * most);
  for (let from = 0; from < texts.length; from += most) {
    let held = 0;
    for (const [at, text] of texts.slice(from, from + most).entries()) {
      if (text === null) continue;
      const bytes = Buffer.from(text);
      rows[held] = from + at;
      fingerprint(bytes, 0, bytes.length, hashes, LANES * held++);
    }
    file.add(rows, hashes, held);
  }
  expect(readdirSync(dir)).toEqual([]); // it has no name while it is used
  for (const _ of file.settle(texts.length));
  const codes: (number | null)[] = texts.map(() => null);
  for (const { rows: found, numbers } of file.numbered())
    for (const [at, row] of found.entries()) codes[row] = numbers[at] as number;
  const words = texts.filter((_, row) => file.isFirst(row));
  file.close();
  return { codes, words };
}

function expected(texts: Texts): { codes: (number | null)[]; words: (string | null)[] } {
  const known = new Map<string, number>();
  const codes = texts.map((text) => {
    if (text === null) return null;
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  });
  return { codes, words: [...known.keys()] };
}

describe('texts that are numbered at the end', () => {
  it('get the numbers that a table in memory would have given them', () => {
    const text = fc.option(fc.string({ maxLength: 2 }), { freq: 4 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 300 }), fc.integer({ min: 1, max: 90 }), (some, most) => {
        const texts = some.map((one) => one?.toWellFormed() ?? null);
        expect(spilled(texts, most)).toEqual(expected(texts));
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('also when each of very many is another, and most come back', () => {
    const texts = Array.from(
      { length: 60_000 },
      (_, row) => `${(row * 7919) % 40_000}-${row % 3 ? 'a' : 'b'}`,
    );
    expect(spilled(texts, 4096)).toEqual(expected(texts));
  });

  it('leave nothing open', () => {
    const file = new SpilledTexts(join(dir, 'Shop.clientela'));
    file.add(Int32Array.of(0), Int32Array.of(1, 2, 3), 1);
    expect(nameless().length).toBe(process.platform === 'linux' ? 1 : 0);
    file.close();
    expect(nameless()).toEqual([]);
  });
});

describe('bits with ranks', () => {
  it('count what is set before a place', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 400 }), (flags) => {
        const bits = new RankedBits(flags.length);
        for (const [at, flag] of flags.entries()) if (flag) bits.set(at);
        bits.seal();
        expect(flags.map((_, at) => [bits.has(at), bits.rank(at)])).toEqual(
          flags.map((flag, at) => [flag, flags.slice(0, at).filter(Boolean).length]),
        );
        expect(bits.count).toBe(flags.filter(Boolean).length);
      }),
      { numRuns: 100, seed: 8 },
    );
  });
});
