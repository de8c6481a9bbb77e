// Moving and selecting in a grid by the ARIA pattern: one cell is in the tab order, moving it moves the focus; Shift
// extends the selection, by key and by pointer.
import {
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import {
  type Cell,
  type CellRange,
  type GridSize,
  isOneCell,
  nextCell,
  rangeOf,
  type Selection,
} from './selection.ts';

export interface GridKeysInput extends GridSize {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly reveal: (cell: Cell) => void;
  /** A cell to show and focus, once per object. */
  readonly wantedCell: { readonly row: number; readonly column?: number } | null;
  readonly onOpen: (cell: Cell) => void;
  readonly onCopy: ((range: CellRange, headers: boolean) => void) | undefined;
}

const START: Selection = { anchor: { row: 0, column: 0 }, active: { row: 0, column: 0 } };

function cellAt(target: EventTarget): Cell | null {
  const element = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-cell]') : null;
  const [row, column] = (element?.dataset['cell'] ?? '').split(':').map(Number);
  return row === undefined || column === undefined ? null : { row, column };
}

/** Handlers for the grid's element; cells carry `data-cell="row:column"`. */
export function useGridKeys(input: GridKeysInput) {
  const { scroller, reveal } = input;
  const [selection, setSelection] = useState<Selection>(START);
  const [focused, setFocused] = useState(false);
  const wanted = useRef<Cell | null>(null);

  // Before the browser takes the next key: what is typed quickly belongs to the new cell.
  useLayoutEffect(() => {
    // The cell may only exist after the scroll has drawn it, hence after each render while wanted.
    const cell = wanted.current;
    const element =
      cell && scroller.current?.querySelector<HTMLElement>(`[data-cell="${cell.row}:${cell.column}"]`);
    if (!element) return;
    wanted.current = null;
    // A cell that is being edited gives the focus to its field.
    (element.querySelector('input') ?? element).focus({ preventScroll: true });
  });

  const goTo = (active: Cell, extend: boolean): void => {
    wanted.current = active;
    setSelection((now) => ({ anchor: extend ? now.anchor : active, active }));
    reveal(active);
  };
  const goToWanted = useEffectEvent((cell: Cell): void => goTo(cell, false));
  const { wantedCell, rowCount } = input;
  const gone = useRef<object | null>(null);
  useLayoutEffect(() => {
    // It may be wanted before the rows are counted.
    if (!wantedCell || gone.current === wantedCell || wantedCell.row >= rowCount) return;
    gone.current = wantedCell;
    goToWanted({ row: wantedCell.row, column: wantedCell.column ?? 0 });
  }, [wantedCell, rowCount]);

  /** True when the key was one of those that do not move. */
  const acted = (event: KeyboardEvent): boolean => {
    const ctrl = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (ctrl && key === 'c' && input.onCopy) input.onCopy(rangeOf(selection, input), event.shiftKey);
    else if (ctrl && key === 'a') setSelection(({ anchor, active }) => ({ anchor, active, whole: true }));
    else if (key === 'Escape' && !isOneCell(selection))
      setSelection(({ active }) => ({ anchor: active, active }));
    else if (key === 'Enter' || key === 'F2') input.onOpen(selection.active);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // A button inside a cell has keys of its own.
    if (!(event.target instanceof HTMLElement) || event.target.dataset['cell'] === undefined) return;
    if (event.altKey) return;
    if (acted(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const ctrl = event.ctrlKey || event.metaKey;
    const next = nextCell(event.key, ctrl, selection.active, input);
    if (!next) return;
    event.preventDefault();
    goTo(next, event.shiftKey);
  };
  const onPointerDown = (event: PointerEvent): void => {
    const cell = event.button === 0 ? cellAt(event.target) : null;
    if (!cell) return;
    setSelection((now) => ({ anchor: event.shiftKey ? now.anchor : cell, active: cell }));
  };
  const onPointerOver = (event: PointerEvent): void => {
    const cell = event.buttons === 1 ? cellAt(event.target) : null;
    if (cell) setSelection((now) => ({ anchor: now.anchor, active: cell }));
  };
  const onDoubleClick = (event: { readonly target: EventTarget }): void => {
    const cell = cellAt(event.target);
    if (cell) input.onOpen(cell);
  };
  const onFocus = (event: { readonly target: EventTarget }): void => {
    const cell = cellAt(event.target);
    setFocused(cell !== null);
    if (cell)
      setSelection((now) =>
        now.active.row === cell.row && now.active.column === cell.column
          ? now
          : { anchor: cell, active: cell },
      );
  };
  const onBlur = (): void => setFocused(false);
  return {
    selection,
    focused,
    handlers: { onKeyDown, onPointerDown, onPointerOver, onDoubleClick, onFocus, onBlur },
  };
}
