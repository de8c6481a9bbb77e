import type { OutputOf } from '../../../shared/contract/index.ts';
import { type Answers, AnswersProvider } from '../../data/index.ts';
import { exampleField, exampleSource } from '../../gallery/exampleSource.ts';
import type { Fixture } from '../../gallery/fixture.ts';
import { type Act, Handled } from '../../gallery/Handled.tsx';
import { RowsView } from './RowsView.tsx';

const fieldsOf = () => [
  exampleField(0, 'Cliente', 'text', 'customerKey'),
  exampleField(1, 'Correo', 'text', 'contact'),
  exampleField(2, 'Municipio', 'category'),
  exampleField(3, 'Importe', 'money', 'amount'),
  exampleField(4, 'Notas', 'text', 'ignore'),
];

/** A source of its own per fixture: what is searched for is remembered by source. */
const sourceOf = (id: number) => exampleSource([id, 'clientes', 'customers'], [4641, 61], fieldsOf());

const TOWNS = ['Olot', 'Sant Olot del Pla', 'Vic', 'Girona'];
const cellsOf = (n: number): (string | null)[] => [
  `K-${1000 + n}`,
  `c${n}@exemple.invalid`,
  TOWNS[n % 4] ?? null,
  n % 7 === 0 ? null : `${12 + n},90`,
  n % 5 === 0 ? 'viene de Olot los sábados' : null,
];

const rowsOf =
  (count: number) =>
  ({
    offset,
    limit,
    positions = [0, 1, 2, 3, 4],
  }: {
    readonly offset: number;
    readonly limit: number;
    readonly positions?: readonly number[] | undefined;
  }): OutputOf<'sources.rows'> => ({
    total: count,
    rows: Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, at) => {
      const cells = cellsOf(offset + at);
      return {
        record: offset + at + 1,
        line: offset + at + 2,
        cells: positions.map((position) => cells[position] ?? null),
      };
    }),
  });

const answers = (count: number): Answers => ({ 'steps.list': [], 'sources.rows': rowsOf(count) });

const SEARCHED: readonly Act[] = [{ type: 'olot', into: 'input[type="search"]' }];

export const fixtures: readonly Fixture[] = [
  {
    id: 'data-rows',
    heightPx: 520,
    render: () => (
      <AnswersProvider answers={answers(4641)}>
        <RowsView source={sourceOf(101)} counted={4641} wantedLine={null} />
      </AnswersProvider>
    ),
  },
  {
    id: 'data-rows-searched',
    heightPx: 520,
    render: () => (
      <Handled acts={SEARCHED}>
        <AnswersProvider answers={answers(1732)}>
          <RowsView source={sourceOf(102)} counted={4641} wantedLine={null} />
        </AnswersProvider>
      </Handled>
    ),
  },
  {
    id: 'data-rows-none-found',
    heightPx: 520,
    render: () => (
      <Handled acts={SEARCHED}>
        <AnswersProvider answers={answers(0)}>
          <RowsView source={sourceOf(103)} counted={4641} wantedLine={null} />
        </AnswersProvider>
      </Handled>
    ),
  },
];
