// Saves the table as it is shown: these rows, these columns, this order.
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Source } from '../../../../shared/model/source.ts';
import { useNotify } from '../../../app/index.ts';
import { asAppError, useBridge, useJob } from '../../../data/index.ts';
import { isPersonal } from '../../../intake/index.ts';
import { Button, Checkbox, Popover, SegmentedControl } from '../../../ui/index.ts';
import styles from './table.module.css';
import { rowViewOf, shownFields, type TableView } from './tableView.ts';

export interface ExportTableProps {
  readonly source: Source;
  readonly view: TableView;
  readonly rows: number;
  /** Without the recorded fixes. */
  readonly asImported: boolean;
}

type Format = 'csv' | 'xlsx';

function useSaveTable({ source, view, asImported }: ExportTableProps, onDone: () => void) {
  const t = useTranslations('data.table');
  const bridge = useBridge();
  const job = useJob('sources.exportRows');
  const { notify, fail } = useNotify();
  const save = async (format: Format, personal: boolean): Promise<void> => {
    try {
      const target = await bridge.pickSave('export', `${source.name}.${format}`);
      if (!target) return;
      onDone();
      await job.mutateAsync({
        sourceId: source.id,
        view: rowViewOf(view),
        positions: shownFields(source.fields, view).map((field) => field.position),
        asImported,
        format,
        personal,
        target: target.handle,
      });
      await bridge.deliver(target);
      notify('ok', t('saved', { name: target.name }));
    } catch (error) {
      fail(asAppError(error));
    }
  };
  return { save, saving: job.isPending };
}

/** A button and the panel that asks for format and personal columns. */
export function ExportTable(props: ExportTableProps) {
  const t = useTranslations('data.table');
  const [opened, setOpened] = useState(false);
  const [format, setFormat] = useState<Format>('csv');
  const [personal, setPersonal] = useState(false);
  const close = (): void => setOpened(false);
  const { save, saving } = useSaveTable(props, close);
  const fields = shownFields(props.source.fields, props.view);
  const own = fields.filter((field) => isPersonal(field.role)).length;
  return (
    <Popover
      opened={opened}
      onClose={close}
      label={t('export')}
      side="bottom-end"
      widthPx={300}
      trigger={
        <Button
          size={24}
          icon={IconDownload}
          aria-expanded={opened}
          disabled={saving || fields.length === 0}
          onClick={() => setOpened(!opened)}
        >
          {t('export')}
        </Button>
      }
    >
      <div className={styles.filter}>
        <p className={styles.hint}>
          {t('exportNote', { rows: props.rows, columns: fields.length - (personal ? 0 : own) })}
        </p>
        <SegmentedControl
          label={t('format')}
          value={format}
          options={[
            { value: 'csv', label: 'CSV' },
            { value: 'xlsx', label: 'Excel' },
          ]}
          onChange={setFormat}
        />
        {own > 0 ? (
          <Checkbox checked={personal} onChange={setPersonal}>
            {t('withPersonal', { count: own })}
          </Checkbox>
        ) : null}
        <div className={styles.buttons}>
          <Button
            size={24}
            variant="primary"
            disabled={fields.length - (personal ? 0 : own) === 0}
            onClick={() => void save(format, personal)}
          >
            {t('saveAs')}
          </Button>
        </div>
      </div>
    </Popover>
  );
}
