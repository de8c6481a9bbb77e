// What sets the segment apart: index bars with intervals, strongest first; a row opens its “Why”.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { MIN_CUSTOMERS, supportOf, type Evidence } from '../../../shared/model/evidence.ts';
import { IndexBars } from '../../charts/index.ts';
import { LinkButton, Panel, useFigures, WhyDisclosure, WhyFacts } from '../../ui/index.ts';
import {
  type WriteLevel,
  evidenceKey,
  isDrawn,
  useEvidenceNames,
  useWhyEvidence,
} from '../../evidence/index.ts';
import styles from './segments.module.css';

export interface DifferencesProps {
  readonly name: string;
  readonly slot: number;
  /** Strongest difference first. */
  readonly evidence: readonly Evidence[];
  readonly write: WriteLevel;
}

const FIRST = 14;

/** Statements without an index, or of too few: levels and effect size in words. */
function WithoutIndex({ evidence, write }: Pick<DifferencesProps, 'evidence' | 'write'>) {
  const figures = useFigures();
  const nameOf = useEvidenceNames();
  const whyOf = useWhyEvidence(write);
  if (evidence.length === 0) return null;
  return (
    <ul className={styles.withoutIndex}>
      {evidence.map((one) => (
        <li key={evidenceKey(one)}>
          <span>{nameOf(one)}</span>
          <span className="tnum">{write(one.here, one.unit)}</span>
          <span className={styles.quiet}>{write(one.all, one.unit)}</span>
          <WhyDisclosure why={whyOf(one)}>d {figures.signed(one.d, 2)}</WhyDisclosure>
        </li>
      ))}
    </ul>
  );
}

/** Clear differences, or every comparison on demand. */
export function Differences({ name, slot, evidence, write }: DifferencesProps) {
  const t = useTranslations('segments');
  const common = useTranslations('common.chart');
  const nameOf = useEvidenceNames();
  const whyOf = useWhyEvidence(write);
  const [all, setAll] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const firm = evidence.filter((one) => supportOf(one) === 'firm').slice(0, FIRST);
  const none = firm.length === 0;
  const shown = all || none ? evidence : firm;
  const rows = shown.filter(isDrawn).map((one) => ({
    key: evidenceKey(one),
    name: nameOf(one),
    here: write(one.here, one.unit),
    everyone: write(one.all, one.unit),
    index: one.index,
    low: one.indexLow,
    high: one.indexHigh,
  }));
  const open = shown.find((one) => evidenceKey(one) === picked);
  const more =
    none || firm.length === evidence.length ? null : (
      <LinkButton onClick={() => setAll(!all)}>
        {all ? t('showFirm') : t('showAll', { count: evidence.length })}
      </LinkButton>
    );
  return (
    <Panel title={t('apart')} note={t('apartNote')} actions={more} className={styles.apart ?? ''}>
      {none ? <p className={styles.plain}>{t('noneFirm', { count: evidence.length })}</p> : null}
      {rows.length > 0 ? (
        <IndexBars
          rows={rows}
          slot={slot}
          summary={t('apartSummary', { name })}
          pickedKey={picked}
          onPick={(key) => setPicked(key === picked ? null : key)}
          explanation={open ? <WhyFacts why={whyOf(open)} /> : null}
        />
      ) : null}
      {shown.some(({ n }) => n < MIN_CUSTOMERS) ? <p className={styles.plain}>{common('tooFew')}</p> : null}
      <WithoutIndex evidence={shown.filter((one) => !isDrawn(one))} write={write} />
    </Panel>
  );
}
