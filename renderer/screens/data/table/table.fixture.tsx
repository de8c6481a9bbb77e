import type { ColumnSummary } from '../../../../shared/model/rowView.ts';
import type { Field } from '../../../../shared/model/source.ts';
import { type Answers, AnswersProvider } from '../../../data/index.ts';
import { exampleField } from '../../../gallery/exampleSource.ts';
import type { Fixture } from '../../../gallery/fixture.ts';
import { type Act, Handled } from '../../../gallery/Handled.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { FilterChips } from './FilterChips.tsx';
import { FilterPopover } from './FilterPopover.tsx';
import type { TableViewState } from './tableView.ts';

const nothing = (): void => undefined;

const fields = [
  exampleField(0, 'Cliente', 'text'),
  exampleField(1, 'Municipio de residencia habitual del titular', 'category'),
  exampleField(2, 'Importe', 'money'),
];

const state: TableViewState = {
  view: {
    search: '',
    filters: [
      { op: 'oneOf', position: 1, texts: ['Olot', 'Vic', 'Girona'] },
      { op: 'between', position: 2, from: 100, to: null },
    ],
    match: 'all',
    sort: [],
    hidden: [0],
    order: [],
    pinned: [1],
    widths: {},
  },
  change: nothing,
  reset: nothing,
  untouched: false,
};

const towns: ColumnSummary = {
  missing: 12,
  distinct: 214,
  texts: [
    { text: 'Girona', count: 1204 },
    { text: 'Olot', count: 871 },
    { text: 'Vic', count: 530 },
    { text: 'Sant Julià de Vilatorta i la seva rodalia', count: 41 },
    { text: 'Ávila', count: 7 },
  ],
  range: null,
};
const amounts: ColumnSummary = {
  missing: 0,
  distinct: 0,
  texts: [],
  range: { min: -48.9, max: 1290, bars: [3, 40, 221, 310, 180, 96, 44, 21, 9, 4, 1, 1] },
};
const answers: Answers = {
  'sources.columnSummary': ({ position }) => (position === 1 ? towns : amounts),
};

const OPENED: readonly Act[] = [{ press: '[data-fixture] button' }];

const opened = (field: Field, at: number | null) => (
  <Handled acts={OPENED}>
    <AnswersProvider answers={answers}>
      <FilterPopover
        sourceId={1}
        field={field}
        filter={at === null ? undefined : state.view.filters[at]}
        onFilter={nothing}
      />
    </AnswersProvider>
  </Handled>
);

export const fixtures: readonly Fixture[] = [
  { id: 'data-table-chips', widthPx: 720, render: () => <FilterChips fields={fields} {...state} /> },
  { id: 'data-table-columns', widthPx: 420, render: () => <ColumnChooser fields={fields} {...state} /> },
  {
    id: 'data-table-filter-values',
    widthPx: 320,
    render: () => opened(exampleField(1, 'Municipio', 'category'), 0),
  },
  {
    id: 'data-table-filter-range',
    widthPx: 320,
    render: () => opened(exampleField(2, 'Importe', 'money'), 1),
  },
  {
    id: 'data-table-filter-personal',
    widthPx: 320,
    render: () => opened(exampleField(0, 'Correo', 'text', 'contact'), null),
  },
];
