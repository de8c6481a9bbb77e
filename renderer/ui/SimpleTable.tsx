// A real <table> for up to some hundred rows; DataGrid is for any number.
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './tables.module.css';

export interface TableColumn<R> {
  readonly key: string;
  readonly header: ReactNode;
  /** Numbers go to the end. */
  readonly align?: 'start' | 'end';
  readonly widthPx?: number;
  readonly cell: (row: R) => ReactNode;
  readonly sortable?: boolean;
}

export interface SortOrder {
  readonly key: string;
  readonly descending: boolean;
}

export interface SimpleTableProps<R> {
  /** Spoken name of the table. */
  readonly label: string;
  readonly columns: readonly TableColumn<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  /** Makes rows focusable: click or Enter opens, arrows move. */
  readonly onOpen?: (row: R) => void;
  readonly selectedKey?: string | null;
  readonly rowTone?: (row: R) => 'warn' | 'bad' | undefined;
  readonly sort?: SortOrder;
  readonly onSort?: (sort: SortOrder) => void;
  readonly empty?: ReactNode;
  readonly foot?: ReactNode;
}

function moveFocus(event: KeyboardEvent<HTMLTableRowElement>, onOpen: () => void): void {
  if (event.target !== event.currentTarget) return;
  const row = event.currentTarget;
  const next =
    event.key === 'ArrowDown'
      ? row.nextElementSibling
      : event.key === 'ArrowUp'
        ? row.previousElementSibling
        : null;
  if (next instanceof HTMLElement) next.focus();
  else if (event.key === 'Enter' || event.key === ' ') onOpen();
  else return;
  event.preventDefault();
}

function HeaderCell<R>({
  column,
  sort,
  onSort,
}: { readonly column: TableColumn<R> } & Pick<SimpleTableProps<R>, 'sort' | 'onSort'>) {
  const active = sort?.key === column.key;
  const descending = active && sort.descending;
  const content =
    column.sortable && onSort ? (
      <button
        type="button"
        className={styles.sort}
        onClick={() => onSort({ key: column.key, descending: active && !descending })}
      >
        {column.header}
        {active ? (
          descending ? (
            <IconChevronDown size={12} aria-hidden />
          ) : (
            <IconChevronUp size={12} aria-hidden />
          )
        ) : null}
      </button>
    ) : (
      column.header
    );
  return (
    <th
      scope="col"
      data-align={column.align}
      style={column.widthPx === undefined ? undefined : { width: column.widthPx }}
      aria-sort={active ? (descending ? 'descending' : 'ascending') : undefined}
    >
      {content}
    </th>
  );
}

/** A table with a sticky header, optional sorting and openable rows. */
export function SimpleTable<R>(props: SimpleTableProps<R>) {
  const { label, columns, rows, rowKey, onOpen, selectedKey, rowTone } = props;
  if (rows.length === 0 && props.empty) return <div className={styles.empty}>{props.empty}</div>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell
                key={column.key}
                column={column}
                {...(props.sort ? { sort: props.sort } : {})}
                {...(props.onSort ? { onSort: props.onSort } : {})}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              data-tone={rowTone?.(row)}
              data-open={onOpen ? true : undefined}
              tabIndex={onOpen ? 0 : undefined}
              aria-selected={selectedKey === undefined ? undefined : rowKey(row) === selectedKey}
              onClick={onOpen ? () => onOpen(row) : undefined}
              onKeyDown={onOpen ? (event) => moveFocus(event, () => onOpen(row)) : undefined}
            >
              {columns.map((column) => (
                <td key={column.key} data-align={column.align}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {props.foot ? <tfoot>{props.foot}</tfoot> : null}
      </table>
    </div>
  );
}
