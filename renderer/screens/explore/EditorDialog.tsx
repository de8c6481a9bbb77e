// A dialog for what a method is told: a note on top, and nothing changes before it is saved.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button, Modal } from '../../ui/index.ts';
import styles from './methods.module.css';

export interface EditorDialogProps {
  readonly of: 'table' | 'rules';
  /** False while what is there cannot be saved. */
  readonly sound: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** Beside the button that saves. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

export function EditorDialog({ of, sound, onSave, onClose, more, children }: EditorDialogProps) {
  const t = useTranslations('methods');
  const footer = (
    <>
      {more}
      <Button variant="primary" disabled={!sound} onClick={onSave}>
        {t(`${of}.save`)}
      </Button>
    </>
  );
  return (
    <Modal opened onClose={onClose} title={t(`${of}.title`)} widthPx={760} footer={footer}>
      <p className={styles.note}>{t(`${of}.note`)}</p>
      {children}
    </Modal>
  );
}
