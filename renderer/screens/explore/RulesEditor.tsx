// Own rules: blocks of conditions that hold together, one block is enough, the first rule that fits takes the customer.
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { OwnSegment, RuleCounts } from '../../../shared/model/division.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import { IconButton, LinkButton, Select, TextField, useFigures, useRowFocus } from '../../ui/index.ts';
import { EditorDialog } from './EditorDialog.tsx';
import styles from './methods.module.css';
import {
  blankCondition,
  type ConditionDraft,
  draftRule,
  isUnread,
  needsValue,
  opsFor,
  readRule,
  type RuleDraft,
} from './ownRules.ts';
import { useRows } from './useRows.ts';
import { useRuleCounts } from './useRuleCounts.ts';

export interface RulesEditorProps {
  readonly rules: readonly OwnSegment[];
  readonly features: readonly Feature[];
  readonly nameOf: (feature: string) => string;
  readonly onSave: (rules: readonly OwnSegment[]) => void;
  readonly onClose: () => void;
}

interface Known {
  readonly features: readonly Feature[];
  readonly nameOf: (feature: string) => string;
}

function Condition({
  condition,
  joint,
  features,
  nameOf,
  onChange,
  onRemove,
}: Known & {
  readonly condition: ConditionDraft;
  readonly joint: string;
  readonly onChange: (condition: ConditionDraft) => void;
  readonly onRemove: () => void;
}) {
  const t = useTranslations('methods');
  const figures = useFigures();
  const feature = features.find(({ name }) => name === condition.feature);
  const ops = opsFor(feature);
  const many = condition.op === 'is' || condition.op === 'isNot';
  return (
    <div className={styles.condition} data-row={condition.id}>
      <span className={styles.joint}>{joint}</span>
      <Select
        label={t('rules.feature')}
        labelAt="spoken"
        value={condition.feature}
        options={features.map(({ name }) => ({ value: name, label: nameOf(name) }))}
        onChange={(name) => {
          const possible = opsFor(features.find((one) => one.name === name));
          const op = possible.includes(condition.op) ? condition.op : (possible[0] ?? 'is');
          onChange({ ...condition, feature: name, op });
        }}
      />
      <Select
        label={t('rules.op')}
        labelAt="spoken"
        value={condition.op}
        options={ops.map((value) => ({ value, label: t(`ops.${value}`) }))}
        onChange={(op) => onChange({ ...condition, op })}
      />
      {needsValue(condition.op) ? (
        <TextField
          label={many ? t('rules.values') : t('rules.value')}
          labelAt="spoken"
          value={condition.text}
          bad={isUnread(condition, feature, figures)}
          {...(many && { placeholder: feature?.bars[0]?.label ?? '' })}
          onChange={(text) => onChange({ ...condition, text })}
        />
      ) : (
        <span />
      )}
      <IconButton icon={IconTrash} size={24} label={t('rules.removeCondition')} onClick={onRemove} />
    </div>
  );
}

function Rule({
  id,
  rule,
  onChange,
  onRemove,
  blank,
  count,
  ...known
}: Known & {
  readonly id: number;
  readonly rule: RuleDraft;
  readonly onChange: (rule: RuleDraft) => void;
  readonly onRemove: () => void;
  readonly blank: () => ConditionDraft;
  readonly count: RuleCounts['rules'][number] | undefined;
}) {
  const t = useTranslations('methods.rules');
  const section = useRowFocus<HTMLElement>(rule.any.flat().map((condition) => condition.id));
  const setGroup = (at: number, group: readonly ConditionDraft[]): void =>
    onChange({ ...rule, any: rule.any.with(at, group).filter((one) => one.length > 0) });
  return (
    <section ref={section} className={styles.rule} data-row={id} aria-label={rule.name}>
      <div className={styles.ruleHead}>
        <TextField label={t('name')} value={rule.name} onChange={(name) => onChange({ ...rule, name })} />
        <IconButton icon={IconTrash} label={t('removeRule', { name: rule.name })} onClick={onRemove} />
      </div>
      {rule.any.map((group, at) => (
        <div key={group[0]?.id ?? at} className={styles.block}>
          {group.map((condition, index) => (
            <Condition
              key={condition.id}
              {...known}
              condition={condition}
              joint={index > 0 ? t('and') : at > 0 ? t('or') : ''}
              onChange={(next) => setGroup(at, group.with(index, next))}
              onRemove={() => setGroup(at, group.toSpliced(index, 1))}
            />
          ))}
          <LinkButton onClick={() => setGroup(at, [...group, blank()])}>{t('addCondition')}</LinkButton>
        </div>
      ))}
      <div className={styles.ruleFoot}>
        <LinkButton data-add-row onClick={() => onChange({ ...rule, any: [...rule.any, [blank()]] })}>
          {t('addBlock')}
        </LinkButton>
        <span className={styles.tally}>
          {count ? t('fits', { n: count.fits }) : null}
          {count && count.takes < count.fits ? t('takes', { n: count.takes }) : null}
        </span>
      </div>
    </section>
  );
}

/** A dialog; nothing changes before it is saved. */
export function RulesEditor({ rules, features, nameOf, onSave, onClose }: RulesEditorProps) {
  const t = useTranslations('methods.rules');
  const figures = useFigures();
  const blank = (): ConditionDraft => blankCondition(features[0]);
  const [initial] = useState(() =>
    rules.length > 0
      ? rules.map((rule) => draftRule(rule, figures))
      : [{ name: '', any: [[blankCondition(features[0])]] }],
  );
  const list = useRows<RuleDraft>(initial);
  const editor = useRowFocus<HTMLDivElement>(list.rows.map((row) => row.id));
  const counts = useRuleCounts(list.rows, features);
  const finished = list.rows.map(({ value }) => readRule(value, features, figures));
  const sound = finished.length > 0 && finished.every((rule) => rule !== null);
  return (
    <EditorDialog
      of="rules"
      sound={sound}
      onSave={() => onSave(finished.filter((rule) => rule !== null))}
      onClose={onClose}
    >
      <div ref={editor}>
        {list.rows.map(({ id, value }) => (
          <Rule
            key={id}
            id={id}
            rule={value}
            features={features}
            nameOf={nameOf}
            blank={blank}
            count={counts?.rules.get(id)}
            onChange={(rule) => list.set(id, rule)}
            onRemove={() => list.remove(id)}
          />
        ))}
        <p className={styles.tally} role="status">
          {counts ? t('counts', { others: counts.others, overlapping: counts.overlapping }) : null}
        </p>
        {sound ? null : <p className={styles.bad}>{t('bad')}</p>}
        <LinkButton data-add-row onClick={() => list.add({ name: '', any: [[blank()]] })}>
          {t('addRule')}
        </LinkButton>
      </div>
    </EditorDialog>
  );
}
