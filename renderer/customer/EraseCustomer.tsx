// Asks before erasing a customer: what goes, what stays, and that nothing brings it back.
import { useTranslations } from 'use-intl';
import type { CustomerCard } from '../../shared/model/customer.ts';
import { useNotify } from '../app/index.ts';
import { asAppError, useJob } from '../data/index.ts';
import { Button, Modal } from '../ui/index.ts';
import styles from './customer.module.css';

export interface EraseCustomerProps {
  readonly card: CustomerCard;
  readonly onBack: () => void;
  readonly onErased: () => void;
}

interface Result {
  readonly records: number;
  readonly copies: readonly string[];
  readonly texts: number;
}

export function EraseCustomer({ card, onBack, onErased }: EraseCustomerProps) {
  const t = useTranslations('customer.erase');
  const { notify, fail } = useNotify();
  const job = useJob('customers.erase');
  const records = card.sources.reduce((sum, { total }) => sum + total, 0);
  const erase = async (): Promise<void> => {
    try {
      const done = (await job.mutateAsync({ key: card.key })) as Result;
      notify('ok', t('done', { count: done.records }));
      if (done.copies.length > 0) notify('warn', t('copies', { files: done.copies.join(', ') }));
      if (done.texts > 0) notify('warn', t('texts', { count: done.texts }));
      onErased();
    } catch (error) {
      fail(asAppError(error));
    }
  };
  const footer = (
    <>
      <Button onClick={onBack} disabled={job.isPending}>
        {t('back')}
      </Button>
      <Button variant="danger" disabled={job.isPending} onClick={() => void erase()}>
        {t('confirm')}
      </Button>
    </>
  );
  return (
    <Modal opened onClose={onBack} title={t('title', { key: card.key })} footer={footer}>
      <p>{t('goes', { count: records })}</p>
      <ul className={styles.goes}>
        <li>{t('records')}</li>
        <li>{t('history')}</li>
        <li>{t('segments')}</li>
      </ul>
      <p>{t('stays')}</p>
    </Modal>
  );
}
