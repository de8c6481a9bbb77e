// A tree of merges from its top: the higher a bar, the more it costs to make one of two; a line where the tree is cut.
import { useTranslations } from 'use-intl';
import { segmentStyle, useFigures } from '../ui/index.ts';
import { ChartFrame } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { cutHeight, dendrogramPlaces, type DendrogramMerge } from './dendrogramPlaces.ts';
import { linear, roundTicks } from './scales.ts';
import { useWidth } from './useWidth.ts';

export interface DendrogramLeaf {
  readonly customers: number;
  /** The segment's slot, A = 0. */
  readonly slot: number;
}

export interface DendrogramProps {
  readonly leaves: readonly DendrogramLeaf[];
  readonly merges: readonly DendrogramMerge[];
  /** Parts that the tree is cut into. */
  readonly k: number;
  readonly summary: string;
  readonly heightPx?: number;
}

const AXIS_PX = 34;
const FOOT_PX = 22;
/** Room for the table's button. */
const TOP_PX = 26;
const MARK_PX = 12;

function useTable({ leaves, merges }: Pick<DendrogramProps, 'leaves' | 'merges'>) {
  const t = useTranslations('common.chart.tree');
  const figures = useFigures();
  const sizes = leaves.map(({ customers }) => customers);
  for (const { a, b } of merges) sizes.push((sizes[a] ?? 0) + (sizes[b] ?? 0));
  const size = (node: number): string => figures.count(sizes[node] ?? 0);
  return {
    headers: [t('parts'), t('height'), t('first'), t('second')],
    rows: merges
      .map(({ a, b, height }, at) => [
        figures.count(merges.length - at + 1),
        figures.decimal(height),
        size(a),
        size(b),
      ])
      .toReversed(),
  };
}

/** Leaves carry the letter of their segment; the table lists the merges, the highest first. */
export function Dendrogram({ leaves, merges, k, summary, heightPx = 220 }: DendrogramProps) {
  const t = useTranslations('common.chart.tree');
  const figures = useFigures();
  const { ref, width } = useWidth<HTMLDivElement>(380);
  const table = useTable({ leaves, merges });
  const places = dendrogramPlaces(leaves.length, merges);
  const range = { low: 0, high: (merges.at(-1)?.height ?? 1) * 1.06 };
  const y = linear(range, heightPx - FOOT_PX, TOP_PX);
  const x = linear({ low: 0, high: Math.max(1, leaves.length - 1) }, AXIS_PX + 6, width - 8);
  const cut = cutHeight(merges, k);
  return (
    <ChartFrame
      summary={summary}
      table={table}
      button
      customers={leaves.reduce((sum, { customers }) => sum + customers, 0)}
    >
      <div ref={ref}>
        <svg className={styles.svg} height={heightPx} aria-hidden>
          {roundTicks(range, 4).map((tick) => (
            <g key={tick}>
              <line className={styles.gridLine} x1={AXIS_PX} x2={width} y1={y(tick)} y2={y(tick)} />
              <text x={AXIS_PX - 6} y={y(tick) + 4} textAnchor="end">
                {figures.decimal(tick, 0)}
              </text>
            </g>
          ))}
          {places.brackets.map(({ left, right, leftFoot, rightFoot, height }) => (
            <path
              key={`${left}-${right}`}
              d={`M${x(left)} ${y(leftFoot)}V${y(height)}H${x(right)}V${y(rightFoot)}`}
              fill="none"
              strokeWidth={1.5}
              style={{ stroke: 'var(--t-2)' }}
            />
          ))}
          {cut === null ? null : (
            <g>
              <line
                x1={AXIS_PX}
                x2={width}
                y1={y(cut)}
                y2={y(cut)}
                strokeWidth={1.5}
                strokeDasharray="5 4"
                style={{ stroke: 'var(--accent)' }}
              />
              <text className={styles.haloed} x={width - 4} y={y(cut) - 5} textAnchor="end">
                {t('cut', { k })}
              </text>
            </g>
          )}
          {places.leaves.map((leaf, place) => {
            const { path, fill, hollow } = segmentStyle(leaves[leaf]?.slot ?? -1);
            return (
              <path
                key={leaf}
                d={path}
                transform={`translate(${x(place) - MARK_PX / 2} ${heightPx - MARK_PX - 4}) scale(${MARK_PX / 20})`}
                strokeWidth={hollow ? 3 : 0}
                style={{ fill: hollow ? 'var(--c-canvas)' : `var(${fill})`, stroke: `var(${fill})` }}
              />
            );
          })}
        </svg>
      </div>
    </ChartFrame>
  );
}
