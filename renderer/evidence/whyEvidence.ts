// “Why this number?” of a statement: the arithmetic of its index, its interval, its effect size and its n.
import { useTranslations } from 'use-intl';
import { supportOf, type Evidence } from '../../shared/model/evidence.ts';
import { useFigures, type Why } from '../ui/index.ts';
import { useEvidenceNames, type WriteLevel } from './levels.ts';

const SMALLEST_P = 0.001;

/** Builds the explanation of any statement of a segment. */
export function useWhyEvidence(write: WriteLevel): (evidence: Evidence) => Why {
  const t = useTranslations('segments.why');
  const figures = useFigures();
  const nameOf = useEvidenceNames();
  return (evidence) => {
    const { kind, unit, index, indexLow, indexHigh, d, dLow, dHigh, n, pAdjusted } = evidence;
    const { ratio, association } = evidence;
    const signed = (value: number): string => figures.signed(value, 2);
    const effect =
      dLow === undefined || dHigh === undefined
        ? signed(d)
        : t('withInterval', { value: signed(d), low: signed(dLow), high: signed(dHigh) });
    const times = (value: number): string => figures.decimal(value);
    const here = write(evidence.here, unit);
    const all = write(evidence.all, unit);
    const interval =
      indexLow === null || indexHigh === null
        ? []
        : [{ name: t('interval'), value: figures.range(indexLow, indexHigh) }];
    return {
      text: t(kind, { label: nameOf(evidence), here, all }),
      ...(index === null ? {} : { formula: `${here} ÷ ${all} × 100 = ${figures.count(index)}` }),
      inputs: [
        ...interval,
        { name: t('effect'), value: effect },
        ...(ratio
          ? [
              {
                name: t('ratio'),
                value: t('withInterval', {
                  value: times(ratio.value),
                  low: times(ratio.low),
                  high: times(ratio.high),
                }),
              },
            ]
          : []),
        ...(association === undefined ? [] : [{ name: t('association'), value: times(association) }]),
        { name: t('p'), value: pAdjusted < SMALLEST_P ? t('pSmall') : figures.decimal(pAdjusted, 3) },
        { name: t('support'), value: t(`supports.${supportOf(evidence)}`) },
      ],
      n: figures.count(n),
      source: index === null ? t('noIndex', { all }) : t('source'),
    };
  };
}
