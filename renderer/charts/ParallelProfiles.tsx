// Parallel coordinates of segment medians as percentile ranks, over the heat map and sharing its columns.
import { useTranslations } from 'use-intl';
import { segmentFill, segmentStyle, useFigures } from '../ui/index.ts';
import { ChartFrame } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { EndLetters, endLettersPx } from './EndLetters.tsx';
import { useWidth } from './useWidth.ts';

export interface ParallelSeries {
  readonly key: string;
  readonly name: string;
  readonly slot: number;
  /** Percentile ranks 0..1, one per feature; null when unknown. */
  readonly ranks: readonly (number | null)[];
}

export interface ParallelProfilesProps {
  readonly features: readonly string[];
  readonly series: readonly ParallelSeries[];
  /** The selection's median and middle half. */
  readonly selection?: {
    readonly ranks: readonly number[];
    readonly low: readonly number[];
    readonly high: readonly number[];
  } | null;
  /** Some customers, drawn faintly: ranks per feature and the segment's slot. */
  readonly sample?: readonly { readonly slot: number; readonly ranks: readonly number[] }[];
  readonly summary: string;
  /** More when the letters after the last column need it. */
  readonly heightPx?: number;
  readonly nameWidthPx?: number;
  /** Room after the last column for the segments' letters (END_LABELS_PX, as the heat map); 0 leaves them out. */
  readonly endWidthPx?: number;
}

type Place = (feature: number, rank: number) => string;

function pathOf(ranks: readonly (number | null)[], place: Place): string {
  let pen = 'M';
  let path = '';
  ranks.forEach((rank, feature) => {
    if (rank === null) pen = 'M';
    else {
      path += `${pen}${place(feature, rank)}`;
      pen = 'L';
    }
  });
  return path;
}

function Series({ series, place }: { readonly series: ParallelSeries; readonly place: Place }) {
  const mark = segmentStyle(series.slot);
  return (
    <g style={{ stroke: segmentFill(series.slot) }}>
      <path d={pathOf(series.ranks, place)} fill="none" strokeWidth={1.75} />
      {series.ranks.map((rank, feature) =>
        rank === null ? null : (
          <path
            key={feature}
            d={mark.path}
            transform={`translate(${place(feature, rank)}) scale(0.42) translate(-10 -10)`}
            strokeWidth={mark.hollow ? 4 : 0}
            style={{ fill: mark.hollow ? 'var(--c-canvas)' : segmentFill(series.slot) }}
          />
        ),
      )}
    </g>
  );
}

function Selection({
  selection,
  place,
}: {
  readonly selection: NonNullable<ParallelProfilesProps['selection']>;
  readonly place: Place;
}) {
  const back = selection.low.map((rank, feature) => place(feature, rank)).reverse();
  return (
    <g>
      <path d={`${pathOf(selection.high, place)}L${back.join('L')}Z`} style={{ fill: 'var(--band)' }} />
      <path
        d={pathOf(selection.ranks, place)}
        fill="none"
        strokeWidth={2}
        strokeDasharray="5 3"
        style={{ stroke: 'var(--t-1)' }}
      />
    </g>
  );
}

/** One line per segment across the features; the dashed line and band are the selection. */
export function ParallelProfiles(props: ParallelProfilesProps) {
  const { features, series, selection, sample = [], nameWidthPx = 180, endWidthPx = 0 } = props;
  const heightPx = Math.max(props.heightPx ?? 170, endWidthPx > 0 ? endLettersPx(series.length) : 0);
  const t = useTranslations('common.chart');
  const figures = useFigures();
  const { ref, width } = useWidth<HTMLDivElement>(720);
  const gap = 2;
  const column = (width - nameWidthPx - endWidthPx - gap * features.length) / Math.max(1, features.length);
  const x = (feature: number): number => nameWidthPx + gap + feature * (column + gap) + column / 2;
  const y = (rank: number): number => 8 + (1 - rank) * (heightPx - 16);
  const place: Place = (feature, rank) => `${x(feature).toFixed(1)} ${y(rank).toFixed(1)}`;
  const table = {
    headers: [t('segment'), ...features],
    rows: series.map((each) => [
      each.name,
      ...each.ranks.map((rank) => (rank === null ? '–' : figures.share(rank, 0))),
    ]),
  };
  const levels = [
    [1, t('highest')],
    [0.5, t('median')],
    [0, t('lowest')],
  ] as const;
  return (
    <ChartFrame summary={props.summary} table={table}>
      <div ref={ref}>
        <svg className={styles.svg} height={heightPx} aria-hidden>
          {levels.map(([rank, name]) => (
            <g key={name}>
              <line
                className={styles.gridLine}
                x1={nameWidthPx}
                x2={width - endWidthPx}
                y1={y(rank)}
                y2={y(rank)}
              />
              <text x={nameWidthPx - 8} y={y(rank) + 4} textAnchor="end">
                {name}
              </text>
            </g>
          ))}
          {features.map((feature, index) => (
            <line key={feature} className={styles.gridLine} x1={x(index)} x2={x(index)} y1={y(1)} y2={y(0)} />
          ))}
          <g strokeOpacity={0.22} fill="none">
            {sample.map((line, index) => (
              <path key={index} d={pathOf(line.ranks, place)} style={{ stroke: segmentFill(line.slot) }} />
            ))}
          </g>
          {selection ? <Selection selection={selection} place={place} /> : null}
          {series.map((each) => (
            <Series key={each.key} series={each} place={place} />
          ))}
          {endWidthPx > 0 && features.length > 0 ? (
            <EndLetters series={series} at={x(features.length - 1)} y={y} heightPx={heightPx} />
          ) : null}
        </svg>
      </div>
    </ChartFrame>
  );
}
