// Which words of the file stand for "no value": each can be taken as text instead, and back.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Inspection } from '../../../shared/model/inspection.ts';
import { NULL_WORDS, type ReadOverrides, SHORT_NULL_WORDS } from '../../../shared/model/readSettings.ts';
import { Button, Checkbox, Popover } from '../../ui/index.ts';
import styles from './popover.module.css';

export interface MissingWordsProps {
  readonly inspection: Inspection;
  readonly onChange: (overrides: ReadOverrides) => void;
}

/** A button with the words of the sample behind it; nothing where the file holds none. */
export function MissingWords({ inspection, onChange }: MissingWordsProps) {
  const t = useTranslations('wizard.missingWords');
  const [opened, setOpened] = useState(false);
  const { nullWords: found = [], settings } = inspection;
  if (found.length === 0) return null;
  const now: readonly string[] = settings.nullWords ?? [...NULL_WORDS, ...SHORT_NULL_WORDS];
  const set = (word: string, missing: boolean): void => {
    const others = now.filter((one) => one.toLowerCase() !== word.toLowerCase());
    onChange({ nullWords: missing ? [...others, word] : others });
  };
  const trigger = (
    <Button aria-expanded={opened} onClick={() => setOpened(!opened)}>
      {t('open')}
    </Button>
  );
  return (
    <Popover
      trigger={trigger}
      opened={opened}
      onClose={() => setOpened(false)}
      label={t('open')}
      widthPx={280}
    >
      <div className={styles.body}>
        <p>{t('text')}</p>
        <ul>
          {found.map(({ word, count, missing }) => (
            <li key={word}>
              <Checkbox checked={missing} onChange={(checked) => set(word, checked)}>
                {t('entry', { word, count })}
              </Checkbox>
            </li>
          ))}
        </ul>
      </div>
    </Popover>
  );
}
