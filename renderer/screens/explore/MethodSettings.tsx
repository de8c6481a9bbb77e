// The settings that a method has: scaling and outliers where distances are taken, cut points where classes are set out.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CovarianceChoice, MINI_BATCH_ABOVE } from '../../../shared/model/method.ts';
import { SCALES } from '../../../shared/model/segmentation.ts';
import { Checkbox, LinkButton, Select } from '../../ui/index.ts';
import type { FeatureChecklistProps } from './FeatureChecklist.tsx';
import type { MethodPickerProps } from './MethodPicker.tsx';
import { OwnScales } from './OwnScales.tsx';
import { Preparation } from './Preparation.tsx';
import { RfmFields, type RfmFieldsProps } from './RfmFields.tsx';
import { RulesEditor } from './RulesEditor.tsx';
import { ownScales } from './settings.ts';
import styles from './SettingsPane.module.css';
import { TierFields } from './TierFields.tsx';
import { MissingFields, ValueFields, type ValueFieldsProps } from './ValueFields.tsx';

export interface MethodSettingsProps
  extends MethodPickerProps,
    Pick<FeatureChecklistProps, 'customers' | 'onLog' | 'nameOf'>,
    Pick<ValueFieldsProps, 'usualMissing'>,
    Pick<RfmFieldsProps, 'analysisDate' | 'onAnalysisDate' | 'currency'> {}

type Part = Pick<MethodSettingsProps, 'draft' | 'onDraft'>;

function Scaling({ draft, onDraft, features, nameOf, onLog }: MethodSettingsProps) {
  const t = useTranslations('explore');
  const words = useTranslations('methods.ownScales');
  const [editing, setEditing] = useState(false);
  const chosen = features.filter((feature) => feature.chosen);
  const own = Object.keys(
    ownScales(
      draft,
      chosen.map(({ name }) => name),
    ),
  );
  return (
    <div className={styles.field}>
      <Select
        label={t('scaling')}
        value={draft.scale}
        options={SCALES.map((scale) => ({ value: scale, label: t(`scales.${scale}`) }))}
        onChange={(scale) => onDraft({ ...draft, scale })}
      />
      <p className={styles.fieldNote}>{t(`scaleNotes.${draft.scale}`)}</p>
      {own.length > 0 ? <p className={styles.fieldNote}>{words('count', { n: own.length })}</p> : null}
      <LinkButton onClick={() => setEditing(true)}>{words('open')}</LinkButton>
      {editing ? (
        <OwnScales
          features={chosen}
          nameOf={nameOf}
          scale={draft.scale}
          scales={draft.scales}
          logs={draft.logs}
          onLog={onLog}
          onClose={() => setEditing(false)}
          onSave={(scales) => {
            onDraft({ ...draft, scales });
            setEditing(false);
          }}
        />
      ) : null}
    </div>
  );
}

function Shape({ draft, onDraft }: Part) {
  const t = useTranslations('methods');
  return (
    <div className={styles.field}>
      <Select
        label={t('shape')}
        value={draft.covariance}
        options={CovarianceChoice.options
          .toReversed()
          .map((value) => ({ value, label: t(`shapes.${value}`) }))}
        onChange={(covariance) => onDraft({ ...draft, covariance })}
      />
      <p className={styles.fieldNote}>{t(`shapeNotes.${draft.covariance}`)}</p>
    </div>
  );
}

/** Offered where it can pay. */
function MiniBatch({ draft, onDraft, customers }: Part & Pick<MethodSettingsProps, 'customers'>) {
  const t = useTranslations('methods');
  if (customers <= MINI_BATCH_ABOVE && !draft.miniBatch) return null;
  return (
    <div className={styles.field}>
      <Checkbox checked={draft.miniBatch} onChange={(miniBatch) => onDraft({ ...draft, miniBatch })}>
        {t('miniBatch')}
      </Checkbox>
      <p className={styles.fieldNote}>{t('miniBatchNote')}</p>
    </div>
  );
}

function Rules({ draft, onDraft, features, nameOf }: MethodSettingsProps) {
  const t = useTranslations('methods');
  const [editing, setEditing] = useState(false);
  return (
    <div className={styles.field}>
      <p className={styles.fieldNote}>{t('rulesCount', { n: draft.rules.length })}</p>
      <LinkButton onClick={() => setEditing(true)}>{t('editRules')}</LinkButton>
      {editing ? (
        <RulesEditor
          rules={draft.rules}
          features={features}
          nameOf={nameOf}
          onClose={() => setEditing(false)}
          onSave={(rules) => {
            onDraft({ ...draft, rules });
            setEditing(false);
          }}
        />
      ) : null}
    </div>
  );
}

/** What the chosen method asks for. */
export function MethodSettings(props: MethodSettingsProps) {
  const t = useTranslations('methods');
  const { method } = props.draft;
  if (method === 'rfm') return <RfmFields {...props} />;
  if (method === 'tiers') return <TierFields {...props} />;
  if (method === 'rules') return <Rules {...props} />;
  const mixed = method === 'kmedoids' ? t('gower') : method === 'kprototypes' ? t('prototypes') : null;
  const chosen = props.features.filter((feature) => feature.chosen).map(({ name }) => name);
  return (
    <>
      {mixed === null ? null : <p className={styles.measure}>{mixed}</p>}
      {method === 'kmeans' ? <MiniBatch {...props} /> : null}
      {method === 'gmm' ? <Shape {...props} /> : null}
      <Preparation draft={props.draft} usualMissing={props.usualMissing} chosen={chosen}>
        {mixed === null ? <Scaling {...props} /> : null}
        <ValueFields {...props} />
        <MissingFields {...props} />
      </Preparation>
    </>
  );
}
