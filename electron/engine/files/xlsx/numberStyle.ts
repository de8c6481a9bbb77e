// What a number format says about reading the number. Pure: it is also used where workbooks are read by other means.
import { type DigitFormat, digitFormat } from '../sheets/digitFormat.ts';

/** A number is read as it is stored, as a date, or with what its format shows beside it. */
export type NumberStyle = 'stored' | 'date' | DigitFormat;

/**
 * True when a format code shows a date or a time of day. Quoted and escaped text, colours and locales do not count;
 * elapsed time (`[h]:mm`) is an amount of time and stays a number.
 */
export function isDateFormat(code: string): boolean {
  const [positive = ''] = code.split(';');
  if (/\[(?:h+|m+|s+)\]/i.test(positive)) return false;
  const bare = positive
    .replace(/"[^"]*"/g, '')
    .replace(/\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '');
  if (/general/i.test(bare)) return false;
  return (
    /[ymdhs]/i.test(bare.replace(/e[+-]/gi, '')) && !/[0#?]{1}(?!\d)/.test(bare.replace(/s[.,]0+/gi, 's'))
  );
}

export function numberStyleOf(code: string): NumberStyle {
  return isDateFormat(code) ? 'date' : (digitFormat(code) ?? 'stored');
}
