// Finding a customer by key, from the command palette.
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAsk } from '../data/index.ts';
import { Modal, TextField } from '../ui/index.ts';
import styles from './customer.module.css';

const LISTED = 12;

export interface CustomerSearchProps {
  readonly onChoose: (key: string) => void;
  readonly onClose: () => void;
}

export function CustomerSearch({ onChoose, onClose }: CustomerSearchProps) {
  const t = useTranslations('customer');
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const found = useAsk(
    'customers.find',
    { text, limit: LISTED },
    { enabled: text !== '', keepPrevious: true },
  );
  const keys = text === '' ? [] : (found.data?.keys ?? []);
  const [first] = keys;
  // The list may still be that of fewer letters: Enter waits for the one of what was typed.
  const answered = text === typed.trim() && found.data !== undefined && !found.isPlaceholderData;
  const [entered, setEntered] = useState<string | null>(null);
  useEffect(() => {
    if (entered !== typed || !answered) return;
    setEntered(null);
    if (first !== undefined) onChoose(first);
  }, [entered, typed, answered, first, onChoose]);
  return (
    <Modal opened onClose={onClose} title={t('find')}>
      <TextField label={t('key')} value={typed} onChange={setTyped} onEnter={() => setEntered(typed)} />
      <ul className={styles.found} aria-label={t('found')}>
        {keys.map((key) => (
          <li key={key}>
            <button type="button" className={styles.key} onClick={() => onChoose(key)}>
              <bdi>{key}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.note} role="status">
        {text === '' || !found.data ? t('typeKey') : t('foundCount', { count: found.data.total })}
      </p>
    </Modal>
  );
}
