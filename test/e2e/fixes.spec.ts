// The next month's file: a rejected record is put right, the fix is listed, the new file becomes the import in use and
// the former one can be gone back to. By keyboard where a table would tempt to the mouse.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { Locator } from 'playwright';
import { goTo, importAll, look, startProject } from './steps.ts';
import { choose, openWindow, startOf } from './window.ts';
import type { AppWindow } from './window.ts';

const folder = mkdtempSync(join(tmpdir(), 'clientela-fixes-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = 'Customer,E-mail,City,Income';
/** Forty customers; the last income cannot be read. */
function customers(first: number, income: (n: number) => string): string {
  const rows = Array.from({ length: 40 }, (_, at) => {
    const n = first + at;
    return `K${100 + n},k${100 + at}@shop.invalid,${n % 2 ? 'Vic' : 'Olot'},${income(at)}`;
  });
  return `${[HEADER, ...rows].join('\n')}\n`;
}
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('a record is put right and the next file takes the place of the former', async ({ browser }) => {
  test.setTimeout(120_000);
  const march = file(
    'march.csv',
    customers(1, (at) => (at === 39 ? 'unknown yet' : String(1000 + 7 * at))),
  );
  const april = file(
    'april.csv',
    customers(3, (at) => String(1100 + 7 * at)),
  );
  const window = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } });
  const { page, t } = window;
  const view = (key: string) => page.getByText(startOf(t(key)), { exact: false }).first();
  await startProject(window, [march]);
  await page
    .getByRole('button', { name: startOf(t('data.import.runRows', { count: 39 }).slice(0, 6)) })
    .click();
  await expect(page.getByRole('heading', { name: t('data.title'), level: 1 })).toBeVisible({
    timeout: 60_000,
  });

  await view('data.views.rejects').click();
  await page.getByRole('button', { name: t('fixes.rejects.correctNamed', { record: 40 }) }).click();
  const row = page.getByRole('row').filter({ hasText: 'K140' });
  const fieldOf = (column: string) =>
    row.getByRole('textbox', { name: t('fixes.rejects.edit', { column, record: 40 }) });
  const income = fieldOf('Income');
  await expect(income).toBeFocused();
  await income.fill('still not');
  await expect(row.getByText(t('issues.NOT-A-NUMBER'))).toBeVisible();
  await expect(income).toHaveAttribute('aria-invalid', 'true');
  await income.press('Control+Enter');
  await expect(
    page.getByText(t('errors.CORRECTION-INVALID', { record: 40, column: 'Income' })),
  ).toBeVisible();
  await income.press('Escape');
  const cell = row.getByRole('gridcell', { name: 'unknown yet' });
  await expect(cell).toBeFocused();
  await cell.press('F2');
  await income.fill('1273');
  await expect(row.getByText(t('fixes.rejects.ready'))).toBeVisible();
  await income.press('Shift+Tab');
  await fieldOf('City').fill('Ripoll');
  await page.keyboard.press('Tab');
  await expect(income).toHaveValue('1273');
  await page.keyboard.press('Enter');
  await expect(row.getByRole('gridcell', { name: '1273' })).toBeFocused();
  if (process.env['CLIENTELA_REJECTS_SHOT'])
    await page.screenshot({ path: process.env['CLIENTELA_REJECTS_SHOT'], animations: 'disabled' });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(t('fixes.corrected', { count: 1 }))).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(t('fixes.rejects.corrected'), { exact: true })).toBeVisible();

  await view('fixes.views.steps').click();
  await expect(page.getByRole('row', { name: t('fixes.kinds.correctRecord', { record: 40 }) })).toContainText(
    t('fixes.steps.touched', { count: 1 }),
  );

  await choose(page, () => page.getByRole('button', { name: t('data.addFiles') }).click(), [april]);
  await expect(page.getByText(t('wizard.known.into', { name: 'march' }))).toBeVisible();
  await page
    .getByRole('button', { name: startOf(t('data.import.runRows', { count: 40 }).slice(0, 6)) })
    .click();
  await expect(page.getByRole('heading', { name: t('data.title'), level: 1 })).toBeVisible({
    timeout: 60_000,
  });
  await view('fixes.views.snapshots').click();
  const table = page.getByRole('table', { name: t('fixes.snapshots.label', { name: 'march' }) });
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table.getByRole('row', { name: 'april.csv' })).toContainText(t('fixes.snapshots.inUse'));
  await table.getByRole('button', { name: startOf('Use march.csv') }).press('Enter');
  await expect(table.getByRole('row', { name: 'march.csv' })).toContainText(t('fixes.snapshots.inUse'));
  expect(window.problems).toEqual([]);
  await window.close();
});

