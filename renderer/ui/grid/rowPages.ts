// Pages of rows as they come from the engine: what is looked at first, few at a time, a bounded number kept. Dragging the
// scroll bar passes thousands of pages; only those still wanted when a request ends are asked for.

export const PAGE_ROWS = 200;
const KEPT_PAGES = 40;
const AT_ONCE = 2;
/** Rows beyond the view that are fetched ahead. */
const AHEAD_ROWS = 150;

/** Pages of the rows in view, then the one that scrolling on would reach. @param towards 1 = down, −1 = up */
export function pagesFor(first: number, last: number, rowCount: number, towards: 1 | -1): number[] {
  if (rowCount === 0) return [];
  const pageOf = (row: number): number => Math.floor(Math.min(rowCount - 1, Math.max(0, row)) / PAGE_ROWS);
  const pages: number[] = [];
  for (let page = pageOf(first); page <= pageOf(last); page++) pages.push(page);
  const ahead = pageOf(towards === 1 ? last + AHEAD_ROWS : first - AHEAD_ROWS);
  return pages.includes(ahead) ? pages : [...pages, ahead];
}

export class RowPages<R> {
  readonly #fetch: (page: number) => Promise<readonly R[]>;
  readonly #arrived: () => void;
  /** The page asked for last is at the end. */
  readonly #pages = new Map<number, readonly R[]>();
  readonly #asked = new Set<number>();
  #wanted: readonly number[] = [];

  constructor(fetch: (page: number) => Promise<readonly R[]>, arrived: () => void) {
    this.#fetch = fetch;
    this.#arrived = arrived;
  }

  /** Undefined while the row's page is on its way. */
  row(index: number): R | undefined {
    return this.#pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS];
  }

  /** What is needed now, the most urgent first; takes the place of what was wanted before. */
  want(pages: readonly number[]): void {
    this.#wanted = pages;
    this.#ask();
  }

  #ask(): void {
    for (const page of this.#wanted) {
      if (this.#asked.size >= AT_ONCE) return;
      if (this.#pages.has(page) || this.#asked.has(page)) continue;
      this.#asked.add(page);
      void this.#take(page);
    }
  }

  async #take(page: number): Promise<void> {
    try {
      const rows = await this.#fetch(page);
      this.#asked.delete(page);
      this.#pages.set(page, rows);
    } catch {
      this.#asked.delete(page); // asked for again with the next scroll, not at once: it would fail for ever
      return;
    }
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= KEPT_PAGES) break;
      if (!this.#wanted.includes(oldest)) this.#pages.delete(oldest);
    }
    this.#ask();
    this.#arrived();
  }
}
