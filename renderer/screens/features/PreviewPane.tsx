// What a definition would give: its distribution, what is missing, what it met with.
import { useTranslations } from 'use-intl';
import { MIN_CUSTOMERS } from '../../../shared/model/evidence.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import { barCounts } from '../../intake/index.ts';
import { MicroHistogram, useFigures } from '../../ui/index.ts';
import styles from './define.module.css';
import { useFeatureWords } from './featureWords.ts';
import { ReportLines } from './ReportLines.tsx';

export interface PreviewPaneProps {
  readonly feature: Feature | null;
  /** That were looked at. */
  readonly customers: number;
  /** All customers. */
  readonly of: number;
  readonly currency: string;
  /** Instead of the preview: what is wrong. */
  readonly problem: string | null;
}

const MOST_FREQUENT = 6;
const MOST_BANDS = 20;

function Figures({ feature, currency }: { readonly feature: Feature; readonly currency: string }) {
  const t = useTranslations('features');
  const words = useFeatureWords(currency);
  const unit = t(`units.${feature.unit}`);
  const rows: readonly (readonly [string, string])[] = [
    ...(unit === '' ? [] : [[t('unit'), unit] as const]),
    [t('mean'), words.value(feature, feature.mean)],
    ...(feature.type === 'boolean'
      ? []
      : [
          [t('median'), words.value(feature, feature.median)] as const,
          [
            t('range'),
            `${words.value(feature, feature.min)} … ${words.value(feature, feature.max)}`,
          ] as const,
        ]),
  ];
  return (
    <dl className={styles.figures}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Levels({ feature }: { readonly feature: Feature }) {
  const figures = useFigures();
  return (
    <dl className={styles.figures}>
      {feature.bars
        .slice(0, feature.definition?.kind === 'bands' ? MOST_BANDS : MOST_FREQUENT)
        .map(({ label, count }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{figures.count(count)}</dd>
          </div>
        ))}
    </dl>
  );
}

export function PreviewPane({ feature, customers, of, currency, problem }: PreviewPaneProps) {
  const t = useTranslations('makeFeatures');
  const common = useTranslations('common.chart');
  return (
    <section className={styles.preview} aria-label={t('preview')} aria-live="polite">
      <h3>{t('preview')}</h3>
      {feature ? (
        <>
          {customers - feature.missing < MIN_CUSTOMERS ? (
            <p className={styles.line}>{common('tooFew')}</p>
          ) : (
            <MicroHistogram
              counts={barCounts(feature.bars, feature.distinct)}
              label={t('preview')}
              heightPx={72}
            />
          )}
          {feature.type === 'category' ? (
            <Levels feature={feature} />
          ) : (
            <Figures feature={feature} currency={currency} />
          )}
          <p className={styles.line}>{t('previewMissing', { count: feature.missing, total: customers })}</p>
          {customers < of ? (
            <p className={styles.line}>{t('similar.sampled', { count: customers })}</p>
          ) : null}
          {feature.report ? <ReportLines report={feature.report} /> : null}
        </>
      ) : (
        <p className={styles.line}>{problem ?? t('previewEmpty')}</p>
      )}
    </section>
  );
}
