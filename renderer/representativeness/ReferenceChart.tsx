// One variable against its reference as dumbbells.
import { useTranslations } from 'use-intl';
import { featureLabel } from '../../shared/i18n/featureLabel.ts';
import { MIN_CUSTOMERS } from '../../shared/model/evidence.ts';
import type { ReferenceReport } from '../../shared/model/reference.ts';
import { Dumbbells } from '../charts/index.ts';
import { useFigures } from '../ui/index.ts';
import { useLevelWord } from './levelWord.ts';
import styles from './representativeness.module.css';

export interface ReferenceChartProps {
  readonly report: ReferenceReport;
  /** True while statistics are weighted: then the weighted shares are drawn too. */
  readonly on: boolean;
}

export function ReferenceChart({ report, on }: ReferenceChartProps) {
  const t = useTranslations('representativeness');
  const builtIn = useTranslations('features.builtIn');
  const wordOf = useLevelWord();
  const figures = useFigures();
  if (report.n < MIN_CUSTOMERS)
    return <p className={styles.note}>{t('tooFew', { count: figures.count(report.n) })}</p>;
  const nameOf = (level: string): string => wordOf(level, report.kind);
  const points = (share: number): string => figures.signed(100 * share);
  const largest = report.levels[report.largest];
  return (
    <Dumbbells
      rows={report.levels.map(({ level, here, reference, weighted }) => ({
        key: level,
        name: nameOf(level),
        here,
        reference,
        ...(on ? { weighted } : {}),
      }))}
      words={{ here: t('yours'), reference: t('reference'), weighted: t('weighted') }}
      gapLabel={t('gap')}
      formatShare={(share) => figures.share(share, 0)}
      formatGap={points}
      summary={t('summary', {
        variable: featureLabel(report.feature, report.label, builtIn),
        distance: figures.decimal(100 * report.distance, 1),
        level: largest ? nameOf(largest.level) : '',
        gap: points(largest?.gap ?? 0),
      })}
    />
  );
}
