// Who is missing: for each level the share here, the share in the reference, and the gap between them.
import { ChartFrame } from './ChartFrame.tsx';
import styles from './charts.module.css';
import own from './dumbbells.module.css';
import { linear, roundTicks, type Range } from './scales.ts';

export interface Dumbbell {
  readonly key: string;
  readonly name: string;
  /** Shares 0..1. */
  readonly here: number;
  readonly reference: number;
  /** The share here with weights; a small mark on the line. */
  readonly weighted?: number;
}

export interface DumbbellsProps {
  readonly rows: readonly Dumbbell[];
  readonly summary: string;
  /** Words of the legend; `weighted` only where there are weights. */
  readonly words: { readonly here: string; readonly reference: string; readonly weighted: string };
  readonly gapLabel: string;
  readonly formatShare: (share: number) => string;
  /** A gap (here − reference) in points, with its sign. */
  readonly formatGap: (gap: number) => string;
}

/** A gap of 5 points and more is worth a bold line. */
const LARGE_GAP = 0.05;

type Scale = (share: number) => number;

function Row({
  row,
  x,
  ticks,
}: {
  readonly row: Dumbbell;
  readonly x: Scale;
  readonly ticks: readonly number[];
}) {
  const at = (share: number): string => `${x(share)}%`;
  const large = Math.abs(row.here - row.reference) >= LARGE_GAP;
  return (
    <svg className={own.plot} aria-hidden>
      {ticks.map((tick) => (
        <line key={tick} className={styles.gridLine} x1={at(tick)} x2={at(tick)} y1="0" y2="100%" />
      ))}
      <line
        className={own.bar}
        data-large={large || undefined}
        x1={at(row.here)}
        x2={at(row.reference)}
        y1="50%"
        y2="50%"
      />
      <circle className={own.reference} cx={at(row.reference)} cy="50%" r="4.5" />
      <circle className={own.here} cx={at(row.here)} cy="50%" r="4.5" />
      {row.weighted === undefined ? null : (
        <line className={own.weighted} x1={at(row.weighted)} x2={at(row.weighted)} y1="20%" y2="80%" />
      )}
    </svg>
  );
}

function Legend({
  words,
  weighted,
}: {
  readonly words: DumbbellsProps['words'];
  readonly weighted: boolean;
}) {
  const mark = (className: string | undefined, isLine = false) => (
    <svg width="12" height="12" aria-hidden>
      {isLine ? (
        <line className={className} x1="6" x2="6" y1="1" y2="11" />
      ) : (
        <circle className={className} cx="6" cy="6" r="4.5" />
      )}
    </svg>
  );
  return (
    <div className={own.legend}>
      <span>
        {mark(own.here)}
        {words.here}
      </span>
      <span>
        {mark(own.reference)}
        {words.reference}
      </span>
      {weighted ? (
        <span>
          {mark(own.weighted, true)}
          {words.weighted}
        </span>
      ) : null}
    </div>
  );
}

/** One dumbbell per level on an axis that begins at zero; gaps of five points and more are bold. */
export function Dumbbells({ rows, summary, words, gapLabel, formatShare, formatGap }: DumbbellsProps) {
  const most = Math.max(0.05, ...rows.flatMap((row) => [row.here, row.reference, row.weighted ?? 0]));
  const range: Range = { low: 0, high: most };
  const x = linear(range, 3, 96);
  const ticks = roundTicks(range, 4);
  const weighted = rows.some((row) => row.weighted !== undefined);
  const table = {
    headers: ['', words.here, words.reference, ...(weighted ? [words.weighted] : []), gapLabel],
    rows: rows.map((row) => [
      row.name,
      formatShare(row.here),
      formatShare(row.reference),
      ...(weighted ? [formatShare(row.weighted ?? row.here)] : []),
      formatGap(row.here - row.reference),
    ]),
  };
  return (
    <ChartFrame summary={summary} table={table}>
      <div className={own.grid}>
        <span />
        <Legend words={words} weighted={weighted} />
        <span className={own.gapLabel}>{gapLabel}</span>
        {rows.map((row) => [
          <span key={`${row.key}-name`} className={own.name} title={row.name}>
            {row.name}
          </span>,
          <Row key={row.key} row={row} x={x} ticks={ticks} />,
          <span
            key={`${row.key}-gap`}
            className={styles.figure}
            data-large={Math.abs(row.here - row.reference) >= LARGE_GAP || undefined}
          >
            {formatGap(row.here - row.reference)}
          </span>,
        ])}
        <span />
        <span className={own.axis} aria-hidden>
          {ticks.map((tick) => (
            <span key={tick} style={{ insetInlineStart: `${x(tick)}%` }}>
              {formatShare(tick)}
            </span>
          ))}
        </span>
        <span />
      </div>
    </ChartFrame>
  );
}
