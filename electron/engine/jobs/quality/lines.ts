// Lines of transactions that do not become orders, and whether the amounts add up to what the ledger says.
import type { Finding, LineUse, QualityLimits } from '../../../../shared/model/quality.ts';
import type { FeaturesSummary } from '../../db/featureTable.ts';
import { rowBlocks } from '../features/customers.ts';
import { amountParts } from '../features/fromTransactions.ts';
import { overall } from './table.ts';
import type { CheckedTable } from './table.ts';

const LEFT_OUT = ['withoutKey', 'withoutDate', 'withoutAmount', 'later', 'zero', 'returns'] as const;

/** What became of all lines; null without transactions. */
export function lineUse(tables: readonly CheckedTable[], summary: FeaturesSummary | null): LineUse | null {
  const read = tables
    .filter(({ source }) => source.kind === 'transactions')
    .reduce((sum, { rows }) => sum + rows, 0);
  if (read === 0 || !summary) return null;
  const leftOut = LEFT_OUT.map((code) => ({ code, count: summary.leftOut[code] }));
  return { read, leftOut, used: read - leftOut.reduce((sum, { count }) => sum + count, 0) };
}

const MANY = 0.02;

export function checkLines({ read, leftOut }: LineUse): Finding[] {
  const count = (code: (typeof LEFT_OUT)[number]): number =>
    leftOut.find((one) => one.code === code)?.count ?? 0;
  const note = (code: 'returns' | 'zeroLines' | 'withoutDate' | 'withoutAmount', lines: number): Finding => {
    const gap = code === 'withoutDate' || code === 'withoutAmount';
    const severity = lines === 0 ? 'passed' : gap && lines > MANY * read ? 'should' : 'know';
    return overall(code, 'accurate', severity, {
      args: { count: lines, share: lines / read },
      touches: { count: lines, of: read, unit: 'lines' },
    });
  };
  return [
    note('returns', count('returns')),
    note('zeroLines', count('zero')),
    note('withoutDate', count('withoutDate')),
    note('withoutAmount', count('withoutAmount')),
  ];
}

const CLOSE = 0.005;
const NEAR = 0.02;

/** The sum of all amounts, returns and lines without a customer included, against the total that was typed in. */
export function checkLedger(tables: readonly CheckedTable[], { ledgerTotal }: QualityLimits): Finding[] {
  const amounts = tables
    .filter(({ source }) => source.kind === 'transactions')
    .flatMap((table) => {
      const parts = amountParts(table);
      return parts ? [{ table, parts }] : [];
    });
  if (amounts.length === 0) return [];
  let total = 0;
  for (const { table, parts } of amounts) {
    const next = parts();
    for (const rows of rowBlocks(table))
      for (const value of next(rows)) if (!Number.isNaN(value)) total += value;
  }
  if (ledgerTotal === null) {
    return [overall('ledger', 'accurate', 'know', { args: { given: 'no', total }, fix: { kind: 'ledger' } })];
  }
  const share =
    ledgerTotal === 0 ? (total === 0 ? 0 : 1) : Math.abs(total - ledgerTotal) / Math.abs(ledgerTotal);
  const severity = share <= CLOSE ? 'passed' : share <= NEAR ? 'should' : 'must';
  return [
    overall('ledger', 'accurate', severity, {
      args: { given: 'yes', total, ledger: ledgerTotal, difference: total - ledgerTotal, share },
      fix: { kind: 'ledger' },
    }),
  ];
}
