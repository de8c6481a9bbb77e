// What is done to values before distances are taken: logarithms, capped outliers, missing values.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { MISSING_POLICIES } from '../../../shared/model/segmentation.ts';
import { Checkbox, Select, TextField, useFigures } from '../../ui/index.ts';
import { readPercentile, writePercentile } from './percentiles.ts';
import styles from './SettingsPane.module.css';
import { fillsGaps } from './settings.ts';
import type { Draft } from './view.ts';

export interface ValueFieldsProps {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  /** The project's way with missing values, until the draft names one. */
  readonly usualMissing: 'median' | 'exclude';
}

function Percentile({
  draft,
  onDraft,
  end,
}: Omit<ValueFieldsProps, 'usualMissing'> & { end: 'low' | 'high' }) {
  const t = useTranslations('methods.caps');
  const figures = useFigures();
  const [text, setText] = useState(() => writePercentile(draft.caps[end], figures));
  const bad = readPercentile(text, end, figures) === null;
  return (
    <TextField
      label={t(end)}
      value={text}
      bad={bad}
      onChange={(next) => {
        setText(next);
        // What cannot be read must not run as what stood there before.
        onDraft({ ...draft, caps: { ...draft.caps, [end]: readPercentile(next, end, figures) ?? NaN } });
      }}
      {...(bad && { note: t('bad') })}
    />
  );
}

/** For every method that takes distances. */
export function ValueFields({ draft, onDraft }: Omit<ValueFieldsProps, 'usualMissing'>) {
  const t = useTranslations('methods');
  const words = useTranslations('explore');
  return (
    <div className={styles.field}>
      <Checkbox checked={draft.logs} onChange={(logs) => onDraft({ ...draft, logs })}>
        {words('useLogs')}
      </Checkbox>
      <Checkbox checked={draft.outliers} onChange={(outliers) => onDraft({ ...draft, outliers })}>
        {t('outliers')}
      </Checkbox>
      {draft.outliers ? (
        <>
          <div className={styles.two}>
            <Percentile draft={draft} onDraft={onDraft} end="low" />
            <Percentile draft={draft} onDraft={onDraft} end="high" />
          </div>
          <p className={styles.fieldNote}>{t('outliersNote')}</p>
        </>
      ) : null}
    </div>
  );
}

/** Methods for mixed data leave missing values out of their distances; the others fill them. */
export function MissingFields({ draft, onDraft, usualMissing }: ValueFieldsProps) {
  const t = useTranslations('methods.missing');
  const fills = fillsGaps(draft.method);
  const { method, indicators } = draft.missing ?? { method: usualMissing, indicators: false };
  const policies = fills ? MISSING_POLICIES : (['median', 'exclude'] as const);
  const wordOf = (policy: (typeof MISSING_POLICIES)[number]) =>
    fills || policy === 'exclude' ? policy : ('skipped' as const);
  const shown = fills || method === 'exclude' ? method : 'median';
  return (
    <div className={styles.field}>
      <Select
        label={t('label')}
        value={shown}
        options={policies.map((value) => ({ value, label: t(`options.${wordOf(value)}`) }))}
        onChange={(value) => onDraft({ ...draft, missing: { method: value, indicators } })}
      />
      <p className={styles.fieldNote}>{t(`notes.${wordOf(shown)}`)}</p>
      {fills && method !== 'exclude' ? (
        <>
          <Checkbox
            checked={indicators}
            onChange={(on) => onDraft({ ...draft, missing: { method, indicators: on } })}
          >
            {t('indicators')}
          </Checkbox>
          {indicators ? <p className={styles.fieldNote}>{t('indicatorsNote')}</p> : null}
        </>
      ) : null}
    </div>
  );
}
