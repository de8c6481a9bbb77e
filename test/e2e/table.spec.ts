// The table of a source: search, filters, order, columns, copying and saving what is shown.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { expect, test } from 'playwright/test';
import { goTo, startProject } from './steps.ts';
import { download, openWindow, startOf } from './window.ts';
import type { AppWindow } from './window.ts';

/** Rows of the table, as the grid announces them (its header is one of them). */
const rowCount = async (grid: Locator): Promise<number> =>
  Number(await grid.getAttribute('aria-rowcount')) - 1;

async function texts(grid: Locator, column: number, rows: number): Promise<string[]> {
  const cells = grid.locator(`[data-cell][aria-colindex="${column}"]`);
  await expect(cells.nth(rows - 1)).not.toHaveText('');
  return (await cells.allTextContents()).slice(0, rows);
}

async function openCustomers({ page, t }: AppWindow): Promise<Locator> {
  await page.getByRole('button', { name: /^customers/ }).click();
  const grid = page.getByRole('grid', { name: /customers/i });
  await expect(grid.getByRole('gridcell').first()).toBeVisible();
  await expect(page.getByRole('searchbox', { name: t('data.rows.search') })).toBeVisible();
  return grid;
}

test('what is looked for is found, ordered, copied and saved as it is shown', async ({ browser }) => {
  test.setTimeout(120_000);
  const window = await openWindow(browser, { locale: 'en', sample: true });
  const { page, t } = window;
  await expect(page).toHaveURL(/#\/(data|features|explore)/, { timeout: 90_000 });
  await goTo(window, 'data');
  const grid = await openCustomers(window);
  const all = await rowCount(grid);
  const header = (name: string): Locator => grid.getByRole('columnheader', { name: new RegExp(`^${name}`) });
  const names = (await grid.getByRole('columnheader').allTextContents()).map((name) => name.trim());
  const city = names.indexOf('City') + 1;

  await test.step('a filter by values', async () => {
    await header('City').hover();
    await page.getByRole('button', { name: t('data.table.filterOf', { column: 'City' }) }).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('checkbox').first().check();
    const value = (await panel.getByRole('group').locator('label').first().textContent()) ?? '';
    await panel.getByRole('button', { name: t('data.table.apply') }).click();
    await expect.poll(() => rowCount(grid)).toBeLessThan(all);
    expect(new Set(await texts(grid, city, 8))).toEqual(new Set([value.trim()]));
    await expect(
      page.getByText(t('data.table.chip.oneOf', { column: 'City', shown: value.trim(), more: 0 })),
    ).toBeVisible();
  });

  await test.step('two columns decide the order', async () => {
    await header('Customer').getByRole('button').first().click();
    await header('Customer').getByRole('button').first().click();
    await expect(header('Customer')).toHaveAttribute('aria-sort', 'descending');
    const keys = await texts(grid, names.indexOf('Customer') + 1, 8);
    expect(keys).toEqual(keys.toSorted().toReversed());
  });

  await test.step('cells are copied as a table', async () => {
    await grid.locator('[data-cell="0:1"]').click();
    await page.keyboard.press('Shift+ArrowDown');
    // The page may write to the clipboard and never read it: what it writes is taken on the way.
    await page.evaluate(() => {
      navigator.clipboard.writeText = (text) => {
        document.body.setAttribute('data-copied', text);
        return Promise.resolve();
      };
    });
    await page.keyboard.press('Control+c');
    await expect(page.getByText(t('data.table.copied', { count: 2 }))).toBeVisible();
    const copied = await page.locator('body').getAttribute('data-copied');
    expect(copied?.split('\n')).toEqual(await texts(grid, 2, 2));
  });

  await test.step('everything is selected, and nothing again', async () => {
    const selected = grid.locator('[data-cell][aria-selected="true"]');
    await expect(selected).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(selected).toHaveCount(0);
    await page.keyboard.press('Control+a');
    await expect(grid.locator('[data-cell][aria-selected="false"]')).toHaveCount(0);
    await grid.locator('[data-cell="1:1"]').click();
    await expect(selected).toHaveCount(0);
    await grid.locator('[data-cell="4:3"]').click({ modifiers: ['Shift'] });
    await expect(selected).toHaveCount(4 * 3);
    await page.keyboard.press('Escape');
  });

  await test.step('a double click on its edge fits a column to what is in it', async () => {
    const edge = page.getByRole('separator', { name: t('common.resizeColumn', { name: 'City' }) });
    const width = async (): Promise<number> => Number(await edge.getAttribute('aria-valuenow'));
    const before = await width();
    await header('City').getByRole('button').first().focus();
    await page.keyboard.press('Alt+ArrowRight');
    expect(await width()).toBe(before + 12);
    await edge.dblclick();
    expect(await width()).toBeLessThan(before);
    const cut = await grid
      .locator(`[data-cell][aria-colindex="${city}"]`)
      .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
    expect(cut).toBe(0);
  });

  await test.step('saved as it is shown', async () => {
    const rows = await rowCount(grid);
    await page.getByRole('button', { name: t('data.table.columns') }).click();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'City' }).uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: t('data.table.export') }).click();
    const file = await download(page, () =>
      page.getByRole('button', { name: t('data.table.saveAs') }).click(),
    );
    const lines = readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(rows + 1);
    expect(lines[0]).not.toContain('City');
    expect(lines[0]?.split(',')).not.toContain('E-mail');
    expect(lines[1]?.split(',')[0]).toBe((await texts(grid, 2, 1))[0]);
  });

  await test.step('reset shows everything again', async () => {
    await page.getByRole('button', { name: t('data.table.reset') }).click();
    await expect.poll(() => rowCount(grid)).toBe(all);
    await expect(header('City')).toBeVisible();
  });

  expect(window.problems).toEqual([]);
  await window.close();
});

