// How large each segment is: share of customers, and beside it share of revenue.
import { useTranslations } from 'use-intl';
import { Meter, SegmentGlyph, useFigures } from '../ui/index.ts';
import { ChartFrame } from './ChartFrame.tsx';
import styles from './charts.module.css';

export interface SizeBar {
  readonly key: string;
  readonly slot: number;
  readonly name: string;
  readonly count: number;
  /** 0..1 */
  readonly share: number;
  /** 0..1; left out when there is no revenue. */
  readonly revenueShare?: number;
}

export interface SizeBarsProps {
  readonly bars: readonly SizeBar[];
  readonly summary: string;
  readonly onPick?: (key: string) => void;
  readonly pickedKey?: string | null;
  /** Heading of the second bar in the table view. */
  readonly revenueLabel?: string;
}

function Row({
  bar,
  most,
  picked,
  onPick,
}: {
  readonly bar: SizeBar;
  readonly most: number;
  readonly picked: boolean;
  readonly onPick: ((key: string) => void) | undefined;
}) {
  const t = useTranslations('common.chart');
  const figures = useFigures();
  return (
    <button
      type="button"
      className={styles.sizeRow}
      aria-pressed={picked}
      disabled={!onPick}
      onClick={() => onPick?.(bar.key)}
    >
      <SegmentGlyph slot={bar.slot} size={16} />
      <span className={styles.name} title={bar.name}>
        {bar.name}
      </span>
      <span className={styles.figure}>{figures.count(bar.count)}</span>
      <span className={styles.bars}>
        <Meter share={bar.share / most} slot={bar.slot} label={`${t('share')} ${figures.share(bar.share)}`} />
        {bar.revenueShare === undefined ? null : (
          <Meter share={bar.revenueShare / most} tone="muted" label={figures.share(bar.revenueShare)} />
        )}
      </span>
      <span className={[styles.figure, styles.quiet].join(' ')}>
        {figures.share(bar.share)}
        {bar.revenueShare === undefined ? null : (
          <>
            <br />
            {figures.share(bar.revenueShare)}
          </>
        )}
      </span>
    </button>
  );
}

/** One row per segment, bars relative to the largest share. */
export function SizeBars({ bars, summary, onPick, pickedKey, revenueLabel }: SizeBarsProps) {
  const t = useTranslations('common.chart');
  const figures = useFigures();
  const most = Math.max(1e-9, ...bars.flatMap((bar) => [bar.share, bar.revenueShare ?? 0]));
  const withRevenue = bars.some((bar) => bar.revenueShare !== undefined);
  const table = {
    headers: [t('segment'), t('customers'), t('share'), ...(withRevenue ? [revenueLabel ?? t('value')] : [])],
    rows: bars.map((bar) => [
      bar.name,
      figures.count(bar.count),
      figures.share(bar.share),
      ...(withRevenue ? [figures.share(bar.revenueShare ?? 0)] : []),
    ]),
  };
  return (
    <ChartFrame summary={summary} table={table}>
      {bars.map((bar) => (
        <Row key={bar.key} bar={bar} most={most} picked={bar.key === pickedKey} onPick={onPick} />
      ))}
    </ChartFrame>
  );
}
