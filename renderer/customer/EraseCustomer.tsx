// Erasing a customer: asks first (what goes, what stays, and that nothing brings it back), then reports what was done.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNotify } from '../app/index.ts';
import { asAppError, useJob } from '../data/index.ts';
import { Button, Modal } from '../ui/index.ts';
import styles from './customer.module.css';

/** What the engine answers. */
export interface ErasedReport {
  readonly records: number;
  readonly rejects: number;
  /** Places in other texts where a mark stands now. */
  readonly mentions: number;
  /** Contacts of other customers that were the erased one's, too. */
  readonly shared: number;
  /** Older copies of the project file. */
  readonly copies: readonly string[];
}

export interface EraseReportProps {
  readonly customerKey: string;
  readonly report: ErasedReport;
  readonly onClose: () => void;
}

/** What was erased, what was replaced, and what is left to do by hand. */
export function EraseReport({ customerKey, report, onClose }: EraseReportProps) {
  const t = useTranslations('customer.erase');
  const common = useTranslations('common');
  const footer = (
    <Button variant="primary" data-first onClick={onClose}>
      {common('close')}
    </Button>
  );
  return (
    <Modal opened onClose={onClose} title={t('report', { key: customerKey })} footer={footer}>
      <ul className={styles.goes}>
        <li>{t('done', { count: report.records })}</li>
        {report.rejects > 0 ? <li>{t('rejectsDone', { count: report.rejects })}</li> : null}
        <li>{t('mentionsDone', { count: report.mentions, mark: t('mark') })}</li>
        {report.shared > 0 ? <li>{t('shared', { count: report.shared })}</li> : null}
      </ul>
      {report.copies.length > 0 ? <p>{t('copies', { files: report.copies.join(', ') })}</p> : null}
    </Modal>
  );
}

export interface EraseQuestionProps {
  readonly customerKey: string;
  readonly records: number;
  readonly erasing: boolean;
  readonly onBack: () => void;
  readonly onErase: () => void;
}

/** Says what erasing does before it is done. */
export function EraseQuestion({ customerKey, records, erasing, onBack, onErase }: EraseQuestionProps) {
  const t = useTranslations('customer.erase');
  const footer = (
    <>
      <Button onClick={onBack} disabled={erasing}>
        {t('back')}
      </Button>
      <Button variant="danger" disabled={erasing} onClick={onErase}>
        {t('confirm')}
      </Button>
    </>
  );
  return (
    <Modal opened onClose={onBack} title={t('title', { key: customerKey })} footer={footer}>
      <p>{t('goes', { count: records })}</p>
      <ul className={styles.goes}>
        <li>{t('records')}</li>
        <li>{t('also', { mark: t('mark') })}</li>
        <li>{t('history')}</li>
        <li>{t('segments')}</li>
      </ul>
      <p>{t('stays')}</p>
    </Modal>
  );
}

export interface EraseCustomerProps {
  readonly customerKey: string;
  readonly records: number;
  readonly onBack: () => void;
  readonly onErased: () => void;
}

export function EraseCustomer({ customerKey, records, onBack, onErased }: EraseCustomerProps) {
  const { fail } = useNotify();
  const job = useJob('customers.erase');
  const [report, setReport] = useState<ErasedReport | null>(null);
  const erase = async (): Promise<void> => {
    try {
      setReport((await job.mutateAsync({ key: customerKey })) as ErasedReport);
    } catch (error) {
      fail(asAppError(error));
    }
  };
  if (report) return <EraseReport customerKey={customerKey} report={report} onClose={onErased} />;
  return (
    <EraseQuestion
      customerKey={customerKey}
      records={records}
      erasing={job.isPending}
      onBack={onBack}
      onErase={() => void erase()}
    />
  );
}
