// The place to drop spreadsheets on, with a button for those who do not drag. Knows no engine.
import { IconFilePlus } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/index.ts';
import styles from './intake.module.css';

export interface DropAreaProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onChoose: () => void;
  /** While files are being taken over from the window. */
  readonly busy?: boolean;
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** A dashed area: drop files anywhere on it, or choose them with the button. */
export function DropArea({ onFiles, onChoose, busy = false }: DropAreaProps) {
  const t = useTranslations('data');
  const [over, setOver] = useState(false);
  return (
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <IconFilePlus size={28} stroke={1.3} aria-hidden />
      <p className={styles.dropTitle}>{t('dropHere')}</p>
      <p className={styles.dropNote}>{t('dropNote')}</p>
      <Button variant="primary" onClick={onChoose} disabled={busy}>
        {busy ? t('takingFiles') : t('chooseFiles')}
      </Button>
    </div>
  );
}
