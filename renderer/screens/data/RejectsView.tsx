// Records that were kept aside: line, column, value, reason and the whole record; they can be saved as a list.
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Reject, Source } from '../../../shared/model/source.ts';
import { useNotify } from '../../app/index.ts';
import { asAppError, useAskNow, useBridge, useJob } from '../../data/index.ts';
import { isPersonal, maskPersonal, useDataWords } from '../../intake/index.ts';
import { Button, DataGrid, type GridColumn, useFigures } from '../../ui/index.ts';
import styles from './data.module.css';

/** Personal data of a rejected record stay masked, too: by column, in the order of the file. */
function maskCells(source: Source, cells: readonly string[]): string {
  return cells
    .map((cell, position) => {
      const field = source.fields.find((one) => one.position === position);
      return field && isPersonal(field.role) && cell !== '' ? maskPersonal(cell, field.pii ?? null) : cell;
    })
    .join(' | ');
}

function maskValue(source: Source, { column, value = '' }: Reject): string {
  const field = source.fields.find(({ name }) => name === column);
  return field && isPersonal(field.role) && value !== '' ? maskPersonal(value, field.pii ?? null) : value;
}

function useColumns(source: Source): readonly GridColumn<Reject>[] {
  const t = useTranslations('data');
  const words = useDataWords();
  const figures = useFigures();
  const named = (
    key: string,
    name: string,
    rest: Pick<GridColumn<Reject>, 'cell'> & Partial<GridColumn<Reject>>,
  ) => ({
    key,
    name,
    header: name,
    ...rest,
  });
  return [
    named('line', t('line'), { align: 'end', widthPx: 84, cell: ({ line }) => figures.count(line) }),
    named('record', t('rejects.record'), {
      align: 'end',
      widthPx: 90,
      cell: ({ record }) => figures.count(record),
    }),
    named('column', t('rejects.column'), { widthPx: 140, cell: ({ column }) => column ?? '' }),
    named('value', t('rejects.value'), {
      widthPx: 150,
      cell: (reject) => <span className={styles.raw}>{maskValue(source, reject)}</span>,
    }),
    named('reason', t('rejects.reason'), {
      widthPx: 420,
      cell: (reject) => <span title={words.reject(reject)}>{words.reject(reject)}</span>,
    }),
    named('cells', t('rejects.cells'), {
      widthPx: 480,
      cell: ({ cells }) => <span className={styles.raw}>{maskCells(source, cells)}</span>,
    }),
  ];
}

function useSaveList(source: Source) {
  const t = useTranslations('data.rejects');
  const bridge = useBridge();
  const job = useJob('sources.exportRejects');
  const { notify, fail } = useNotify();
  const save = async (): Promise<void> => {
    try {
      const target = await bridge.pickSave('export', `${t('fileName', { name: source.name })}.csv`);
      if (!target) return;
      await job.mutateAsync({ sourceId: source.id, target: target.handle });
      await bridge.deliver(target);
      notify('ok', t('saved', { name: target.name }));
    } catch (error) {
      fail(asAppError(error));
    }
  };
  return { save, saving: job.isPending };
}

/** The rejected records of a source. */
export function RejectsView({ source }: { readonly source: Source }) {
  const t = useTranslations('data.rejects');
  const ask = useAskNow();
  const columns = useColumns(source);
  const { save, saving } = useSaveList(source);
  if (source.records.rejected === 0) return <p className={styles.nothing}>{t('none')}</p>;
  return (
    <>
      <div className={styles.tools}>
        <span>{t('note')}</span>
        <span className={styles.grow} />
        <Button size={24} icon={IconDownload} disabled={saving} onClick={() => void save()}>
          {t('save')}
        </Button>
      </div>
      <DataGrid
        label={t('label', { name: source.name })}
        columns={columns}
        rowCount={source.records.rejected}
        rowsAt={async (offset, limit) =>
          (await ask('sources.rejects', { sourceId: source.id, offset, limit })).rejects
        }
        version={String(source.runId)}
        pinnedColumns={1}
        rowTone={() => 'bad'}
      />
    </>
  );
}
