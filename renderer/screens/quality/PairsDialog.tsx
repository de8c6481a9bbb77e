// Pairs of customers side by side: the same person or not. Personal details are masked until asked for.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DuplicateList, DuplicatePair, PairDecision } from '../../../shared/model/people.ts';
import { useNotify } from '../../app/index.ts';
import { useAsk, useCommand } from '../../data/index.ts';
import { Button, Checkbox, Chip, Modal, Progress, useFigures } from '../../ui/index.ts';
import styles from './quality.module.css';

const PAGE = 20;

interface PairProps {
  readonly pair: DuplicatePair;
  readonly columns: readonly string[];
  readonly onDecide: (decision: PairDecision) => void;
}

function Pair({ pair, columns, onDecide }: PairProps) {
  const t = useTranslations('quality.pairs');
  const figures = useFigures();
  const { left, right, score, reasons } = pair;
  const decide = (kept: string, gone: string, verdict: PairDecision['verdict']) => () =>
    onDecide({ kept, gone, verdict });
  const against = (reason: string): boolean => reason.endsWith('Differs');
  return (
    <li>
      <p className={styles.reasonLine}>
        <b>{t('likely', { share: figures.share(score, 0) })}</b>
        {reasons.map((reason) => (
          <Chip key={reason} tone={against(reason) ? 'warn' : 'neutral'}>
            {t(`reasons.${reason}`)}
          </Chip>
        ))}
      </p>
      <table className={styles.sides}>
        <thead>
          <tr>
            <th scope="col">{t('key')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <th scope="col">{t('line')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {[left, right].map((side, at) => (
            <tr key={side.key}>
              <th scope="row">{side.key}</th>
              {side.cells.map((cell, column) => (
                <td
                  key={columns[column]}
                  data-differs={cell !== [right, left][at]?.cells[column] || undefined}
                >
                  {cell ?? '–'}
                </td>
              ))}
              <td>{figures.count(side.line)}</td>
              <td>
                <Button size={24} onClick={decide(side.key, (at === 0 ? right : left).key, 'same')}>
                  {t('keep', { key: side.key })}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size={24} variant="ghost" onClick={decide(left.key, right.key, 'different')}>
        {t('different')}
      </Button>
    </li>
  );
}

interface ListProps {
  readonly list: DuplicateList;
  readonly onDecide: (decision: PairDecision) => void;
}

function Pairs({ list, onDecide }: ListProps) {
  const t = useTranslations('quality.pairs');
  if (list.pairs.length === 0) return <p className={styles.quiet}>{t('none')}</p>;
  return (
    <ul className={styles.pairs}>
      {list.pairs.map((pair) => (
        <Pair
          key={`${pair.left.key} ${pair.right.key}`}
          pair={pair}
          columns={list.columns}
          onDecide={onDecide}
        />
      ))}
    </ul>
  );
}

export function PairsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('quality.pairs');
  const { fail } = useNotify();
  const [reveal, setReveal] = useState(false);
  const [offset, setOffset] = useState(0);
  const list = useAsk(
    'people.duplicates',
    { offset, limit: PAGE, reveal, open: true },
    { keepPrevious: true },
  ).data;
  // Decisions empty the last page: the one before it is shown then, not "every pair is decided".
  const last = list ? Math.max(0, Math.ceil(list.open / PAGE) - 1) * PAGE : offset;
  if (offset > last) setOffset(last);
  const decide = useCommand('people.decide');
  const acceptAll = useCommand('people.acceptSameEmail');
  const foot = list ? (
    <>
      <Button disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - PAGE))}>
        {t('previous')}
      </Button>
      <Button disabled={offset + PAGE >= list.open} onClick={() => setOffset(offset + PAGE)}>
        {t('next')}
      </Button>
    </>
  ) : null;
  return (
    <Modal opened onClose={onClose} title={t('title')} widthPx={920} footer={foot}>
      <p>{t('note')}</p>
      {list ? (
        <>
          <div className={styles.pairTools}>
            <span role="status">{t('open', { open: list.open, total: list.total })}</span>
            <Checkbox checked={reveal} onChange={setReveal}>
              {t('reveal')}
            </Checkbox>
            {list.sameEmail > 0 ? (
              <Button size={24} onClick={() => acceptAll.mutate(undefined, { onError: fail })}>
                {t('acceptEmail', { count: list.sameEmail })}
              </Button>
            ) : null}
          </div>
          <Pairs list={list} onDecide={(pair) => decide.mutate({ pairs: [pair] }, { onError: fail })} />
        </>
      ) : (
        <Progress share={null} label={t('title')} />
      )}
    </Modal>
  );
}
