// Fetches the pages around the visible rows once each, keeps a bounded number, and forgets all on a new version.
import { useEffect, useRef, useState } from 'react';

const PAGE_ROWS = 200;
const KEPT_PAGES = 40;

export interface RowPagesInput<R> {
  readonly rowsAt: (offset: number, limit: number) => Promise<readonly R[]>;
  readonly version: string;
  readonly rowCount: number;
  /** Visible row indexes, inclusive. */
  readonly first: number;
  readonly last: number;
}

interface Pages<R> {
  readonly version: string;
  readonly byNumber: Map<number, readonly R[] | 'asked'>;
}

/** Returns a look-up of rows by index; undefined while a row's page is on its way. */
export function useRowPages<R>({
  rowsAt,
  version,
  rowCount,
  first,
  last,
}: RowPagesInput<R>): (index: number) => R | undefined {
  const pages = useRef<Pages<R>>({ version, byNumber: new Map() });
  const [, redraw] = useState(0);
  if (pages.current.version !== version) pages.current = { version, byNumber: new Map() };
  const current = pages.current;

  useEffect(() => {
    if (rowCount === 0) return;
    const from = Math.floor(first / PAGE_ROWS);
    const to = Math.floor(Math.min(last, rowCount - 1) / PAGE_ROWS);
    for (let page = from; page <= to; page++) {
      if (current.byNumber.has(page)) continue;
      current.byNumber.set(page, 'asked');
      rowsAt(page * PAGE_ROWS, Math.min(PAGE_ROWS, rowCount - page * PAGE_ROWS)).then(
        (rows) => {
          // An answer for an older version must not land in the new one.
          current.byNumber.set(page, rows);
          if (pages.current === current) redraw((count) => count + 1);
        },
        () => current.byNumber.delete(page),
      );
    }
    for (const page of current.byNumber.keys()) {
      if (current.byNumber.size <= KEPT_PAGES) break;
      if (page < from || page > to) current.byNumber.delete(page);
    }
  }, [current, rowsAt, rowCount, first, last]);

  return (index) => {
    const page = current.byNumber.get(Math.floor(index / PAGE_ROWS));
    return page === undefined || page === 'asked' ? undefined : page[index % PAGE_ROWS];
  };
}
