// Plain numbers straight from a cell's bytes. What is not plain (currencies, percent, exponents, odd spaces) is left to
// values/number.ts; where this gives an answer it is the same one.
import type { NumberStyle } from '../values/number.ts';

const MINUS = 45;
const ZERO = 48;
/** Up to 15 digits a double holds the whole number exactly, and so the quotient is rounded once: as `Number` does it. */
const MOST_DIGITS = 15;
const POWERS = Float64Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);
/** Stands for a separator that is not there. */
const NONE = -1;

export interface ByteStyle {
  readonly decimal: number;
  readonly thousands: number;
}

export function byteStyle({ decimal, thousands }: NumberStyle): ByteStyle {
  const grouped = thousands === '.' || thousands === ',' || thousands === "'";
  return {
    decimal: decimal.charCodeAt(0),
    thousands: grouped && thousands !== decimal ? thousands.charCodeAt(0) : NONE,
  };
}

/** The number at `start`..`end`; NaN when it is not plain. */
export function plainNumber(bytes: Uint8Array, start: number, end: number, style: ByteStyle): number {
  const { decimal, thousands } = style;
  let at = start;
  const negative = bytes[at] === MINUS;
  if (negative) at++;
  let value = 0;
  let digits = 0;
  let point = -1;
  /** Digits since the last thousands separator; −1 before the first. */
  let group = -1;
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits++;
      if (group >= 0 && point < 0) group++;
    } else if (byte === decimal && point < 0) {
      point = digits;
    } else if (byte === thousands && point < 0) {
      if (group < 0 ? digits < 1 || digits > 3 : group !== 3) return NaN;
      group = 0;
    } else return NaN;
  }
  if (digits === 0 || digits > MOST_DIGITS || (group >= 0 && group !== 3)) return NaN;
  if (point >= 0) value /= POWERS[digits - point] as number;
  return negative && value !== 0 ? -value : value;
}
