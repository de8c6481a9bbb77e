// The usual numeric dates straight from a cell's bytes: yyyy-mm-dd with or without hh:mm:ss, and d/m/yyyy or m/d/yyyy.
// Anything else is left to values/date.ts; where this gives an answer it is the same one.
import type { DateOrder } from '../../../../shared/model/readSettings.ts';

const ZERO = 48;
const DAY_MS = 86_400_000;
const [SPACE, DASH, DOT, SLASH, COLON, T] = [32, 45, 46, 47, 58, 84];
const OLDEST_YEAR = 1600;
const NEWEST_YEAR = 2199;
const MONTH_DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `length` digits from `at` as a number; negative when one of them is none. */
function digitsAt(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let i = at; i < at + length; i++) {
    const digit = (bytes[i] as number) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function daysInMonth(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : (MONTH_DAYS[month] as number);
}

/** Days since 1970-01-01 in the Gregorian calendar; the year is taken to begin in March, so that leap days come last. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    365 * shifted +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    dayOfYear -
    719_468
  );
}

function epochMs(year: number, month: number, day: number): number {
  if (year < OLDEST_YEAR || year > NEWEST_YEAR || month < 1 || month > 12) return NaN;
  if (day < 1 || day > daysInMonth(year, month)) return NaN;
  return dayNumber(year, month, day) * DAY_MS;
}

function yearFirst(bytes: Uint8Array, start: number, size: number): number {
  const year = digitsAt(bytes, start, 4);
  const month = digitsAt(bytes, start + 5, 2);
  const day = digitsAt(bytes, start + 8, 2);
  const date = epochMs(year, month, day);
  if (size === 10) return date;
  const between = bytes[start + 10];
  if ((between !== SPACE && between !== T) || bytes[start + 13] !== COLON || bytes[start + 16] !== COLON)
    return NaN;
  const hours = digitsAt(bytes, start + 11, 2);
  const minutes = digitsAt(bytes, start + 14, 2);
  const seconds = digitsAt(bytes, start + 17, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return NaN;
  return date + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** One or two digits from `at` up to the separator; the separator's place comes back in the upper part. */
function shortNumber(bytes: Uint8Array, at: number, separator: number): number {
  const two = bytes[at + 1] !== separator;
  if (two && bytes[at + 2] !== separator) return -1;
  const value = digitsAt(bytes, at, two ? 2 : 1);
  return value < 0 ? -1 : value + (two ? 512 : 256);
}

/** Milliseconds since 1970 of the date at `start`..`end`; NaN when its shape is another or there is no such date. */
export function plainDate(bytes: Uint8Array, start: number, end: number, order: DateOrder): number {
  const size = end - start;
  if (size < 8 || size > 19) return NaN;
  if (bytes[start + 4] === DASH && bytes[start + 7] === DASH) {
    return size === 10 || size === 19 ? yearFirst(bytes, start, size) : NaN;
  }
  if (size > 10) return NaN;
  const separator = bytes[start + 1] as number;
  const sign = separator < ZERO ? separator : (bytes[start + 2] as number);
  if (sign !== SLASH && sign !== DOT && sign !== DASH) return NaN;
  const first = shortNumber(bytes, start, sign);
  if (first < 0) return NaN;
  const middle = start + (first >> 8) + 1;
  const second = shortNumber(bytes, middle, sign);
  if (second < 0) return NaN;
  const last = middle + (second >> 8) + 1;
  if (end - last !== 4) return NaN;
  const dayFirst = order !== 'mdy';
  const [a, b] = [first & 255, second & 255];
  return epochMs(digitsAt(bytes, last, 4), dayFirst ? b : a, dayFirst ? a : b);
}
