// Says wherever figures are shown that they are weighted.
import { IconScale } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Chip, Tooltip, useFigures } from '../ui/index.ts';

export interface WeightedChipProps {
  /** How many customers count as how many, where that is known. */
  readonly counts?: { readonly customers: number; readonly effectiveN: number };
}

export function WeightedChip({ counts }: WeightedChipProps) {
  const t = useTranslations('representativeness');
  const figures = useFigures();
  const chip = <Chip icon={IconScale}>{t('chip')}</Chip>;
  if (!counts) return chip;
  const { customers, effectiveN } = counts;
  return (
    <Tooltip label={t('chipNote', { customers, effective: figures.count(effectiveN) })}>
      <span tabIndex={0}>{chip}</span>
    </Tooltip>
  );
}
