// The findings, most harmful first: what was found, what it touches and does, and one click that repairs it.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Finding, Fix, Severity } from '../../../shared/model/quality.ts';
import {
  Button,
  SimpleTable,
  StatusLabel,
  type TableColumn,
  WhyDisclosure,
  useFigures,
} from '../../ui/index.ts';
import styles from './quality.module.css';
import { ShowMore } from './VerdictStrip.tsx';
import { useFindingWords } from './words.ts';

const TONES: Readonly<Record<Severity, 'bad' | 'warn' | 'neutral' | 'ok'>> = {
  must: 'bad',
  should: 'warn',
  know: 'neutral',
  passed: 'ok',
};
/** Passed checks, and those good to know, that are shown at first. */
const SHOWN_PASSED = 2;
const SHOWN_KNOW = 5;

export interface FindingsTableProps {
  readonly findings: readonly Finding[];
  readonly currency: string;
  readonly onFix: (finding: Finding, fix: Fix) => void;
}

/** What the button says: the kind of the step for those that are applied as they are. */
function fixKey(fix: Fix): Exclude<Fix['kind'], 'step'> | 'trim' | 'setMissing' | 'excludeRecords' {
  if (fix.kind !== 'step') return fix.kind;
  const { kind } = fix.step;
  return kind === 'trim' || kind === 'setMissing' ? kind : 'excludeRecords';
}

function useColumns({ findings, currency, onFix }: FindingsTableProps): readonly TableColumn<Finding>[] {
  const t = useTranslations('quality');
  const figures = useFigures();
  const words = useFindingWords(currency);
  const several = new Set(findings.map(({ sourceId }) => sourceId).filter((id) => id !== null)).size > 1;
  const why = (finding: Finding) => ({
    text: words(finding).why,
    inputs: finding.examples.map(({ word, count }) => ({ name: word, value: figures.count(count) })),
    ...(finding.touches ? { n: figures.count(finding.touches.of) } : {}),
    ...(finding.source === '' ? {} : { source: finding.source }),
  });
  return [
    {
      key: 'severity',
      header: t('columns.severity'),
      widthPx: 132,
      cell: ({ severity }) => <StatusLabel tone={TONES[severity]}>{t(`severities.${severity}`)}</StatusLabel>,
    },
    {
      key: 'check',
      header: t('columns.check'),
      cell: (finding) => (
        <span className={styles.check}>
          {words(finding).title}
          {several && finding.source !== '' ? <span className={styles.quiet}> {finding.source}</span> : null}
        </span>
      ),
    },
    {
      key: 'found',
      header: t('columns.found'),
      cell: (finding) => (
        <WhyDisclosure why={why(finding)} label={words(finding).title}>
          {words(finding).found}
        </WhyDisclosure>
      ),
    },
    { key: 'touches', header: t('columns.touches'), align: 'end', cell: (finding) => words(finding).touches },
    {
      key: 'effect',
      header: t('columns.effect'),
      cell: (finding) => <span className={styles.effect}>{words(finding).effect}</span>,
    },
    {
      key: 'question',
      header: t('columns.question'),
      cell: ({ question }) => <span className={styles.quiet}>{t(`questionNames.${question}`)}</span>,
    },
    {
      key: 'fix',
      header: t('columns.fix'),
      align: 'end',
      cell: (finding) => {
        const { fix } = finding;
        if (!fix || (finding.severity === 'passed' && fix.kind !== 'ledger')) return null;
        return (
          <Button
            size={24}
            variant={finding.severity === 'must' ? 'primary' : 'secondary'}
            aria-label={`${t(`fixes.${fixKey(fix)}`)}: ${words(finding).title}`}
            onClick={() => onFix(finding, fix)}
          >
            {t(`fixes.${fixKey(fix)}`)}
          </Button>
        );
      },
    },
  ];
}

export function FindingsTable(props: FindingsTableProps) {
  const t = useTranslations('quality');
  const [all, setAll] = useState(false);
  const [allKnown, setAllKnown] = useState(false);
  const columns = useColumns(props);
  const urgent = props.findings.filter(({ severity }) => severity === 'must' || severity === 'should');
  const known = props.findings.filter(({ severity }) => severity === 'know');
  const passed = props.findings.filter(({ severity }) => severity === 'passed');
  const hidden = all ? 0 : Math.max(0, passed.length - SHOWN_PASSED);
  const more = allKnown ? 0 : Math.max(0, known.length - SHOWN_KNOW);
  const found = [...urgent, ...known.slice(0, known.length - more)];
  const rows = [...found, ...passed.slice(0, passed.length - hidden)];
  return (
    <section className={styles.findings} data-pane tabIndex={-1} aria-label={t('findingsLabel')}>
      <SimpleTable label={t('findingsLabel')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      <div className={styles.mores}>
        {more > 0 ? (
          <ShowMore onClick={() => setAllKnown(true)}>{t('showKnown', { count: more })}</ShowMore>
        ) : null}
        {hidden > 0 ? (
          <ShowMore onClick={() => setAll(true)}>{t('showPassed', { count: hidden })}</ShowMore>
        ) : null}
        {all && passed.length > SHOWN_PASSED ? (
          <ShowMore onClick={() => setAll(false)}>{t('hidePassed')}</ShowMore>
        ) : null}
      </div>
    </section>
  );
}
