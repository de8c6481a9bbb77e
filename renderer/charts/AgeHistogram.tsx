// How old are they? Bars by month of age, the median as a line, and what lies beyond a limit hatched.
import { useId } from 'react';
import { useFigures } from '../ui/index.ts';
import { ChartFrame } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { linear, roundTicks } from './scales.ts';
import { useWidth } from './useWidth.ts';

export interface AgeHistogramProps {
  /** Counts by whole month of age, from 0. */
  readonly bins: readonly number[];
  readonly medianMonths: number;
  readonly limitMonths: number;
  readonly summary: string;
  readonly words: {
    readonly median: string;
    readonly older: string;
    readonly olderCount: string;
    readonly axis: string;
    readonly age: string;
    readonly count: string;
  };
  readonly heightPx?: number;
}

const TOP = 34;
const BOTTOM = 34;
/** The limit stays in sight even when nothing is that old. */
const BEYOND = 1.1;

export function AgeHistogram({
  bins,
  medianMonths,
  limitMonths,
  summary,
  words,
  heightPx = 210,
}: AgeHistogramProps) {
  const figures = useFigures();
  const hatch = useId();
  const { ref, width } = useWidth<HTMLDivElement>(400);
  const months = Math.max(bins.length, Math.ceil(limitMonths * BEYOND));
  const most = Math.max(1, ...bins);
  const ticks = roundTicks({ low: 0, high: most }, 3);
  const left = 8 + 7 * Math.max(...ticks.map((tick) => figures.count(tick).length));
  const base = heightPx - BOTTOM;
  const x = linear({ low: 0, high: months }, left, width);
  const y = linear({ low: 0, high: most }, base, TOP);
  const step = months > 120 ? 24 : months > 48 ? 12 : 6;
  const rightHalf = x(limitMonths) > width * 0.62;
  const medianRight = x(medianMonths) > width / 2;
  const table = {
    headers: [words.age, words.count],
    rows: bins.map((count, month) => [figures.count(month), figures.count(count)]),
  };
  return (
    <ChartFrame summary={summary} table={table}>
      <div ref={ref}>
        <svg className={styles.svg} height={heightPx} aria-hidden>
          <pattern
            id={hatch}
            width={5}
            height={5}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(-45)"
          >
            <rect width={5} height={5} style={{ fill: 'var(--warn-tint)' }} />
            <line x1={0} x2={5} y1={0} y2={0} strokeWidth={2} style={{ stroke: 'var(--warn-mark)' }} />
          </pattern>
          {ticks.map((tick) => (
            <g key={tick}>
              <line className={styles.gridLine} x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
              <text x={left - 6} y={y(tick) + 4} textAnchor="end">
                {figures.count(tick)}
              </text>
            </g>
          ))}
          {bins.map((count, month) => (
            <rect
              key={month}
              x={x(month)}
              width={Math.max(1, x(month + 1) - x(month) - 1)}
              y={y(count)}
              height={base - y(count)}
              style={{ fill: month >= limitMonths ? `url(#${hatch})` : 'var(--everyone)' }}
            />
          ))}
          <line className={styles.axisLine} x1={left} x2={width} y1={base} y2={base} />
          {Array.from({ length: Math.floor(months / step) + 1 }, (_, at) => at * step).map((month) => (
            <text key={month} x={Math.min(width - 8, x(month))} y={base + 15} textAnchor="middle">
              {figures.count(month)}
            </text>
          ))}
          <text x={width} y={heightPx - 3} textAnchor="end">
            {words.axis}
          </text>
          <line
            x1={x(medianMonths)}
            x2={x(medianMonths)}
            y1={14}
            y2={base}
            strokeWidth={1.5}
            style={{ stroke: 'var(--t-1)' }}
          />
          <text
            className={styles.strong}
            x={x(medianMonths) + (medianRight ? -6 : 6)}
            y={12}
            textAnchor={medianRight ? 'end' : 'start'}
          >
            {words.median}
          </text>
          <line
            x1={x(limitMonths)}
            x2={x(limitMonths)}
            y1={22}
            y2={base}
            strokeWidth={1.5}
            strokeDasharray="3 3"
            style={{ stroke: 'var(--warn-mark)' }}
          />
          <text x={x(limitMonths) + (rightHalf ? -6 : 6)} y={34} textAnchor={rightHalf ? 'end' : 'start'}>
            {words.older}
          </text>
          <text
            className={styles.strong}
            x={x(limitMonths) + (rightHalf ? -6 : 6)}
            y={49}
            textAnchor={rightHalf ? 'end' : 'start'}
          >
            {words.olderCount}
          </text>
        </svg>
      </div>
    </ChartFrame>
  );
}
