// How large the segments are, and who was left out of the run.
import { useTranslations } from 'use-intl';
import { SizeBars, type SizeBar } from '../../charts/index.ts';
import { Panel } from '../../ui/index.ts';
import styles from './explore.module.css';

export interface SizesPaneProps {
  readonly bars: readonly SizeBar[];
  readonly customers: number;
  readonly excluded: number;
  readonly imputed: number;
  readonly pickedKey: string | null;
  readonly onPick: (key: string) => void;
}

/** Bars of customers and revenue by segment; a click selects the segment in every view. */
export function SizesPane({ bars, customers, excluded, imputed, pickedKey, onPick }: SizesPaneProps) {
  const t = useTranslations('explore');
  const withRevenue = bars.some((bar) => bar.revenueShare !== undefined);
  return (
    <Panel
      edge="top"
      className={styles.test ?? ''}
      title={t('sizes')}
      note={t(withRevenue ? 'sizesWithRevenue' : 'sizesNote', { n: customers })}
    >
      <SizeBars bars={bars} summary={t('sizesSummary')} pickedKey={pickedKey} onPick={onPick} />
      {excluded > 0 ? <p className={styles.reasonFlat}>{t('excluded', { n: excluded })}</p> : null}
      {imputed > 0 ? <p className={styles.reasonFlat}>{t('imputed', { n: imputed })}</p> : null}
    </Panel>
  );
}
