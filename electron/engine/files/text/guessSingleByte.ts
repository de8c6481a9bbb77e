// Guesses the single-byte encoding of text that is not UTF-8, by how plausible its letters are once decoded: common
// letters of a language, Cyrillic words without Latin letters in them, capitals and small letters where they belong.
import iconv from 'iconv-lite';
import { iconvName } from './decodeText.ts';
import {
  type EncodingLetters,
  letterWeights,
  SINGLE_BYTE,
  type SingleByteEncoding,
} from './letterFrequency.ts';

/** The guess with a confidence 0..1, and the others from the next best on. */
export interface EncodingGuess {
  readonly encoding: SingleByteEncoding;
  readonly confidence: number;
  /** Those that read the bytes differently, best first. */
  readonly others: readonly SingleByteEncoding[];
}

const MIXED_SCRIPT = -4;
const ACCENT_RUN = -1.2;
const CAPITAL_INSIDE = -1.5;
/** `JOSå`: a small letter between capitals. */
const SMALL_INSIDE = -1.5;
/** `1á234`: what stands between digits is a space, not a letter. */
const BETWEEN_DIGITS = -1.5;
/** Portuguese writes õ before e; anywhere else the byte is the Hungarian ő of other encodings. */
const LONE_O_TILDE = -1.5;
const LETTER_E = 0x65;
/** A word repeated a thousand times is no more evidence than a few times. */
const MOST_REPEATS = 3;
/** So many letters decide; more would only take time. */
const MOST_PLACES = 4096;
const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
const UPPER_HALF = Buffer.from(Array.from({ length: 128 }, (_unused, i) => 128 + i));

interface Table {
  readonly encoding: SingleByteEncoding;
  readonly decoded: string;
  readonly letter: Uint8Array;
  readonly upper: Uint8Array;
  readonly cyrillic: boolean;
  readonly languages: readonly { readonly prior: number; readonly weights: Float64Array }[];
}

function tableOf({ encoding, prior, languages }: EncodingLetters): Table {
  const decoded = iconv.decode(UPPER_HALF, iconvName(encoding));
  return {
    encoding,
    decoded,
    letter: Uint8Array.from(decoded, (sign) => (LETTER.test(sign) ? 1 : 0)),
    upper: Uint8Array.from(decoded, (sign) => (UPPER.test(sign) ? 1 : 0)),
    cyrillic: languages.some((language) => language.letters.some(([known]) => known.includes('о'))),
    languages: languages.map((language) => ({
      prior: prior + language.prior,
      weights: letterWeights(decoded, language),
    })),
  };
}

let tables: readonly Table[] | undefined;

/** One byte above 127 with its neighbours. */
interface Place {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

function placesOf(bytes: Uint8Array): readonly Place[] {
  const places: Place[] = [];
  const seen = new Map<number, number>();
  for (let i = 0; i < bytes.length && places.length < MOST_PLACES; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 128) continue;
    const before = bytes[i - 1] ?? 32;
    const after = bytes[i + 1] ?? 32;
    const key = (before << 16) | (byte << 8) | after;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    if (times <= MOST_REPEATS) places.push({ at: byte - 128, before, after });
  }
  return places;
}

function isAsciiLetter(byte: number): boolean {
  const lower = byte | 32;
  return byte < 128 && lower >= 97 && lower <= 122;
}

const isSmall = (byte: number): boolean => byte >= 97 && byte <= 122;
const isCapital = (byte: number): boolean => byte >= 65 && byte <= 90;
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

function isUpper(byte: number, table: Table): boolean {
  return byte >= 128 ? table.upper[byte - 128] === 1 : isCapital(byte);
}

/** What the neighbours say about a letter; the same whatever the language. */
function contextWeight({ at, before, after }: Place, table: Table): number {
  if (table.letter[at] === 0) return 0;
  let weight = 0;
  const highBefore = before >= 128 && table.letter[before - 128] === 1;
  const upper = table.upper[at] === 1;
  if (table.cyrillic && (isAsciiLetter(before) || isAsciiLetter(after))) weight += MIXED_SCRIPT;
  if (!table.cyrillic && highBefore) weight += ACCENT_RUN;
  if (/[õÕ]/.test(table.decoded[at] ?? '') && (after | 32) !== LETTER_E) weight += LONE_O_TILDE;
  const smallBefore = highBefore ? table.upper[before - 128] === 0 : isSmall(before);
  if (upper && smallBefore) weight += CAPITAL_INSIDE;
  if (!upper && isUpper(before, table) && isUpper(after, table)) weight += SMALL_INSIDE;
  if (isDigit(before) && isDigit(after)) weight += BETWEEN_DIGITS;
  return weight;
}

/** log10 likelihood in the best language of the encoding. */
function scoreOf(places: readonly Place[], table: Table): number {
  const context = places.reduce((sum, place) => sum + contextWeight(place, table), 0);
  return (
    context +
    Math.max(
      ...table.languages.map(({ prior, weights }) =>
        places.reduce((sum, { at }) => sum + (weights[at] ?? 0), prior),
      ),
    )
  );
}

/** The most plausible single-byte encoding of bytes that contain at least one above 127. */
export function guessSingleByte(bytes: Uint8Array): EncodingGuess {
  tables ??= SINGLE_BYTE.map(tableOf);
  const places = placesOf(bytes);
  const scored = tables
    .map((table) => ({ table, score: scoreOf(places, table) }))
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (best === undefined) throw new Error('no encodings to choose from');
  // Close relatives that decode the letters at hand alike are no doubt and no choice.
  const readings = new Set([readingOf(places, best.table)]);
  const rivals = scored.filter(({ table }) => {
    const reading = readingOf(places, table);
    return !readings.has(reading) && readings.add(reading) !== undefined;
  });
  // A poor fit lowers the confidence whatever the others score: -1 is everyday text, -4 is noise.
  const fit = Math.min(1, Math.max(0, (best.score / Math.max(1, places.length) + 4) / 2.2));
  const lead = best.score - (rivals[0]?.score ?? Number.NEGATIVE_INFINITY);
  return {
    encoding: best.table.encoding,
    confidence: fit * Math.min(1, 0.5 + lead / 10),
    others: rivals.map(({ table }) => table.encoding),
  };
}

function readingOf(places: readonly Place[], table: Table): string {
  return places.map(({ at }) => table.decoded[at] ?? '').join('');
}
