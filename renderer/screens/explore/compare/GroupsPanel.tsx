// Whether there are groups at all, said plainly; a refusal looks as finished as a success, and offers what is honest.
import { useTranslations } from 'use-intl';
import type { Groups } from '../../../../shared/model/tournament.ts';
import { NullHistogram } from '../../../charts/index.ts';
import { Button, Panel, StatusLabel, useFigures, WhyDisclosure, type Why } from '../../../ui/index.ts';
import styles from './compare.module.css';

export interface GroupsPanelProps {
  readonly groups: Groups | null;
  /** False when the project does not know what customers are worth. */
  readonly tiersPossible: boolean;
  readonly onTiers: () => void;
}

const TONES = { clear: 'ok', weak: 'warn', none: 'warn' } as const;

function useWhy(groups: Groups): Why {
  const t = useTranslations('compare.groupsWhy');
  const figures = useFigures();
  const { againstCrowd, againstEven, stability, gapBox, gapAligned, rows } = groups;
  const mean = stability.copies.reduce((sum, value) => sum + value, 0) / Math.max(1, stability.copies.length);
  return {
    text: t('text'),
    inputs: [
      { name: t('crowd'), value: figures.decimal(againstCrowd.p) },
      { name: t('even'), value: figures.decimal(againstEven.p) },
      { name: t('halves'), value: figures.decimal(stability.observed) },
      { name: t('crowdHalves'), value: figures.decimal(mean) },
      { name: t('gap'), value: t('gapOf', { box: gapBox.first, aligned: gapAligned.first }) },
      { name: t('gapOverall'), value: t('gapOf', { box: gapBox.overall, aligned: gapAligned.overall }) },
    ],
    source: t('note', { n: rows }),
  };
}

function Verdict({ groups, tiersPossible, onTiers }: GroupsPanelProps & { readonly groups: Groups }) {
  const t = useTranslations('compare');
  const figures = useFigures();
  const { verdict, againstCrowd, stability, k } = groups;
  return (
    <>
      <p className={styles.verdict}>
        <StatusLabel tone={TONES[verdict]}>
          <b>{t(`verdicts.${verdict}`)}</b>
        </StatusLabel>
      </p>
      <p className={styles.text}>
        {t(`verdictText.${verdict}`, {
          k,
          observed: figures.decimal(againstCrowd.observed),
          most: figures.decimal(Math.max(...againstCrowd.copies)),
          agree: figures.decimal(stability.observed),
        })}
      </p>
      <NullHistogram
        nullScores={againstCrowd.copies}
        observed={againstCrowd.observed}
        copies="crowds"
        summary={t('crowdSummary')}
      />
      {verdict === 'clear' ? null : (
        <div className={styles.refusal}>
          <Button
            wide
            variant={verdict === 'none' ? 'primary' : 'secondary'}
            disabled={!tiersPossible}
            onClick={onTiers}
          >
            {t('tiers')}
          </Button>
          {tiersPossible ? null : <p className={styles.hint}>{t('tiersNone')}</p>}
        </div>
      )}
    </>
  );
}

function WhyGroups({ groups }: { readonly groups: Groups }) {
  return <WhyDisclosure why={useWhy(groups)} />;
}

export function GroupsPanel(props: GroupsPanelProps) {
  const { groups } = props;
  const t = useTranslations('compare');
  return (
    <Panel
      title={t('groups')}
      actions={groups ? <WhyGroups groups={groups} /> : undefined}
      className={styles.part ?? ''}
    >
      {groups ? <Verdict {...props} groups={groups} /> : <p className={styles.hint}>{t('groupsPending')}</p>}
    </Panel>
  );
}