test('of very many columns only those in view are drawn and fetched; the keys lead to all of them', async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'clientela-wide-'));
  const path = join(folder, 'wide.csv');
  const columns = Array.from({ length: 199 }, (_, at) => `Visits ${at + 1}`);
  const rows = Array.from({ length: 60 }, (_, row) =>
    [`K${100 + row}`, ...columns.map((_name, at) => (row * 37 + at * 101) % 997)].join(','),
  );
  writeFileSync(path, [['Customer', ...columns].join(','), ...rows, ''].join('\n'));
  const window = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } });
  const { page, t } = window;
  await startProject(window, [path]);
  await page
    .getByRole('button', { name: startOf(t('data.import.runRows', { count: 60 }).slice(0, 6)) })
    .click();
  await expect(page.getByRole('heading', { name: t('data.title'), level: 1 })).toBeVisible({
    timeout: 60_000,
  });
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-colcount', '201');
  await grid.locator('[data-cell="0:1"]').click();
  await page.keyboard.press('End');
  const last = grid.locator('[data-cell="0:200"]');
  await expect(last).toBeFocused();
  await expect(last).toHaveText(String((198 * 101) % 997));
  await page.keyboard.press('ArrowLeft');
  await expect(grid.locator('[data-cell="0:199"]')).toHaveText(String((197 * 101) % 997));
  await page.keyboard.press('Control+Home');
  await expect(grid.locator('[data-cell="0:1"]')).toHaveText('K100');
  expect(await grid.getByRole('columnheader').count()).toBeLessThan(20);
  await page.getByRole('button', { name: t('data.table.columns'), exact: true }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('searchbox', { name: t('data.table.findColumn') }).fill('visits 150');
  await panel.getByRole('button', { name: t('data.table.pin', { column: 'Visits 150' }) }).click();
  await page.keyboard.press('Escape');
  await expect(grid.locator('[data-cell="0:1"]')).toHaveText(String((149 * 101) % 997));
  expect(window.problems).toEqual([]);
  await window.close();
  rmSync(folder, { recursive: true, force: true });
});
