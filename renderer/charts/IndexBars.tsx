// What sets a segment apart: bars from 100 (= everyone) with interval whiskers; below 100 they are hollow.
import { Fragment, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { segmentFill, useFigures } from '../ui/index.ts';
import { ChartFrame } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { ratioScale, type Range } from './scales.ts';

export interface IndexRow {
  readonly key: string;
  readonly name: string;
  /** Values here and for everyone, ready for reading. */
  readonly here: string;
  readonly everyone: string;
  /** 100 = everyone. */
  readonly index: number;
  readonly low: number;
  readonly high: number;
}

export interface IndexBarsProps {
  readonly rows: readonly IndexRow[];
  readonly slot: number;
  readonly summary: string;
  /** Opens or closes a row's explanation. */
  readonly onPick?: (key: string) => void;
  readonly pickedKey?: string | null;
  /** Shown across the table under the picked row. */
  readonly explanation?: ReactNode;
}

const HEIGHT_PX = 26;
const WIDTH = 200;
const TICKS = [25, 50, 100, 200, 400] as const;

/** Index range that holds all intervals and 100, with a little room. */
export function indexRange(rows: readonly Pick<IndexRow, 'low' | 'high'>[]): Range {
  const low = Math.min(70, ...rows.map((row) => row.low)) * 0.92;
  const high = Math.max(140, ...rows.map((row) => row.high)) * 1.08;
  return { low: Math.max(5, low), high: Math.min(2000, high) };
}

function Bar({
  row,
  slot,
  x,
}: {
  readonly row: IndexRow;
  readonly slot: number;
  readonly x: (index: number) => number;
}) {
  const from = Math.min(x(row.index), x(100));
  const width = Math.abs(x(row.index) - x(100));
  const above = row.index >= 100;
  const mid = HEIGHT_PX / 2;
  return (
    <svg
      className={styles.svg}
      height={HEIGHT_PX}
      viewBox={`0 0 ${WIDTH} ${HEIGHT_PX}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {TICKS.filter((tick) => x(tick) >= 0 && x(tick) <= WIDTH).map((tick) => (
        <line
          key={tick}
          className={tick === 100 ? styles.axisLine : styles.gridLine}
          x1={x(tick)}
          x2={x(tick)}
          y1={0}
          y2={HEIGHT_PX}
          vectorEffect="non-scaling-stroke"
        />
      ))}
      <rect
        x={from}
        y={mid - 5}
        width={Math.max(0.8, width)}
        height={10}
        strokeWidth={1.25}
        vectorEffect="non-scaling-stroke"
        style={{
          stroke: segmentFill(slot),
          fill: above ? segmentFill(slot) : `color-mix(in srgb, ${segmentFill(slot)} 12%, var(--c-canvas))`,
        }}
      />
      <path
        className={styles.whisker}
        vectorEffect="non-scaling-stroke"
        d={`M${x(row.low)} ${mid - 3.5}V${mid + 3.5}M${x(row.high)} ${mid - 3.5}V${mid + 3.5}M${x(row.low)} ${mid}H${x(row.high)}`}
      />
    </svg>
  );
}

function Head({ x }: { readonly x: (index: number) => number }) {
  const t = useTranslations('common.chart');
  const visible = TICKS.filter((tick) => x(tick) >= 0 && x(tick) <= WIDTH);
  return (
    <div className={styles.indexRow}>
      <span className={styles.indexHead}>{t('feature')}</span>
      <span className={[styles.indexHead, styles.end].join(' ')}>{t('hereShort')}</span>
      <span className={[styles.indexHead, styles.end].join(' ')} data-narrow="hide-second">
        {t('everyoneShort')}
      </span>
      <span className={styles.indexHead} style={{ position: 'relative' }}>
        {visible.map((tick) => (
          <span
            key={tick}
            style={{
              position: 'absolute',
              insetInlineStart: `${(x(tick) / WIDTH) * 100}%`,
              transform: 'translateX(-50%)',
            }}
          >
            {tick}
          </span>
        ))}
      </span>
      <span className={[styles.indexHead, styles.end].join(' ')}>{t('index')}</span>
      <span className={[styles.indexHead, styles.end].join(' ')} data-narrow="hide-first">
        {t('interval')}
      </span>
    </div>
  );
}

/** Diverging index bars on a ratio scale: 50 and 200 are equally far from 100. */
export function IndexBars({ rows, slot, summary, onPick, pickedKey, explanation }: IndexBarsProps) {
  const t = useTranslations('common.chart');
  const figures = useFigures();
  const x = ratioScale(indexRange(rows), 0, WIDTH);
  const table = {
    headers: [t('feature'), t('here'), t('everyone'), t('index'), t('interval')],
    rows: rows.map((row) => [
      row.name,
      row.here,
      row.everyone,
      figures.count(row.index),
      figures.range(row.low, row.high),
    ]),
  };
  return (
    <ChartFrame summary={summary} table={table}>
      <div className={styles.indexBox}>
        <div className={styles.indexGrid}>
          <Head x={x} />
          {rows.map((row) => (
            <Fragment key={row.key}>
              <div className={styles.indexRow}>
                {onPick ? (
                  <button
                    type="button"
                    className={styles.name}
                    title={row.name}
                    aria-expanded={row.key === pickedKey}
                    onClick={() => onPick(row.key)}
                  >
                    <span>{row.name}</span>
                  </button>
                ) : (
                  <span className={styles.name} title={row.name}>
                    <span>{row.name}</span>
                  </span>
                )}
                <span className={styles.end}>{row.here}</span>
                <span className={[styles.end, styles.quiet].join(' ')} data-narrow="hide-second">
                  {row.everyone}
                </span>
                <Bar row={row} slot={slot} x={x} />
                <b className={styles.end}>{figures.count(row.index)}</b>
                <span className={[styles.end, styles.quiet].join(' ')} data-narrow="hide-first">
                  {figures.range(row.low, row.high)}
                </span>
              </div>
              {row.key === pickedKey && explanation ? (
                <div className={styles.indexWide}>{explanation}</div>
              ) : null}
            </Fragment>
          ))}
        </div>
      </div>
    </ChartFrame>
  );
}
