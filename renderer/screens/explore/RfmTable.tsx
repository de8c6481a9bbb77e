// The table that names RFM scores: a row per segment, lowest and highest score of each; the first row that fits counts.
import { IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { RFM_SEGMENTS, type RfmRule } from '../../../shared/model/division.ts';
import { IconButton, LinkButton, Select, TextField } from '../../ui/index.ts';
import { EditorDialog } from './EditorDialog.tsx';
import styles from './methods.module.css';
import { useRows } from './useRows.ts';

const DIMENSIONS = ['recency', 'frequency', 'monetary'] as const;
const SCORES = ['1', '2', '3', '4', '5'] as const;

const isSound = (rule: RfmRule): boolean =>
  rule.name.trim() !== '' && DIMENSIONS.every((dimension) => rule[dimension][0] <= rule[dimension][1]);

function usePublished(): readonly RfmRule[] {
  const t = useTranslations('writing.classes.rfm');
  return RFM_SEGMENTS.map(({ key, recency, frequency, monetary }) => ({
    name: t(key),
    recency: [...recency],
    frequency: [...frequency],
    monetary: [...monetary],
  }));
}

function Scores({ rule, onChange }: { readonly rule: RfmRule; readonly onChange: (rule: RfmRule) => void }) {
  const t = useTranslations('methods.table');
  const names = useTranslations('features.builtIn');
  return DIMENSIONS.map((dimension) => {
    const [low, high] = rule[dimension];
    const name = names(dimension);
    const options = SCORES.map((value) => ({ value, label: value }));
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
  readonly onSave: (rules: readonly RfmRule[] | null) => void;
  readonly onClose: () => void;
}

/** A dialog; nothing changes before it is saved. */
export function RfmTable({ rules, onSave, onClose }: RfmTableProps) {
  const t = useTranslations('methods.table');
  const names = useTranslations('features.builtIn');
  const published = usePublished();
  const list = useRows(rules ?? published);
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
            <tr key={id}>
              <td>
                <TextField
                  label={t('name')}
                  labelAt="spoken"
                  value={rule.name}
                  onChange={(name) => edit(() => list.set(id, { ...rule, name }))}
                />
              </td>
              <Scores rule={rule} onChange={(next) => edit(() => list.set(id, next))} />
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
        onClick={() =>
          edit(() => list.add({ name: '', recency: [1, 5], frequency: [1, 5], monetary: [1, 5] }))
        }
      >
        {t('add')}
      </LinkButton>
    </EditorDialog>
  );
}
