import type { CustomerCard as Card } from '../../shared/model/customer.ts';
import { type Answers, AnswersProvider } from '../data/index.ts';
import { exampleField, exampleProject, exampleSource } from '../gallery/exampleSource.ts';
import type { Fixture } from '../gallery/fixture.ts';
import { type Act, Handled } from '../gallery/Handled.tsx';
import { CustomerCard } from './CustomerCard.tsx';
import { CustomerSearch } from './CustomerSearch.tsx';
import { EraseQuestion, EraseReport } from './EraseCustomer.tsx';

const nothing = (): void => undefined;

const people = exampleSource(
  [1, 'clientes', 'customers'],
  [4641, 61],
  [
    exampleField(0, 'Cliente', 'text', 'customerKey'),
    exampleField(1, 'Correo', 'text', 'contact'),
    exampleField(2, 'Municipio', 'category'),
    exampleField(3, 'Notas', 'text', 'ignore'),
  ],
);
const sales = exampleSource(
  [2, 'ventas_2024-25', 'transactions'],
  [541_909, 37],
  [
    exampleField(0, 'Cliente', 'text', 'customerKey'),
    exampleField(1, 'Fecha', 'date', 'date'),
    exampleField(2, 'Importe', 'money', 'amount'),
  ],
);

const card: Card = {
  key: 'K-1006',
  alsoKnownAs: ['K-2093'],
  analysed: true,
  sources: [
    {
      sourceId: 1,
      total: 1,
      records: [{ record: 7, line: 8, cells: ['K-1006', 'vera.font@exemple.invalid', 'Olot', null] }],
    },
    {
      sourceId: 2,
      total: 3,
      records: [
        { record: 41, line: 42, cells: ['K-1006', '12/03/2025', '48,90'] },
        { record: 380, line: 381, cells: ['K-1006', '02/06/2025', '112,00'] },
        { record: 977, line: 978, cells: ['K-1006', '19/10/2025', '-48,90'] },
      ],
    },
  ],
  features: [
    { name: 'frequency', value: 3, rank: 0.62 },
    { name: 'monetary', value: 112, rank: 0.41 },
    { name: 'Municipio', value: 'Olot', rank: null },
    { name: 'Edad', value: null, rank: null },
  ],
  segments: [
    { segmentationId: 2, segmentId: 5, active: true, name: 'Fieles de barrio', colour: 'B' },
    { segmentationId: 1, segmentId: 2, active: false, name: null, colour: 'D' },
  ],
  reach: [
    { channel: 'email', reached: true },
    { channel: 'phone', reached: false },
  ],
};

const answers: Answers = {
  'segments.list': [],
  'features.get': null,
  'customers.find': { keys: ['K-1006', 'K-1060', 'K-1061', 'K-1100 «Пекарня»'], total: 31 },
};

const TYPED: readonly Act[] = [{ type: 'K-1', into: 'input[type="text"]' }];
const REVEALED: readonly Act[] = [{ press: 'input[type="checkbox"]' }];

const shown = (known: Card, readOnly = false) => (
  <AnswersProvider answers={answers}>
    <CustomerCard
      card={known}
      sources={[people, sales]}
      project={exampleProject({ readOnly })}
      onClose={nothing}
    />
  </AnswersProvider>
);

export const fixtures: readonly Fixture[] = [
  { id: 'customer-card', render: () => shown(card) },
  { id: 'customer-card-revealed', render: () => <Handled acts={REVEALED}>{shown(card)}</Handled> },
  {
    id: 'customer-card-bare',
    render: () =>
      shown({ ...card, alsoKnownAs: [], segments: [], features: [], reach: null, analysed: false }, true),
  },
  {
    id: 'customer-search',
    render: () => (
      <Handled acts={TYPED}>
        <AnswersProvider answers={answers}>
          <CustomerSearch onChoose={nothing} onClose={nothing} />
        </AnswersProvider>
      </Handled>
    ),
  },
  {
    id: 'customer-erase',
    render: () => (
      <EraseQuestion customerKey="K-1006" records={14} erasing={false} onBack={nothing} onErase={nothing} />
    ),
  },
  {
    id: 'customer-erased',
    render: () => (
      <EraseReport
        customerKey="K-1006"
        report={{ records: 14, rejects: 1, mentions: 3, shared: 1, copies: ['Tienda.clientela.v1-backup'] }}
        onClose={nothing}
      />
    ),
  },
];
