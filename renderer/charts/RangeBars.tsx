// Ranges on one shared axis, each with an optional tick: expected effects, planned against measured.
import { useTranslations } from 'use-intl';
import { SegmentGlyph, segmentFill } from '../ui/index.ts';
import { ChartFrame } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { linear, rangeOf, roundTicks } from './scales.ts';

export interface RangeBar {
  readonly key: string;
  readonly name: string;
  readonly slot: number;
  readonly low: number;
  readonly high: number;
  /** A mark on the range, e.g. the smallest visible effect or what was measured. */
  readonly tick?: number;
  /** Text at the end of the row, e.g. `8 in 10`. */
  readonly note?: string;
  /** A range that says “yes” is bold. */
  readonly strong?: boolean;
}

export interface RangeBarsProps {
  readonly bars: readonly RangeBar[];
  readonly format: (value: number) => string;
  readonly summary: string;
  readonly nameWidthPx?: number;
  /** Heading of the notes. */
  readonly noteLabel?: string;
}

const WIDTH = 200;
const HEIGHT = 24;

function Bar({
  bar,
  x,
  ticks,
}: {
  readonly bar: RangeBar;
  readonly x: (value: number) => number;
  readonly ticks: readonly number[];
}) {
  return (
    <svg
      className={styles.svg}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {ticks.map((tick) => (
        <line
          key={tick}
          className={tick === 0 ? styles.axisLine : styles.gridLine}
          x1={x(tick)}
          x2={x(tick)}
          y1={0}
          y2={HEIGHT}
          vectorEffect="non-scaling-stroke"
        />
      ))}
      <rect
        x={x(bar.low)}
        width={Math.max(1, x(bar.high) - x(bar.low))}
        y={7}
        height={10}
        style={{ fill: segmentFill(bar.slot) }}
      />
      {bar.tick === undefined ? null : (
        <line
          x1={x(bar.tick)}
          x2={x(bar.tick)}
          y1={2}
          y2={HEIGHT - 2}
          strokeWidth={3}
          vectorEffect="non-scaling-stroke"
          style={{ stroke: 'var(--t-1)' }}
        />
      )}
    </svg>
  );
}

/** One bar per row from low to high on a shared axis that includes zero. */
export function RangeBars({ bars, format, summary, nameWidthPx = 150, noteLabel }: RangeBarsProps) {
  const t = useTranslations('common.chart');
  const range = rangeOf([0, ...bars.flatMap((bar) => [bar.low, bar.high, bar.tick ?? bar.low])]);
  const x = linear(range, 4, WIDTH - 4);
  const ticks = roundTicks(range, 4);
  const table = {
    headers: ['', t('from'), t('to'), ...(noteLabel ? [noteLabel] : [])],
    rows: bars.map((bar) => [
      bar.name,
      format(bar.low),
      format(bar.high),
      ...(noteLabel ? [bar.note ?? ''] : []),
    ]),
  };
  return (
    <ChartFrame summary={summary} table={table}>
      <div className={styles.list} style={{ gridTemplateColumns: `${nameWidthPx}px 1fr auto` }}>
        <span />
        <span className={styles.quiet} style={{ position: 'relative', height: 16 }}>
          {ticks.map((tick) => (
            <span
              key={tick}
              style={{
                position: 'absolute',
                insetInlineStart: `${(x(tick) / WIDTH) * 100}%`,
                transform: 'translateX(-50%)',
              }}
            >
              {format(tick)}
            </span>
          ))}
        </span>
        <span className={styles.quiet}>{noteLabel}</span>
        {bars.map((bar) => [
          <span key={`${bar.key}-name`} className={styles.heatName}>
            <SegmentGlyph slot={bar.slot} size={15} />
            <span title={bar.name}>{bar.name}</span>
          </span>,
          <Bar key={bar.key} bar={bar} x={x} ticks={ticks} />,
          <span
            key={`${bar.key}-note`}
            className={styles.figure}
            style={{ fontWeight: bar.strong ? 600 : 400 }}
          >
            {bar.note}
          </span>,
        ])}
      </div>
    </ChartFrame>
  );
}
