// Arrow keys in a grid by the ARIA pattern: one cell is in the tab order; moving it moves the focus.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';

export interface GridKeysInput {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly pageRows: number;
  readonly scrollTo: (row: number) => void;
  readonly onOpen: (row: number) => void;
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from `cell`, or null when it does not move. Ctrl reaches the first or last row. */
export function nextCell(
  key: string,
  ctrl: boolean,
  cell: Cell,
  input: Pick<GridKeysInput, 'rowCount' | 'columnCount' | 'pageRows'>,
): Cell | null {
  const clampRow = (row: number): number => Math.max(0, Math.min(input.rowCount - 1, row));
  const clampColumn = (column: number): number => Math.max(0, Math.min(input.columnCount - 1, column));
  switch (key) {
    case 'ArrowDown':
      return { ...cell, row: clampRow(cell.row + 1) };
    case 'ArrowUp':
      return { ...cell, row: clampRow(cell.row - 1) };
    case 'ArrowRight':
      return { ...cell, column: clampColumn(cell.column + 1) };
    case 'ArrowLeft':
      return { ...cell, column: clampColumn(cell.column - 1) };
    case 'PageDown':
      return { ...cell, row: clampRow(cell.row + input.pageRows) };
    case 'PageUp':
      return { ...cell, row: clampRow(cell.row - input.pageRows) };
    case 'Home':
      return { row: ctrl ? 0 : cell.row, column: 0 };
    case 'End':
      return { row: ctrl ? clampRow(input.rowCount) : cell.row, column: clampColumn(input.columnCount) };
    default:
      return null;
  }
}

/** Key handler of the grid and the props of each cell. */
export function useGridKeys(input: GridKeysInput) {
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 });
  const wanted = useRef<Cell | null>(null);
  const cells = useRef(new Map<string, HTMLElement>());

  useEffect(() => {
    // The cell may only exist after the scroll has drawn it, hence after each render while wanted.
    const cell = wanted.current;
    const element = cell ? cells.current.get(`${cell.row}:${cell.column}`) : undefined;
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: false });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'gridcell') return;
    if (event.key === 'Enter') return input.onOpen(active.row);
    const next = nextCell(event.key, event.ctrlKey, active, input);
    if (!next) return;
    event.preventDefault();
    wanted.current = next;
    setActive(next);
    input.scrollTo(next.row);
  };
  const cellProps = (row: number, column: number) => ({
    tabIndex: row === active.row && column === active.column ? 0 : -1,
    onFocus: (): void =>
      setActive((now) => (now.row === row && now.column === column ? now : { row, column })),
    ref: (element: HTMLElement | null): void => {
      if (element) cells.current.set(`${row}:${column}`, element);
      else cells.current.delete(`${row}:${column}`);
    },
  });
  return { onKeyDown, cellProps, active };
}
