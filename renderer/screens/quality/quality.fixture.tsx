import type { Finding, Judgement, Permission, QualityReport } from '../../../shared/model/quality.ts';
import type { Fixture } from '../../gallery/fixture.ts';
import { FindingsTable } from './FindingsTable.tsx';
import { FreshPane } from './FreshPane.tsx';
import { LinesUsed } from './LinesUsed.tsx';
import { VerdictStrip } from './VerdictStrip.tsx';

const nothing = (): void => undefined;
const about = { sourceId: 1, source: 'orders', examples: [] as Finding['examples'], fix: null };

const findings: readonly Finding[] = [
  {
    ...about,
    id: 'mixedUnits',
    code: 'mixedUnits',
    question: 'accurate',
    severity: 'must',
    column: 'Amount',
    args: { factor: 100, border: 412.5, count: 1204 },
    touches: { count: 1204, of: 18_644, unit: 'lines' },
  },
  {
    ...about,
    id: 'noKey',
    code: 'noKey',
    question: 'accurate',
    severity: 'should',
    column: 'Customer',
    args: { count: 135_080, of: 541_909, share: 0.2493 },
    touches: { count: 135_080, of: 541_909, unit: 'lines' },
  },
  {
    ...about,
    id: 'samePersons',
    code: 'samePersons',
    question: 'accurate',
    severity: 'should',
    column: '',
    args: { count: 61, email: 38 },
    touches: { count: 61, of: 4338, unit: 'pairs' },
    fix: { kind: 'pairs' },
  },
  {
    ...about,
    id: 'returns',
    code: 'returns',
    question: 'accurate',
    severity: 'know',
    column: '',
    args: { count: 8905, share: 0.016 },
    touches: { count: 8905, of: 541_909, unit: 'lines' },
  },
  {
    ...about,
    id: 'newestDate',
    code: 'newestDate',
    question: 'current',
    severity: 'passed',
    column: 'Date',
    args: { date: '2025-10-31', days: 3, months: 0 },
    touches: { count: 18_532, of: 18_532, unit: 'lines' },
  },
];

const judgements: Judgement[] = [
  { question: 'accurate', verdict: 'notYet', counts: { must: 1, should: 2, know: 2, passed: 9 } },
  { question: 'current', verdict: 'yes', counts: { must: 0, should: 0, know: 1, passed: 4 } },
  { question: 'representative', verdict: 'notJudged', counts: { must: 0, should: 0, know: 1, passed: 1 } },
];
const permissions: Permission[] = [
  { use: 'exploring', state: 'fixes', fixes: 1 },
  { use: 'planning', state: 'fixes', fixes: 2 },
  { use: 'generalising', state: 'notJudged', fixes: 0 },
];
const limits = { staleMonths: 24, ledgerTotal: null, confirmed: 'proposed' as const };
const report: QualityReport = {
  checkedAt: '2025-11-03T09:21:00Z',
  stale: false,
  limits,
  customers: 4338,
  judgements,
  permissions,
  findings: [...findings],
  ages: null,
  lines: null,
};
const bins = Array.from({ length: 38 }, (_, month) => Math.round(310 * Math.exp(-(((month - 6) / 11) ** 2))));

export const fixtures: readonly Fixture[] = [
  {
    id: 'quality-findings',
    render: () => (
      <>
        <VerdictStrip report={report} currency="EUR" />
        <FindingsTable findings={findings} currency="EUR" onFix={nothing} />
      </>
    ),
  },
  {
    id: 'quality-fresh',
    widthPx: 460,
    render: () => (
      <>
        <FreshPane
          ages={{
            source: 'customers',
            column: 'Updated',
            basis: 'confirmed',
            known: 4338,
            medianMonths: 7,
            older: 489,
            bins,
          }}
          limits={limits}
          dates={[{ sourceId: 1, position: 7, name: 'customers › Updated' }]}
          onLimits={nothing}
        />
        <FreshPane ages={null} limits={limits} dates={[]} onLimits={nothing} />
        <LinesUsed
          lines={{
            read: 541_909,
            leftOut: [
              { code: 'withoutKey', count: 135_080 },
              { code: 'returns', count: 8905 },
              { code: 'zero', count: 40 },
            ],
            used: 397_884,
          }}
        />
      </>
    ),
  },
];
