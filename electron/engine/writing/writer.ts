// One language's words and number formats. Everything that writes sentences gets a writer passed in.
import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../../shared/i18n/locale.ts';
import { writing as ca } from '../../../shared/i18n/messages/ca/writing.ts';
import { writing as en } from '../../../shared/i18n/messages/en/writing.ts';
import { writing as es } from '../../../shared/i18n/messages/es/writing.ts';
import { writing as ptBR } from '../../../shared/i18n/messages/pt-BR/writing.ts';
import { writing as ru } from '../../../shared/i18n/messages/ru/writing.ts';
import type { Translated } from '../../../shared/i18n/translated.ts';
import type { EvidenceUnit } from '../../../shared/model/evidence.ts';

export type WritingWords = Translated<typeof en>;
export type WritingArgs = Readonly<Record<string, string | number>>;

const WORDS: Readonly<Record<Locale, WritingWords>> = { en, 'pt-BR': ptBR, ru, ca, es };

export interface Writer {
  readonly locale: Locale;
  readonly words: WritingWords;
  /** Fills an ICU message; throws when an argument is missing. */
  readonly fill: (message: string, args: WritingArgs) => string;
  /** A level with its unit, rounded for reading: "34 days", "€92", "26%". */
  readonly level: (value: number, unit: EvidenceUnit) => string;
}

const DAYS_PER_MONTH = 30.44;
const DAYS_PER_YEAR = 365.25;

/** Weeks are avoided: after a Russian preposition they would need another case than the one Intl gives. */
function formatDays(locale: Locale, days: number): string {
  const write = (value: number, unit: 'day' | 'month' | 'year', digits: number): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
      maximumFractionDigits: digits,
    }).format(value);
  if (days < 90) return write(days, 'day', 0);
  if (days < 2 * DAYS_PER_YEAR) return write(days / DAYS_PER_MONTH, 'month', 0);
  return write(days / DAYS_PER_YEAR, 'year', 0);
}

function formatMoney(locale: Locale, value: number, currency: string | null): string {
  const digits = Math.abs(value) >= 20 ? 0 : 2;
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const style =
    currency === null
      ? fraction
      : { ...fraction, style: 'currency' as const, currency, currencyDisplay: 'narrowSymbol' as const };
  return new Intl.NumberFormat(locale, style).format(value);
}

function formatLevel(locale: Locale, value: number, unit: EvidenceUnit, currency: string | null): string {
  switch (unit) {
    case 'days':
      return formatDays(locale, value);
    case 'years':
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: 'year',
        unitDisplay: 'long',
        maximumFractionDigits: 0,
      }).format(value);
    case 'km': {
      const digits = value < 10 ? 1 : 0;
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: 'kilometer',
        maximumFractionDigits: digits,
      }).format(value);
    }
    case 'money':
      return formatMoney(locale, value, currency);
    case 'share': {
      const digits = Math.abs(value) < 0.1 ? 1 : 0;
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(value);
    }
    default:
      return new Intl.NumberFormat(locale, { maximumFractionDigits: Math.abs(value) < 100 ? 1 : 0 }).format(
        value,
      );
  }
}

/**
 * A writer for one language.
 * @param currency ISO 4217 code for amounts of money, or null when the project has none: then plain numbers.
 */
export function createWriter(locale: Locale, currency: string | null = null): Writer {
  const parsed = new Map<string, IntlMessageFormat>();
  return {
    locale,
    words: WORDS[locale],
    fill: (message, args) => {
      let format = parsed.get(message);
      if (!format) {
        format = new IntlMessageFormat(message, locale);
        parsed.set(message, format);
      }
      return String(format.format(args));
    },
    level: (value, unit) => formatLevel(locale, value, unit, currency),
  };
}
