// How RFM scores are made: number of groups, ties, nesting, own cut points, and the table that names the scores.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FIVE_SCORES, fittedRules, type RfmSettings, scoreCounts } from '../../../shared/model/division.ts';
import { Checkbox, LinkButton, SegmentedControl, Select, useFigures } from '../../ui/index.ts';
import { RfmSetup } from './RfmSetup.tsx';
import { RfmTable } from './RfmTable.tsx';
import styles from './SettingsPane.module.css';
import type { Draft } from './view.ts';

const GROUPS = [3, 4, 5, 6, 7, 8, 9, 10] as const;
const DIMENSIONS = ['recency', 'frequency', 'monetary'] as const;

export interface RfmFieldsProps {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  /** The project's; null = the day after the last order. */
  readonly analysisDate: string | null;
  readonly onAnalysisDate: (date: string | null) => void;
  /** ISO code of amounts. */
  readonly currency: string;
}

type Part = { readonly rfm: RfmSettings; readonly onChange: (rfm: RfmSettings) => void };

/** An own table goes along when the number of scores changes. */
function changed(rfm: RfmSettings, part: Partial<RfmSettings>): RfmSettings {
  const next = { ...rfm, ...part };
  const [from, to] = [scoreCounts(rfm), scoreCounts(next)];
  const same = DIMENSIONS.every((dimension) => from[dimension] === to[dimension]);
  return same || !next.rules ? next : { ...next, rules: fittedRules(next.rules, from, to) };
}

function Table({ rfm, onChange }: Part) {
  const t = useTranslations('methods');
  const [editing, setEditing] = useState(false);
  const scores = scoreCounts(rfm);
  const published = DIMENSIONS.every((dimension) => scores[dimension] === FIVE_SCORES[dimension]);
  return (
    <>
      <p className={styles.fieldNote}>
        {rfm.rules ? t('ownTable', { n: rfm.rules.length }) : t(published ? 'publishedTable' : 'fittedTable')}
      </p>
      <LinkButton onClick={() => setEditing(true)}>{t('editTable')}</LinkButton>
      {editing ? (
        <RfmTable
          rules={rfm.rules ?? null}
          scores={scores}
          onClose={() => setEditing(false)}
          onSave={(rules) => {
            const { rules: _former, ...rest } = rfm;
            onChange(rules === null ? rest : { ...rest, rules: [...rules] });
            setEditing(false);
          }}
        />
      ) : null}
    </>
  );
}

function Cuts({ rfm, onChange, ...date }: Part & Omit<RfmFieldsProps, 'draft' | 'onDraft'>) {
  const t = useTranslations('methods.rfmSetup');
  const names = useTranslations('features.builtIn');
  const [editing, setEditing] = useState(false);
  const { analysisDate, onAnalysisDate, currency } = date;
  return (
    <>
      {DIMENSIONS.map((dimension) => {
        const own = rfm.cuts[dimension];
        if (!own) return null;
        return (
          <p key={dimension} className={styles.fieldNote}>
            {t('own', { name: names(dimension), n: own.length + 1 })}
          </p>
        );
      })}
      <LinkButton onClick={() => setEditing(true)}>{t('open')}</LinkButton>
      {editing ? (
        <RfmSetup
          cuts={rfm.cuts}
          currency={currency}
          analysisDate={analysisDate}
          onClose={() => setEditing(false)}
          onSave={(cuts, wanted) => {
            onChange(changed(rfm, { cuts }));
            if (wanted !== analysisDate) onAnalysisDate(wanted);
            setEditing(false);
          }}
        />
      ) : null}
    </>
  );
}

/** Of no effect where every score has cut points of its own. */
function Quantiles({
  rfm,
  change,
}: {
  readonly rfm: RfmSettings;
  readonly change: (part: Partial<RfmSettings>) => void;
}) {
  const t = useTranslations('methods');
  const figures = useFigures();
  return (
    <>
      <Select
        label={t('rfmGroups')}
        value={String(rfm.groups)}
        options={[...new Set([...GROUPS, rfm.groups])]
          .toSorted((a, b) => a - b)
          .map((count) => ({ value: String(count), label: figures.count(count) }))}
        onChange={(count) => change({ groups: Number(count) })}
      />
      <p className={styles.fieldNote}>{t('rfmGroupsNote', { n: String(rfm.groups) })}</p>
      <span className={styles.fieldLabel}>{t('ties')}</span>
      <SegmentedControl
        label={t('ties')}
        wide
        value={rfm.ties}
        options={(['below', 'above'] as const).map((value) => ({ value, label: t(`tieModes.${value}`) }))}
        onChange={(ties) => change({ ties })}
      />
      <Checkbox checked={rfm.nested} onChange={(nested) => change({ nested })}>
        {t('nested')}
      </Checkbox>
      {rfm.nested ? <p className={styles.fieldNote}>{t('nestedNote')}</p> : null}
    </>
  );
}

export function RfmFields({ draft, onDraft, ...date }: RfmFieldsProps) {
  const t = useTranslations('methods');
  const { rfm } = draft;
  const onChange = (next: RfmSettings): void => onDraft({ ...draft, rfm: next });
  const own = DIMENSIONS.every((dimension) => rfm.cuts[dimension] !== undefined);
  return (
    <div className={styles.field}>
      <p className={styles.fieldNote}>{t('ownFeatures')}</p>
      {own ? null : <Quantiles rfm={rfm} change={(part) => onChange(changed(rfm, part))} />}
      <Cuts rfm={rfm} onChange={onChange} {...date} />
      <Table rfm={rfm} onChange={onChange} />
    </div>
  );
}
