// How the tables will meet, before anything is imported: keys in both, keys on one side only, for every pair.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { JoinPair, JoinPreview } from '../../../shared/model/joinPreview.ts';
import { Banner, Meter, Panel, SimpleTable, type TableColumn, useFigures } from '../../ui/index.ts';
import styles from './import.module.css';

export interface JoinPaneProps {
  /** Null while it is on its way or files are not ready. */
  readonly join: JoinPreview | null;
  /** Said instead of the table while there is none. */
  readonly waiting: string;
  readonly panes: ReactNode;
}

function OneSide({ count, examples }: { readonly count: number; readonly examples: readonly string[] }) {
  const t = useTranslations('wizard.join');
  const figures = useFigures();
  return (
    <span className={styles.oneSide}>
      <b>{figures.count(count)}</b>
      {examples.length > 0 ? <bdi>{t('examples', { keys: examples.join(', ') })}</bdi> : null}
    </span>
  );
}

function useColumns(): readonly TableColumn<JoinPair>[] {
  const t = useTranslations('wizard.join');
  const figures = useFigures();
  return [
    {
      key: 'tables',
      header: t('tables'),
      cell: ({ a, b }) => (
        <>
          <b>{a}</b> · <b>{b}</b>
        </>
      ),
    },
    {
      key: 'both',
      header: t('both'),
      widthPx: 220,
      cell: ({ both, onlyA, onlyB }) => (
        <span className={styles.bothKeys}>
          <Meter share={both / Math.max(1, both + onlyA + onlyB)} label={t('both')} heightPx={6} />
          <b>{figures.count(both)}</b>
        </span>
      ),
    },
    {
      key: 'a',
      header: t('onlyFirst'),
      cell: ({ onlyA, examplesA }) => <OneSide count={onlyA} examples={examplesA} />,
    },
    {
      key: 'b',
      header: t('onlySecond'),
      cell: ({ onlyB, examplesB }) => <OneSide count={onlyB} examples={examplesB} />,
    },
  ];
}

/** The pane; pairs without one common key are said loudly. */
export function JoinPane({ join, waiting, panes }: JoinPaneProps) {
  const t = useTranslations('wizard.join');
  const columns = useColumns();
  const rows = join?.rows ?? null;
  const apart = join?.pairs.some(({ both }) => both === 0) ?? false;
  return (
    <Panel
      edge="top"
      padded={false}
      className={styles.issues ?? ''}
      title={t('title')}
      note={rows === null ? t('note') : t('part', { count: rows })}
      actions={panes}
    >
      {apart ? <Banner tone="warn">{t('none')}</Banner> : null}
      <SimpleTable
        label={t('title')}
        columns={columns}
        rows={join?.pairs ?? []}
        rowKey={({ a, b }) => `${a} ${b}`}
        rowTone={({ both }) => (both === 0 ? 'warn' : undefined)}
        empty={waiting}
      />
    </Panel>
  );
}
