// The switch for weights with its consequence in one sentence, the cap, and what the weights change.
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Representativeness, Weighting } from '../../shared/model/reference.ts';
import { Checkbox, LinkButton, Select, useFigures, WhyDisclosure } from '../ui/index.ts';
import { ChangesDialog } from './ChangesDialog.tsx';
import styles from './representativeness.module.css';

const CAPS = [2, 3, 5, 8] as const;

export interface WeightingLineProps {
  readonly state: Representativeness;
  readonly onChange: (weighting: Weighting) => void;
  readonly currency: string;
}

function Consequence({ state }: Pick<WeightingLineProps, 'state'>) {
  const t = useTranslations('representativeness');
  const figures = useFigures();
  const { on, cap, customers, weights, references, baseWeight } = state;
  if (!weights) return null;
  const points = (share: number): string => figures.decimal(100 * share, 1);
  const values = {
    cap: figures.decimal(cap, Number.isInteger(cap) ? 0 : 1),
    before: points(weights.distance),
    after: points(weights.distanceAfter),
    customers,
    effective: figures.count(weights.effectiveN),
    n: (chunks: ReactNode) => (
      <WhyDisclosure why={{ text: t('whyEffective'), formula: '(Σw)² / Σw²', n: figures.count(customers) }}>
        {chunks}
      </WhyDisclosure>
    ),
  };
  const base = references.length === 0 && baseWeight !== null;
  return (
    <p className={styles.consequence}>
      {base ? t('onlyBase', { column: baseWeight }) : t.rich(on ? 'inUse' : 'consequence', values)}
    </p>
  );
}

export function WeightingLine({ state, onChange, currency }: WeightingLineProps) {
  const t = useTranslations('representativeness');
  const figures = useFigures();
  const [showing, setShowing] = useState(false);
  const { on, cap } = state;
  const caps = [...new Set([...CAPS, cap])].toSorted((a, b) => a - b);
  return (
    <div className={styles.weighting}>
      <Consequence state={state} />
      <div className={styles.controls}>
        <Checkbox checked={on} onChange={(checked) => onChange({ on: checked, cap })}>
          {t('useWeights')}
        </Checkbox>
        <Select
          label={t('cap')}
          labelAt="before"
          size={24}
          value={String(cap)}
          options={caps.map((one) => ({
            value: String(one),
            label: t('capTimes', { cap: figures.decimal(one, Number.isInteger(one) ? 0 : 1) }),
          }))}
          onChange={(value) => onChange({ on, cap: Number(value) })}
        />
        <LinkButton onClick={() => setShowing(true)}>{t('changes')}</LinkButton>
      </div>
      {showing ? (
        <ChangesDialog changes={state.changes} currency={currency} onClose={() => setShowing(false)} />
      ) : null}
    </div>
  );
}
