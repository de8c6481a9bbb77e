// Customers by recency and frequency score, as many of each as there are: shaded by how many, with the mean spend score.
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import type { MethodFacts } from '../../../shared/model/method.ts';
import { Panel, useFigures } from '../../ui/index.ts';
import styles from './explore.module.css';
import own from './rfmGrid.module.css';

export interface RfmGridPaneProps {
  readonly cells: NonNullable<MethodFacts['rfmCells']>;
}

/** The best recency on top, the best frequency on the right. */
export function RfmGridPane({ cells: { counts, monetary } }: RfmGridPaneProps) {
  const t = useTranslations('methods.rfmGrid');
  const names = useTranslations('features.builtIn');
  const figures = useFigures();
  const most = Math.max(1, ...counts.flat());
  const columns = counts[0]?.map((_, at) => at + 1) ?? [];
  const titleOf = (recency: number, frequency: number): string => {
    const n = counts[recency - 1]?.[frequency - 1] ?? 0;
    const mean = monetary[recency - 1]?.[frequency - 1] ?? null;
    const cell = t('cell', { r: String(recency), f: String(frequency), n });
    return mean === null ? cell : `${cell}, ${t('mean', { score: figures.decimal(mean, 1) })}`;
  };
  return (
    <Panel edge="top" className={styles.test ?? ''} title={t('title')} note={t('note')}>
      <table className={own.grid} aria-label={t('summary')}>
        <tbody>
          {counts
            .map((row, at) => ({ score: at + 1, row }))
            .toReversed()
            .map(({ score, row }) => (
              <tr key={score}>
                <th scope="row" title={`${names('recency')} ${score}`}>
                  {figures.count(score)}
                </th>
                {row.map((count, at) => (
                  <td
                    key={columns[at]}
                    title={titleOf(score, at + 1)}
                    data-empty={count === 0 || undefined}
                    style={{ '--share': String(count / most) } as CSSProperties}
                  >
                    <span>{count === 0 ? '·' : figures.count(count)}</span>
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {columns.map((score) => (
              <th key={score} scope="col" title={`${names('frequency')} ${score}`}>
                {figures.count(score)}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className={own.axes}>
        ↑ {names('recency')} · → {names('frequency')}
      </p>
    </Panel>
  );
}
