// Says wherever figures are shown that they are weighted; nothing while they are not.
import { IconScale } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useAsk } from '../data/index.ts';
import { Chip, Tooltip, useFigures } from '../ui/index.ts';

export interface WeightedMarkProps {
  readonly customers: number;
  readonly effectiveN: number;
}

/** The chip of figures that are known to be weighted. */
export function WeightedMark({ customers, effectiveN }: WeightedMarkProps) {
  const t = useTranslations('representativeness');
  const figures = useFigures();
  return (
    <Tooltip label={t('chipNote', { customers, effective: figures.count(effectiveN) })}>
      <span tabIndex={0}>
        <Chip icon={IconScale}>{t('chip')}</Chip>
      </span>
    </Tooltip>
  );
}

/** Asks by itself, so that a screen only has to place it. */
export function WeightedChip() {
  const used = useAsk('references.inUse', undefined).data;
  return used ? <WeightedMark customers={used.customers} effectiveN={used.effectiveN} /> : null;
}
