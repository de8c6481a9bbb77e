// The imports of a source, newest first: which is in use, and how its customers differ from the import before.
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { KeyReport, Snapshot } from '../../../shared/model/snapshot.ts';
import type { Source } from '../../../shared/model/source.ts';
import { useNotify } from '../../app/index.ts';
import { useAsk, useCommand } from '../../data/index.ts';
import {
  Button,
  IconButton,
  SimpleTable,
  StatusLabel,
  type TableColumn,
  useFigures,
} from '../../ui/index.ts';
import styles from './data.module.css';

export interface SnapshotListProps {
  readonly name: string;
  readonly snapshots: readonly Snapshot[];
  /** Fixes that have an effect on the import in use. */
  readonly replayed: number;
  readonly onUse: (runId: number) => void;
  readonly onRemove: (runId: number) => void;
}

function Keys({ keys }: { readonly keys: KeyReport }) {
  const t = useTranslations('fixes.snapshots');
  const { added, gone, kept, changed } = keys;
  const examples = keys.examples.map((one) => `${one.gone} → ${one.added}`).join(', ');
  return (
    <div className={styles.keys}>
      <span>{t('keys', { added, gone, kept })}</span>
      {changed > 0 ? (
        <span className={styles.changed}>
          <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
          {t('changed', { count: changed, examples })}
        </span>
      ) : null}
    </div>
  );
}

function useSnapshotColumns({ onUse, onRemove }: SnapshotListProps): readonly TableColumn<Snapshot>[] {
  const t = useTranslations('fixes.snapshots');
  const figures = useFigures();
  const dayOf = ({ asOf, importedAt }: Snapshot): string => figures.date(asOf ?? importedAt);
  return [
    { key: 'asOf', header: t('asOf'), cell: (one) => <b className={styles.day}>{dayOf(one)}</b> },
    {
      key: 'file',
      header: t('file'),
      cell: ({ fileName, importedAt }) => (
        <div className={styles.keys}>
          <bdi>{fileName}</bdi>
          <span className={styles.empty}>{t('imported', { date: figures.date(importedAt) })}</span>
        </div>
      ),
    },
    { key: 'rows', header: t('rows'), align: 'end', cell: ({ records }) => figures.count(records.loaded) },
    {
      key: 'rejected',
      header: t('rejected'),
      align: 'end',
      cell: ({ records }) => figures.count(records.rejected),
    },
    { key: 'keys', header: t('customers'), cell: ({ keys }) => (keys ? <Keys keys={keys} /> : null) },
    {
      key: 'state',
      header: t('state'),
      widthPx: 190,
      cell: (one) => {
        if (one.inUse) return <StatusLabel tone="ok">{t('inUse')}</StatusLabel>;
        const named = { name: one.fileName, date: dayOf(one) };
        return (
          <span className={styles.actions}>
            <Button size={24} aria-label={t('useNamed', named)} onClick={() => onUse(one.runId)}>
              {t('use')}
            </Button>
            <IconButton
              icon={IconTrash}
              size={24}
              label={t('remove', named)}
              onClick={() => onRemove(one.runId)}
            />
          </span>
        );
      },
    },
  ];
}

/** The imports as a table. */
export function SnapshotList(props: SnapshotListProps) {
  const t = useTranslations('fixes.snapshots');
  const steps = useTranslations('fixes.steps');
  const columns = useSnapshotColumns(props);
  const { name, snapshots, replayed } = props;
  return (
    <>
      <p className={styles.tools}>
        {t('note')}
        {replayed > 0 && snapshots.length > 1 ? (
          <StatusLabel tone="ok">{steps('replayed', { count: replayed })}</StatusLabel>
        ) : null}
      </p>
      <SimpleTable
        label={t('label', { name })}
        columns={columns}
        rows={snapshots.toReversed()}
        rowKey={({ runId }) => String(runId)}
      />
    </>
  );
}

/** The imports of a source, to choose the one in use. */
export function SnapshotsView({
  source,
  replayed,
}: { readonly source: Source } & Pick<SnapshotListProps, 'replayed'>) {
  const t = useTranslations('fixes.snapshots');
  const { notify, fail } = useNotify();
  const sourceId = source.id;
  const snapshots = useAsk('sources.snapshots', { sourceId }).data ?? [];
  const use = useCommand('sources.useSnapshot');
  const remove = useCommand('sources.removeSnapshot');
  return (
    <SnapshotList
      name={source.name}
      snapshots={snapshots}
      replayed={replayed}
      onUse={(runId) => use.mutate({ sourceId, runId }, { onError: fail })}
      onRemove={(runId) =>
        remove.mutate({ sourceId, runId }, { onSuccess: () => notify('ok', t('removed')), onError: fail })
      }
    />
  );
}
