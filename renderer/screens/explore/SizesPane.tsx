// How large the segments are, and who was left out of the run.
import { useTranslations } from 'use-intl';
import { SizeBars, type SizeBar } from '../../charts/index.ts';
import type { MissingReport } from '../../../shared/model/segmentation.ts';
import { Panel, useFigures } from '../../ui/index.ts';
import styles from './explore.module.css';

export interface SizesPaneProps {
  readonly bars: readonly SizeBar[];
  readonly customers: number;
  readonly excluded: number;
  readonly missing: MissingReport | undefined;
  readonly nameOf: (feature: string) => string;
  readonly pickedKey: string | null;
  readonly onPick: (key: string) => void;
}

/** What became of missing values, and of which features they were. */
function Gaps({ missing, nameOf }: { readonly missing: MissingReport } & Pick<SizesPaneProps, 'nameOf'>) {
  const t = useTranslations('explore.gaps');
  const figures = useFigures();
  const { method, features, indicators } = missing;
  const n = features.reduce((sum, { count }) => sum + count, 0);
  const parts = features.map(({ feature, count }) =>
    t('of', { name: nameOf(feature), count: figures.count(count) }),
  );
  const told = method === 'none' || n === 0 ? [] : method === 'exclude' ? [] : [t(method, { n })];
  return (
    <>
      {told.length + parts.length > 0 ? (
        <p className={styles.reasonFlat}>{[...told, parts.join(', ')].filter(Boolean).join(' · ')}</p>
      ) : null}
      {indicators.length > 0 ? (
        <p className={styles.reasonFlat}>{t('indicators', { list: indicators.map(nameOf).join(', ') })}</p>
      ) : null}
    </>
  );
}

/** Bars of customers and revenue by segment; a click selects the segment in every view. */
export function SizesPane({ bars, customers, excluded, missing, nameOf, pickedKey, onPick }: SizesPaneProps) {
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
      {missing ? <Gaps missing={missing} nameOf={nameOf} /> : null}
    </Panel>
  );
}
