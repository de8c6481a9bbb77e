// Dates as people write them, to the milliseconds of their wall time; no time zone is ever applied.
import type { DateOrder } from '../../../../shared/model/readSettings.ts';
import { isMissingValue } from './missing.ts';
import { MONTHS } from './monthNames.ts';

const OLDEST_YEAR = 1600;
const NEWEST_YEAR = 2199;
/** Two-digit years up to this one are of this century. */
const PIVOT = 68;

const NUMERIC = /^(\d{1,4})([-./\s])(\d{1,2})\2(\d{1,4})(?:(?:[T,]|\s)\s*(.+))?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/;
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?(?:m\.?)?\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?$/i;
const WORDY_DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|º|er)?[\s\-/.]*(?:de\s+|d['’]\s*|of\s+)?(\p{L}+)\.?[\s\-/.,]*(?:de\s+|del\s+)?(\d{4}|\d{2})(?:\s*г\.?)?(?:[,\s]+(.+))?$/iu;
const WORDY_MONTH_FIRST = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[,\s]+(.+))?$/iu;

/** The date parts of a numeric date before its order is decided; `sure` when the year comes first. */
export interface NumericDateParts {
  readonly first: number;
  readonly second: number;
  readonly separator: string;
}

/** The two leading numbers of a `d/m/y` or `m/d/y` cell, for finding out the order; undefined for other shapes. */
export function numericDateParts(text: string): NumericDateParts | undefined {
  const match = NUMERIC.exec(text.trim());
  if (match === null || (match[1] ?? '').length > 2) return undefined;
  return { first: Number(match[1]), second: Number(match[3]), separator: match[2] ?? '' };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return digits.length === 4 ? year : Number.NaN;
  return year <= PIVOT ? 2000 + year : 1900 + year;
}

function epochMs(year: number, month: number, day: number, dayMs: number | undefined): number | undefined {
  if (dayMs === undefined || !(year >= OLDEST_YEAR && year <= NEWEST_YEAR)) return undefined;
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  const ms = Date.UTC(year, month - 1, day);
  return new Date(ms).getUTCDate() === day ? ms + dayMs : undefined;
}

/** Milliseconds since midnight; the zone of an ISO time is read and left aside: the wall time counts. */
function timeOfDay(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return 0;
  const match = TIME.exec(text.trim());
  if (match === null) return undefined;
  let hours = Number(match[1]);
  const half = match[5]?.toLowerCase();
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half === 'p' ? 12 : 0);
  }
  const minutes = Number(match[2]);
  const seconds = Number(match[3] ?? 0);
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const fraction = match[4] === undefined ? 0 : Math.floor(Number(`0.${match[4]}`) * 1000);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction;
}

function parseNumeric(match: RegExpExecArray, order: DateOrder): number | undefined {
  const [, a = '', , b = '', c = '', time] = match;
  const dayMs = timeOfDay(time);
  if (a.length > 2) return c.length > 2 ? undefined : epochMs(fullYear(a), Number(b), Number(c), dayMs);
  // Two digits throughout in a year-first column: yy-mm-dd.
  if (order === 'ymd' && c.length <= 2) return epochMs(fullYear(a), Number(b), Number(c), dayMs);
  const dayFirst = order !== 'mdy';
  return epochMs(fullYear(c), Number(dayFirst ? b : a), Number(dayFirst ? a : b), dayMs);
}

function parseWordy(text: string): number | undefined {
  const dayFirst = WORDY_DAY_FIRST.exec(text);
  const match = dayFirst ?? WORDY_MONTH_FIRST.exec(text);
  if (match === null) return undefined;
  const [, a = '', b = '', year = '', time] = match;
  const month = MONTHS.get((dayFirst === null ? a : b).toLowerCase());
  if (month === undefined) return undefined;
  return epochMs(fullYear(year), month, Number(dayFirst === null ? b : a), timeOfDay(time));
}

/** `yyyy-mm-dd` with optional ` hh:mm:ss`: the shape of most exports, read without a regular expression. */
function parseIso(text: string): number | undefined {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const size = text.length;
  if (size !== 10 && size !== 19) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (size === 10) return epochMs(year, month, day, 0);
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return undefined;
  const between = text.charCodeAt(10);
  const hours = digits(text, 11, 2);
  const minutes = digits(text, 14, 2);
  const seconds = digits(text, 17, 2);
  if ((between !== 32 && between !== 84) || !(hours < 24 && minutes < 60 && seconds < 60)) return undefined;
  return epochMs(year, month, day, ((hours * 60 + minutes) * 60 + seconds) * 1000);
}

function digits(text: string, from: number, length: number): number {
  let value = 0;
  for (let i = from; i < from + length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * Reads a date or date and time. Year-first dates are read whatever the order; `dateOrder` decides 03/04/2026.
 * Years 1600 to 2199; two-digit years 00–68 are 20xx. A zone (`Z`, `+02:00`) is ignored: wall time is kept.
 * @returns milliseconds since 1970 of the wall time taken as UTC; null when missing; undefined when no such date.
 * @example parseDate('31.12.2024 8:05', 'dmy') // Date.UTC(2024, 11, 31, 8, 5)
 */
export function parseDate(text: string, dateOrder: DateOrder): number | null | undefined {
  const iso = parseIso(text);
  if (iso !== undefined) return iso;
  if (isMissingValue(text)) return null;
  const trimmed = text.trim();
  if (trimmed.length > 60) return undefined;
  const numeric = NUMERIC.exec(trimmed);
  if (numeric !== null) return parseNumeric(numeric, dateOrder);
  const compact = COMPACT.exec(trimmed);
  if (compact !== null) {
    const [, year = '', month, day, h = '0', m = '0', s = '0'] = compact;
    const dayMs = timeOfDay(`${h.padStart(2, '0')}:${m.padStart(2, '0')}:${s.padStart(2, '0')}`);
    return epochMs(Number(year), Number(month), Number(day), dayMs);
  }
  return parseWordy(trimmed);
}
