// Distinct, meaningful, actionable: three verdicts with the numbers they rest on.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import {
  SEGMENT_COLOURS,
  type SegmentDetail,
  type SegmentSummary,
} from '../../../shared/model/segmentation.ts';
import { Chip, Panel, SegmentGlyph, useFigures, WhyDisclosure, type Tone } from '../../ui/index.ts';
import { scoreSegment, type Verdict } from './scorecard.ts';
import styles from './segments.module.css';

export interface ScorecardPaneProps {
  readonly segment: SegmentDetail;
  /** All segments, for those that share the boundary. */
  readonly segments: readonly SegmentSummary[];
  /** Jaccard similarity over resamples, 0..1; null where it was not measured. */
  readonly stability: number | null;
}

const TONES: Readonly<Record<Verdict, Tone>> = { yes: 'ok', partly: 'warn', no: 'bad', unknown: 'neutral' };
const NEIGHBOURS = 2;
const MISSING = '–';

interface TestProps {
  readonly name: 'distinct' | 'meaningful' | 'actionable';
  readonly verdict: Verdict;
  readonly facts: readonly (readonly [label: string, value: ReactNode])[];
}

function Test({ name, verdict, facts }: TestProps) {
  const t = useTranslations('segments');
  return (
    <section className={styles.test} aria-label={t(name)}>
      <header>
        <h3>
          <WhyDisclosure why={{ text: t(`scoreWhy.${name}`) }}>{t(name)}</WhyDisclosure>
        </h3>
        <Chip tone={TONES[verdict]}>{t(`verdicts.${verdict}`)}</Chip>
      </header>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Neighbours({ segment, segments }: Pick<ScorecardPaneProps, 'segment' | 'segments'>) {
  const figures = useFigures();
  const closest = segment.border.shares
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, NEIGHBOURS);
  return (
    <span className={styles.neighbours}>
      {closest.map(({ segmentId, count }) => {
        const other = segments.find(({ id }) => id === segmentId);
        return (
          <span key={segmentId} title={other?.name}>
            <SegmentGlyph
              slot={other ? SEGMENT_COLOURS.indexOf(other.colour) : -1}
              size={15}
              label={other?.name ?? ''}
            />
            {figures.count(count)}
          </span>
        );
      })}
    </span>
  );
}

/** The right pane's scorecard. */
export function ScorecardPane({ segment, segments, stability }: ScorecardPaneProps) {
  const t = useTranslations('segments');
  const figures = useFigures();
  const score = scoreSegment(segment, stability);
  const { customers, border, silhouette, rule, reachable } = segment;
  const of = (count: number, all: number): string => t('countOf', { count, all });
  const boundary = (
    <WhyDisclosure why={{ text: t('scoreWhy.boundary') }}>{of(border.count, customers)}</WhyDisclosure>
  );
  const comesBack = (
    <WhyDisclosure why={{ text: t('scoreWhy.comesBack') }}>{figures.decimal(stability ?? 0)}</WhyDisclosure>
  );
  const reach = (
    <WhyDisclosure why={{ text: t('scoreWhy.reachable') }}>
      {reachable === null ? t('verdicts.unknown') : of(reachable, customers)}
    </WhyDisclosure>
  );
  const tests: readonly TestProps[] = [
    {
      name: 'distinct',
      verdict: score.distinct,
      facts: [
        [t('separation'), silhouette === null ? MISSING : figures.decimal(silhouette)],
        ...(stability === null ? [] : [[t('comesBack'), comesBack] as const]),
        [t('boundary'), boundary],
        ...(border.count > 0
          ? [[t('sharedWith'), <Neighbours key="n" segment={segment} segments={segments} />] as const]
          : []),
      ],
    },
    {
      name: 'meaningful',
      verdict: score.meaningful,
      facts: [
        [t('size'), figures.share(segment.share)],
        ...(score.spendIndex === null ? [] : [[t('spendIndex'), figures.count(score.spendIndex)] as const]),
        [t('clearFeatures'), of(score.clear, score.compared)],
      ],
    },
    {
      name: 'actionable',
      verdict: score.actionable,
      facts: [
        [t('reachable'), reach],
        [
          t('precisionRecall'),
          rule ? `${figures.share(rule.precision, 0)}, ${figures.share(rule.recall, 0)}` : MISSING,
        ],
      ],
    },
  ];
  return (
    <Panel title={t('scorecard')} className={styles.block ?? ''}>
      {tests.map((test) => (
        <Test key={test.name} {...test} />
      ))}
    </Panel>
  );
}
