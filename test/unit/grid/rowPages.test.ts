import { describe, expect, it } from 'vitest';
import { PAGE_ROWS, pagesFor, RowPages } from '../../../renderer/ui/grid/rowPages.ts';

interface Asked {
  readonly page: number;
  readonly answer: (rows: readonly string[]) => Promise<void>;
  readonly fail: () => Promise<void>;
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

function start() {
  const asked: Asked[] = [];
  let arrived = 0;
  const pages = new RowPages<string>(
    (page) =>
      new Promise((resolve, reject) => {
        asked.push({
          page,
          answer: (rows) => (resolve(rows), settled()),
          fail: () => (reject(new Error('no answer')), settled()),
        });
      }),
    () => arrived++,
  );
  return { pages, asked, numbers: () => asked.map(({ page }) => page), arrivals: () => arrived };
}

describe('which pages are needed', () => {
  it('those in view, then the one ahead', () => {
    expect(pagesFor(0, 40, 10_000, 1)).toEqual([0]);
    expect(pagesFor(60, 100, 10_000, 1)).toEqual([0, 1]);
    expect(pagesFor(190, 230, 10_000, -1)).toEqual([0, 1]);
    expect(pagesFor(500, 540, 10_000, -1)).toEqual([2, 1]);
    expect(pagesFor(9980, 9999, 10_000, 1)).toEqual([49]);
    expect(pagesFor(0, 40, 0, 1)).toEqual([]);
  });
});

describe('pages of rows', () => {
  it('come once and are looked up by row', async () => {
    const { pages, asked, numbers, arrivals } = start();
    pages.want([0]);
    pages.want([0]);
    expect(numbers()).toEqual([0]);
    expect(pages.row(0)).toBeUndefined();
    await asked[0]?.answer(['a', 'b']);
    expect([pages.row(0), pages.row(1), pages.row(2)]).toEqual(['a', 'b', undefined]);
    pages.want([0]);
    expect(numbers()).toEqual([0]);
    expect(arrivals()).toBe(1);
  });

  it('passed while the scroll bar is dragged are not asked for', async () => {
    const { pages, asked, numbers } = start();
    for (let page = 0; page < 50; page++) pages.want([page]);
    expect(numbers()).toEqual([0, 1]);
    await asked[0]?.answer(['a']);
    expect(numbers()).toEqual([0, 1, 49]);
    await asked[2]?.answer(['z']);
    expect(pages.row(49 * PAGE_ROWS)).toBe('z');
  });

  it('that failed are asked for again when they are wanted next, not at once', async () => {
    const { pages, asked, numbers, arrivals } = start();
    pages.want([3]);
    await asked[0]?.fail();
    expect(numbers()).toEqual([3]);
    expect(arrivals()).toBe(0);
    pages.want([3]);
    expect(numbers()).toEqual([3, 3]);
  });

  it('are forgotten from the oldest on, never those in view', async () => {
    const { pages, asked, numbers } = start();
    for (let page = 0; page <= 40; page++) {
      pages.want([0, page]);
      await asked.at(-1)?.answer([`row of ${page}`]);
    }
    expect(pages.row(0)).toBe('row of 0');
    expect(pages.row(PAGE_ROWS)).toBeUndefined();
    expect(pages.row(2 * PAGE_ROWS)).toBe('row of 2');
    expect(numbers()).toHaveLength(41);
  });
});
