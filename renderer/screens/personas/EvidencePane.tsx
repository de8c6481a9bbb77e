// The evidence behind the card: one row per statement, with its interval drawn and its arithmetic one click away.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { MIN_CUSTOMERS } from '../../../shared/model/evidence.ts';
import { IndexDot, indexRange } from '../../charts/index.ts';
import { isDrawn, useEvidenceNames, useWhyEvidence, type WriteLevel } from '../../evidence/index.ts';
import {
  Panel,
  SegmentedControl,
  SimpleTable,
  StatusLabel,
  useFigures,
  WhyDisclosure,
  type TableColumn,
} from '../../ui/index.ts';
import type { EvidenceRow } from './evidenceRows.ts';
import { IndexAxis } from './IndexAxis.tsx';
import styles from './personas.module.css';

export interface EvidencePaneProps {
  readonly rows: readonly EvidenceRow[];
  readonly picked: string | null;
  readonly onPick: (key: string) => void;
  readonly write: WriteLevel;
}

const DOT_PX = 112;

function useColumns(rows: readonly EvidenceRow[], write: WriteLevel): readonly TableColumn<EvidenceRow>[] {
  const t = useTranslations('personas');
  const common = useTranslations('common.chart');
  const words = useTranslations('exports.column');
  const figures = useFigures();
  const nameOf = useEvidenceNames();
  const whyOf = useWhyEvidence(write);
  const range = indexRange(
    rows
      .map(({ evidence }) => evidence)
      .filter(isDrawn)
      .map(({ indexLow: low, indexHigh: high }) => ({ low, high })),
  );
  const interval = ({ indexLow, indexHigh }: EvidenceRow['evidence']): string =>
    indexLow === null || indexHigh === null ? '' : figures.range(indexLow, indexHigh);
  const dot = ({ evidence }: EvidenceRow) => {
    if (evidence.n < MIN_CUSTOMERS) return <span title={common('tooFew')}>–</span>;
    if (!isDrawn(evidence)) return null;
    const { index, indexLow: low, indexHigh: high } = evidence;
    const said = { name: nameOf(evidence), index: figures.count(index), interval: interval(evidence) };
    const fading = low <= 100 && high >= 100;
    return <IndexDot {...{ index, low, high, range, fading }} label={t('dot', said)} widthPx={DOT_PX} />;
  };
  return [
    { key: 'number', header: '#', align: 'end', widthPx: 40, cell: (row) => row.number },
    { key: 'name', header: t('restsOn'), cell: (row) => nameOf(row.evidence) },
    {
      key: 'here',
      header: words('here'),
      align: 'end',
      cell: ({ evidence }) => write(evidence.here, evidence.unit),
    },
    {
      key: 'all',
      header: words('everyone'),
      align: 'end',
      cell: ({ evidence }) => <span className={styles.quiet}>{write(evidence.all, evidence.unit)}</span>,
    },
    {
      key: 'index',
      header: words('index'),
      align: 'end',
      cell: ({ evidence }) => (
        <WhyDisclosure why={whyOf(evidence)}>
          <b>
            {evidence.index === null ? `d ${figures.signed(evidence.d, 2)}` : figures.count(evidence.index)}
          </b>
        </WhyDisclosure>
      ),
    },
    { key: 'interval', header: words('interval'), align: 'end', cell: (row) => interval(row.evidence) },
    {
      key: 'dot',
      header: <IndexAxis range={range} widthPx={DOT_PX} label={t('axis')} />,
      widthPx: DOT_PX + 16,
      cell: dot,
    },
    { key: 'n', header: words('count'), align: 'end', cell: ({ evidence }) => figures.count(evidence.n) },
    {
      key: 'support',
      header: words('support'),
      cell: ({ support }) => (
        <StatusLabel tone={support === 'firm' ? 'ok' : 'warn'}>{t(`supports.${support}`)}</StatusLabel>
      ),
    },
  ];
}

/** All statements, or those whose support fades. A row picked here is marked on the card, and the reverse. */
export function EvidencePane({ rows, picked, onPick, write }: EvidencePaneProps) {
  const t = useTranslations('personas');
  const common = useTranslations('common.chart');
  const [shown, setShown] = useState<'all' | 'fading'>('all');
  const columns = useColumns(rows, write);
  const fading = rows.filter((row) => row.support !== 'firm');
  const filtered = shown === 'fading' && fading.length > 0 ? fading : rows;
  const filter =
    fading.length === 0 ? null : (
      <SegmentedControl
        label={t('filter')}
        value={shown}
        onChange={setShown}
        options={[
          { value: 'all', label: t('all', { count: rows.length }) },
          { value: 'fading', label: t('fading', { count: fading.length }) },
        ]}
      />
    );
  return (
    <Panel
      title={t('evidence')}
      note={t('evidenceNote')}
      actions={filter}
      padded={false}
      className={styles.evidence ?? ''}
    >
      <SimpleTable
        label={t('evidence')}
        columns={columns}
        rows={filtered}
        rowKey={(row) => row.key}
        onOpen={(row) => onPick(row.key)}
        selectedKey={picked}
        rowTone={(row) => (row.support === 'firm' ? undefined : 'warn')}
      />
      {filtered.some(({ evidence }) => evidence.n < MIN_CUSTOMERS) ? (
        <p className={styles.tooFew}>{common('tooFew')}</p>
      ) : null}
    </Panel>
  );
}
