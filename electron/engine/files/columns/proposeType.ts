// The type a column's values suggest, before its header is considered.
import type { DateOrder } from '../../../../shared/model/readSettings.ts';
import type { FieldType } from '../../../../shared/model/source.ts';
import { parseBoolean } from '../values/boolean.ts';
import { parseDate } from '../values/date.ts';
import { type NumberStyle, parseNumber } from '../values/number.ts';
import type { FoundStyle } from '../values/numberStyle.ts';
import type { ColumnProfile } from './profile.ts';

type ReasonCode =
  | 'dateShape'
  | 'numberShape'
  | 'moneyShape'
  | 'booleanWords'
  | 'fewDistinct'
  | 'allDistinct'
  | 'leadingZeros'
  | 'longText'
  | 'constant'
  | 'empty';

export interface ProposedType {
  readonly type: FieldType;
  readonly reason: ReasonCode;
  readonly confidence: number;
}

const TYPED_SHARE = 0.9;
const FEW_DISTINCT = 50;
const LONG_TEXT = 60;
const MOST_ANSWERS = 12;
/** An integer with more digits than a number holds exactly is an identifier. */
function isInexact(text: string): boolean {
  return /^\s*[-+]?\d{16,}\s*$/.test(text) && !Number.isSafeInteger(Number(text));
}

/** `1E5` or `00E0` is a code as likely as a number. */
const EXPONENT_CODE = /^\d+[eE]\d+$/;

/** The share of values that one of the styles reads; a column may mix both until the analyst has chosen. */
function numberShare(profile: ColumnProfile, styles: readonly NumberStyle[]): number {
  let count = 0;
  for (const text of profile.values) {
    const isNumber = styles.some((style) => typeof parseNumber(text, style) === 'number');
    if (isNumber && !EXPONENT_CODE.test(text)) count++;
  }
  return count / profile.filled;
}

function stylesOf({ style, ask, mixed }: FoundStyle): readonly NumberStyle[] {
  if (ask === undefined && mixed !== true) return [style];
  return [style, style.decimal === '.' ? { decimal: ',', thousands: '.' } : { decimal: '.', thousands: ',' }];
}

function dateShare(profile: ColumnProfile, order: DateOrder): number {
  let count = 0;
  for (const text of profile.values) if (typeof parseDate(text, order) === 'number') count++;
  return count / profile.filled;
}

function looksLikeMoney(profile: ColumnProfile, style: NumberStyle): boolean {
  if (profile.currency > profile.filled * 0.5) return true;
  const cents = profile.values.filter((text) => text.trim().at(-3) === style.decimal);
  return cents.length > profile.filled * 0.8;
}

/** Yes and no both occur, in whatever words: `Y`, `да` and `1` mean the same. */
function saysBoth(distinct: ReadonlyMap<string, number>): boolean {
  const answers = new Set([...distinct.keys()].map(parseBoolean));
  return distinct.size <= MOST_ANSWERS && answers.has(true) && answers.has(false);
}

/** Proposes a type from the values alone. */
export function proposeType(profile: ColumnProfile, found: FoundStyle, order: DateOrder): ProposedType {
  const { filled, distinct } = profile;
  if (filled === 0) return { type: 'text', reason: 'empty', confidence: 0.3 };
  const few =
    distinct.size <= FEW_DISTINCT &&
    (distinct.size <= filled * 0.5 || (distinct.size <= 3 && distinct.size < filled));
  if (profile.leadingZeros > filled * 0.05) {
    const dates = profile.dateLike === filled;
    if (!dates) return { type: few ? 'category' : 'text', reason: 'leadingZeros', confidence: 0.9 };
  }
  if (profile.booleans === filled && saysBoth(distinct)) {
    return { type: 'boolean', reason: 'booleanWords', confidence: 0.9 };
  }
  if (profile.dateLike >= filled * TYPED_SHARE && dateShare(profile, order) >= TYPED_SHARE * 0.9) {
    return { type: 'date', reason: 'dateShape', confidence: profile.dateLike / filled };
  }
  const numbers = numberShare(profile, stylesOf(found));
  if (numbers >= TYPED_SHARE && !profile.values.some(isInexact)) {
    const money = looksLikeMoney(profile, found.style);
    return {
      type: money ? 'money' : 'number',
      reason: money ? 'moneyShape' : 'numberShape',
      confidence: numbers,
    };
  }
  if (distinct.size === 1 && filled > 3) return { type: 'category', reason: 'constant', confidence: 0.6 };
  if (few) return { type: 'category', reason: 'fewDistinct', confidence: 0.8 };
  if (profile.meanLength > LONG_TEXT) return { type: 'text', reason: 'longText', confidence: 0.8 };
  return { type: 'text', reason: distinct.size === filled ? 'allDistinct' : 'longText', confidence: 0.6 };
}
