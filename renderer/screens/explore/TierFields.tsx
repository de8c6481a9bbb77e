// Value tiers: which feature says what a customer is worth, and where the tiers end.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SegmentedControl, Select, TextField, useFigures } from '../../ui/index.ts';
import type { MethodSettingsProps } from './MethodSettings.tsx';
import { tierFeatures, tierValue } from './settings.ts';
import styles from './SettingsPane.module.css';
import { readShares, writeShares } from './tierShares.ts';

const GROUPS = [2, 3, 4, 5, 10, 20] as const;

function Shares({ draft, onDraft }: Pick<MethodSettingsProps, 'draft' | 'onDraft'>) {
  const t = useTranslations('methods');
  const figures = useFigures();
  const [text, setText] = useState(() => writeShares(draft.tiers.shares, figures));
  const bad = readShares(text, figures) === null;
  return (
    <TextField
      label={t('tierShares')}
      value={text}
      bad={bad}
      {...(bad && { note: t('tierSharesBad') })}
      onChange={(next) => {
        setText(next);
        // What cannot be read must not run as what stood there before.
        onDraft({ ...draft, tiers: { ...draft.tiers, shares: [...(readShares(next, figures) ?? [])] } });
      }}
    />
  );
}

/** ABC by parts of the whole value, or groups of equal size. */
export function TierFields({ draft, onDraft, features, nameOf }: MethodSettingsProps) {
  const t = useTranslations('methods');
  const figures = useFigures();
  const { tiers } = draft;
  const change = (part: Partial<typeof tiers>): void => onDraft({ ...draft, tiers: { ...tiers, ...part } });
  return (
    <div className={styles.field}>
      <Select
        label={t('tierValue')}
        value={tierValue(draft, features)}
        options={tierFeatures(features).map(({ name }) => ({ value: name, label: nameOf(name) }))}
        onChange={(value) => change({ value })}
      />
      <p className={styles.fieldNote}>{t('oneFeature')}</p>
      <span className={styles.fieldLabel}>{t('tierBy')}</span>
      <SegmentedControl
        label={t('tierBy')}
        wide
        value={tiers.by}
        options={(['shares', 'groups'] as const).map((value) => ({ value, label: t(`tierModes.${value}`) }))}
        onChange={(by) => change({ by })}
      />
      {tiers.by === 'shares' ? (
        <Shares draft={draft} onDraft={onDraft} />
      ) : (
        <Select
          label={t('tierGroups')}
          value={String(tiers.groups)}
          options={GROUPS.map((count) => ({ value: String(count), label: figures.count(count) }))}
          onChange={(count) => change({ groups: Number(count) })}
        />
      )}
    </div>
  );
}
