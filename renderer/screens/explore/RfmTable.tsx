// The table that names RFM scores: a row per segment, lowest and highest score of each; the first row that fits counts.
import { IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import {
  FIVE_SCORES,
  fittedRules,
  RFM_SEGMENTS,
  type RfmRule,
  type ScoreCounts,
} from '../../../shared/model/division.ts';
import { IconButton, LinkButton, Select, TextField, useRowFocus } from '../../ui/index.ts';
import { EditorDialog } from './EditorDialog.tsx';
import styles from './methods.module.css';
import { useRows } from './useRows.ts';

const DIMENSIONS = ['recency', 'frequency', 'monetary'] as const;

const isSound = (rule: RfmRule): boolean =>
  rule.name.trim() !== '' && DIMENSIONS.every((dimension) => rule[dimension][0] <= rule[dimension][1]);

function usePublished(scores: ScoreCounts): readonly RfmRule[] {
  const t = useTranslations('writing.classes.rfm');
  return fittedRules(RFM_SEGMENTS, FIVE_SCORES, scores).map(({ key, ...ranges }) => ({
    name: t(key),
    ...ranges,
  }));
}

interface ScoresProps {
  readonly rule: RfmRule;
  readonly scores: ScoreCounts;
  readonly onChange: (rule: RfmRule) => void;
}

function Scores({ rule, scores, onChange }: ScoresProps) {
  const t = useTranslations('methods.table');
  const names = useTranslations('features.builtIn');
  return DIMENSIONS.map((dimension) => {
    const [low, high] = rule[dimension];
    const name = names(dimension);
    // A range that reaches beyond the scores stays choosable as it is.
    const last = Math.max(scores[dimension], high);
    const options = Array.from({ length: last }, (_, at) => ({ value: `${at + 1}`, label: `${at + 1}` }));
    const set = (range: [number, number]): void => onChange({ ...rule, [dimension]: range });
    return (
      <td key={dimension}>
        <div className={styles.pair}>
          <Select
            label={t('from', { name })}
            labelAt="spoken"
            size={24}
            value={String(low)}
            options={options}
            onChange={(value) => set([Number(value), high])}
          />
          <span aria-hidden>–</span>
          <Select
            label={t('to', { name })}
            labelAt="spoken"
            size={24}
            value={String(high)}
            options={options}
            onChange={(value) => set([low, Number(value)])}
          />
        </div>
      </td>
    );
  });
}

export interface RfmTableProps {
  /** Null = the published table. */
  readonly rules: readonly RfmRule[] | null;
  /** How many there are to choose from. */
  readonly scores: ScoreCounts;
  readonly onSave: (rules: readonly RfmRule[] | null) => void;
  readonly onClose: () => void;
}

/** A dialog; nothing changes before it is saved. */
export function RfmTable({ rules, scores, onSave, onClose }: RfmTableProps) {
  const t = useTranslations('methods.table');
  const names = useTranslations('features.builtIn');
  const published = usePublished(scores);
  const isFitted = DIMENSIONS.some((dimension) => scores[dimension] !== FIVE_SCORES[dimension]);
  const list = useRows(rules ?? published);
  const editor = useRowFocus<HTMLDivElement>(list.rows.map((row) => row.id));
  const [original, setOriginal] = useState(rules === null);
  const sound = list.rows.length > 0 && list.rows.every(({ value }) => isSound(value));
  const edit = (change: () => void): void => {
    setOriginal(false);
    change();
  };
  const save = (): void => onSave(original ? null : list.rows.map(({ value }) => value));
  return (
    <EditorDialog
      of="table"
      sound={sound}
      onSave={save}
      onClose={onClose}
      more={
        <LinkButton
          onClick={() => {
            list.reset(published);
            setOriginal(true);
          }}
        >
          {t('reset')}
        </LinkButton>
      }
    >
      {isFitted ? <p className={styles.note}>{t('fitted')}</p> : null}
      <div ref={editor}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('name')}</th>
              {DIMENSIONS.map((dimension) => (
                <th key={dimension}>{names(dimension)}</th>
              ))}
              <th />
            </tr>
          </thead>
          <tbody>
            {list.rows.map(({ id, value: rule }, at) => (
              <tr key={id} data-row={id}>
                <td>
                  <TextField
                    label={t('name')}
                    labelAt="spoken"
                    value={rule.name}
                    onChange={(name) => edit(() => list.set(id, { ...rule, name }))}
                  />
                </td>
                <Scores rule={rule} scores={scores} onChange={(next) => edit(() => list.set(id, next))} />
                <td className={styles.rowActions}>
                  <IconButton
                    icon={IconArrowUp}
                    size={24}
                    label={t('up', { name: rule.name })}
                    disabled={at === 0}
                    onClick={() => edit(() => list.raise(id))}
                  />
                  <IconButton
                    icon={IconTrash}
                    size={24}
                    label={t('remove', { name: rule.name })}
                    onClick={() => edit(() => list.remove(id))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {sound ? null : <p className={styles.bad}>{t('bad')}</p>}
        <LinkButton
          data-add-row
          onClick={() =>
            edit(() =>
              list.add({
                name: '',
                recency: [1, scores.recency],
                frequency: [1, scores.frequency],
                monetary: [1, scores.monetary],
              }),
            )
          }
        >
          {t('add')}
        </LinkButton>
      </div>
    </EditorDialog>
  );
}
