// How a level of a feature is written: money, shares, days, plain numbers. Pure, so that every unit can be tested.
import type { EvidenceUnit } from '../../shared/model/evidence.ts';
import type { Figures } from '../ui/index.ts';

/** Writes a value of a unit for reading. */
export type WriteLevel = (value: number, unit: EvidenceUnit) => string;

/** Small amounts keep their cents, large numbers lose their decimals. */
const digitsOf = (value: number, below: number): number =>
  Number.isInteger(value) || Math.abs(value) >= below ? 0 : 1;

/** Units that are words of the language. */
export interface UnitWords {
  readonly days: (count: number) => string;
  readonly years: (count: number) => string;
  readonly km: (shown: string) => string;
}

/** @param currency ISO code of amounts */
export function levelWriter(figures: Figures, words: UnitWords, currency: string): WriteLevel {
  const plain = (value: number): string => figures.decimal(value, digitsOf(value, 100));
  return (value, unit) => {
    switch (unit) {
      case 'money':
        return figures.money(value, currency, Number.isInteger(value) || Math.abs(value) >= 10 ? 0 : 2);
      case 'share':
        return figures.share(value, value !== 0 && Math.abs(value) < 0.1 ? 1 : 0);
      case 'days':
        return words.days(Math.round(value));
      case 'years':
        return words.years(Math.round(value));
      case 'km':
        return words.km(plain(value));
      case 'none':
      case 'count':
      case 'points':
        return Math.abs(value) < 1 && !Number.isInteger(value * 10)
          ? figures.decimal(value, 2)
          : plain(value);
    }
  };
}

/**
 * Writes where something is cut: closer than a level, so that a reader can tell on which side of it a value lies.
 * @param currency ISO code of amounts
 */
export function cutWriter(figures: Figures, words: UnitWords, currency: string): WriteLevel {
  const level = levelWriter(figures, words, currency);
  const toTenth = (value: number): number => Math.round(value * 10) / 10;
  return (value, unit) => {
    switch (unit) {
      case 'money':
        return figures.money(value, currency, Number.isInteger(value) ? 0 : 2);
      case 'share':
        return figures.share(value, 1);
      case 'days':
        return words.days(toTenth(value));
      case 'years':
        return words.years(toTenth(value));
      case 'km':
      case 'none':
      case 'count':
      case 'points':
        return level(value, unit);
    }
  };
}
