// What is done to values before distances are taken, folded into one line that says it: most runs never change it.
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { scalesFeatures } from '../../../shared/model/method.ts';
import { fillsGaps, ownScales } from './settings.ts';
import styles from './SettingsPane.module.css';
import type { ValueFieldsProps } from './ValueFields.tsx';

export interface PreparationProps extends Pick<ValueFieldsProps, 'draft' | 'usualMissing'> {
  /** Names of the chosen features. */
  readonly chosen: readonly string[];
  readonly children: ReactNode;
}

/** The line's words: the scaling, and what is not as usual. */
function useSummary({ draft, usualMissing, chosen }: Omit<PreparationProps, 'children'>) {
  const t = useTranslations('explore');
  const words = useTranslations('methods');
  const { method, indicators } = draft.missing ?? { method: usualMissing, indicators: false };
  const gaps = fillsGaps(draft.method) || method === 'exclude' ? method : 'skipped';
  const own = Object.keys(ownScales(draft, chosen)).length;
  const unusual = [
    ...(own > 0 && scalesFeatures(draft.method) ? [words('ownScales.count', { n: own })] : []),
    ...(draft.outliers ? [words('outliers')] : []),
    ...(method === usualMissing && !indicators ? [] : [words(`missing.options.${gaps}`)]),
  ];
  return {
    isUsual: unusual.length === 0 && draft.scale === 'z',
    text: [
      ...(scalesFeatures(draft.method) ? [t(`scales.${draft.scale}`)] : []),
      ...(draft.logs ? [t('log')] : []),
      ...unusual,
    ].join(' · '),
  };
}

/** Open from the start where something is not as usual. */
export function Preparation({ children, ...props }: PreparationProps) {
  const t = useTranslations('methods');
  const { isUsual, text } = useSummary(props);
  const [open, setOpen] = useState(!isUsual);
  return (
    <details
      className={styles.preparation}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <span>{t('preparation')}</span>
        {open ? null : <span className={styles.fieldNote}>{text}</span>}
      </summary>
      {children}
    </details>
  );
}
