// Customers by recency and frequency score: shaded by how many, marked by the segment that most of them are in.
import { useTranslations } from 'use-intl';
import type { MethodFacts } from '../../../shared/model/method.ts';
import type { SizeBar } from '../../charts/index.ts';
import { Panel, useFigures } from '../../ui/index.ts';
import styles from './explore.module.css';
import { RfmCell } from './RfmCell.tsx';
import own from './rfmGrid.module.css';
import { cellParts, type GridPlace, onArrow } from './rfmCellParts.ts';
import { useState } from 'react';

export interface RfmGridPaneProps {
  readonly cells: NonNullable<MethodFacts['rfmCells']>;
  readonly bars: readonly SizeBar[];
  /** The bar of each cluster's segment; null for one that is in none. */
  readonly clusterKeys: readonly (string | null)[];
  readonly pickedKey: string | null;
  readonly onPick: (key: string) => void;
}

/** More columns leave no room for a mark beside the count. */
const MOST_MARKED = 6;

/** The best recency on top, the best frequency on the right. One stop for Tab; arrows go from cell to cell. */
export function RfmGridPane({ cells, bars, clusterKeys, pickedKey, onPick }: RfmGridPaneProps) {
  const t = useTranslations('methods.rfmGrid');
  const names = useTranslations('features.builtIn');
  const figures = useFigures();
  const { counts, monetary, clusters } = cells;
  const most = Math.max(1, ...counts.flat());
  const columns = counts[0]?.map((_, at) => at + 1) ?? [];
  const rows = counts.map((row, at) => ({ score: at + 1, row })).toReversed();
  const [at, setAt] = useState<GridPlace>({ row: 0, column: columns.length - 1 });
  return (
    <Panel edge="top" className={styles.test ?? ''} title={t('title')} note={t('note')}>
      <table
        className={own.grid}
        role="grid"
        aria-label={t('summary')}
        onKeyDown={(event) => onArrow(event, at, { rows: rows.length, columns: columns.length }, setAt)}
      >
        <tbody>
          {rows.map(({ score, row }, line) => (
            <tr key={score}>
              {line === 0 ? (
                <th className={own.upward} rowSpan={rows.length} scope="rowgroup">
                  <span>{names('recency')} →</span>
                </th>
              ) : null}
              <th scope="row">{figures.count(score)}</th>
              {row.map((count, column) => (
                <RfmCell
                  key={columns[column]}
                  scores={{ recency: score, frequency: column + 1 }}
                  count={count}
                  share={count / most}
                  mean={monetary[score - 1]?.[column] ?? null}
                  parts={cellParts(clusters?.[score - 1]?.[column] ?? [], clusterKeys, bars)}
                  marked={columns.length <= MOST_MARKED}
                  stop={at.row === line && at.column === column}
                  pickedKey={pickedKey}
                  onPick={onPick}
                  onFocus={() => setAt({ row: line, column })}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2} />
            {columns.map((score) => (
              <th key={score} scope="col">
                {figures.count(score)}
              </th>
            ))}
          </tr>
          <tr>
            <td colSpan={2} />
            <th className={own.across} colSpan={columns.length} scope="colgroup">
              {names('frequency')} →
            </th>
          </tr>
        </tfoot>
      </table>
      <p className={own.how}>{t(clusters ? 'how' : 'scores')}</p>
    </Panel>
  );
}
