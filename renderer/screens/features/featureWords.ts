// How a feature is called and how its numbers are written: days, counts, money, shares.
import { useTranslations } from 'use-intl';
import { BUILT_IN_FEATURES, type Feature } from '../../../shared/model/feature.ts';
import { useFigures } from '../../ui/index.ts';

type Named = Pick<Feature, 'name' | 'label' | 'builtIn'>;

/** Names, meanings and figures of features in the interface's language; amounts in the project's currency. */
export function useFeatureWords(currency: string) {
  const t = useTranslations('features');
  const figures = useFigures();
  const builtInOf = (feature: Named) =>
    feature.builtIn ? BUILT_IN_FEATURES.find((name) => name === feature.name) : undefined;
  return {
    label: (feature: Named): string => {
      const name = builtInOf(feature);
      return name ? t(`builtIn.${name}`) : feature.label;
    },
    meaning: (feature: Named): string | null => {
      const name = builtInOf(feature);
      return name ? t(`meanings.${name}`) : null;
    },
    /** A value of the feature; null becomes a dash. */
    value: (feature: Pick<Feature, 'unit' | 'type'>, value: number | null): string => {
      if (value === null) return '–';
      if (feature.type === 'boolean' || feature.unit === 'share') return figures.share(value);
      if (feature.unit === 'money') return figures.money(value, currency, Math.abs(value) < 100 ? 2 : 0);
      const size = Math.abs(value);
      const digits = Number.isInteger(value) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
      return figures.decimal(value, digits);
    },
  };
}
