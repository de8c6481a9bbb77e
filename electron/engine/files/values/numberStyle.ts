// Which sign is the decimal separator and which groups thousands, from the values of a column.
import { isMissingValue } from './missing.ts';
import type { NumberStyle } from './number.ts';

/** Votes of the values of a column. `either`: a single separator before exactly three digits, e.g. `1.234`. */
export interface StyleEvidence {
  dotDecimal: number;
  commaDecimal: number;
  eitherDot: number;
  eitherComma: number;
  space: number;
  apostrophe: number;
}

export function noEvidence(): StyleEvidence {
  return { dotDecimal: 0, commaDecimal: 0, eitherDot: 0, eitherComma: 0, space: 0, apostrophe: 0 };
}

const NOT_NUMERIC = /[^\d.,'’\s\u00A0\u202F\u2009]/g;

/** Adds what one cell says. Only the separators count; the caller knows whether the column is numeric at all. */
export function addEvidence(evidence: StyleEvidence, cell: string): void {
  if (isMissingValue(cell)) return;
  const text = cell.replace(NOT_NUMERIC, '').trim();
  if (/\d[\s\u00A0\u202F\u2009]\d{3}(?!\d)/.test(text)) evidence.space++;
  if (/\d['’]\d{3}(?!\d)/.test(text)) evidence.apostrophe++;
  const dots = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (dots === 0 && commas === 0) return;
  if (dots > 0 && commas > 0) {
    if (text.lastIndexOf('.') > text.lastIndexOf(',')) evidence.dotDecimal++;
    else evidence.commaDecimal++;
    return;
  }
  const isDot = dots > 0;
  const [whole = '', fraction = ''] = text.split(isDot ? '.' : ',');
  const groups = dots + commas > 1;
  if (groups) {
    if (isDot) evidence.commaDecimal++;
    else evidence.dotDecimal++;
  } else if (fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) {
    if (isDot) evidence.eitherDot++;
    else evidence.eitherComma++;
  } else if (isDot) evidence.dotDecimal++;
  else evidence.commaDecimal++;
}

export interface FoundStyle {
  readonly style: NumberStyle;
  /** Both readings are possible, or both occur: the analyst decides. `dot` and `comma` count the values for each. */
  readonly ask: { readonly dot: number; readonly comma: number } | undefined;
  /** Both occur, whatever has been decided: the values of the other reading are errors, not words. */
  readonly mixed?: boolean;
}

function grouping(evidence: StyleEvidence, decimal: '.' | ','): NumberStyle['thousands'] {
  if (evidence.space > 0) return ' ';
  if (evidence.apostrophe > 0) return "'";
  return decimal === '.' ? ',' : '.';
}

/** Decides for one column; `fallback` is what the rest of the file says, undefined when it says nothing. */
export function chooseStyle(evidence: StyleEvidence, fallback: '.' | ',' | undefined): FoundStyle {
  const { dotDecimal, commaDecimal, eitherDot, eitherComma } = evidence;
  if (dotDecimal > 0 && commaDecimal > 0) {
    const decimal = dotDecimal >= commaDecimal ? '.' : ',';
    // A stray minority is an error of those cells; a real mixture is asked about.
    const minority = Math.min(dotDecimal, commaDecimal) / (dotDecimal + commaDecimal);
    const ask = minority > 0.02 ? { dot: dotDecimal, comma: commaDecimal } : undefined;
    return { style: { decimal, thousands: grouping(evidence, decimal) }, ask };
  }
  const sure = dotDecimal > 0 ? '.' : commaDecimal > 0 ? ',' : undefined;
  const decimal = sure ?? fallback ?? '.';
  const unclear = sure === undefined && fallback === undefined && eitherDot + eitherComma > 0;
  const ask = unclear ? { dot: eitherDot, comma: eitherComma } : undefined;
  return { style: { decimal, thousands: grouping(evidence, decimal) }, ask };
}
