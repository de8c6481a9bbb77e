// The other choice for an issue, where there is one: the “Instead” column of the issue list.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Inspection } from '../../../shared/model/inspection.ts';
import type { IssueCode } from '../../../shared/model/issue.ts';
import type { ReadOverrides } from '../../../shared/model/readSettings.ts';
import { Button, Select } from '../../ui/index.ts';
import type { FurtherTable } from './draft.ts';

export interface InsteadChoices {
  readonly inspection: Inspection;
  readonly onChange: (overrides: ReadOverrides) => void;
  readonly onTables: (tables: readonly FurtherTable[]) => void;
}

/** A control per issue code; undefined where the issue leaves no choice. */
export function useInstead({ inspection, onChange, onTables }: InsteadChoices) {
  const t = useTranslations('wizard.instead');
  const { settings, secondTable } = inspection;
  const button = (text: string, act: () => void): ReactNode => (
    <Button size={24} onClick={act}>
      {text}
    </Button>
  );
  const totals = (
    <Select
      label={t('totals')}
      labelAt="spoken"
      size={24}
      value={settings.totals ?? 'keep'}
      options={[
        { value: 'keep', label: t('totalsKeep') },
        { value: 'leaveOut', label: t('totalsOut') },
      ]}
      onChange={(chosen) => onChange({ totals: chosen })}
    />
  );
  return (code: IssueCode): ReactNode | undefined => {
    switch (code) {
      case 'DOUBLE-ENCODED':
        return button(t('repair'), () => onChange({ repairDoubleEncoding: true }));
      case 'DOUBLE-ENCODED-REPAIRED':
        return button(t('leave'), () => onChange({ repairDoubleEncoding: false }));
      case 'TOTALS-ROW':
      case 'TOTALS-LEFT-OUT':
        return totals;
      case 'QUOTES-REPAIRED':
        return button(t('quotes'), () => onChange({ quote: '', escape: '' }));
      case 'SECOND-TABLE':
        return secondTable && button(t('second'), () => onTables([{ startLine: secondTable.line }]));
      default:
        return undefined;
    }
  };
}
