// How the strongest features are distributed here and for everyone.
import { useTranslations } from 'use-intl';
import { type EvidenceUnit, MIN_CUSTOMERS } from '../../../shared/model/evidence.ts';
import type { SegmentDetail } from '../../../shared/model/segmentation.ts';
import { HistogramPair } from '../../charts/index.ts';
import { Panel, segmentFill } from '../../ui/index.ts';
import { isWorded, useFeatureNames, type WriteLevel } from '../../evidence/index.ts';
import styles from './segments.module.css';

export interface DistributionsProps {
  readonly histograms: SegmentDetail['histograms'];
  readonly slot: number;
  readonly unitOf: (feature: string) => EvidenceUnit;
  readonly write: WriteLevel;
}

const SHOWN = 4;

function Legend({ slot }: { readonly slot: number }) {
  const t = useTranslations('segments');
  return (
    <p className={styles.legend}>
      <i style={{ background: segmentFill(slot) }} />
      {t('thisSegment')}
      <i data-line />
      {t('everyone')}
    </p>
  );
}

/** Up to four histogram pairs, in the order of the strongest differences. */
export function Distributions({ histograms, slot, unitOf, write }: DistributionsProps) {
  const t = useTranslations('segments');
  const common = useTranslations('common.chart');
  const nameOf = useFeatureNames();
  const drawable = histograms.filter(
    ({ here }) => here.reduce((sum, count) => sum + count, 0) >= MIN_CUSTOMERS,
  );
  return (
    <Panel edge="top" title={t('distributions')} className={styles.block ?? ''}>
      {drawable.length === 0 ? <p className={styles.plain}>{common('tooFew')}</p> : <Legend slot={slot} />}
      <div className={styles.histograms}>
        {drawable.slice(0, SHOWN).map(({ feature, label, edges, here, all }) => {
          const unit = unitOf(feature);
          const plain = nameOf(feature, label);
          const name = isWorded(unit) ? t('inUnit', { label: plain, unit: t(`unitNames.${unit}`) }) : plain;
          return (
            <div key={feature}>
              <h3 className={styles.histogramName}>{name}</h3>
              <HistogramPair
                name={name}
                edges={edges}
                counts={here}
                everyone={all}
                slot={slot}
                format={(value) => write(value, isWorded(unit) ? 'none' : unit)}
                summary={t('distributionSummary', { label: name })}
              />
            </div>
          );
        })}
      </div>
    </Panel>
  );
}
