// Are there groups at all? The scores of copies without groups, and the line where the real data stand.
import { useTranslations } from 'use-intl';
import { useFigures } from '../ui/index.ts';
import { ChartFrame } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { binValues } from './histograms.ts';
import { placeWords } from './placeWords.ts';
import { linear, rangeOf, roundTicks } from './scales.ts';
import { useWidth } from './useWidth.ts';

/** A generous mean of the chart font at 12 px: words that seem too long move out of the drawing. */
const CHARACTER_PX = 7.2;

export interface NullHistogramProps {
  /** One score per copy without groups. */
  readonly nullScores: readonly number[];
  readonly observed: number;
  readonly summary: string;
  /** What the copies are. */
  readonly copies: 'crowds' | 'even';
  /** Digits after the point; default 2. */
  readonly digits?: number;
  readonly heightPx?: number;
}

/** Grey bars of the copies and a labelled line for the data; the axis holds both. */
export function NullHistogram({
  nullScores,
  observed,
  summary,
  copies,
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
  const words = t(copies, { count: nullScores.length });
  const place = placeWords({
    wordsPx: words.length * CHARACTER_PX,
    fromPx: x(spread.low),
    toPx: x(spread.high),
    observedPx: x(observed),
    widthPx: width,
  });
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
        {place ? null : (
          <p className={styles.legend}>
            <i style={{ background: 'var(--everyone)' }} />
            {words}
          </p>
        )}
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
          {place ? (
            <text x={place.x} y={base - tall / 2} textAnchor={place.anchor}>
              {words}
            </text>
          ) : null}
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
