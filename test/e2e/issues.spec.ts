// What was noticed about a file: narrowed by severity and column, and from a line of it to the row in the table.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { startProject } from './steps.ts';
import { download, openWindow } from './window.ts';

const folder = mkdtempSync(join(tmpdir(), 'clientela-issues-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Line 152 has an address that is none, line 201 an income that cannot be read; line 62 ends early. */
function customersFile(): string {
  const rows = Array.from({ length: 240 }, (_, at) => {
    const mail = at === 150 ? 'not an address' : `k${at}@shop.invalid`;
    const income = at === 199 ? 'unknown yet' : String(1000 + 7 * at);
    if (at === 60) return `K1060,k60@shop.invalid`;
    return `K${1000 + at},${mail},00${10 + (at % 80)},${income}`;
  });
  const path = join(folder, 'customers.csv');
  writeFileSync(path, `${['Customer,E-mail,Branch,Income', ...rows].join('\n')}\n`);
  return path;
}

test('a line of the issue list leads to its row', async ({ browser }) => {
  const window = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } });
  const { page, t } = window;
  await startProject(window, [customersFile()]);
  await page
    .getByRole('button', { name: t('data.import.runRows', { count: 239 }), exact: true })
    .click({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: t('data.title'), level: 1 })).toBeVisible({
    timeout: 60_000,
  });
  const view = (key: string, count: number) =>
    page.getByText(t('data.viewCount', { view: t(key), count }), { exact: true });
  const list = page.getByRole('table', { name: t('common.issues') });
  const listed = list.getByRole('row');

  await page.getByRole('searchbox', { name: t('data.rows.search') }).fill('K1000');
  await page.getByRole('radio', { name: new RegExp(`^${t('data.views.issues')}`) }).check();
  await expect(listed).toHaveCount(4);
  await page.getByRole('combobox', { name: t('data.issues.column') }).selectOption('E-mail');
  await expect(listed).toHaveCount(2);
  await page.getByRole('radio', { name: t('data.issues.note', { count: 0 }) }).check();
  await expect(page.getByText(t('data.issues.noneLeft'))).toBeVisible();
  await page.getByRole('radio', { name: t('data.issues.all', { count: 1 }) }).check();
  const file = await download(page, () => page.getByRole('button', { name: t('data.rejects.save') }).click());
  expect(
    readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n'),
  ).toHaveLength(2);

  await list.getByRole('button', { name: t('wizard.issues.goTo', { line: '152' }) }).click();
  const grid = page.getByRole('grid');
  await expect(grid.locator('[data-cell="150:0"]')).toBeFocused();
  await expect(grid.locator('[data-cell="150:1"]')).toHaveText('K1150');
  await expect(page.getByRole('searchbox', { name: t('data.rows.search') })).toHaveValue('');
  await expect(view('data.views.rows', 239)).toBeVisible();
  expect(window.problems).toEqual([]);
  await window.close();
});
