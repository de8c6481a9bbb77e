// The fields of a definition: a formula, bands, a transformation, a scale of a survey.
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Feature } from '../../../shared/model/feature.ts';
import { FILLS } from '../../../shared/model/featureDefinition.ts';
import { TRANSFORMS } from '../../../shared/model/featureTransform.ts';
import { inFormula } from '../../../shared/model/formulaName.ts';
import { Checkbox, SegmentedControl, Select, TextField, useFigures, VisuallyHidden } from '../../ui/index.ts';
import styles from './define.module.css';
import { type DefinitionDraft, type DraftField, isWrong } from './definitionDraft.ts';

export interface FormProps {
  readonly draft: DefinitionDraft;
  /** What a definition may be made from. */
  readonly features: readonly { readonly feature: Feature; readonly label: string }[];
  readonly onChange: (change: Partial<DefinitionDraft>) => void;
  /** The formula's problem in words; it stands below the field. */
  readonly problem: string | null;
}

/** Red, and what the field takes, while it holds something else. */
export function useWrong(draft: DefinitionDraft) {
  const t = useTranslations('makeFeatures.wrong');
  const figures = useFigures();
  return (field: DraftField) => (isWrong(draft, field, figures) ? { bad: true, note: t(field) } : {});
}

export function FormulaForm({ draft, features, onChange, problem }: FormProps) {
  const t = useTranslations('makeFeatures');
  const field = useRef<HTMLInputElement>(null);
  const insert = (name: string): void => {
    const { formula } = draft;
    const from = field.current?.selectionStart ?? formula.length;
    const to = field.current?.selectionEnd ?? from;
    onChange({ formula: `${formula.slice(0, from)}${inFormula(name)}${formula.slice(to)}` });
    field.current?.focus();
  };
  const options = features.map(({ feature, label }) => ({
    value: feature.name,
    label: label === feature.name ? label : `${label} (${feature.name})`,
  }));
  return (
    <div className={styles.formula}>
      <TextField
        ref={field}
        label={t('formula')}
        value={draft.formula}
        onChange={(formula) => onChange({ formula })}
        placeholder="monetary / frequency"
        bad={problem !== null}
        note={problem ?? t('formulaHelp')}
        first
      />
      <Select
        label={t('insert')}
        value=""
        options={[{ value: '', label: t('choose') }, ...options]}
        onChange={(name) => name !== '' && insert(name)}
      />
    </div>
  );
}

function OfSelect({
  draft,
  features,
  onChange,
  usable = ({ type }) => type === 'number',
}: FormProps & { readonly usable?: (feature: Feature) => boolean }) {
  const t = useTranslations('makeFeatures');
  const numbers = features.filter(({ feature }) => usable(feature));
  return (
    <Select
      label={t('of')}
      value={draft.of}
      options={[
        { value: '', label: t('choose') },
        ...numbers.map(({ feature, label }) => ({ value: feature.name, label })),
      ]}
      onChange={(of) => onChange({ of })}
    />
  );
}

export function BandsForm(props: FormProps) {
  const t = useTranslations('makeFeatures');
  const { draft, onChange } = props;
  const wrong = useWrong(draft);
  return (
    <>
      <OfSelect {...props} />
      <SegmentedControl
        label={t('by')}
        value={draft.by}
        options={(['groups', 'cuts'] as const).map((value) => ({ value, label: t(`byOptions.${value}`) }))}
        onChange={(by) => onChange({ by })}
      />
      {draft.by === 'groups' ? (
        <TextField
          label={t('groups')}
          type="number"
          value={draft.groups}
          onChange={(groups) => onChange({ groups })}
          {...wrong('groups')}
        />
      ) : (
        <TextField
          label={t('cuts')}
          value={draft.cuts}
          onChange={(cuts) => onChange({ cuts })}
          placeholder="18 25 35 50"
          note={t('cutsHelp')}
          {...wrong('cuts')}
        />
      )}
    </>
  );
}

export function TransformForm(props: FormProps) {
  const t = useTranslations('makeFeatures');
  const { draft, onChange } = props;
  const wrong = useWrong(draft);
  return (
    <>
      <OfSelect {...props} />
      <Select
        label={t('method')}
        value={draft.method}
        options={TRANSFORMS.map((value) => ({ value, label: t(`methods.${value}`) }))}
        onChange={(method) => onChange({ method })}
      />
      {draft.method === 'winsor' ? (
        <TextField
          label={t('tail')}
          value={draft.tail}
          onChange={(tail) => onChange({ tail })}
          {...wrong('tail')}
        />
      ) : null}
    </>
  );
}

export function ScaleForm({ draft, features, onChange }: FormProps) {
  const t = useTranslations('makeFeatures');
  const wrong = useWrong(draft);
  // Answers have no unit; shares and amounts are no items.
  const numbers = features.filter(
    ({ feature }) => feature.type === 'number' && !feature.builtIn && feature.unit === 'none',
  );
  const choose = (feature: string, chosen: boolean): void =>
    onChange({
      items: chosen
        ? [...draft.items, { feature, reversed: false }]
        : draft.items.filter((item) => item.feature !== feature),
    });
  const reverse = (feature: string, reversed: boolean): void =>
    onChange({ items: draft.items.map((item) => (item.feature === feature ? { feature, reversed } : item)) });
  return (
    <>
      <div className={styles.pair}>
        <TextField label={t('low')} value={draft.low} onChange={(low) => onChange({ low })} />
        <TextField
          label={t('high')}
          value={draft.high}
          onChange={(high) => onChange({ high })}
          {...wrong('range')}
        />
      </div>
      <fieldset className={styles.items}>
        <legend>{t('items')}</legend>
        {numbers.map(({ feature: { name }, label }) => {
          const item = draft.items.find(({ feature }) => feature === name);
          return (
            <div key={name} className={styles.item}>
              <Checkbox checked={item !== undefined} onChange={(chosen) => choose(name, chosen)}>
                {label}
              </Checkbox>
              {item ? (
                <Checkbox checked={item.reversed} onChange={(reversed) => reverse(name, reversed)}>
                  {t('reversed')}
                  <VisuallyHidden>: {label}</VisuallyHidden>
                </Checkbox>
              ) : null}
            </div>
          );
        })}
      </fieldset>
    </>
  );
}

/** By the most frequent value categories can be filled, too. */
export function FillForm(props: FormProps) {
  const t = useTranslations('makeFeatures');
  const { draft, features, onChange } = props;
  const numbers = features.filter(({ feature }) => feature.type === 'number' && feature.name !== draft.of);
  const choose = (name: string, chosen: boolean): void =>
    onChange({ like: chosen ? [...draft.like, name] : draft.like.filter((one) => one !== name) });
  return (
    <>
      <OfSelect {...props} usable={({ type }) => type !== 'category' || draft.fill === 'mode'} />
      <Select
        label={t('fill')}
        value={draft.fill}
        options={FILLS.map((value) => ({ value, label: t(`fills.${value}`) }))}
        onChange={(fill) => onChange({ fill })}
      />
      {draft.fill === 'nearest' ? (
        <fieldset className={styles.items}>
          <legend>{t('like')}</legend>
          {numbers.map(({ feature: { name }, label }) => (
            <div key={name} className={styles.item}>
              <Checkbox checked={draft.like.includes(name)} onChange={(chosen) => choose(name, chosen)}>
                {label}
              </Checkbox>
            </div>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}
