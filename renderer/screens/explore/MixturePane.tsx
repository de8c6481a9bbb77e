// Every mixture that was compared: BIC or ICL by number of clouds and by their shape, the taken one ringed.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { COVARIANCE_SHAPES, type MixtureFit } from '../../../shared/model/method.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { ScoreCurves } from '../../charts/index.ts';
import { Panel, SegmentedControl } from '../../ui/index.ts';
import styles from './explore.module.css';

type Criterion = 'bic' | 'icl';

/** The shapes that were fitted, each with its value by number of clouds. */
function curvesOf(fits: readonly MixtureFit[], numbers: readonly number[], criterion: Criterion) {
  return COVARIANCE_SHAPES.filter((shape) => fits.some((fit) => fit.shape === shape)).map((shape) => ({
    shape,
    values: numbers.map((k) => fits.find((fit) => fit.k === k && fit.shape === shape)?.[criterion] ?? null),
  }));
}

/** Nothing for other methods, for a single mixture, and for solutions of earlier versions. */
export function MixturePane({ segmentation: { facts, customers } }: { readonly segmentation: Segmentation }) {
  const t = useTranslations('methods');
  const [criterion, setCriterion] = useState<Criterion>('bic');
  const fits = facts?.mixtures ?? [];
  if (fits.length < 2) return null;
  const numbers = [...new Set(fits.map(({ k }) => k))];
  const curves = curvesOf(fits, numbers, criterion);
  const taken = fits.find(({ shape, bic }) => shape === facts?.covariance && bic === facts?.bic);
  const chosen = taken && {
    curve: curves.findIndex(({ shape }) => shape === taken.shape),
    at: numbers.indexOf(taken.k),
  };
  return (
    <Panel edge="top" className={styles.test ?? ''} title={t('mixtures.title')} note={t('mixtures.note')}>
      <SegmentedControl
        label={t('mixtures.criterion')}
        value={criterion}
        options={[
          { value: 'bic', label: t('bic') },
          { value: 'icl', label: t('mixtures.icl') },
        ]}
        onChange={setCriterion}
      />
      <ScoreCurves
        categories={numbers}
        categoryName={t('mixtures.clouds')}
        curves={curves.map(({ shape, values }) => ({ name: t(`shapes.${shape}`), values }))}
        chosen={chosen ?? null}
        customers={customers}
        summary={t('mixtures.summary', { criterion: criterion === 'bic' ? t('bic') : t('mixtures.icl') })}
      />
      <p className={styles.reasonFlat}>{t(`mixtures.${criterion}Note`)}</p>
    </Panel>
  );
}
