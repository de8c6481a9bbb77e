// Before customers leave the project as a file: how many, and what goes with them (nothing by default).
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, Checkbox, Modal } from '../ui/index.ts';
import styles from './handover.module.css';

/** What goes along beside key, segment and channels. */
export interface AudienceWish {
  readonly allowPii: boolean;
  readonly belonging: boolean;
}

export interface AudienceDialogProps {
  readonly opened: boolean;
  readonly customers: number;
  readonly onClose: () => void;
  readonly onExport: (wish: AudienceWish) => void;
}

/** Asks once; the choice is not remembered. */
export function AudienceDialog({ opened, customers, onClose, onExport }: AudienceDialogProps) {
  const t = useTranslations('segments');
  const common = useTranslations('common');
  const [allowPii, setAllowPii] = useState(false);
  const [belonging, setBelonging] = useState(false);
  const footer = (
    <>
      <Button onClick={onClose}>{common('cancel')}</Button>
      <Button variant="primary" onClick={() => onExport({ allowPii, belonging })}>
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
        <Checkbox checked={belonging} onChange={setBelonging}>
          {t('withBelonging')}
        </Checkbox>
      </div>
    </Modal>
  );
}
