import type { JoinReport } from '../../../shared/model/feature.ts';
import type { Source, TableKind } from '../../../shared/model/source.ts';
import type { Fixture } from '../../gallery/fixture.ts';
import { FieldsView } from './FieldsView.tsx';
import { JoinPanel } from '../../intake/index.ts';
import { SourceList } from './SourceList.tsx';

const nothing = (): void => undefined;

const style = { decimal: ',', thousands: '.', dateOrder: 'dmy', pii: null } as const;

function source(id: number, name: string, kind: TableKind, loaded: number, rejected: number): Source {
  return {
    id,
    name,
    kind,
    fileName: `${name}.csv`,
    runId: id,
    importedAt: '2025-11-03T09:21:00Z',
    asOf: '2025-10-31',
    records: { read: loaded + rejected, loaded, rejected, blank: 0 },
    settings: {
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      quote: '"',
      escape: '"',
      headerRow: 1,
      decimal: ',',
      thousands: '.',
      dateOrder: 'dmy',
    },
    fields: [
      {
        id: 1,
        position: 0,
        header: 'Cliente',
        name: 'Cliente',
        type: 'text',
        role: 'customerKey',
        criterion: null,
        ...style,
      },
      {
        id: 2,
        position: 1,
        header: 'Fecha',
        name: 'Fecha',
        type: 'date',
        role: 'date',
        criterion: null,
        ...style,
      },
      {
        id: 3,
        position: 2,
        header: 'Importe',
        name: 'Importe',
        type: 'money',
        role: 'amount',
        criterion: 'behavioural',
        ...style,
      },
      {
        id: 4,
        position: 3,
        header: 'Correo',
        name: 'Correo',
        type: 'text',
        role: 'contact',
        criterion: null,
        ...style,
        pii: 'email',
      },
      {
        id: 5,
        position: 4,
        header: 'Notas',
        name: 'Notas',
        type: 'text',
        role: 'ignore',
        criterion: null,
        ...style,
      },
    ],
    issues: [],
  };
}

const sources = [
  source(1, 'clientes', 'customers', 4641, 61),
  source(2, 'ventas_2024-25', 'transactions', 541_909, 37),
  source(3, 'encuesta de estilo', 'survey', 1204, 0),
];

const join: JoinReport = {
  customersInTable: 4641,
  customersInTransactions: 4365,
  both: 4338,
  withoutTransactions: 303,
  withoutCustomerRow: 27,
  transactionRows: 541_909,
  rowsWithoutKey: 135_080,
  duplicateKeys: 0,
};

export const fixtures: readonly Fixture[] = [
  {
    id: 'data-sources',
    widthPx: 340,
    render: () => (
      <>
        <SourceList sources={sources} selectedId={2} onSelect={nothing} />
        <JoinPanel join={join} only={null} />
      </>
    ),
  },
  {
    id: 'data-join-states',
    widthPx: 340,
    render: () => (
      <>
        <JoinPanel
          join={{ ...join, both: 0, withoutTransactions: 4641, withoutCustomerRow: 4365 }}
          only={null}
        />
        <JoinPanel join={null} only="customers" />
        <JoinPanel join={null} only="transactions" />
      </>
    ),
  },
  {
    id: 'data-fields',
    render: () => <FieldsView source={sources[1] as Source} onChange={nothing} />,
  },
];
