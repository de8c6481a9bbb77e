// Further features on request: habits over time and customer value, with the verdict on its model.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { DEFAULT_VALUE } from '../../../shared/model/customerValue.ts';
import type { CustomerValueReport, ValueSettings } from '../../../shared/model/customerValue.ts';
import type { ProjectSettings } from '../../../shared/model/project.ts';
import { Checkbox, LinkButton, NumberField, Select, StatusLabel } from '../../ui/index.ts';
import styles from './features.module.css';
import { FitDialog } from './FitDialog.tsx';

type More = NonNullable<ProjectSettings['more']>;

export interface MorePaneProps {
  readonly more: ProjectSettings['more'];
  readonly report: CustomerValueReport | undefined;
  readonly currency: string;
  readonly onChange: (more: More) => void;
}

const NONE: More = { habits: false, value: null };

/** Names of methods are the same in every language. */
const MODELS = [
  { value: 'bgnbd', label: 'BG/NBD' },
  { value: 'paretonbd', label: 'Pareto/NBD' },
] as const;

const TONES = {
  fits: 'ok',
  rough: 'warn',
  fails: 'bad',
  fewRepeaters: 'neutral',
  shortTime: 'neutral',
  noConvergence: 'warn',
} as const;

function ValueFields({
  value,
  onChange,
}: {
  readonly value: ValueSettings;
  readonly onChange: (change: Partial<ValueSettings>) => void;
}) {
  const t = useTranslations('makeFeatures.more');
  const save = (change: Partial<ValueSettings>): null => {
    onChange(change);
    return null;
  };
  return (
    <div className={styles.valueFields}>
      <NumberField
        label={t('months')}
        value={value.months}
        low={1}
        high={60}
        digits={0}
        onSave={(months) => save({ months })}
      />
      <NumberField
        label={t('discount')}
        value={100 * value.discount}
        low={0}
        high={20}
        digits={2}
        onSave={(percent) => save({ discount: percent / 100 })}
      />
      <NumberField
        label={t('margin')}
        value={100 * value.margin}
        low={1}
        high={100}
        digits={2}
        onSave={(percent) => save({ margin: percent / 100 })}
      />
      <Select
        label={t('model')}
        value={value.model}
        options={MODELS}
        onChange={(model) => onChange({ model })}
      />
    </div>
  );
}

export function MorePane({ more = NONE, report, currency, onChange }: MorePaneProps) {
  const t = useTranslations('makeFeatures');
  const [looking, setLooking] = useState(false);
  const { habits, value } = more;
  return (
    <div className={styles.setting}>
      <h3>{t('more.title')}</h3>
      <Checkbox checked={habits} onChange={(on) => onChange({ habits: on, value })}>
        {t('more.habits')}
      </Checkbox>
      <p className={styles.quiet}>{t('more.habitsNote')}</p>
      <Checkbox
        checked={value !== null}
        onChange={(on) => onChange({ habits, value: on ? DEFAULT_VALUE : null })}
      >
        {t('more.value')}
      </Checkbox>
      <p className={styles.quiet}>{t('more.valueNote')}</p>
      {value ? (
        <ValueFields
          value={value}
          onChange={(change) => onChange({ habits, value: { ...value, ...change } })}
        />
      ) : null}
      {value && report ? (
        <>
          <p className={styles.verdict}>
            <StatusLabel tone={TONES[report.verdict]}>{t(`verdicts.${report.verdict}`)}</StatusLabel>
          </p>
          {report.logLikelihood === null ? null : (
            <LinkButton onClick={() => setLooking(true)}>{t('more.look')}</LinkButton>
          )}
        </>
      ) : null}
      {looking && report ? (
        <FitDialog report={report} currency={currency} onClose={() => setLooking(false)} />
      ) : null}
    </div>
  );
}
