// Saves the table as it is shown: these rows, these columns, this order.
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Source } from '../../../../shared/model/source.ts';
import { useSaveFile } from '../../../handover/index.ts';
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

/** A button and the panel that asks for format and personal columns. */
export function ExportTable(props: ExportTableProps) {
  const t = useTranslations('data.table');
  const [opened, setOpened] = useState(false);
  const [format, setFormat] = useState<Format>('csv');
  const [personal, setPersonal] = useState(false);
  const close = (): void => setOpened(false);
  const { save, saving } = useSaveFile('sources.exportRows');
  const { source, view, asImported } = props;
  const fields = shownFields(source.fields, view);
  const onSave = (): void => {
    close();
    save(`${source.name}.${format}`, {
      sourceId: source.id,
      view: rowViewOf(view),
      positions: fields.map((field) => field.position),
      asImported,
      format,
      personal,
    });
  };
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
            onClick={onSave}
          >
            {t('saveAs')}
          </Button>
        </div>
      </div>
    </Popover>
  );
}
