// A column's distribution with the limits beyond which values are capped.
import type { Bar } from '../../../shared/model/quality.ts';
import styles from './quality.module.css';

export interface LimitHistogramProps {
  readonly bars: readonly Bar[];
  readonly low: number | null;
  readonly high: number | null;
  readonly summary: string;
}

const HEIGHT = 96;

/** Bars within the limits in grey, beyond them hatched; heights by square root, so that single values can be seen. */
export function LimitHistogram({ bars, low, high, summary }: LimitHistogramProps) {
  const most = Math.sqrt(Math.max(1, ...bars.map(({ count }) => count)));
  const wide = 100 / Math.max(1, bars.length);
  return (
    <svg
      className={styles.limits}
      viewBox={`0 0 100 ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={summary}
    >
      {bars.map(({ from, to, count }, at) => {
        const tall = count === 0 ? 0 : Math.max(2, (Math.sqrt(count) / most) * (HEIGHT - 4));
        const outside = (low !== null && to <= low) || (high !== null && from >= high);
        return (
          <rect
            key={from}
            x={at * wide}
            width={wide * 0.86}
            y={HEIGHT - tall}
            height={tall}
            data-outside={outside || undefined}
          />
        );
      })}
    </svg>
  );
}
