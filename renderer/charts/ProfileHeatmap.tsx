// Standardised means, one row per segment: colour by distance from the average, and the value in every cell.
import { useTranslations } from 'use-intl';
import { SegmentGlyph, useFigures } from '../ui/index.ts';
import { ChartFrame } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { ColumnHeadings, standsUpright } from './ColumnHeadings.tsx';
import { useWidth } from './useWidth.ts';

export interface ProfileRow {
  readonly key: string;
  readonly name: string;
  readonly slot: number;
  /** Mean in standard deviations, one per feature; null when unknown. */
  readonly means: readonly (number | null)[];
}

export interface ProfileHeatmapProps {
  readonly features: readonly string[];
  readonly rows: readonly ProfileRow[];
  /** The selection's own row, under the segments. */
  readonly selection?: { readonly count: number; readonly means: readonly (number | null)[] } | null;
  /** A click on a row's name or a cell. */
  readonly onPick?: (rowKey: string, featureIndex: number | null) => void;
  readonly pickedKey?: string | null;
  readonly summary: string;
  /** Width of the name column, px: give ParallelProfiles the same to share columns. */
  readonly nameWidthPx?: number;
  /** Room kept free after the last column, px: where ParallelProfiles has its letters. */
  readonly endWidthPx?: number;
  readonly hideHeader?: boolean;
}

const GAP_PX = 2;

/** Narrowest cell that holds a printed value such as −0.6. */
export const MIN_CELL_PX = 32;

/** Column tracks of the heat map, for headings that stand apart from it. */
export const heatColumns = (features: number, nameWidthPx: number): string =>
  `${nameWidthPx}px repeat(${features}, minmax(${MIN_CELL_PX}px, 1fr))`;

const STEPS = [1.15, 0.6, 0.25] as const;

/** Name of the diverging step of a standardised mean: n3 … 0 … p3. */
export function divergingStep(mean: number): string {
  const size = Math.abs(mean);
  const step = size >= STEPS[0] ? 3 : size >= STEPS[1] ? 2 : size >= STEPS[2] ? 1 : 0;
  return step === 0 ? '0' : `${mean < 0 ? 'n' : 'p'}${step}`;
}

interface CellProps {
  readonly mean: number | null;
  readonly label: string;
  readonly onPick: (() => void) | undefined;
}

function Cell({ mean, label, onPick }: CellProps) {
  const figures = useFigures();
  const step = mean === null ? '0' : divergingStep(mean);
  const look = {
    background: `var(--dv-${step})`,
    color: `var(--dv-${step}-on)`,
    fontWeight: step.endsWith('3') ? 600 : 400,
  };
  const shown = mean === null ? '–' : figures.signed(mean);
  if (!onPick)
    return (
      <span className={styles.heatCell} style={look}>
        {shown}
      </span>
    );
  return (
    <button
      type="button"
      className={styles.heatCell}
      style={look}
      aria-label={`${label}: ${shown}`}
      onClick={onPick}
    >
      {shown}
    </button>
  );
}

function Row({
  row,
  features,
  picked,
  onPick,
}: {
  readonly row: ProfileRow;
  readonly features: readonly string[];
  readonly picked: boolean;
  readonly onPick: ProfileHeatmapProps['onPick'];
}) {
  return (
    <div className={styles.heatRow} data-on={picked || undefined}>
      <button
        type="button"
        className={styles.heatName}
        aria-pressed={picked}
        disabled={!onPick}
        onClick={() => onPick?.(row.key, null)}
      >
        <SegmentGlyph slot={row.slot} size={16} />
        <span title={row.name}>{row.name}</span>
      </button>
      {row.means.map((mean, index) => (
        <Cell
          key={features[index] ?? index}
          mean={mean}
          label={`${row.name}, ${features[index] ?? ''}`}
          onPick={onPick ? () => onPick(row.key, index) : undefined}
        />
      ))}
    </div>
  );
}

/** Heat map of standardised means with printed values. */
export function ProfileHeatmap(props: ProfileHeatmapProps) {
  const { features, rows, selection, onPick, pickedKey, nameWidthPx = 180, endWidthPx = 0 } = props;
  const { ref, width } = useWidth<HTMLDivElement>(720);
  const columnPx = (width - nameWidthPx) / Math.max(1, features.length) - GAP_PX;
  const columns = heatColumns(features.length, nameWidthPx);
  const t = useTranslations('common.chart');
  const figures = useFigures();
  const print = (mean: number | null): string => (mean === null ? '–' : figures.signed(mean));
  const selectionName = selection ? t('selectionOf', { count: selection.count }) : '';
  const table = {
    headers: [t('segment'), ...features],
    rows: [
      ...rows.map((row) => [row.name, ...row.means.map(print)]),
      ...(selection ? [[selectionName, ...selection.means.map(print)]] : []),
    ],
  };
  return (
    <ChartFrame summary={props.summary} table={table}>
      <div ref={ref} style={{ paddingInlineEnd: endWidthPx }}>
        {props.hideHeader ? null : (
          <ColumnHeadings names={features} columns={columns} upright={standsUpright(features, columnPx)} />
        )}
        <div className={styles.heat} style={{ gridTemplateColumns: columns }}>
          {rows.map((row) => (
            <Row key={row.key} row={row} features={features} picked={row.key === pickedKey} onPick={onPick} />
          ))}
          {selection ? (
            <div className={styles.heatRow}>
              <span className={styles.heatName}>
                <i className={styles.selectionDash} />
                <span>{selectionName}</span>
              </span>
              {selection.means.map((mean, index) => (
                <Cell key={features[index] ?? index} mean={mean} label="" onPick={undefined} />
              ))}
            </div>
          ) : null}
        </div>
      </div>
    </ChartFrame>
  );
}
