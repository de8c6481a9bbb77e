// A histogram without axes, for table headers and field lists.
import styles from './marks.module.css';

export interface MicroHistogramProps {
  /** Heights of equal-width bins; drawn relative to the largest. */
  readonly counts: readonly number[];
  readonly label: string;
  readonly heightPx?: number;
}

/** Bars of equal width, tallest = full height; fills its container's width. */
export function MicroHistogram({ counts, label, heightPx = 26 }: MicroHistogramProps) {
  const most = Math.max(1, ...counts);
  return (
    <svg
      className={styles.histogram}
      height={heightPx}
      viewBox={`0 0 ${Math.max(1, counts.length)} 1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {counts.map((count, bin) => {
        const height = count === 0 ? 0 : Math.max(0.04, count / most);
        return <rect key={bin} x={bin + 0.06} width={0.88} y={1 - height} height={height} />;
      })}
    </svg>
  );
}
