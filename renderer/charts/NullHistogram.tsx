// Could this be chance? The scores of shuffled copies, and the line where the real data stand.
import { useTranslations } from 'use-intl';
import { useFigures } from '../ui/index.ts';
import { ChartFrame } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { binValues } from './histograms.ts';
import { linear, rangeOf, roundTicks } from './scales.ts';
import { useWidth } from './useWidth.ts';

export interface NullHistogramProps {
  /** One score per shuffled copy. */
  readonly nullScores: readonly number[];
  readonly observed: number;
  readonly summary: string;
  /** Digits after the point; default 2. */
  readonly digits?: number;
  readonly heightPx?: number;
}

/** Grey bars of the shuffled copies and a labelled line for the data; the axis holds both. */
export function NullHistogram({
  nullScores,
  observed,
  summary,
  digits = 2,
  heightPx = 76,
}: NullHistogramProps) {
  const t = useTranslations('common.chart');
  const figures = useFigures();
  const { ref, width } = useWidth<HTMLDivElement>(380);
  const spread = rangeOf(nullScores);
  const both = rangeOf([...nullScores, observed]);
  const room = (both.high - both.low) * 0.06;
  const range = { low: both.low - room, high: both.high + room };
  const x = linear(range, 0, width);
  const bins = binValues(
    nullScores,
    Math.min(24, Math.max(6, Math.round(Math.sqrt(nullScores.length)))),
    spread,
  );
  const most = Math.max(1, ...bins.counts);
  const base = heightPx - 18;
  const tall = base - 22;
  const rightHalf = x(observed) > width / 2;
  const table = {
    headers: [t('from'), t('to'), t('value')],
    rows: bins.counts.map((count, bin) => [
      figures.decimal(bins.edges[bin] ?? 0, digits + 1),
      figures.decimal(bins.edges[bin + 1] ?? 0, digits + 1),
      figures.count(count),
    ]),
  };
  return (
    <ChartFrame summary={summary} table={table}>
      <div ref={ref}>
        <svg className={styles.svg} height={heightPx} aria-hidden>
          {bins.counts.map((count, bin) => {
            const left = x(bins.edges[bin] ?? 0);
            const wide = Math.max(1, x(bins.edges[bin + 1] ?? 0) - left - 1);
            const height = (count / most) * tall;
            return (
              <rect
                key={bin}
                x={left}
                width={wide}
                y={base - height}
                height={height}
                style={{ fill: 'var(--everyone)' }}
              />
            );
          })}
          <line className={styles.axisLine} x1={0} x2={width} y1={base} y2={base} />
          {roundTicks(range, Math.max(2, Math.floor(width / 90))).map((tick) => (
            <text
              key={tick}
              x={Math.min(width - 12, Math.max(12, x(tick)))}
              y={heightPx - 3}
              textAnchor="middle"
            >
              {figures.decimal(tick, digits)}
            </text>
          ))}
          <text
            x={rightHalf ? x(spread.high) + 10 : x(spread.low) - 10}
            y={base - tall / 2}
            textAnchor={rightHalf ? 'start' : 'end'}
          >
            {t('shuffled', { count: nullScores.length })}
          </text>
          <line
            x1={x(observed)}
            x2={x(observed)}
            y1={4}
            y2={base}
            strokeWidth={2}
            style={{ stroke: 'var(--t-1)' }}
          />
          <text
            className={styles.strong}
            x={x(observed) + (rightHalf ? -6 : 6)}
            y={14}
            textAnchor={rightHalf ? 'end' : 'start'}
          >
            {t('yourData', { value: figures.decimal(observed, digits) })}
          </text>
        </svg>
      </div>
    </ChartFrame>
  );
}
