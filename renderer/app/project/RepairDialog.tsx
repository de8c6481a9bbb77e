// A damaged project: what can be done, and after it was done, what came over and what is lost.
import { useTranslations } from 'use-intl';
import type { SalvageReport } from '../../../shared/model/salvage.ts';
import { Button, Modal, Progress, SimpleTable, useFigures } from '../../ui/index.ts';
import styles from './project.module.css';

export interface RepairDialogProps {
  readonly file: string;
  readonly busy: boolean;
  /** Null until something was saved. */
  readonly report: SalvageReport | null;
  readonly onSave: () => void;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly kept: string;
  readonly lost: string | null;
}

function useRows({ sources, parts }: SalvageReport): readonly Row[] {
  const t = useTranslations('project.repair');
  const figures = useFigures();
  const ofSources = sources.map(({ name, records, lostRecords, lostCells }, at) => {
    const lost = [
      ...(lostRecords > 0 ? [t('records', { count: lostRecords })] : []),
      ...(lostCells > 0 ? [t('cells', { count: lostCells })] : []),
    ];
    return {
      key: `source-${at}`,
      name,
      kept: t('records', { count: records }),
      lost: lost.length > 0 ? lost.join(', ') : null,
    };
  });
  const ofParts = parts
    .filter(({ kept, complete }) => kept > 0 || !complete)
    .map(({ part, kept, complete }) => ({
      key: part,
      name: t(`parts.${part}`),
      kept: figures.count(kept),
      lost: complete ? null : t(kept === 0 ? 'all' : 'some'),
    }));
  return [...ofSources, ...ofParts];
}

function Report({ report }: { readonly report: SalvageReport }) {
  const t = useTranslations('project.repair');
  const rows = useRows(report);
  return (
    <>
      <p>{t('doneText', { file: report.fileName })}</p>
      {rows.every(({ lost }) => lost === null) ? <p>{t('whole')}</p> : null}
      <div className={styles.report}>
        <SimpleTable
          label={t('table')}
          rows={rows}
          rowKey={({ key }) => key}
          rowTone={({ lost }) => (lost === null ? undefined : 'warn')}
          columns={[
            { key: 'what', header: t('what'), cell: ({ name }) => <bdi>{name}</bdi> },
            { key: 'kept', header: t('kept'), align: 'end', cell: ({ kept }) => kept },
            { key: 'lost', header: t('lost'), align: 'end', cell: ({ lost }) => lost ?? t('nothing') },
          ]}
        />
      </div>
    </>
  );
}

/** Offers the salvage, then shows its report. */
export function RepairDialog({ file, busy, report, onSave, onOpen, onClose }: RepairDialogProps) {
  const t = useTranslations('project.repair');
  const common = useTranslations('common');
  const footer = (
    <>
      <Button onClick={onClose}>{common(report ? 'close' : 'cancel')}</Button>
      <Button variant="primary" disabled={busy} onClick={report ? onOpen : onSave}>
        {t(report ? 'open' : 'save')}
      </Button>
    </>
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(report ? 'doneTitle' : 'title')}
      footer={footer}
      widthPx={report ? 560 : 460}
    >
      <div className={styles.form}>
        {report ? <Report report={report} /> : <p>{t('text', { file })}</p>}
        {busy ? <Progress share={null} label={t('saving')} /> : null}
      </div>
    </Modal>
  );
}
