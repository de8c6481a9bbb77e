// The drop area: dropping spreadsheets starts a project from them.
import { IconMessage, IconReceipt, IconUpload, IconUsers } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/index.ts';
import styles from './home.module.css';

export interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onChoose: () => void;
}

const KINDS = [
  ['customers', 'customersNote', IconUsers],
  ['transactions', 'transactionsNote', IconReceipt],
  ['survey', 'surveyNote', IconMessage],
] as const;

/** A dashed area with what can be dropped, and a button for the rest of us. */
export function DropZone({ onFiles, onChoose }: DropZoneProps) {
  const t = useTranslations('home');
  const [over, setOver] = useState(false);
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <IconUpload size={26} stroke={1.4} aria-hidden />
      <div className={styles.dropText}>
        <h2>{over ? t('dropReady') : t('dropTitle')}</h2>
        <p>{t('dropText')}</p>
      </div>
      <ul className={styles.kinds}>
        {KINDS.map(([kind, note, KindIcon]) => (
          <li key={kind}>
            <KindIcon size={18} stroke={1.5} aria-hidden />
            <span>
              <b>{t(`kinds.${kind}`)}</b>
              <span>{t(`kinds.${note}`)}</span>
            </span>
          </li>
        ))}
      </ul>
      <Button onClick={onChoose}>{t('chooseFiles')}</Button>
    </div>
  );
}
