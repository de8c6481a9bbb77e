// Before customers leave the project as a file: how many, and whether personal data go with them (off by default).
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, Checkbox, Modal } from '../ui/index.ts';
import styles from './handover.module.css';

export interface AudienceDialogProps {
  readonly opened: boolean;
  readonly customers: number;
  readonly onClose: () => void;
  readonly onExport: (allowPii: boolean) => void;
}

/** Asks once; the choice is not remembered. */
export function AudienceDialog({ opened, customers, onClose, onExport }: AudienceDialogProps) {
  const t = useTranslations('segments');
  const common = useTranslations('common');
  const [allowPii, setAllowPii] = useState(false);
  const footer = (
    <>
      <Button onClick={onClose}>{common('cancel')}</Button>
      <Button variant="primary" onClick={() => onExport(allowPii)}>
        {t('saveFile')}
      </Button>
    </>
  );
  return (
    <Modal opened={opened} onClose={onClose} title={t('audienceTitle', { count: customers })} footer={footer}>
      <div className={styles.dialog}>
        <p>{t('audienceText')}</p>
        <Checkbox checked={allowPii} onChange={setAllowPii}>
          {t('allowPii')}
        </Checkbox>
      </div>
    </Modal>
  );
}
