// The segment in one rule that a till, a CRM or a person can apply, with how often it is right and how many it finds.
import { IconCode } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { EvidenceUnit } from '../../../shared/model/evidence.ts';
import type { SegmentRule } from '../../../shared/model/segmentation.ts';
import { IconButton, Panel, ShareBar, segmentFill, useFigures } from '../../ui/index.ts';
import { CopyButton } from './CopyButton.tsx';
import { useFeatureNames, type WriteLevel } from '../../evidence/index.ts';
import styles from './segments.module.css';

export interface RulePaneProps {
  readonly rule: SegmentRule | null;
  readonly customers: number;
  readonly slot: number;
  readonly unitOf: (feature: string) => EvidenceUnit;
  readonly write: WriteLevel;
  /** Opens the rule in other forms. */
  readonly onForms: () => void;
}

interface Condition {
  readonly key: string;
  /** The first of a further alternative. */
  readonly apart: boolean;
  readonly word: string;
  readonly name: string;
  readonly op: string;
  readonly value: string;
}

const OPS = { '>=': 'atLeast', '<': 'below', is: 'is', isNot: 'isNot' } as const;

function useConditions({ rule, unitOf, write }: RulePaneProps): readonly Condition[] {
  const t = useTranslations('segments');
  const nameOf = useFeatureNames();
  return (rule?.alternatives ?? []).flatMap(({ conditions }, at) =>
    conditions.map(({ feature, label, op, value }, index) => ({
      key: `${at} ${feature} ${op} ${value}`,
      apart: at > 0 && index === 0,
      word: index > 0 ? t('andWord') : at === 0 ? t('ifWord') : t('orIfWord'),
      name: nameOf(feature, label),
      op: t(`ops.${OPS[op]}`),
      value: typeof value === 'number' ? write(value, unitOf(feature)) : value,
    })),
  );
}

/** Of those who match, how many belong; of those who belong, how many match. */
function Quality({
  rule,
  customers,
  slot,
}: {
  readonly rule: SegmentRule;
  readonly customers: number;
  readonly slot: number;
}) {
  const t = useTranslations('segments');
  const figures = useFigures();
  const { matches, hits, precision, recall } = rule;
  const rest = 'var(--c-active)';
  const lines = [
    {
      title: t('precision', { share: figures.share(precision, 0) }),
      note: t('precisionNote', { matches, wrong: matches - hits }),
      of: matches,
    },
    {
      title: t('recall', { share: figures.share(recall, 0) }),
      note: t('recallNote', { hits, customers, missed: customers - hits }),
      of: customers,
    },
  ];
  return lines.map(({ title, note, of }) => (
    <div key={title} className={styles.quality}>
      <ShareBar
        label={`${title}. ${note}`}
        parts={[
          { key: 'hits', size: hits, color: segmentFill(slot) },
          { key: 'rest', size: of - hits, color: rest },
        ]}
      />
      <p>
        <b>{title}</b> <span className={styles.quiet}>{note}</span>
      </p>
    </div>
  ));
}

/** The rule as lines of if/and, its precision and recall, and a button that copies it. */
export function RulePane(props: RulePaneProps) {
  const { rule, customers, slot } = props;
  const t = useTranslations('segments');
  const figures = useFigures();
  const conditions = useConditions(props);
  const text = conditions.map(({ word, name, op, value }) => `${word} ${name} ${op} ${value}`).join('\n');
  return (
    <Panel
      title={t('rule')}
      className={styles.block ?? ''}
      actions={
        <>
          {rule ? <CopyButton text={text} label={t('copyRule')} /> : null}
          <IconButton size={24} icon={IconCode} label={t('forms.open')} onClick={props.onForms} />
        </>
      }
    >
      {rule ? (
        <>
          <div className={styles.rule}>
            {conditions.map(({ key, apart, word, name, op, value }) => (
              <div key={key} className={styles.ruleLine} data-apart={apart || undefined}>
                <span className={styles.quiet}>{word}</span>
                <span>{name}</span>
                <span className={styles.quiet}>{op}</span>
                <b>{value}</b>
              </div>
            ))}
          </div>
          <Quality rule={rule} customers={customers} slot={slot} />
          <div className={styles.quality}>
            <p>
              <b>{t('coverage', { share: figures.share(rule.coverage, 0) })}</b>{' '}
              <span className={styles.quiet}>{t('coverageNote')}</span>
            </p>
          </div>
        </>
      ) : (
        <p className={styles.plain}>{t('noRule')}</p>
      )}
    </Panel>
  );
}
