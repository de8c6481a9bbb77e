// Levels and shares from elsewhere: pasted as two columns, or out of a file.
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { ReadReference } from '../../shared/model/reference.ts';
import { pastedRows, readShareRows } from '../../shared/model/referenceRows.ts';
import { Button } from '../ui/index.ts';
import styles from './representativeness.module.css';

export interface TakeRowsProps {
  readonly onTake: (read: ReadReference) => void;
  readonly onFile: () => void;
  /** What the last reading could not use. */
  readonly unreadable: ReadReference['unreadable'];
}

export function TakeRows({ onTake, onFile, unreadable }: TakeRowsProps) {
  const t = useTranslations('representativeness.form');
  const format = useFormatter();
  const [text, setText] = useState('');
  const take = (): void => {
    onTake(readShareRows('', pastedRows(text)));
    setText('');
  };
  const lines = format.list(unreadable.slice(0, 8).map(({ line }) => format.number(line)));
  return (
    <div className={styles.take}>
      <label className={styles.paste}>
        <span className={styles.head}>{t('paste')}</span>
        <textarea
          rows={3}
          value={text}
          placeholder={t('pasteNote')}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <div className={styles.controls}>
        <Button size={24} disabled={text.trim() === ''} onClick={take}>
          {t('takeOver')}
        </Button>
        <Button size={24} icon={IconFileImport} onClick={onFile}>
          {t('file')}
        </Button>
      </div>
      {unreadable.length === 0 ? null : (
        <p className={styles.note} role="status">
          {t('unreadable', { count: unreadable.length, lines })}
        </p>
      )}
    </div>
  );
}
