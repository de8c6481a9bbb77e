// A few curves over the same numbers, told apart by dashes and by their names at the end; the chosen point is ringed.
import { useTranslations } from 'use-intl';
import { useFigures } from '../ui/index.ts';
import { ChartFrame } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { linear, rangeOf, roundTicks } from './scales.ts';
import { useWidth } from './useWidth.ts';

export interface ScoreCurve {
  readonly name: string;
  /** One per category; null where there is no value. */
  readonly values: readonly (number | null)[];
}

export interface ScoreCurvesProps {
  readonly categories: readonly number[];
  /** What the categories are. */
  readonly categoryName: string;
  readonly curves: readonly ScoreCurve[];
  /** Curve and category of the point that was taken. */
  readonly chosen: { readonly curve: number; readonly at: number } | null;
  /** Where something begins, e.g. what a model had not seen: a line across the curves, its words right of it. */
  readonly from?: { readonly category: number; readonly words: string };
  /** A value in words, in the table; whole numbers when left out. */
  readonly write?: (value: number) => string;
  /** The last category stands for so many or more. */
  readonly open?: boolean;
  readonly summary: string;
  readonly heightPx?: number;
  /** Whom the scores were measured on; left out where that is known to be enough. */
  readonly customers?: number;
}

const LEFT_PX = 54;
const RIGHT_PX = 12;
/** More are a line of their own and need no dots; their axis has round numbers only. */
const MOST_DOTS = 16;
const DASHES = [undefined, '7 4', '2 3'];

function Curve({
  points,
  dash,
}: {
  readonly points: readonly (readonly [number, number])[];
  readonly dash: string | undefined;
}) {
  return (
    <>
      <polyline
        points={points.map(([x, y]) => `${x},${y}`).join(' ')}
        fill="none"
        strokeWidth={1.75}
        {...(dash !== undefined && { strokeDasharray: dash })}
        style={{ stroke: 'var(--t-1)' }}
      />
      {points.length > MOST_DOTS
        ? null
        : points.map(([x, y]) => <circle key={x} cx={x} cy={y} r={2.6} style={{ fill: 'var(--t-1)' }} />)}
    </>
  );
}

/** The key stands above, for curves that end close together cannot be labelled there. */
function Key({ curves }: Pick<ScoreCurvesProps, 'curves'>) {
  return (
    <p className={styles.legend}>
      {curves.map(({ name }, at) => (
        <span key={name} className={styles.legendItem}>
          <svg width={26} height={8} aria-hidden>
            <line
              x1={0}
              x2={26}
              y1={4}
              y2={4}
              strokeWidth={1.75}
              {...(DASHES[at] !== undefined && { strokeDasharray: DASHES[at] })}
              style={{ stroke: 'var(--t-1)' }}
            />
          </svg>
          {name}
        </span>
      ))}
    </p>
  );
}

/** One point has no line to be told apart by. */
function Names({
  curves,
  x,
  y,
}: Pick<ScoreCurvesProps, 'curves'> & { readonly x: number; readonly y: (value: number) => number }) {
  return curves.map(({ name, values: [value] }) =>
    value === null || value === undefined ? null : (
      <text key={name} x={x + 14} y={y(value) + 4}>
        {name}
      </text>
    ),
  );
}

/** Lines over numbers such as k. */
export function ScoreCurves(props: ScoreCurvesProps) {
  const { categories, categoryName, curves, chosen, summary, heightPx = 168 } = props;
  const figures = useFigures();
  const t = useTranslations('common.chart');
  const { ref, width } = useWidth<HTMLDivElement>(380);
  const range = rangeOf(curves.flatMap(({ values }) => values.filter((value) => value !== null)));
  const y = linear(range, heightPx - 34, 10);
  const ends = { low: categories[0] ?? 0, high: categories.at(-1) ?? 1 };
  const x = linear(ends.low === ends.high ? rangeOf([ends.low]) : ends, LEFT_PX + 8, width - RIGHT_PX);
  const value = chosen && curves[chosen.curve]?.values[chosen.at];
  const ticks = categories.length > MOST_DOTS ? roundTicks(ends, 8) : categories;
  const written = (category: number): string =>
    props.open && category === categories.at(-1) ? `${figures.count(category)}+` : figures.count(category);
  const shown = (one: number | null): string =>
    one === null ? t('unknown') : (props.write ?? figures.count)(one);
  const levels = roundTicks(range, 4);
  const decimals = levels.every(Number.isInteger) ? 0 : 1;
  const table = {
    headers: [categoryName, ...curves.map(({ name }) => name)],
    rows: categories.map((category, at) => [
      written(category),
      ...curves.map(({ values }) => shown(values[at] ?? null)),
    ]),
  };
  return (
    <ChartFrame
      summary={summary}
      table={table}
      button
      {...(props.customers !== undefined && { customers: props.customers })}
    >
      <div ref={ref}>
        {categories.length > 1 ? <Key curves={curves} /> : null}
        <svg className={styles.svg} height={heightPx} aria-hidden>
          {levels.map((tick) => (
            <g key={tick}>
              <line className={styles.gridLine} x1={LEFT_PX} x2={width} y1={y(tick)} y2={y(tick)} />
              <text x={LEFT_PX - 6} y={y(tick) + 4} textAnchor="end">
                {figures.decimal(tick, decimals)}
              </text>
            </g>
          ))}
          {ticks.map((category) => (
            <text key={category} x={x(category)} y={heightPx - 18} textAnchor="middle">
              {written(category)}
            </text>
          ))}
          {props.from ? (
            <>
              <line
                className={styles.axisLine}
                x1={x(props.from.category)}
                x2={x(props.from.category)}
                y1={4}
                y2={heightPx - 34}
              />
              <text x={x(props.from.category) + 6} y={heightPx - 42}>
                {props.from.words}
              </text>
            </>
          ) : null}
          <text x={(LEFT_PX + width) / 2} y={heightPx - 3} textAnchor="middle">
            {categoryName}
          </text>
          {curves.map(({ name, values }, at) => (
            <Curve
              key={name}
              dash={DASHES[at % DASHES.length]}
              points={values.flatMap((one, place) => (one === null ? [] : [[x(categories[place]!), y(one)]]))}
            />
          ))}
          {categories.length > 1 ? null : <Names curves={curves} x={x(ends.low)} y={y} />}
          {chosen && value !== null && value !== undefined ? (
            <circle
              cx={x(categories[chosen.at] ?? 0)}
              cy={y(value)}
              r={7}
              fill="none"
              strokeWidth={2}
              style={{ stroke: 'var(--accent)' }}
            />
          ) : null}
        </svg>
      </div>
    </ChartFrame>
  );
}
