// A segment's distribution (bars) against everyone (outline), both as shares of their own total.
import { useTranslations } from 'use-intl';
import { segmentFill, useFigures } from '../ui/index.ts';
import { ChartFrame } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { sharesOf, stepPath } from './histograms.ts';

export interface HistogramPairProps {
  readonly name: string;
  /** n + 1 ascending edges of equal width. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  readonly everyone: readonly number[];
  readonly slot: number;
  readonly format: (value: number) => string;
  readonly summary: string;
  readonly heightPx?: number;
}

const WIDTH = 120;

/** Bars of one segment under the outline of everyone; the first, middle and last edges are labelled. */
export function HistogramPair(props: HistogramPairProps) {
  const { name, edges, counts, everyone, slot, format, heightPx = 60 } = props;
  const t = useTranslations('common.chart');
  const figures = useFigures();
  const here = sharesOf(counts);
  const all = sharesOf(everyone);
  const most = Math.max(1e-9, ...here, ...all);
  const step = WIDTH / Math.max(1, here.length);
  const table = {
    headers: [name, t('here'), t('everyone')],
    rows: here.map((share, bin) => [
      `${format(edges[bin] ?? 0)}–${format(edges[bin + 1] ?? 0)}`,
      figures.share(share),
      figures.share(all[bin] ?? 0),
    ]),
  };
  const shown = [0, Math.floor(here.length / 2), here.length];
  return (
    <ChartFrame summary={props.summary} table={table}>
      <svg
        className={styles.svg}
        height={heightPx}
        viewBox={`0 0 ${WIDTH} ${heightPx}`}
        preserveAspectRatio="none"
        aria-hidden
      >
        {here.map((share, bin) => (
          <rect
            key={bin}
            x={bin * step + 0.4}
            width={Math.max(0.2, step - 0.8)}
            y={heightPx - (share / most) * heightPx}
            height={(share / most) * heightPx}
            style={{ fill: segmentFill(slot) }}
          />
        ))}
        <path
          className={styles.outline}
          vectorEffect="non-scaling-stroke"
          d={stepPath(all, WIDTH, heightPx, most)}
        />
        <line
          className={styles.axisLine}
          x1={0}
          x2={WIDTH}
          y1={heightPx}
          y2={heightPx}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <div className={[styles.legend].join(' ')} style={{ justifyContent: 'space-between' }} aria-hidden>
        {shown.map((edge) => (
          <span key={edge}>{format(edges[edge] ?? 0)}</span>
        ))}
      </div>
    </ChartFrame>
  );
}
