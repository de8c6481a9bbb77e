// Guesses the single-byte encoding of text that is not UTF-8, by how plausible its letters are once decoded:
// common letters, Cyrillic words without Latin letters in them, capitals only at the start of a word.
import iconv from 'iconv-lite';
import { letterWeights, SINGLE_BYTE, type SingleByteEncoding } from './letterFrequency.ts';

/** The guess with a share 0..1 of how much better it is than the next. */
export interface EncodingGuess {
  readonly encoding: SingleByteEncoding;
  readonly confidence: number;
  readonly runnerUp: SingleByteEncoding;
}

/** The encodings of our five languages come first where the letters decide nothing. */
const PREFERENCE = 0.05;
const MIXED_SCRIPT = -4;
const ACCENT_RUN = -1.2;
const CAPITAL_INSIDE = -1.5;
/** Portuguese writes õ before e; anywhere else the byte is the Hungarian ő of other encodings. */
const LONE_O_TILDE = -1.5;
const O_TILDE = 0xf5;
const LETTER_E = 0x65;
const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;

interface Table {
  readonly weights: Float64Array;
  readonly letter: Uint8Array;
  readonly upper: Uint8Array;
  readonly cyrillic: boolean;
  readonly western: boolean;
}

const UPPER_HALF = Buffer.from(Array.from({ length: 128 }, (_unused, i) => 128 + i));

function tableOf(encoding: SingleByteEncoding): Table {
  const decoded = iconv.decode(UPPER_HALF, encoding);
  return {
    weights: letterWeights(encoding, decoded),
    letter: Uint8Array.from(decoded, (sign) => (LETTER.test(sign) ? 1 : 0)),
    upper: Uint8Array.from(decoded, (sign) => (UPPER.test(sign) ? 1 : 0)),
    cyrillic: encoding === 'windows-1251' || encoding === 'koi8-r',
    western: encoding === 'windows-1252' || encoding === 'iso-8859-15',
  };
}

function isAsciiLetter(byte: number): boolean {
  const lower = byte | 32;
  return lower >= 97 && lower <= 122;
}

/** Mean weight of the bytes above 127, with what their neighbours say about them. */
function plausibility(bytes: Uint8Array, table: Table): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 128) continue;
    const at = byte - 128;
    const before = bytes[i - 1] ?? 32;
    const after = bytes[i + 1] ?? 32;
    let weight = table.weights[at] ?? 0;
    if (table.letter[at] === 1) {
      const highBefore = before >= 128 && table.letter[before - 128] === 1;
      if (table.cyrillic && (isAsciiLetter(before) || isAsciiLetter(after))) weight += MIXED_SCRIPT;
      if (!table.cyrillic && highBefore) weight += ACCENT_RUN;
      if (table.western && (byte | 32) === O_TILDE && (after | 32) !== LETTER_E) weight += LONE_O_TILDE;
      const lowerBefore = highBefore ? table.upper[before - 128] === 0 : before >= 97 && before <= 122;
      if (table.upper[at] === 1 && lowerBefore) weight += CAPITAL_INSIDE;
    }
    sum += weight;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

/** The most plausible single-byte encoding of bytes that contain at least one above 127. */
export function guessSingleByte(bytes: Uint8Array): EncodingGuess {
  const scored = SINGLE_BYTE.map((encoding, order) => ({
    encoding,
    score: plausibility(bytes, tableOf(encoding)) - order * PREFERENCE,
  })).sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || second === undefined) throw new Error('no encodings to choose from');
  // A poor fit lowers the confidence whatever the others score: -1 is everyday text, -4 is noise.
  const fit = Math.min(1, Math.max(0, (best.score + 4) / 2.2));
  // Close relatives decode the letters at hand alike, so a small lead over one of them is no doubt.
  const rival = scored.find((entry) => differs(bytes, best.encoding, entry.encoding)) ?? second;
  const upper = bytes.reduce((count, byte) => count + (byte >= 128 ? 1 : 0), 0);
  const lead = Math.min(1, 0.65 + ((best.score - rival.score) * upper) / 10);
  return { encoding: best.encoding, confidence: fit * lead, runnerUp: rival.encoding };
}

function differs(bytes: Uint8Array, a: SingleByteEncoding, b: SingleByteEncoding): boolean {
  if (a === b) return false;
  const inA = iconv.decode(UPPER_HALF, a);
  const inB = iconv.decode(UPPER_HALF, b);
  return bytes.some((byte) => byte >= 128 && inA[byte - 128] !== inB[byte - 128]);
}
