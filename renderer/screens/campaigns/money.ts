// A plan's figures for reading: amounts of minor units, ranges, returns.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFigures, type Figures } from '../../ui/index.ts';

export interface PlanWords {
  /** Minor units: whole ones where the sum is large, cents where they matter. */
  readonly money: (cents: number) => string;
  readonly exact: (cents: number) => string;
  readonly moneyRange: (lowCents: number, highCents: number) => string;
  readonly exactRange: (lowCents: number, highCents: number) => string;
  readonly response: (share: number) => string;
  readonly responseRange: (low: number, high: number) => string;
  readonly orders: (low: number, high: number) => string;
  /** 1.8, 10.2 → `1.8–10.2×`; a dash where nothing is spent. */
  readonly roi: (low: number | null, high: number | null) => string;
  readonly figures: Figures;
}

const NONE = '–';
const CENTS = 100;
/** From this sum on, cents say nothing. */
const WHOLE_FROM_CENTS = 10_000;
const MINUS = '−';

/** Writers for a plan in one currency. */
export function usePlanWords(currency: string): PlanWords {
  const figures = useFigures();
  const t = useTranslations('campaigns');
  const unit = useTranslations('exports.unit');
  return useMemo(() => {
    // A dash beside a minus sign would be misread.
    const range = (low: string, high: string): string => {
      if (low === high) return low;
      return `${low}${high}`.includes(MINUS) ? unit('range', { low, high }) : `${low}–${high}`;
    };
    const amount = (cents: number, digits: number): string => figures.money(cents / CENTS, currency, digits);
    const digitsOf = (cents: number): number =>
      Math.abs(cents) >= WHOLE_FROM_CENTS || cents % CENTS === 0 ? 0 : 2;
    const exact = (cents: number): string => amount(cents, Number.isInteger(cents) ? 2 : 3);
    const response = (share: number): string =>
      figures.share(share, share * 1000 === Math.round(share * 1000) ? 1 : 2);
    const times = (value: number): string => {
      const size = Math.abs(value);
      return figures.decimal(value, size >= 10 ? 0 : size >= 1 ? 1 : 2);
    };
    return {
      money: (cents) => amount(cents, digitsOf(cents)),
      exact,
      moneyRange: (low, high) => {
        const digits = Math.abs(high) >= WHOLE_FROM_CENTS ? 0 : 2;
        return range(amount(low, digits), amount(high, digits));
      },
      exactRange: (low, high) => range(exact(low), exact(high)),
      response,
      responseRange: (low, high) => range(response(low), response(high)),
      orders: (low, high) => range(figures.decimal(low, 1), figures.decimal(high, 1)),
      roi: (low, high) =>
        low === null || high === null ? NONE : t('times', { value: range(times(low), times(high)) }),
      figures,
    };
  }, [figures, t, unit, currency]);
}
