import type { JoinReport } from '../../../shared/model/feature.ts';
import { exampleField, exampleSource } from '../../gallery/exampleSource.ts';
import type { Fixture } from '../../gallery/fixture.ts';
import { FieldsView } from './FieldsView.tsx';
import { JoinPanel } from '../../intake/index.ts';
import { SourceList } from './SourceList.tsx';

const nothing = (): void => undefined;

const fields = [
  exampleField(0, 'Cliente', 'text', 'customerKey'),
  exampleField(1, 'Fecha', 'date', 'date'),
  exampleField(2, 'Importe', 'money', 'amount'),
  exampleField(3, 'Correo', 'text', 'contact'),
  exampleField(4, 'Notas', 'text', 'ignore'),
];

const sales = exampleSource([2, 'ventas_2024-25', 'transactions'], [541_909, 37], fields);
const sources = [
  exampleSource([1, 'clientes', 'customers'], [4641, 61], fields),
  sales,
  exampleSource([3, 'encuesta de estilo', 'survey'], [1204, 0], fields),
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
    render: () => <FieldsView source={sales} onChange={nothing} />,
  },
];
