// How numbers, money, shares and dates are written in the interface, by the language's rules.
// Numbers are never cut; a true minus sign stands before negative ones.
import { useMemo } from 'react';
import { useLocale } from 'use-intl';
import { type TypedNumbers, typedNumbersOf } from './typedNumber.ts';

const MINUS = '−';
const RUSSIAN_YEAR = /\s*г\.$/u;
const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' };
const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** Formatters of one language, and its reader of numbers. Money is in whole units of `currency` unless said otherwise. */
export interface Figures extends TypedNumbers {
  /** 4338 → `4,338`. */
  readonly count: (value: number) => string;
  /** 2.345 → `2.35`; digits after the point, default 2. */
  readonly decimal: (value: number, digits?: number) => string;
  /** 0.272 → `27.2%`; digits after the point, default 1. */
  readonly share: (value: number, digits?: number) => string;
  /** 0.5 → `+0.5`, −0.5 → `−0.5`. */
  readonly signed: (value: number, digits?: number) => string;
  /** Whole units: 719000, 'EUR' → `€719,000`. */
  readonly money: (value: number, currency: string, digits?: number) => string;
  /** 719000, 'EUR' → `€719K`; three digits that count: 1974000 → `€1.97M`. */
  readonly moneyShort: (value: number, currency: string) => string;
  /** 36, 40 → `36–40`. */
  readonly range: (low: number, high: number, digits?: number) => string;
  /** ISO date or time stamp → `31 Oct 2025`. */
  readonly date: (iso: string) => string;
  /** Time of day in the computer's own zone: `14:32`. */
  readonly time: (iso: string) => string;
  /** `61.4 MB`. */
  readonly bytes: (value: number) => string;
}

/** Builds the formatters of a language; see `useFigures` inside React. */
export function figuresOf(locale: string): Figures {
  // English without a country would put the month first and count hours to twelve; our readers are not in one.
  const calendar = locale === 'en' ? 'en-GB' : locale;
  const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  const write = (value: number, options: Intl.NumberFormatOptions = {}): string =>
    // What rounds to zero has no sign.
    new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options }).format(value).replace('-', MINUS);
  const signs: Intl.NumberFormatOptions = { signDisplay: 'exceptZero' };
  return {
    ...typedNumbersOf(locale),
    count: (value) => write(value, { maximumFractionDigits: 0 }),
    decimal: (value, digits = 2) => write(value, fixed(digits)),
    share: (value, digits = 1) => write(value, { style: 'percent', ...fixed(digits) }),
    signed: (value, digits = 1) => write(value, { ...signs, ...fixed(digits) }),
    money: (value, currency, digits = 0) => write(value, { style: 'currency', currency, ...fixed(digits) }),
    moneyShort: (value, currency) =>
      write(value, { style: 'currency', currency, notation: 'compact', maximumSignificantDigits: 3 }),
    range: (low, high, digits = 0) => `${write(low, fixed(digits))}–${write(high, fixed(digits))}`,
    date: (iso) => new Intl.DateTimeFormat(calendar, DAY).format(new Date(iso)).replace(RUSSIAN_YEAR, ''),
    time: (iso) => new Intl.DateTimeFormat(calendar, CLOCK).format(new Date(iso)),
    bytes: (value) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
      const power = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
      return write(value / 1000 ** power, {
        style: 'unit',
        unit: units[power] ?? 'byte',
        // The short form has no plural: “979 byte”.
        unitDisplay: power ? 'short' : 'long',
        maximumFractionDigits: power ? 1 : 0,
      });
    },
  };
}

/** The formatters of the interface's language. */
export function useFigures(): Figures {
  const locale = useLocale();
  return useMemo(() => figuresOf(locale), [locale]);
}
