// Findings in the window's language and figures.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { describeFinding } from '../../../shared/i18n/describeFinding.ts';
import type { FindingWords, SayQuality } from '../../../shared/i18n/describeFinding.ts';
import type { Finding } from '../../../shared/model/quality.ts';
import { type Figures, useFigures } from '../../ui/index.ts';

/** Up to two digits after the point, fewer for large numbers. */
export function plainNumber(figures: Figures, value: number): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return figures.decimal(value, digits);
}

export function useFindingWords(currency: string): (finding: Finding) => FindingWords {
  const translate = useTranslations('quality');
  const figures = useFigures();
  return useMemo(() => {
    // The keys are put together from closed lists of codes; the translator's own type cannot follow that.
    const say = translate as unknown as SayQuality;
    const written = {
      share: (value: number) => figures.share(value),
      number: (value: number) => plainNumber(figures, value),
      money: (value: number) => figures.money(value, currency),
      day: figures.date,
    };
    return (finding) => describeFinding(finding, say, written);
  }, [translate, figures, currency]);
}
