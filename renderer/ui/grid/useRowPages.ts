// The rows around the view, fetched by pages; all are forgotten on a new version.
import { useEffect, useRef, useState } from 'react';
import { PAGE_ROWS, pagesFor, RowPages } from './rowPages.ts';

export interface RowPagesInput<R> {
  readonly rowsAt: (offset: number, limit: number) => Promise<readonly R[]>;
  readonly version: string;
  /** Which part of a row is asked for; when only that changes, the rows at hand are shown until the new ones come. */
  readonly part: string;
  readonly rowCount: number;
  /** Visible row indexes, inclusive. */
  readonly first: number;
  readonly last: number;
}

interface Versioned<R> {
  readonly version: string;
  readonly part: string;
  readonly pages: RowPages<R>;
  readonly former: RowPages<R> | null;
}

/** Returns a look-up of rows by index; undefined while a row's page is on its way. */
export function useRowPages<R>(input: RowPagesInput<R>): (index: number) => R | undefined {
  const { version, part, rowCount, first, last } = input;
  const [, redraw] = useState(0);
  const latest = useRef(input);
  latest.current = input;
  const made = useRef<Versioned<R> | null>(null);
  const start = (): Versioned<R> => {
    const fetch = (page: number): Promise<readonly R[]> => {
      const { rowsAt, rowCount: all } = latest.current;
      const offset = page * PAGE_ROWS;
      return rowsAt(offset, Math.min(PAGE_ROWS, all - offset));
    };
    const pages: RowPages<R> = new RowPages(fetch, () => {
      // An answer for an older version says nothing about this one.
      if (made.current?.pages === pages) redraw((count) => count + 1);
    });
    const former = made.current?.version === version ? made.current.pages : null;
    return { version, part, pages, former };
  };
  if (made.current?.version !== version || made.current.part !== part) made.current = start();
  const { pages, former } = made.current;
  const before = useRef(first);

  useEffect(() => {
    const towards = first < before.current ? -1 : 1;
    before.current = first;
    pages.want(pagesFor(first, last, rowCount, towards));
  }, [pages, rowCount, first, last]);

  return (index) => pages.row(index) ?? former?.row(index);
}
