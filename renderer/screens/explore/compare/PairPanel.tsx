// Two solutions side by side: which customers they put together, and how far they agree.
import { useTranslations } from 'use-intl';
import type { Comparison } from '../../../../shared/model/tournament.ts';
import { LinkButton, Panel, Progress, useFigures } from '../../../ui/index.ts';
import type { BoardRow } from './boardRows.ts';
import styles from './compare.module.css';
import { useSolutionName } from './solutionName.ts';

export interface PairPanelProps {
  readonly pair: readonly [BoardRow, BoardRow] | null;
  /** Null while it is read. */
  readonly comparison: Comparison | null;
  readonly onClear: () => void;
}

/** Darker where a row's customers are: a share of the row. */
const SHADE = 55;

function Cells({ comparison }: { readonly comparison: Comparison }) {
  const figures = useFigures();
  const t = useTranslations('compare');
  const columns = comparison.counts[0]?.length ?? 0;
  return (
    <div className={styles.crossScroll} role="region" aria-label={t('pairTable')} tabIndex={0}>
      <table className={styles.cross} aria-label={t('pairTable')}>
        <thead>
          <tr>
            <td />
            {Array.from({ length: columns }, (_, column) => (
              <th key={column} scope="col">
                {figures.count(column + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparison.counts.map((row, at) => {
            const total = row.reduce((sum, count) => sum + count, 0);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: segments are told apart by their number alone
              <tr key={at}>
                <th scope="row">{figures.count(at + 1)}</th>
                {row.map((count, column) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    key={column}
                    data-none={count === 0 || undefined}
                    style={{
                      background: `color-mix(in srgb, var(--accent) ${Math.round((SHADE * count) / Math.max(1, total))}%, transparent)`,
                    }}
                  >
                    {figures.count(count)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export function PairPanel({ pair, comparison, onClear }: PairPanelProps) {
  const t = useTranslations('compare');
  const common = useTranslations('common');
  const figures = useFigures();
  const nameOf = useSolutionName();
  const clear = pair ? <LinkButton onClick={onClear}>{t('unmark')}</LinkButton> : undefined;
  return (
    <Panel title={t('pair')} actions={clear} className={styles.part ?? ''}>
      {!pair ? (
        <p className={styles.hint}>{t('pairHint')}</p>
      ) : !comparison ? (
        <Progress share={null} label={common('loading')} />
      ) : (
        <>
          <p className={styles.hint}>
            {t('rows', { solution: nameOf(pair[0]) })}
            <br />
            {t('across', { solution: nameOf(pair[1]) })}
          </p>
          <Cells comparison={comparison} />
          <p className={styles.text}>{t('pairAri', { value: figures.decimal(comparison.ari) })}</p>
        </>
      )}
    </Panel>
  );
}
