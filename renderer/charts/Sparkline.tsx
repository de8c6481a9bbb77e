// A trend in the height of a word, with its last point marked; and a dot with its interval for table rows.
import styles from './charts.module.css';
import { linear, rangeOf, ratioScale, type Range } from './scales.ts';

export interface SparklineProps {
  readonly values: readonly number[];
  /** Spoken sentence: first, last, direction. */
  readonly label: string;
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly tone?: 'ink' | 'warn';
  /** Shared range for lines that are compared; the values' own otherwise. */
  readonly range?: Range;
}

/** A small line without axes. */
export function Sparkline({
  values,
  label,
  widthPx = 56,
  heightPx = 16,
  tone = 'ink',
  range,
}: SparklineProps) {
  const y = linear(range ?? rangeOf(values), heightPx - 3, 3);
  const x = linear({ low: 0, high: Math.max(1, values.length - 1) }, 2, widthPx - 4);
  const color = tone === 'warn' ? 'var(--warn)' : 'var(--t-2)';
  const last = values.at(-1);
  return (
    <svg width={widthPx} height={heightPx} role="img" aria-label={label}>
      <polyline
        points={values.map((value, index) => `${x(index)},${y(value)}`).join(' ')}
        fill="none"
        strokeWidth={1.5}
        style={{ stroke: color }}
      />
      {last === undefined ? null : (
        <circle cx={x(values.length - 1)} cy={y(last)} r={2.2} style={{ fill: color }} />
      )}
    </svg>
  );
}

export interface IndexDotProps {
  readonly index: number;
  readonly low: number;
  readonly high: number;
  /** Shared by all rows of a table, see `indexRange`. */
  readonly range: Range;
  readonly label: string;
  readonly widthPx?: number;
  readonly fading?: boolean;
}

/** An index with its interval against the line of everyone (100). */
export function IndexDot({ index, low, high, range, label, widthPx = 140, fading = false }: IndexDotProps) {
  const x = ratioScale(range, 6, widthPx - 6);
  const color = fading ? 'var(--warn)' : 'var(--t-1)';
  return (
    <svg width={widthPx} height={28} role="img" aria-label={label}>
      <line className={styles.axisLine} x1={x(100)} x2={x(100)} y1={0} y2={28} />
      <path
        d={`M${x(low)} 14H${x(high)}M${x(low)} 10.5V17.5M${x(high)} 10.5V17.5`}
        fill="none"
        strokeWidth={1.5}
        style={{ stroke: color }}
      />
      {fading ? (
        <path d="M0 -4.5L4.5 3.5H-4.5Z" transform={`translate(${x(index)} 14)`} style={{ fill: color }} />
      ) : (
        <circle cx={x(index)} cy={14} r={3.6} style={{ fill: color }} />
      )}
    </svg>
  );
}
