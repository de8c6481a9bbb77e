// The check of the whole invented order file: half a million rows, a few rejected far below the first ones; for fixtures.
import type { CheckReport } from '../../../shared/model/check.ts';
import type { Reject } from '../../../shared/model/issue.ts';
import { exampleInspection } from './exampleInspection.ts';

function reject(line: number, text: string, code: Reject['code'], column?: string, value?: string): Reject {
  const at = { record: line - 1, line };
  const where = column === undefined ? {} : { column, value: value ?? '' };
  return { ...at, ...where, code, args: { cells: 12, expected: 11 }, cells: text.split(';') };
}

const rejects: readonly Reject[] = [
  reject(
    11,
    'P-104426;31/02/2025;K-1008;m@alba.es;Pantalón;4;632,88;Málaga;2;sí;',
    'NOT-A-DATE',
    'Fecha',
    '31/02/2025',
  ),
  reject(
    41_207,
    'P-145622;31/02/2025;K-1018;ana@alba.es;Cinturón;1;19,95;Lleida;5;sí;',
    'NOT-A-DATE',
    'Fecha',
    '31/02/2025',
  ),
  reject(
    77_310,
    'P-181725;14/02/2025;K-1002;joan@alba.cat;Vestido;1;s/n;Lleida;5;sí;',
    'NOT-A-NUMBER',
    'Importe',
    's/n',
  ),
  reject(120_553, 'P-224968;11/05/2025;K-1011;pau@alba.cat;Camisa; rayas;1;39,95;Girona;4;no;', 'MORE-CELLS'),
];

const [first, , third, fourth] = rejects;

export const exampleReport: CheckReport = {
  records: { read: 541_946, loaded: 541_909, rejected: 37, blank: 0 },
  issues: [
    {
      code: 'KEY-MISSING',
      severity: 'check',
      args: { count: 135_080 },
      column: 'Cliente',
      count: 135_080,
      lines: [6, 64, 65],
    },
  ],
  rejects: [...rejects],
  groups: [
    ...(first ? [{ first, lines: [11, 41_207, 98_004], count: 19 }] : []),
    ...(fourth ? [{ first: fourth, lines: [120_553, 120_554], count: 13 }] : []),
    ...(third ? [{ first: third, lines: [77_310, 203_118], count: 5 }] : []),
  ],
  columns: exampleInspection.columns.map(({ position, missing, sampled, distinct, bars }) => ({
    position,
    missing: Math.round((missing / sampled) * 541_909),
    distinct: position === 0 ? 36_363 : distinct,
    distinctAtLeast: position === 0,
    invalid: position === 1 ? 19 : position === 6 ? 5 : 0,
    bars: bars.map(({ label, count }) => ({ label, count: count * 9032 })),
  })),
  newest: '2025-10-31',
};
