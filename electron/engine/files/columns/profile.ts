// What the sampled values of one column look like: counts by shape, distinct values, conventions.
import type { DateOrder } from '../../../../shared/model/readSettings.ts';
import { parseBoolean } from '../values/boolean.ts';
import { isEmail, isMobileShape, isStreet, phoneShape } from '../values/contact.ts';
import { numericDateParts, parseDate } from '../values/date.ts';
import { type IdentityKind, identityNumber } from '../values/identityNumbers.ts';
import { isMissingValue } from '../values/missing.ts';
import { addEvidence, noEvidence, type StyleEvidence } from '../values/numberStyle.ts';

/** Counts over the filled values of a column, so shares are of `filled`. */
export interface ColumnProfile {
  readonly values: readonly string[];
  readonly sampled: number;
  readonly filled: number;
  readonly distinct: ReadonlyMap<string, number>;
  readonly style: StyleEvidence;
  readonly dateLike: number;
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly eitherOrder: number;
  readonly dotted: number;
  readonly booleans: number;
  readonly emails: number;
  readonly phones: number;
  readonly plainPhones: number;
  readonly leadingZeros: number;
  readonly currency: number;
  /** Of the different values, how many pass which check digits. */
  readonly identity: ReadonlyMap<IdentityKind, number>;
  /** Plain digits that have the shape of a mobile number of Brazil or Russia. */
  readonly mobiles: number;
  readonly streets: number;
  readonly meanLength: number;
}

const LEADING_ZERO = /^0\d+$/;
const CURRENCY = /\p{Sc}|r\$|руб/iu;

interface DateCounts {
  dateLike: number;
  dayFirst: number;
  monthFirst: number;
  eitherOrder: number;
  dotted: number;
}

function countDate(counts: DateCounts, text: string): void {
  const parts = numericDateParts(text);
  const dmy = parseDate(text, 'dmy');
  const mdy = parts === undefined ? undefined : parseDate(text, 'mdy');
  const ymd = parts === undefined ? undefined : parseDate(text, 'ymd');
  const isDate = typeof dmy === 'number' || typeof mdy === 'number' || typeof ymd === 'number';
  if (!isDate) return;
  counts.dateLike++;
  if (parts === undefined) return;
  if (parts.separator === '.') counts.dotted++;
  if (typeof dmy === 'number' && typeof mdy === 'number') {
    if (parts.first !== parts.second) counts.eitherOrder++;
  } else if (typeof dmy === 'number') counts.dayFirst++;
  else if (typeof mdy === 'number') counts.monthFirst++;
}

/** Profiles the cells of one column; absent cells are ''. `isMissing`: which words are no value. */
export function profileColumn(
  cells: readonly string[],
  isMissing: (text: string) => boolean = isMissingValue,
): ColumnProfile {
  const values = cells.filter((cell) => cell.trim() !== '' && !isMissing(cell));
  const distinct = new Map<string, number>();
  const style = noEvidence();
  const dates: DateCounts = { dateLike: 0, dayFirst: 0, monthFirst: 0, eitherOrder: 0, dotted: 0 };
  const identity = new Map<IdentityKind, number>();
  const counts = {
    booleans: 0,
    emails: 0,
    phones: 0,
    plainPhones: 0,
    leadingZeros: 0,
    currency: 0,
    mobiles: 0,
    streets: 0,
  };
  let characters = 0;
  for (const cell of values) {
    const text = cell.trim();
    characters += text.length;
    distinct.set(text, (distinct.get(text) ?? 0) + 1);
    addEvidence(style, text);
    countDate(dates, text);
    if (typeof parseBoolean(text) === 'boolean') counts.booleans++;
    if (isEmail(text)) counts.emails++;
    const phone = phoneShape(text);
    if (phone === 'marked') counts.phones++;
    else if (phone === 'plain') counts.plainPhones++;
    if (LEADING_ZERO.test(text)) counts.leadingZeros++;
    if (CURRENCY.test(text)) counts.currency++;
    if (isMobileShape(text)) counts.mobiles++;
    if (isStreet(text)) counts.streets++;
  }
  for (const text of distinct.keys()) {
    const kind = identityNumber(text);
    if (kind !== undefined) identity.set(kind, (identity.get(kind) ?? 0) + 1);
  }
  const filled = values.length;
  const meanLength = filled === 0 ? 0 : characters / filled;
  return {
    values,
    sampled: cells.length,
    filled,
    distinct,
    style,
    ...dates,
    ...counts,
    identity,
    meanLength,
  };
}

/** How the dates of a column are ordered; `ask` when both readings are possible or both occur. */
export interface FoundDateOrder {
  readonly order: DateOrder;
  readonly confidence: number;
  readonly ask: boolean;
  readonly sure: boolean;
}

/** `fallback`: what other columns of the file say. Dots are written day first everywhere. */
export function dateOrderOf(
  profile: ColumnProfile,
  fallback: DateOrder | undefined,
): FoundDateOrder | undefined {
  const { dayFirst, monthFirst, eitherOrder, dotted } = profile;
  const numeric = dayFirst + monthFirst + eitherOrder;
  if (numeric === 0) return undefined;
  if (dayFirst > 0 && monthFirst > 0) {
    const order = dayFirst >= monthFirst ? 'dmy' : 'mdy';
    const minority = Math.min(dayFirst, monthFirst) / (dayFirst + monthFirst);
    return { order, confidence: 1 - minority, ask: minority > 0.02, sure: false };
  }
  if (dayFirst > 0) return { order: 'dmy', confidence: 1, ask: false, sure: true };
  if (monthFirst > 0) return { order: 'mdy', confidence: 1, ask: false, sure: true };
  if (dotted === profile.dateLike) return { order: 'dmy', confidence: 0.95, ask: false, sure: false };
  if (fallback === 'dmy' || fallback === 'mdy')
    return { order: fallback, confidence: 0.8, ask: false, sure: false };
  return { order: 'dmy', confidence: 0.5, ask: true, sure: false };
}
