// The levels of a reference with their present shares and the wanted ones, to be typed in.
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { FeatureKind } from '../../shared/model/reference.ts';
import { Button, IconButton, TextField, useFigures, useRowFocus } from '../ui/index.ts';
import { type DraftLevel, shareOf } from './draftReference.ts';
import { useLevelWord } from './levelWord.ts';
import styles from './representativeness.module.css';

export interface LevelsTableProps {
  readonly kind: FeatureKind;
  readonly levels: readonly DraftLevel[];
  readonly onChange: (levels: readonly DraftLevel[]) => void;
}

export function LevelsTable({ kind, levels, onChange }: LevelsTableProps) {
  const t = useTranslations('representativeness.form');
  const wordOf = useLevelWord();
  const figures = useFigures();
  const replace = (key: number, change: Partial<DraftLevel>): void =>
    onChange(levels.map((one) => (one.key === key ? { ...one, ...change } : one)));
  // A band that is renamed is read anew from its words.
  const rename = (key: number, level: string): void => replace(key, { level, from: null, to: null });
  const add = (): void => {
    const key = 1 + Math.max(-1, ...levels.map((one) => one.key));
    onChange([...levels, { key, level: '', share: '', from: null, to: null, here: null }]);
  };
  const editor = useRowFocus<HTMLDivElement>(levels.map((one) => one.key));
  const fixed = kind === 'boolean';
  return (
    <div ref={editor}>
      <div className={styles.levels} role="group" aria-label={t('title')}>
        <span className={styles.head}>{t('level')}</span>
        <span className={styles.head} data-end>
          {t('here')}
        </span>
        <span className={styles.head}>{t('share')}</span>
        <span />
        {levels.map(({ key, level, share, here }) => (
          <div key={key} className={styles.levelRow} data-row={key}>
            {fixed ? (
              <span>{wordOf(level, kind)}</span>
            ) : (
              <TextField
                label={t('level')}
                labelAt="spoken"
                value={level}
                onChange={(value) => rename(key, value)}
              />
            )}
            <span className={styles.figure}>{here === null ? '–' : figures.share(here)}</span>
            <TextField
              label={`${t('share')}: ${wordOf(level, kind)}`}
              labelAt="spoken"
              value={share}
              bad={share.trim() !== '' && shareOf(share, figures) === null}
              onChange={(value) => replace(key, { share: value })}
            />
            {fixed ? (
              <span />
            ) : (
              <IconButton
                icon={IconX}
                size={24}
                label={t('removeLevel', { level })}
                onClick={() => onChange(levels.filter((one) => one.key !== key))}
              />
            )}
          </div>
        ))}
      </div>
      {fixed ? null : (
        <Button data-add-row variant="ghost" size={24} icon={IconPlus} onClick={add}>
          {t('addLevel')}
        </Button>
      )}
    </div>
  );
}
