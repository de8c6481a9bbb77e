// Whether there are groups at all, said plainly; a refusal looks as finished as a success, and offers what is honest.
import { useTranslations } from 'use-intl';
import { type Groups, highestTried } from '../../../shared/model/groups.ts';
import { NullHistogram } from '../../charts/index.ts';
import { Button, Panel, StatusLabel, useFigures, WhyDisclosure, type Why } from '../../ui/index.ts';
import styles from './compare/compare.module.css';

export interface GroupsPanelProps {
  readonly groups: Groups | null;
  /** Why there is no verdict. */
  readonly pending: string;
  /** For the workbench, whose panels stand below one another. */
  readonly edge?: 'top';
  /** How many segments the solution beside it has; null where none is shown. */
  readonly solutionK: number | null;
  /** What is honest where there are no groups; null where a banner offers it already. */
  readonly tiers: TiersOffer | null;
}

export interface TiersOffer {
  /** False when the project does not know what customers are worth. */
  readonly possible: boolean;
  readonly start: () => void;
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
      { name: t('tried'), value: t('triedOf', { highest: highestTried(groups) }) },
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

type Copies = Groups['againstCrowd'];

/** Copies that stand out as much at their own best number of segments: what p counts. */
const asMuch = ({ p, copies }: Copies): number => Math.round(p * (copies.length + 1)) - 1;

/** Why a line beyond all the bars is no proof: the picture shows one number of segments, the test counts all of them. */
function BestOfAll({ against }: { readonly against: Copies }) {
  const t = useTranslations('compare');
  const n = asMuch(against);
  if (n === 0 || against.observed <= Math.max(...against.copies)) return null;
  return <p className={styles.hint}>{t('bestOfAll', { n, copies: against.copies.length })}</p>;
}

/** Both kinds of copies, and the line where the data stand in each. */
function Pictures({ groups: { againstCrowd, againstEven } }: { readonly groups: Groups }) {
  const t = useTranslations('compare');
  return (
    <div className={styles.pictures}>
      <NullHistogram
        nullScores={againstCrowd.copies}
        observed={againstCrowd.observed}
        copies="crowds"
        summary={t('crowdSummary')}
      />
      <BestOfAll against={againstCrowd} />
      <NullHistogram
        nullScores={againstEven.copies}
        observed={againstEven.observed}
        copies="even"
        summary={t('evenSummary')}
      />
      <BestOfAll against={againstEven} />
    </div>
  );
}

function Tiers({ possible, start, primary }: TiersOffer & { readonly primary: boolean }) {
  const t = useTranslations('compare');
  return (
    <div className={styles.refusal}>
      <Button wide variant={primary ? 'primary' : 'secondary'} disabled={!possible} onClick={start}>
        {t('tiers')}
      </Button>
      {possible ? null : <p className={styles.hint}>{t('tiersNone')}</p>}
    </div>
  );
}

function Verdict({
  groups,
  solutionK,
  tiers,
}: Pick<GroupsPanelProps, 'solutionK' | 'tiers'> & { readonly groups: Groups }) {
  const t = useTranslations('compare');
  const figures = useFigures();
  const { verdict, againstCrowd, againstEven, stability, k } = groups;
  const most = Math.max(...againstCrowd.copies, ...againstEven.copies);
  const text = verdict === 'clear' && againstCrowd.observed <= most ? 'clearOverall' : verdict;
  return (
    <>
      <p className={styles.verdict}>
        <StatusLabel tone={TONES[verdict]}>
          <b>{t(`verdicts.${verdict}`)}</b>
        </StatusLabel>
      </p>
      <p className={styles.text}>
        {t(`verdictText.${text}`, {
          k,
          observed: figures.decimal(againstCrowd.observed),
          most: figures.decimal(most),
          agree: figures.decimal(stability.observed),
        })}
      </p>
      {solutionK === null || solutionK === k ? null : (
        <p className={styles.text}>{t('ofTheData', { k, shown: solutionK })}</p>
      )}
      <Pictures groups={groups} />
      {verdict === 'clear' || !tiers ? null : <Tiers {...tiers} primary={verdict === 'none'} />}
    </>
  );
}

function WhyGroups({ groups }: { readonly groups: Groups }) {
  return <WhyDisclosure why={useWhy(groups)} />;
}

/** The same words wherever it is asked: on the workbench and on the board. */
export function GroupsPanel({ groups, pending, edge, solutionK, tiers }: GroupsPanelProps) {
  const t = useTranslations('compare');
  return (
    <Panel
      {...(edge && { edge })}
      title={t('groups')}
      actions={groups ? <WhyGroups groups={groups} /> : undefined}
      className={styles.part ?? ''}
    >
      {groups ? (
        <Verdict groups={groups} solutionK={solutionK} tiers={tiers} />
      ) : (
        <p className={styles.hint}>{pending}</p>
      )}
    </Panel>
  );
}
