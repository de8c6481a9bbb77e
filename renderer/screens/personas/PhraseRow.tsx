// One phrase: its wording in the drafting typeface, edited in place, and the evidence that it rests on.
import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { PersonaPhrase } from '../../../shared/model/persona.ts';
import { Chip, EvidenceChip, IconButton, InlineEdit, useFigures } from '../../ui/index.ts';
import type { EvidenceRow } from './evidenceRows.ts';
import styles from './card.module.css';

export interface PhraseEdits {
  /** An empty text restores the drafted wording. */
  readonly onEditPhrase: (phraseId: string, text: string) => void;
  readonly onRemovePhrase: (phraseId: string) => void;
}

export interface PhraseRowProps extends PhraseEdits {
  readonly phrase: PersonaPhrase;
  /** The rows of this phrase's evidence. */
  readonly rows: readonly EvidenceRow[];
  readonly picked: string | null;
  readonly onPick: (key: string) => void;
  /** Numbers alone, where the row was already spelt out above. */
  readonly brief?: boolean;
}

function Evidence({ row, brief, fading, onPick }: EvidenceOfRow) {
  const t = useTranslations('personas');
  const figures = useFigures();
  const { index, indexLow, indexHigh, n } = row.evidence;
  const spelt = {
    count: t('evidenceCount', { count: figures.count(n) }),
    ...(index === null ? {} : { index: figures.count(index) }),
    ...(indexLow === null || indexHigh === null ? {} : { interval: figures.range(indexLow, indexHigh) }),
  };
  return (
    <EvidenceChip
      number={row.number}
      fading={fading}
      onOpen={() => onPick(row.key)}
      {...(brief ? {} : spelt)}
    />
  );
}

interface EvidenceOfRow {
  readonly row: EvidenceRow;
  readonly brief: boolean;
  readonly fading: boolean;
  readonly onPick: (key: string) => void;
}

/** Wording at the start, evidence at the end; both are reached by Tab. */
export function PhraseRow({ phrase, rows, picked, onPick, brief = false, ...edits }: PhraseRowProps) {
  const t = useTranslations('personas');
  const fading = phrase.support !== 'firm';
  const here = rows.some((row) => row.key === picked);
  return (
    <li className={styles.phrase} data-picked={here || undefined}>
      <div className={styles.words}>
        <InlineEdit
          label={t('phrase')}
          value={phrase.text}
          allowEmpty={phrase.edited}
          onSave={(text) => edits.onEditPhrase(phrase.id, text)}
        />
        {phrase.edited ? <Chip tone="accent">{t('own')}</Chip> : null}
        <span className={styles.tools}>
          {phrase.edited ? (
            <IconButton
              icon={IconArrowBackUp}
              label={t('restore')}
              size={24}
              onClick={() => edits.onEditPhrase(phrase.id, '')}
            />
          ) : null}
          <IconButton
            icon={IconX}
            label={t('remove')}
            size={24}
            onClick={() => edits.onRemovePhrase(phrase.id)}
          />
        </span>
      </div>
      <div className={styles.chips}>
        {rows.map((row) => (
          <Evidence key={row.key} row={row} brief={brief} fading={fading} onPick={onPick} />
        ))}
        {phrase.former ? <Chip tone="warn">{t('former')}</Chip> : null}
      </div>
    </li>
  );
}
