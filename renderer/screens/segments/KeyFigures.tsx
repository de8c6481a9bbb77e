// Five figures across the top: size, revenue, and the built-in features against everyone. Each explains itself.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { SegmentDetail } from '../../../shared/model/segmentation.ts';
import { useFigures, WhyDisclosure } from '../../ui/index.ts';
import { type WriteLevel, useWhyEvidence } from '../../evidence/index.ts';
import styles from './segments.module.css';

export interface KeyFiguresProps {
  readonly segment: SegmentDetail;
  readonly currency: string;
  readonly write: WriteLevel;
}

const SHOWN = ['monetary', 'frequency', 'recency'] as const;

function Figure({
  label,
  children,
  note,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly note: string;
}) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>
        <b>{children}</b>
        <span className={styles.quiet}>{note}</span>
      </dd>
    </div>
  );
}

function Shares({ segment, currency }: KeyFiguresProps) {
  const t = useTranslations('segments');
  const figures = useFigures();
  const words = useTranslations('representativeness');
  const { customers, share, revenue, revenueShare, weighted } = segment;
  const noteOf = (own: number, withWeights: number | null | undefined): string =>
    [
      t('ofAll', { share: figures.share(own) }),
      ...(withWeights === null || withWeights === undefined
        ? []
        : [words('weightedShare', { share: figures.share(withWeights) })]),
    ].join(' · ');
  return (
    <>
      <Figure label={t('figures.customers')} note={noteOf(share, weighted?.share)}>
        {figures.count(customers)}
      </Figure>
      {revenue === null ? null : (
        <Figure
          label={t('figures.revenue')}
          note={revenueShare === null ? '' : noteOf(revenueShare, weighted?.revenueShare)}
        >
          {revenue >= 100_000 ? figures.moneyShort(revenue, currency) : figures.money(revenue, currency)}
        </Figure>
      )}
    </>
  );
}

/** Key figures; without transactions only what is known. */
export function KeyFigures(props: KeyFiguresProps) {
  const { segment, write } = props;
  const t = useTranslations('segments');
  const whyOf = useWhyEvidence(write);
  const known = SHOWN.flatMap((name) => {
    const evidence = segment.evidence.find((one) => one.feature === name && one.kind === 'mean');
    return evidence ? [{ name, evidence }] : [];
  });
  return (
    <dl className={styles.figures} aria-label={t('keyFigures')}>
      <Shares {...props} />
      {known.map(({ name, evidence }) => (
        <Figure
          key={name}
          label={t(`figures.${name}`)}
          note={t('allLevel', { value: write(evidence.all, evidence.unit) })}
        >
          <WhyDisclosure why={whyOf(evidence)}>{write(evidence.here, evidence.unit)}</WhyDisclosure>
        </Figure>
      ))}
    </dl>
  );
}
