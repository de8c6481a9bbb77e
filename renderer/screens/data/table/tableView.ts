// How each source's table is looked at: filters, order, columns. View state only, kept while the window lives.
import { create } from 'zustand';
import type { RowFilter, RowSort, RowView } from '../../../../shared/model/rowView.ts';
import type { Field } from '../../../../shared/model/source.ts';

export interface TableView {
  readonly search: string;
  readonly filters: readonly RowFilter[];
  readonly match: RowView['match'];
  readonly sort: readonly RowSort[];
  readonly hidden: readonly number[];
  /** Positions in the order shown; those not listed follow in the file's order. */
  readonly order: readonly number[];
  readonly pinned: readonly number[];
  readonly widths: Readonly<Record<string, number>>;
}

const PLAIN: TableView = {
  search: '',
  filters: [],
  match: 'all',
  sort: [],
  hidden: [],
  order: [],
  pinned: [],
  widths: {},
};

interface Views {
  readonly bySource: Readonly<Record<number, TableView>>;
}
const useViews = create<Views>(() => ({ bySource: {} }));

export interface TableViewState {
  readonly view: TableView;
  readonly change: (change: Partial<TableView>) => void;
  readonly reset: () => void;
  /** Nothing was chosen yet, or everything was taken back. */
  readonly untouched: boolean;
}

/** The view of one source's table and how to change it. */
export function useTableView(sourceId: number): TableViewState {
  const view = useViews((state) => state.bySource[sourceId]) ?? PLAIN;
  const put = (next: TableView): void =>
    useViews.setState(({ bySource }) => ({ bySource: { ...bySource, [sourceId]: next } }));
  const present = (): TableView => useViews.getState().bySource[sourceId] ?? PLAIN;
  return {
    view,
    change: (change) => put({ ...present(), ...change }),
    reset: () => put(PLAIN),
    untouched: isPlain(view),
  };
}

const isPlain = (view: TableView): boolean =>
  Object.values(view).every((value) =>
    typeof value === 'object' ? Object.keys(value).length === 0 : true,
  ) && view.search === '';

/** A click sorts upwards, then downwards, then not at all; with Shift the column joins the others. */
export function nextSort(sort: readonly RowSort[], position: number, additive: boolean): readonly RowSort[] {
  const own = sort.find((one) => one.position === position);
  const next = own?.descending ? [] : [{ position, descending: own !== undefined }];
  if (!additive) return next;
  const at = sort.findIndex((one) => one.position === position);
  return at < 0 ? [...sort, ...next] : [...sort.slice(0, at), ...next, ...sort.slice(at + 1)];
}

/** All columns in the order shown: pinned ones first. */
export function orderedFields(fields: readonly Field[], view: TableView): readonly Field[] {
  const place = (field: Field): number => {
    const listed = view.order.indexOf(field.position);
    return listed < 0 ? view.order.length + field.position : listed;
  };
  const pinned = (field: Field): number => (view.pinned.includes(field.position) ? 0 : 1);
  return fields.toSorted((a, b) => pinned(a) - pinned(b) || place(a) - place(b));
}

export const shownFields = (fields: readonly Field[], view: TableView): readonly Field[] =>
  orderedFields(fields, view).filter((field) => !view.hidden.includes(field.position));

/** What the engine is asked for. */
export const rowViewOf = ({ filters, match, search, sort }: TableView): RowView => ({
  filters: [...filters],
  match,
  search: search.trim(),
  sort: [...sort],
});
