// The leaderboard: one line per solution, a bar per test, the best value of each test in bold.
import { IconStar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Criterion, Tournament } from '../../../../shared/model/tournament.ts';
import {
  Checkbox,
  Chip,
  Meter,
  SimpleTable,
  Tooltip,
  useFigures,
  type SortOrder,
  type TableColumn,
} from '../../../ui/index.ts';
import { bestOf, type BoardRow, isBaseline, rowsOf, sortEntries, TESTS, testValues } from './boardRows.ts';
import styles from './compare.module.css';
import { useSolutionName, useVariant } from './solutionName.ts';

export interface BoardProps {
  readonly tournament: Pick<Tournament, 'entries' | 'baselines' | 'recommended'>;
  readonly shownId: string | null;
  readonly marked: readonly string[];
  readonly onShow: (id: string) => void;
  readonly onMark: (id: string) => void;
}

const DASH = '–';

function Value({
  test,
  value,
  best,
  setOut,
}: {
  readonly test: Criterion;
  readonly value: number | null;
  readonly best: number | null;
  /** Nothing was searched for: there is nothing to come back. */
  readonly setOut: boolean;
}) {
  const figures = useFigures();
  const t = useTranslations('compare');
  if (value === null)
    return (
      <span className={styles.pending}>
        {test !== 'stability' ? (
          DASH
        ) : setOut ? (
          <span title={t('baseline.stability')}>{t('baseline.none')}</span>
        ) : (
          <span title={t('pending')}>…</span>
        )}
      </span>
    );
  const top = value === best && !setOut;
  const text = test === 'balance' ? figures.share(value) : figures.decimal(value);
  return (
    <span className={styles.value} data-top={top || undefined}>
      {text}
      <Meter
        share={best && best > 0 ? Math.min(1, value / best) : 0}
        label=""
        heightPx={3}
        tone={top ? 'ink' : 'muted'}
      />
    </span>
  );
}

function Name({ entry, recommended }: { readonly entry: BoardRow; readonly recommended: boolean }) {
  const t = useTranslations('compare');
  const names = useTranslations('methods.names');
  const figures = useFigures();
  const variant = useVariant()(entry);
  return (
    <span className={styles.name}>
      <span className={styles.nameLine}>
        <span>{names(entry.method)}</span>
        <b>{figures.count(entry.k)}</b>
        {isBaseline(entry) ? (
          <Tooltip label={t('baseline.text')}>
            <Chip>{t('baseline.chip')}</Chip>
          </Tooltip>
        ) : null}
        {!isBaseline(entry) && entry.pareto ? (
          <Tooltip label={t('pareto')}>
            <span className={styles.front} role="img" aria-label={t('pareto')} tabIndex={-1}>
              <IconStar size={13} stroke={1.8} aria-hidden />
            </span>
          </Tooltip>
        ) : null}
        {recommended ? <Chip tone="accent">{t('recommended')}</Chip> : null}
      </span>
      {variant === '' ? null : <span className={styles.variant}>{variant}</span>}
    </span>
  );
}

function useColumns(props: BoardProps): readonly TableColumn<BoardRow>[] {
  const { tournament, marked, onMark } = props;
  const t = useTranslations('compare');
  const nameOf = useSolutionName();
  const best = bestOf(tournament.entries);
  return [
    {
      key: 'mark',
      header: <span className={styles.markHead}>{t('columns.mark')}</span>,
      widthPx: 28,
      cell: (entry) => (
        <span className={styles.mark} onClick={(event) => event.stopPropagation()}>
          <Checkbox
            checked={marked.includes(entry.id)}
            labelHidden={t('markOne', { solution: nameOf(entry) })}
            onChange={() => onMark(entry.id)}
          >
            {null}
          </Checkbox>
        </span>
      ),
    },
    {
      key: 'solution',
      header: t('columns.solution'),
      cell: (entry) => <Name entry={entry} recommended={entry.id === tournament.recommended?.entryId} />,
    },
    ...TESTS.map(
      (test): TableColumn<BoardRow> => ({
        key: test,
        header: t(`columns.${test}`),
        align: 'end',
        sortable: true,
        cell: (entry) => (
          <Value test={test} value={testValues(entry)[test]} best={best[test]} setOut={isBaseline(entry)} />
        ),
      }),
    ),
  ];
}

/** Click or Enter shows a solution's tests in full; the box marks it for the comparison. */
export function Board(props: BoardProps) {
  const t = useTranslations('compare');
  const [sort, setSort] = useState<SortOrder | null>(null);
  return (
    <div className={styles.board}>
      <SimpleTable
        label={t('board')}
        columns={useColumns(props)}
        rows={sortEntries(rowsOf(props.tournament), sort)}
        rowKey={({ id }) => id}
        selectedKey={props.shownId}
        onOpen={({ id }) => props.onShow(id)}
        {...(sort ? { sort } : {})}
        onSort={(next) => setSort(next.key === sort?.key ? next : { ...next, descending: true })}
      />
    </div>
  );
}
