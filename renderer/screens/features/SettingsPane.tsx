// The decisions that features depend on, and which transaction rows the computation leaves out.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FeatureSet } from '../../../shared/model/feature.ts';
import type { ProjectSettings } from '../../../shared/model/project.ts';
import { LinkButton, Panel, SegmentedControl, TextField, useFigures } from '../../ui/index.ts';
import styles from './features.module.css';
import { MorePane } from './MorePane.tsx';

type Settings = Pick<ProjectSettings, 'analysisDate' | 'returns' | 'missing' | 'more' | 'currency'>;

export interface SettingsPaneProps {
  readonly settings: Settings;
  readonly set: FeatureSet | null;
  /** Rows of all transaction sources; 0 = there are none. */
  readonly transactionRows: number;
  readonly onChange: (settings: Partial<Settings>) => void;
}

const COMPLETE_DATE = /^[12]\d{3}-\d{2}-\d{2}$/;

/** Sent when the field is left or Enter is pressed: a date being typed passes through the year 0002. */
function AnalysisDate({ settings, set, onChange }: Omit<SettingsPaneProps, 'transactionRows'>) {
  const t = useTranslations('features');
  const figures = useFigures();
  const saved = settings.analysisDate ?? '';
  const [draft, setDraft] = useState(saved);
  const commit = (): void => {
    if (draft === saved) return;
    if (draft === '' || COMPLETE_DATE.test(draft)) onChange({ analysisDate: draft === '' ? null : draft });
    else setDraft(saved);
  };
  const auto = set?.analysisDate
    ? t('analysisDateAuto', { date: figures.date(set.analysisDate) })
    : t('analysisDateAutoPlain');
  return (
    <div className={styles.setting} onBlur={commit}>
      <TextField
        label={t('analysisDate')}
        type="date"
        value={draft}
        onChange={setDraft}
        onEnter={commit}
        note={saved === '' ? auto : t('analysisDateNote')}
      />
      {saved === '' ? null : (
        <LinkButton onClick={() => onChange({ analysisDate: null })}>{t('dayAfter')}</LinkButton>
      )}
    </div>
  );
}

interface LeftOutProps {
  readonly set: FeatureSet;
  readonly transactionRows: number;
  readonly settings: Settings;
}

/** With `net`, returns are used: they lower the amounts. */
function LeftOut({ set, transactionRows, settings }: LeftOutProps) {
  const t = useTranslations('features');
  const figures = useFigures();
  const reasons = (
    ['withoutKey', 'withoutDate', 'withoutAmount', 'later', 'zero', 'returns'] as const
  ).filter((reason) => reason !== 'returns' || settings.returns === 'exclude');
  const parts = reasons
    .map((reason) => ({ reason, count: set.leftOut[reason] }))
    .filter(({ count }) => count > 0);
  const used = parts.reduce((rows, { count }) => rows - count, transactionRows);
  if (parts.length === 0)
    return <p className={styles.quiet}>{t('leftOutNone', { count: transactionRows })}</p>;
  const terms = [transactionRows, ...parts.map(({ count }) => count)].map(figures.count).join(' − ');
  return (
    <>
      <p className={styles.arithmetic}>
        {terms} = <b>{figures.count(used)}</b>
      </p>
      <ul className={styles.parts}>
        {parts.map(({ reason, count }) => (
          <li key={reason}>
            <b>{figures.count(count)}</b> {t(`leftOutParts.${reason}`, { count })}
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{t('leftOutNote')}</p>
    </>
  );
}

/** Analysis date, returns, missing values; every change computes the features anew and can be undone. */
export function SettingsPane({ settings, set, transactionRows, onChange }: SettingsPaneProps) {
  const t = useTranslations('features');
  return (
    <Panel title={t('settings')} className={styles.settings ?? ''}>
      <AnalysisDate key={settings.analysisDate ?? ''} settings={settings} set={set} onChange={onChange} />
      <div className={styles.setting}>
        <h3>{t('returns')}</h3>
        <SegmentedControl
          label={t('returns')}
          wide
          value={settings.returns}
          options={(['exclude', 'net'] as const).map((value) => ({
            value,
            label: t(`returnsOptions.${value}`),
          }))}
          onChange={(returns) => onChange({ returns })}
        />
        <p className={styles.quiet}>{t(`returnsNotes.${settings.returns}`)}</p>
      </div>
      <div className={styles.setting}>
        <h3>{t('missingPolicy')}</h3>
        <SegmentedControl
          label={t('missingPolicy')}
          wide
          value={settings.missing}
          options={(['median', 'exclude'] as const).map((value) => ({
            value,
            label: t(`missingOptions.${value}`),
          }))}
          onChange={(missing) => onChange({ missing })}
        />
        <p className={styles.quiet}>{t(`missingNotes.${settings.missing}`)}</p>
      </div>
      {transactionRows > 0 ? (
        <MorePane
          more={settings.more}
          report={set?.customerValue}
          currency={settings.currency}
          onChange={(more) => onChange({ more })}
        />
      ) : null}
      {set && transactionRows > 0 ? (
        <div className={styles.setting}>
          <h3>{t('leftOut')}</h3>
          <LeftOut set={set} transactionRows={transactionRows} settings={settings} />
        </div>
      ) : null}
    </Panel>
  );
}
