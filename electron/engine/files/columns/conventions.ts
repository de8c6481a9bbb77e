// Decimal separator and date order, per column, with the rest of the file as the fallback where a column is silent.
import type { DateOrder } from '../../../../shared/model/readSettings.ts';
import type { NumberStyle } from '../values/number.ts';
import { chooseStyle, type FoundStyle, noEvidence } from '../values/numberStyle.ts';
import { type ColumnProfile, dateOrderOf, type FoundDateOrder, profileColumn } from './profile.ts';

/** What one column writes; `dates` is undefined where the order plays no part. */
export interface ColumnConventions {
  readonly style: FoundStyle;
  readonly dates: FoundDateOrder | undefined;
}

/** The file's own: what most columns say, and how sure the date order is. */
export interface Conventions {
  readonly columns: readonly ColumnConventions[];
  readonly style: NumberStyle;
  readonly dateOrder: DateOrder;
  readonly dateConfidence: number;
  /** Share of the values that agree with the chosen decimal separator, in the column that agrees least. */
  readonly decimalConfidence: number;
}

/** What the analyst fixed by hand. */
export interface FixedConventions {
  readonly decimal?: '.' | ',' | undefined;
  readonly thousands?: NumberStyle['thousands'] | undefined;
  readonly dateOrder?: DateOrder | undefined;
  /** As `ReadSettings.nullWords`. */
  readonly nullWords?: readonly string[] | undefined;
}

/** A column counts as numeric evidence only if most of its values are made of digits and separators. */
const NUMERIC_CELL = /^[^\p{L}]*\d[^\p{L}]*$/u;

function isNumeric(profile: ColumnProfile): boolean {
  if (profile.filled === 0 || profile.dateLike > profile.filled * 0.5) return false;
  const numeric = profile.values.filter((text) =>
    NUMERIC_CELL.test(text.replace(/r\$|us\$|eur|usd|руб\.?|р\./iu, '')),
  );
  return numeric.length >= profile.filled * 0.8;
}

function speaks(profile: ColumnProfile): boolean {
  return profile.style.dotDecimal + profile.style.commaDecimal > 0;
}

function fileDecimal(profiles: readonly ColumnProfile[]): '.' | ',' | undefined {
  let dot = 0;
  let comma = 0;
  for (const profile of profiles) {
    if (!isNumeric(profile)) continue;
    if (profile.style.dotDecimal > profile.style.commaDecimal) dot++;
    if (profile.style.commaDecimal > profile.style.dotDecimal) comma++;
  }
  return dot === comma ? undefined : dot > comma ? '.' : ',';
}

function columnStyle(
  profile: ColumnProfile,
  fixed: FixedConventions,
  fallback: '.' | ',' | undefined,
): FoundStyle {
  const found = isNumeric(profile)
    ? chooseStyle(profile.style, fallback)
    : { style: chooseStyle(noEvidence(), fallback ?? '.').style, ask: undefined };
  if (fixed.decimal === undefined && fixed.thousands === undefined) return found;
  const decimal = fixed.decimal ?? found.style.decimal;
  const opposite = decimal === '.' ? ',' : '.';
  const kept = found.style.thousands === decimal ? opposite : found.style.thousands;
  const mixed = found.ask !== undefined;
  return { style: { decimal, thousands: fixed.thousands ?? kept }, ask: undefined, mixed };
}

/** Decides the conventions of every column of a file. */
export function findConventions(profiles: readonly ColumnProfile[], fixed: FixedConventions): Conventions {
  const decimal = fixed.decimal ?? fileDecimal(profiles);
  const found = profiles.map((profile) =>
    isDateColumn(profile) ? dateOrderOf(profile, undefined) : undefined,
  );
  const certain =
    found.find((entry) => entry !== undefined && entry.sure) ??
    found.find((entry) => entry !== undefined && !entry.ask);
  const columns = profiles.map((profile) => {
    const dates = isDateColumn(profile) ? dateOrderOf(profile, certain?.order) : undefined;
    const fixedDates =
      dates === undefined || fixed.dateOrder === undefined
        ? dates
        : { order: fixed.dateOrder, confidence: 1, ask: false, sure: false };
    return { style: columnStyle(profile, fixed, decimal), dates: fixedDates };
  });
  const speaking = profiles.findIndex((profile) => isNumeric(profile) && speaks(profile));
  const style = columns[speaking]?.style.style ?? columnStyle(profileColumn([]), fixed, decimal).style;
  const yearFirst = profiles.some((profile, i) => isDateColumn(profile) && columns[i]?.dates === undefined);
  const spoken = columns.flatMap((column) => (column.dates === undefined ? [] : [column.dates]));
  const dateOrder = fixed.dateOrder ?? spoken[0]?.order ?? (yearFirst ? 'ymd' : 'dmy');
  const dateConfidence = spoken.reduce((least, entry) => Math.min(least, entry.confidence), 1);
  const decimalConfidence = columns.reduce((least, { style: { ask, style: own } }) => {
    if (ask === undefined) return least;
    const chosen = own.decimal === '.' ? ask.dot : ask.comma;
    return Math.min(least, Math.max(0.5, chosen / (ask.dot + ask.comma)));
  }, 1);
  return { columns, style, dateOrder, dateConfidence, decimalConfidence };
}

function isDateColumn(profile: ColumnProfile): boolean {
  return profile.filled > 0 && profile.dateLike >= profile.filled * 0.8;
}
