import { exampleField } from '../../../gallery/exampleSource.ts';
import type { Fixture } from '../../../gallery/fixture.ts';
import { ColumnChooser } from './ColumnChooser.tsx';
import { FilterChips } from './FilterChips.tsx';
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

export const fixtures: readonly Fixture[] = [
  { id: 'data-table-chips', widthPx: 720, render: () => <FilterChips fields={fields} {...state} /> },
  { id: 'data-table-columns', widthPx: 420, render: () => <ColumnChooser fields={fields} {...state} /> },
];
