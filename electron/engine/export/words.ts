// Numbers, dates and labels of exported files by the rules of the project's language.
import type { SegmentRule } from '../../../shared/model/segmentation.ts';
import { translatorOf } from '../../../shared/i18n/index.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';

/** Everything a writer needs to put a figure into words. Money in minor units unless it says otherwise. */
export interface Words {
  readonly locale: Locale;
  readonly t: ReturnType<typeof translatorOf>;
  readonly integer: (value: number) => string;
  readonly decimal: (value: number, digits?: number) => string;
  readonly percent: (share: number, digits?: number) => string;
  readonly cents: (cents: number) => string;
  /** Without decimals, for large sums of whole units. */
  readonly money: (units: number) => string;
  /** Two written figures as a range; a dash beside a minus sign would be misread. */
  readonly range: (low: string, high: string) => string;
  readonly day: (isoDay: string) => string;
  readonly shortDay: (isoDay: string) => string;
  /** An evidence's level in its unit. */
  readonly level: (evidence: Evidence, value: number) => string;
}

export function wordsOf(locale: Locale, currency: string): Words {
  const t = translatorOf(locale);
  const decimal = (value: number, digits = 1) =>
    withMinus(new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value));
  const percent = (share: number, digits = 1) =>
    withMinus(
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share),
    );
  const inCurrency = (digits: number) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const exact = inCurrency(2);
  const whole = inCurrency(0);
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const money = (units: number) => withMinus(whole.format(units));
  const cents = (value: number) => withMinus(exact.format(value / 100));
  return {
    locale,
    t,
    integer: (value) => decimal(value, 0),
    decimal,
    percent,
    cents,
    money,
    range: (low, high) => {
      if (low === high) return low;
      return `${low}${high}`.includes('−') ? t('exports.unit.range', { low, high }) : `${low}–${high}`;
    },
    day: (isoDay) => long.format(dateOf(isoDay)),
    shortDay: (isoDay) => short.format(dateOf(isoDay)),
    level: (evidence, value) => {
      const { unit } = evidence;
      if (unit === 'share' || evidence.kind === 'share') return percent(value);
      if (unit === 'money') return Math.abs(value) < 100 ? cents(value * 100) : money(value);
      const number = decimal(value, Math.abs(value) < 10 ? 1 : 0);
      if (unit === 'none' || unit === 'count') return number;
      return t(`exports.unit.${unit}`, { value: number });
    },
  };
}

/** A hyphen in front of a number becomes a minus sign, which is as wide as a digit and never breaks the line. */
function withMinus(shown: string): string {
  return shown.replace(/-(?=[^\d]*\d)/, '−');
}

/** Midnight UTC of a yyyy-mm-dd day: days have no zone, so none may shift them. */
export function dateOf(isoDay: string): Date {
  return new Date(`${isoDay}T00:00:00Z`);
}

/** A feature with the category it speaks of. */
export function evidenceLabel(evidence: Evidence): string {
  return evidence.category === undefined ? evidence.label : `${evidence.label}: ${evidence.category}`;
}

const SIGNS = { '<': '<', '>=': '≥', is: '=', isNot: '≠' } as const;

/** A segment's rule as one line: "Age < 22; Orders ≥ 2", alternatives after a slash. */
export function ruleLine(rule: Pick<SegmentRule, 'alternatives'>, words: Words): string {
  return rule.alternatives
    .map(({ conditions }) =>
      conditions
        .map(({ label, op, value }) => {
          const shown = typeof value === 'number' ? words.decimal(value, 2) : value;
          return `${label} ${SIGNS[op]} ${shown}`;
        })
        .join('; '),
    )
    .join(' / ');
}