/** Opens the form for a fix of a column. */
async function beginFix({ page, t }: AppWindow, column: string, choice: string): Promise<Locator> {
  await page
    .getByText(startOf(t('fixes.views.steps')), { exact: false })
    .first()
    .click();
  await page.getByRole('button', { name: t('fixes.add.open') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('fixes.add.column')).selectOption({ label: column });
  await dialog.getByLabel(t('fixes.add.fix'), { exact: true }).selectOption(choice);
  return dialog;
}

test('a number that fills gaps is read as the language writes it, whatever the file does', async ({
  browser,
}) => {
  const gaps = file(
    'gaps.csv',
    customers(1, (at) => (at % 8 === 0 ? '' : `${1000 + 7 * at}.5`)),
  );
  const window = await openWindow(browser, { locale: 'pt-BR', viewport: { width: 1280, height: 800 } });
  const { page, t } = window;
  await startProject(window, [gaps]);
  await importAll(window, 1);
  await goTo(window, 'data');
  const dialog = await beginFix(window, 'Income', 'fillValue');
  const value = dialog.getByLabel(t('fixes.add.value'), { exact: true });
  await value.fill('2.5.0');
  await expect(dialog.getByText(t('common.notNumber'))).toBeVisible();
  await expect(dialog.getByRole('button', { name: t('fixes.add.record') })).toBeDisabled();
  await look(window, 'fill-number-bad-pt');
  await value.fill('2.500,25');
  await expect(dialog.getByRole('status')).toContainText('→ 2500.25');
  await look(window, 'fill-number-pt');
  await dialog.getByRole('button', { name: t('fixes.add.record') }).click();
  await expect(
    page.getByText(t('fixes.kinds.fillValue', { value: '2.500,25' }), { exact: true }),
  ).toBeVisible();
  expect(window.problems).toEqual([]);
  await window.close();
});

test('a fix added by hand shows its effect before it is recorded, and the table shows it after', async ({
  browser,
}) => {
  const plain = file(
    'plain.csv',
    customers(1, (at) => String(1000 + 7 * at)),
  );
  const window = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } });
  const { page, t } = window;
  await startProject(window, [plain]);
  await page
    .getByRole('button', { name: startOf(t('data.import.runRows', { count: 40 }).slice(0, 6)) })
    .click();
  await expect(page.getByRole('heading', { name: t('data.title'), level: 1 })).toBeVisible({
    timeout: 60_000,
  });
  const dialog = await beginFix(window, 'City', 'upper');
  await expect(dialog.getByText(t('fixes.add.touched', { touched: 40, of: 40 }))).toBeVisible();
  await expect(dialog.getByRole('status')).toContainText('Olot → OLOT');
  if (process.env['CLIENTELA_FIXES_SHOT'])
    await page.screenshot({ path: process.env['CLIENTELA_FIXES_SHOT'], animations: 'disabled' });
  await dialog.getByRole('button', { name: t('fixes.add.record') }).click();
  await expect(page.getByText(t('fixes.kinds.changeCase.upper'), { exact: true })).toBeVisible();
  await page
    .getByText(startOf(t('data.views.rows')), { exact: false })
    .first()
    .click();
  await expect(page.getByRole('gridcell', { name: 'OLOT' }).first()).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('gridcell', { name: 'Olot' }).first()).toBeVisible({ timeout: 20_000 });
  expect(window.problems).toEqual([]);
  await window.close();
});
