// What the method itself can tell about its solution, in sentences: medoids, likelihood, cut points, samples, caps.
import { useTranslations } from 'use-intl';
import type { Feature } from '../../../shared/model/feature.ts';
import { type MethodFacts, MINI_BATCH_ROWS } from '../../../shared/model/method.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { useCuts } from '../../evidence/index.ts';
import { Panel, useFigures } from '../../ui/index.ts';
import styles from './explore.module.css';
import own from './methods.module.css';

export interface FactsPaneProps {
  readonly segmentation: Segmentation;
  readonly nameOf: (feature: string) => string;
  /** Of the current features: a value tier's feature says in what it is counted. */
  readonly features: readonly Pick<Feature, 'name' | 'unit'>[];
  /** ISO code of amounts. */
  readonly currency: string;
}

/** In what the three scores are counted. */
const RFM_UNITS = { recency: 'days', frequency: 'count', monetary: 'money' } as const;

const LAST_MERGES = 6;

/** Cut points of the three scores; nested ones differ by customer and are not listed. */
function useRfmCuts({ rfmCuts }: MethodFacts, { nameOf, currency }: FactsPaneProps): readonly string[] {
  const t = useTranslations('methods.facts');
  const write = useCuts(currency);
  if (!rfmCuts) return [];
  const line = (feature: keyof typeof RFM_UNITS, cuts: readonly number[]): string =>
    t('cuts', {
      name: nameOf(feature),
      // A number stays with its unit where the line breaks.
      list: cuts.map((cut) => write(cut, RFM_UNITS[feature]).replaceAll(' ', '\u00A0')).join(' · '),
    });
  const rest = (['frequency', 'monetary'] as const).flatMap((feature) => {
    const cuts = rfmCuts[feature];
    return Object.keys(cuts).length === 1 && cuts['0'] ? [line(feature, cuts['0'])] : [];
  });
  const nested = rest.length < 2 ? [t('nestedCuts')] : [];
  return [line('recency', rfmCuts.recency), ...rest, ...nested];
}

/** Where each value tier begins; the last one takes the rest. */
function useTierCuts({ tierCuts = [] }: MethodFacts, props: FactsPaneProps): readonly string[] {
  const t = useTranslations('methods.facts');
  const write = useCuts(props.currency);
  const value = props.segmentation.settings.tiers?.value;
  const unit = props.features.find(({ name }) => name === value)?.unit ?? 'none';
  return tierCuts.flatMap((cut, at) =>
    cut === null ? [] : [t('tier', { letter: String.fromCodePoint(65 + at), value: write(cut, unit) })],
  );
}

function useSentences(props: FactsPaneProps): readonly string[] {
  const t = useTranslations('methods');
  const figures = useFigures();
  const { segmentation, nameOf } = props;
  const { facts = {}, capped = 0, columns } = segmentation;
  const cuts = [...useRfmCuts(facts, props), ...useTierCuts(facts, props)];
  const { medoids, sampledRows, batches, bic, icl, covariance, leftOutColumns = [], heights, gamma } = facts;
  const left = leftOutColumns.map((at) => nameOf((columns[at] ?? '').split(': ')[0] ?? ''));
  return [
    ...(medoids ? [t('facts.medoids')] : []),
    ...(bic !== undefined && icl !== undefined && covariance
      ? [
          t('facts.bic', {
            bic: figures.count(bic),
            icl: figures.count(icl),
            shape: t(`shapes.${covariance}`),
          }),
        ]
      : []),
    ...(left.length > 0 ? [t('facts.leftOut', { list: [...new Set(left)].join(', ') })] : []),
    ...(heights
      ? [
          t('facts.heights', {
            list: heights
              .slice(-LAST_MERGES)
              .toReversed()
              .map((height) => figures.decimal(height, 1))
              .join(' · '),
          }),
        ]
      : []),
    ...(gamma !== undefined && segmentation.columns.some((column) => column.includes(': '))
      ? [t('facts.gamma', { gamma: figures.decimal(gamma, 2) })]
      : []),
    ...cuts,
    ...(batches !== undefined ? [t('facts.batches', { n: batches, size: MINI_BATCH_ROWS })] : []),
    ...(facts.fromBatches ? [t('facts.fromBatches')] : []),
    ...(sampledRows !== undefined ? [t('facts.sampled', { n: sampledRows })] : []),
    ...(capped > 0 ? [t('facts.capped', { n: capped })] : []),
  ];
}

/** Nothing when the method has nothing to add. */
export function FactsPane(props: FactsPaneProps) {
  const t = useTranslations('methods.facts');
  const sentences = useSentences(props);
  if (sentences.length === 0) return null;
  return (
    <Panel edge="top" className={styles.test ?? ''} title={t('title')}>
      <ul className={own.facts}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Panel>
  );
}
