// Numbers of a sheet as text: plain shortest form with '.', serial dates as ISO wall time.

const DAY_MS = 86_400_000;
/** Serial 60 is 29 February 1900, which never was; serials before it count from one day later. */
const FALSE_LEAP_DAY = 60;
const LAST_SERIAL = 2_958_465;
const EPOCH_1900_MS = Date.UTC(1899, 11, 30);
const EPOCH_1904_MS = Date.UTC(1904, 0, 1);
const PLAIN_INTEGER = /^-?\d{1,15}$/;

/** `2.5499999999999998` becomes `2.55`: the shortest text that is the same number. Long integers stay as written. */
export function numberText(raw: string): string {
  if (PLAIN_INTEGER.test(raw)) return raw;
  const text = raw.trim();
  if (/^-?\d{16,}$/.test(text)) return text;
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? text : String(value);
}

/**
 * A serial date as `yyyy-mm-dd`, `yyyy-mm-dd hh:mm:ss`, or `hh:mm:ss` for a time without a date.
 * What is no valid serial stays the number it is. 29 February 1900 is given as written, so that it is found invalid.
 */
export function serialDateText(raw: string, date1904: boolean): string {
  const serial = Number(raw);
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_SERIAL) return numberText(raw);
  const seconds = Math.round((serial % 1) * 86_400);
  const days = Math.floor(serial) + (seconds === 86_400 ? 1 : 0);
  const time = seconds % 86_400;
  if (serial < 1 && !date1904 && days === 0) return new Date(time * 1000).toISOString().slice(11, 19);
  if (!date1904 && days === FALSE_LEAP_DAY) return time === 0 ? '1900-02-29' : `1900-02-29 ${clock(time)}`;
  const shift = !date1904 && days < FALSE_LEAP_DAY ? 1 : 0;
  const dayMs = (date1904 ? EPOCH_1904_MS : EPOCH_1900_MS) + (days + shift) * DAY_MS;
  const date = new Date(dayMs).toISOString().slice(0, 10);
  return time === 0 ? date : `${date} ${clock(time)}`;
}

function clock(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}

/** `2024-02-29T10:30:00` as `2024-02-29 10:30:00`, rounded to seconds; midnight is a date alone. */
export function isoDateText(raw: string): string {
  const [whole, fraction = ''] = raw.replace(/Z$/, '').split('.');
  const rounded = /^[5-9]/.test(fraction) ? nextSecond(whole ?? '') : whole;
  return (rounded ?? '').replace('T', ' ').replace(/ 00:00(?::00)?$/, '');
}

function nextSecond(text: string): string {
  const epochMs = Date.parse(`${text}Z`);
  return Number.isNaN(epochMs) ? text : new Date(epochMs + 1000).toISOString().slice(0, 19);
}

const A = 65;

/** The 0-based column of a reference such as `AB12`; -1 without letters; stops counting beyond any real sheet. */
export function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < 8; at++) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < A || code > A + 25) break;
    column = column * 26 + (code - A + 1);
  }
  return column - 1;
}
