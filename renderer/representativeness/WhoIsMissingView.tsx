// The pane “Who is missing?”: one variable against its reference, and what weights would do about it.
import { IconPencil, IconPlus, IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ReferenceReport, Representativeness, Weighting } from '../../shared/model/reference.ts';
import { useFeatureNames } from '../evidence/index.ts';
import { Button, EmptyState, IconButton, Panel, SegmentedControl, Select } from '../ui/index.ts';
import { ReferenceChart } from './ReferenceChart.tsx';
import { Remarks } from './Remarks.tsx';
import { WeightingLine } from './WeightingLine.tsx';
import styles from './representativeness.module.css';

export interface WhoIsMissingViewProps {
  readonly state: Representativeness;
  readonly currency: string;
  readonly onWeighting: (weighting: Weighting) => void;
  /** Opens the editor: for a variable, or for one that has no reference yet. */
  readonly onEdit: (feature: string | null) => void;
}

/** More variables than fit side by side become a list. */
const SIDE_BY_SIDE = 3;

function Choice({
  references,
  shown,
  onShow,
}: {
  readonly references: readonly ReferenceReport[];
  readonly shown: ReferenceReport;
  readonly onShow: (feature: string) => void;
}) {
  const t = useTranslations('representativeness');
  const nameOf = useFeatureNames();
  if (references.length < 2) return null;
  const options = references.map(({ feature, label }) => ({ value: feature, label: nameOf(feature, label) }));
  const props = { label: t('variable'), value: shown.feature, options, onChange: onShow };
  return references.length <= SIDE_BY_SIDE ? (
    <SegmentedControl {...props} />
  ) : (
    <Select {...props} labelAt="spoken" size={24} />
  );
}

export function WhoIsMissingView({ state, currency, onWeighting, onEdit }: WhoIsMissingViewProps) {
  const t = useTranslations('representativeness');
  const nameOf = useFeatureNames();
  const [wanted, setWanted] = useState<string | null>(null);
  const { references } = state;
  const shown = references.find(({ feature }) => feature === wanted) ?? references[0];
  if (!shown) {
    return (
      <Panel title={t('title')}>
        <EmptyState
          icon={IconScale}
          title={t('emptyTitle')}
          actions={<Button onClick={() => onEdit(null)}>{t('add')}</Button>}
        >
          {t('empty')}
        </EmptyState>
        {state.weights ? <WeightingLine {...{ state, currency }} onChange={onWeighting} /> : null}
      </Panel>
    );
  }
  const against = t('against', {
    variable: nameOf(shown.feature, shown.label),
    name: shown.name || shown.source || t('ownNumbers'),
  });
  const actions = (
    <>
      <Choice references={references} shown={shown} onShow={setWanted} />
      <IconButton icon={IconPencil} size={24} label={t('edit')} onClick={() => onEdit(shown.feature)} />
      <IconButton icon={IconPlus} size={24} label={t('add')} onClick={() => onEdit(null)} />
    </>
  );
  return (
    <Panel title={t('title')} note={against} actions={actions}>
      <div className={styles.pane}>
        <ReferenceChart report={shown} on={state.on} />
        <Remarks report={shown} state={state} />
        <WeightingLine {...{ state, currency }} onChange={onWeighting} />
      </div>
    </Panel>
  );
}
