// An invented order file with two bad records, as the engine describes it; for the fixtures of the wizard.
import { exampleSettings } from '../../gallery/exampleSource.ts';
import type { ColumnProposal, Inspection, PreviewRecord } from '../../../shared/model/inspection.ts';
import type { Reject } from '../../../shared/model/issue.ts';

const style = { decimal: ',', thousands: '.', dateOrder: 'dmy' } as const;

function column(name: string, bars: string, over: Partial<ColumnProposal>): Omit<ColumnProposal, 'position'> {
  return {
    header: name,
    name,
    type: 'text',
    role: 'feature',
    criterion: null,
    confidence: 1,
    reasons: [],
    pii: null,
    ...style,
    sampled: 60,
    missing: 0,
    distinct: 60,
    examples: [],
    bars:
      bars === ''
        ? []
        : bars.split(' ').map((count, bin) => ({ label: String(bin + 1), count: Number(count) })),
    ...over,
  };
}

function record(
  number: number,
  text: string,
  bad?: Pick<Reject, 'code' | 'column' | 'value'>,
): PreviewRecord {
  const cells = text.split(';');
  const at = { record: number, line: number + 1 };
  const shown = { ...at, cells: cells.map((cell) => (cell === '' ? null : cell)) };
  return bad ? { ...shown, reject: { ...at, ...bad, args: {}, cells } } : shown;
}

const columns: readonly Omit<ColumnProposal, 'position'>[] = [
  column('Nº pedido', '', {
    type: 'text',
    role: 'orderKey',
    distinct: 60,
    confidence: 0.88,
    reasons: [{ code: 'headerWord', word: 'pedido' }, { code: 'allDistinct' }],
  }),
  column('Fecha', '5 4 6 6 3 7 5 4 2 3 7 7', {
    type: 'date',
    role: 'date',
    distinct: 53,
    confidence: 0.98,
    reasons: [{ code: 'headerWord', word: 'fecha' }, { code: 'dateShape' }],
  }),
  column('Cliente', '5 5 4 4 4 4 3 3', {
    type: 'category',
    role: 'customerKey',
    missing: 1,
    distinct: 22,
    confidence: 0.95,
    reasons: [{ code: 'headerWord', word: 'cliente' }, { code: 'fewDistinct' }],
  }),
  column('Correo', '', {
    type: 'text',
    role: 'contact',
    pii: 'email',
    missing: 17,
    distinct: 20,
    confidence: 0.97,
    reasons: [{ code: 'emailShape' }, { code: 'headerWord', word: 'correo' }],
  }),
  column('Familia', '12 11 10 7 7 6 6 1', {
    type: 'category',
    role: 'feature',
    distinct: 8,
    confidence: 0.48,
    reasons: [{ code: 'fewDistinct' }],
  }),
  column('Unidades', '17 0 0 0 15 0 0 0 10 0 0 17', {
    type: 'number',
    role: 'quantity',
    criterion: 'behavioural',
    distinct: 5,
    confidence: 0.98,
    reasons: [{ code: 'headerWord', word: 'unidades' }, { code: 'numberShape' }],
  }),
  column('Importe', '15 7 6 11 12 4 0 1 2 0 1 1', {
    type: 'money',
    role: 'amount',
    criterion: 'behavioural',
    distinct: 60,
    confidence: 0.98,
    reasons: [{ code: 'headerWord', word: 'importe' }, { code: 'moneyShape' }],
  }),
  column('Provincia', '16 12 8 7 5', {
    type: 'category',
    role: 'feature',
    criterion: 'geographic',
    missing: 12,
    distinct: 5,
    confidence: 0.95,
    reasons: [{ code: 'headerWord', word: 'provincia' }, { code: 'fewDistinct' }],
  }),
  column('Estilo', '15 0 0 6 0 0 11 0 0 6 0 6', {
    type: 'number',
    role: 'feature',
    missing: 16,
    distinct: 5,
    confidence: 0.6,
    reasons: [{ code: 'numberShape' }],
  }),
  column('Respondió', '31 29', {
    type: 'boolean',
    role: 'feature',
    distinct: 2,
    confidence: 0.54,
    reasons: [{ code: 'booleanWords' }],
  }),
  column('Notas', '1', {
    type: 'category',
    role: 'feature',
    missing: 59,
    distinct: 1,
    confidence: 0.48,
    reasons: [{ code: 'fewDistinct' }],
  }),
];

export const exampleInspection: Inspection = {
  fileName: 'ventas_2025.csv',
  bytes: 61_400_000,
  settings: exampleSettings,
  confidence: { encoding: 1, delimiter: 1, header: 1, dateOrder: 1 },
  runnerUp: {},
  asks: [],
  kind: 'transactions',
  sheets: [],
  columns: columns.map((one, position) => ({ ...one, position })),
  preview: [
    record(1, 'P-104417;07/10/2025;K-1006;marta1006@alba.es;Pantalón;1;604,83;Málaga;1;no;'),
    record(2, 'P-104418;14/08/2025;K-1020;marta1020@alba.es;Abrigo;3;228,58;Cáceres;;sí;'),
    record(3, 'P-104419;19/12/2025;K-1001;marta1001@alba.es;Abrigo;2;308,55;Cáceres;;no;'),
    record(4, 'P-104420;25/02/2025;K-1020;;Abrigo;1;752,23;A Coruña;1;no;'),
    record(5, 'P-104421;10/07/2025;;marta1007@alba.es;Americana;3;389,89;Málaga;1;sí;'),
    record(6, 'P-104422;25/06/2025;K-1008;marta1008@alba.es;Vestido;2;1.758,37;Málaga;3;no;'),
    record(7, 'P-104423;02/07/2025;K-1015;marta1015@alba.es;Jersey;4;578,28;Lleida;4;no;'),
    record(8, 'P-104424;04/01/2025;K-1010;marta1010@alba.es;Camisa;2;215,66;Cáceres;1;sí;'),
    record(9, 'P-104425;01/11/2025;K-1021;marta1021@alba.es;Vestido;2;398,85;;4;no;'),
    record(10, 'P-104426;31/02/2025;K-1008;marta1008@alba.es;Pantalón;4;632,88;Málaga;2;sí;', {
      code: 'NOT-A-DATE',
      column: 'Fecha',
      value: '31/02/2025',
    }),
    record(11, 'P-104427;05/11/2025;K-1012;;Americana;3;156,53;Cáceres;;no;'),
    record(12, 'P-104428;15/06/2025;K-1017;marta1017@alba.es;Americana;4;556,48;Málaga;5;sí;talla única'),
    record(13, 'P-104429;13/08/2025;K-1012;marta1012@alba.es;Vestido;2;151,74;Lleida;3;sí;'),
    record(14, 'P-104430;28/05/2025;K-1014;marta1014@alba.es;Cinturón;4;182,74;;5;no;'),
    record(18, 'P-104434;14/09/2025;K-1013;marta1013@alba.es;Camisa;s/n?;165,52;Barcelona;1;no;', {
      code: 'NOT-A-NUMBER',
      column: 'Unidades',
      value: 's/n?',
    }),
  ],
  issues: [
    { column: 'Fecha', code: 'DATE-SURE', severity: 'note', args: { order: 'dmy', count: 31 }, count: 31 },
    { code: 'KEY-MISSING', severity: 'check', args: { count: 1 }, column: 'Cliente', count: 1, lines: [6] },
  ],
  complete: true,
};
