import type { Field } from '../../../../shared/model/source.ts';
import type { Fixture } from '../../../gallery/fixture.ts';
import { ColumnChooser } from './ColumnChooser.tsx';
import { FilterChips } from './FilterChips.tsx';
import type { TableViewState } from './tableView.ts';

const nothing = (): void => undefined;

const field = (position: number, name: string, type: Field['type']): Field => ({
  id: position + 1,
  position,
  header: name,
  name,
  type,
  role: 'feature',
  criterion: null,
  decimal: ',',
  thousands: '.',
  dateOrder: 'dmy',
  pii: null,
});

const fields = [
  field(0, 'Cliente', 'text'),
  field(1, 'Municipio de residencia habitual del titular', 'category'),
  field(2, 'Importe', 'money'),
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
