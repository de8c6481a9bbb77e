// A rectangle of cells between the cell where a selection began and the active one, as in spreadsheets.

export interface Cell {
  readonly row: number;
  readonly column: number;
}
/** Inclusive. */
export interface CellRange {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}
export interface Selection {
  readonly anchor: Cell;
  readonly active: Cell;
  /** Everything is selected (Ctrl+A); the active cell stays where it is. */
  readonly whole?: true;
}

/** The cells selected of a grid of this size. */
export function rangeOf(
  { anchor, active, whole }: Selection,
  { rowCount, columnCount }: Pick<GridSize, 'rowCount' | 'columnCount'>,
): CellRange {
  if (whole) return { fromRow: 0, toRow: rowCount - 1, fromColumn: 0, toColumn: columnCount - 1 };
  return {
    fromRow: Math.min(anchor.row, active.row),
    toRow: Math.max(anchor.row, active.row),
    fromColumn: Math.min(anchor.column, active.column),
    toColumn: Math.max(anchor.column, active.column),
  };
}

export const isOneCell = ({ anchor, active, whole }: Selection): boolean =>
  !whole && anchor.row === active.row && anchor.column === active.column;

export interface GridSize {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly pageRows: number;
}

/** Where a key leads from `cell`, or null when it does not move. Ctrl reaches the first or last row. */
export function nextCell(key: string, ctrl: boolean, cell: Cell, size: GridSize): Cell | null {
  const clampRow = (row: number): number => Math.max(0, Math.min(size.rowCount - 1, row));
  const clampColumn = (column: number): number => Math.max(0, Math.min(size.columnCount - 1, column));
  const far = ctrl ? Infinity : 1;
  switch (key) {
    case 'ArrowDown':
      return { ...cell, row: clampRow(cell.row + far) };
    case 'ArrowUp':
      return { ...cell, row: clampRow(cell.row - far) };
    case 'ArrowRight':
      return { ...cell, column: clampColumn(cell.column + far) };
    case 'ArrowLeft':
      return { ...cell, column: clampColumn(cell.column - far) };
    case 'PageDown':
      return { ...cell, row: clampRow(cell.row + size.pageRows) };
    case 'PageUp':
      return { ...cell, row: clampRow(cell.row - size.pageRows) };
    case 'Home':
      return { row: ctrl ? 0 : cell.row, column: 0 };
    case 'End':
      return { row: ctrl ? clampRow(size.rowCount) : cell.row, column: clampColumn(size.columnCount) };
    default:
      return null;
  }
}
