// Ways through the wizard that are rarer than one clean file: newer data with a fix made again, several sheets, a second
// table, text encoded twice, a totals row, customers without a key, very many columns; and the window at 200 % zoom.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { expect, test } from 'playwright/test';
import { row, workbookOf } from '../unit/files/zipFixture.ts';
import { expectNoSideways, startProject } from './steps.ts';
import { choose, openWindow, startOf } from './window.ts';
import type { AppWindow } from './window.ts';

const folder = mkdtempSync(join(tmpdir(), 'clientela-paths-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
const DATA = { level: 1, exact: true } as const;
const HALF_LAPTOP = { width: 640, height: 400 };
const HALF_DESK = { width: 720, height: 450 };

async function importNow({ page, t }: AppWindow): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: t('data.title'), ...DATA })).toBeVisible({
    timeout: 60_000,
  });
}
const sourceList = ({ page, t }: AppWindow, name: string): Locator =>
  page.getByRole('button', { name: startOf(name) }).filter({ hasText: t('data.kinds.customers') });
const view = ({ page, t }: AppWindow, name: string, count: number): Locator =>
  page.getByText(t('data.viewCount', { view: name, count }), { exact: true });
const accepted = ({ page, t }: AppWindow, count: number): Locator =>
  page.getByText(t('wizard.check.accepted', { count }));

/** At 200 % the window has half its points; neither the page nor a button of the footer may leave it. CLIENTELA_ZOOM_SHOTS names a folder for pictures. */
async function expectFits({ page }: AppWindow, button: Locator, name: string): Promise<void> {
  const pictures = process.env['CLIENTELA_ZOOM_SHOTS'];
  const before = page.viewportSize() ?? HALF_DESK;
  for (const size of [HALF_DESK, HALF_LAPTOP]) {
    await page.setViewportSize(size);
    await expectNoSideways(page);
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${size.width}.png` });
    await button.scrollIntoViewIfNeeded();
    await expect(button).toBeInViewport({ ratio: 1 });
  }
  await page.setViewportSize(before);
}

/** Forty customers; every second city has a space before it. */
const people = (from: number, extra: readonly string[] = []): string =>
  lines(
    'Customer,Date,City,Visits',
    ...Array.from(
      { length: 40 },
      (_, at) => `K${from + at},2025-0${1 + (at % 6)}-11,${at % 2 ? ' Vic' : 'Olot'},${3 + at}`,
    ),
    ...extra,
  );

test('newer data for a source: the day it stands for is given, the fix is made again', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const window = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } });
  const { page, t } = window;
  await startProject(window, [file('people.csv', people(100))]);
  await expect(accepted(window, 40)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel(t('wizard.asOf'))).toHaveValue('2025-06-11');
  await expectFits(
    window,
    page.getByRole('button', { name: t('data.import.runRows', { count: 40 }) }),
    'wizard',
  );
  await importNow(window);
  await page.getByRole('button', { name: t('quality.scorecard.label'), exact: true }).click();
  await page.getByRole('button', { name: startOf(t('quality.fixes.trim')) }).click();
  await expectFits(window, page.getByRole('button', { name: t('quality.save') }), 'quality');
  await page.goBack();
  await expect(view(window, t('fixes.views.steps'), 1)).toBeVisible({ timeout: 20_000 });

  await choose(page, () => page.getByRole('button', { name: t('data.addFiles') }).click(), [
    file('june.csv', people(103)),
  ]);
  await expect(page.getByRole('radio', { name: t('wizard.known.into', { name: 'people' }) })).toBeChecked();
  await expect(accepted(window, 40)).toBeVisible({ timeout: 30_000 });
  await page.getByLabel(t('wizard.asOf')).fill('2025-06-30');
  await importNow(window);
  await view(window, t('fixes.views.snapshots'), 2).click();
  const table = page.getByRole('table', { name: t('fixes.snapshots.label', { name: 'people' }) });
  await expect(table.getByRole('row', { name: 'june.csv' })).toContainText('30 Jun 2025');
  await expect(table.getByRole('row', { name: 'june.csv' })).toContainText(
    t('fixes.snapshots.keys', { added: 3, gone: 3, kept: 37 }),
  );
  await expect(table.getByRole('row', { name: 'people.csv' })).toContainText('11 Jun 2025');
  await expect(page.getByText(t('fixes.steps.replayed', { count: 1 }))).toBeVisible();
  await expectFits(window, page.getByRole('button', { name: t('data.toFeatures') }), 'data');
  expect(window.problems).toEqual([]);
  await window.close();
});

test('bad input 72: the sheets of one workbook become sources of their own', async ({ browser }) => {
  test.setTimeout(90_000);
  const window = await openWindow(browser, { locale: 'pt-BR', viewport: { width: 1280, height: 800 } });
  const { page, t } = window;
  const sheet = (from: number): string =>
    [
      row(1, ['Cliente', 'Cidade', 'Idade']),
      ...Array.from({ length: 12 }, (_, at) =>
        row(at + 2, [`C${from + at}`, at % 2 ? 'Recife' : 'Natal', 20 + at]),
      ),
    ].join('');
  const book = workbookOf({
    sheets: [
      { name: 'Norte', rows: sheet(1) },
      { name: 'Sul', rows: sheet(50) },
      { name: 'Vazia', rows: '' },
    ],
  });
  await startProject(window, [file('lojas.xlsx', book)]);
  await page.getByRole('button', { name: t('wizard.sheets.add') }).click();
  await page.getByRole('menuitem', { name: t('wizard.sheets.all') }).click();
  await expect(page.getByRole('tab')).toHaveCount(2);
  await page.getByRole('tab', { name: 'lojas.xlsx, Sul' }).click();
  await expect(accepted(window, 12)).toBeVisible({ timeout: 30_000 });
  await importNow(window);
  await expect(sourceList(window, 'lojas, Norte')).toBeVisible();
  await expect(sourceList(window, 'lojas, Sul')).toBeVisible();
  expect(window.problems).toEqual([]);
  await window.close();
});

test('bad input 9, bad input 29 and bad input 30: repair, second table and totals row in one click each', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const window = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } });
  const { page, t } = window;
  const twice = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
  const names = ['José', 'Núria', 'Begoña', 'Inês'].map(twice);
  const rows = Array.from({ length: 16 }, (_, at) => `C${at},${names[at % 4]},${10 + at}.50`);
  const sum = Array.from({ length: 16 }, (_, at) => 10 + at + 0.5).reduce((all, one) => all + one, 0);
  await startProject(window, [
    file('twice.csv', lines('Customer,Shop,Spend', ...rows)),
    file('sums.csv', lines('Customer,Shop,Spend', ...rows, `Total,,${sum.toFixed(2)}`)),
    file(
      'both.csv',
      lines('Customer,Shop,Spend', ...rows, '', 'Store,Sales', 'North,100', 'South,200', 'West,50'),
    ),
  ]);
  const tab = (name: string): Promise<void> => page.getByRole('tab', { name }).click();
  const shown = page.getByRole('table', { name: startOf(t('data.import.preview', { file: '' }).trim()) });
  await tab('twice.csv');
  await expect(shown).toContainText(twice('Núria'));
  await page.getByRole('button', { name: t('wizard.instead.repair') }).click();
  await expect(shown).toContainText('Núria');
  await expect(shown).not.toContainText(twice('Núria'));

  await tab('sums.csv');
  await expect(accepted(window, 17)).toBeVisible({ timeout: 30_000 });
  await page.getByLabel(t('wizard.instead.totals')).selectOption('leaveOut');
  await expect(accepted(window, 16)).toBeVisible({ timeout: 30_000 });

  await tab('both.csv');
  await page.getByRole('button', { name: t('wizard.instead.second') }).click();
  await tab(t('wizard.secondTable', { name: 'both.csv', line: 19 }));
  await expect(accepted(window, 3)).toBeVisible({ timeout: 30_000 });
  expect(window.problems).toEqual([]);
  await window.close();
});

test('customers without a key are numbered once it is said that each row is one', async ({ browser }) => {
  const window = await openWindow(browser, { locale: 'ru' });
  const { page, t } = window;
  const rows = Array.from({ length: 30 }, (_, at) => `${1 + (at % 7) / 10},${3 + (at % 5) / 10}`);
  await startProject(window, [file('sizes.csv', lines('Width,Height', ...rows))]);
  await page.getByLabel(t('data.import.kind')).selectOption('customers');
  await expect(page.getByText(t('data.import.lacks.key'))).toBeVisible();
  await page.getByRole('button', { name: t('data.import.numberRows') }).click();
  await expect(page.getByText(t('data.import.lacks.key'))).toBeHidden();
  await expect(accepted(window, 30)).toBeVisible({ timeout: 30_000 });
  await importNow(window);
  await expect(page.getByText(startOf(t('shell.customers', { count: 30 }))).first()).toBeVisible();
  expect(window.problems).toEqual([]);
  await window.close();
});

test('bad input 34: 1,990 columns stay usable, of 5,000 the first are taken', async ({ browser }) => {
  test.setTimeout(180_000);
  const window = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } });
  const { page, t } = window;
  const wide = (columns: number): string =>
    lines(
      ...Array.from({ length: 25 }, (_, at) =>
        Array.from({ length: columns }, (_none, n) => (at === 0 ? `c${n}` : `${(at * 7 + n) % 90}`)).join(
          ',',
        ),
      ),
    );
  await startProject(window, [file('wide.csv', wide(1990))]);
  const head = (name: string): Locator =>
    page.getByRole('button', { name: t('wizard.column.open', { column: name }), exact: true });
  await head('c0').focus({ timeout: 30_000 });
  await page.keyboard.press('End');
  await expect(head('c1989')).toBeFocused();
  await page.keyboard.press('Enter');
  const popover = page.getByRole('dialog', { name: t('wizard.column.open', { column: 'c1989' }) });
  await popover.getByLabel(t('data.role'), { exact: true }).selectOption('ignore');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel(t('data.import.roleOf', { column: 'c1989' }), { exact: true })).toHaveValue(
    'ignore',
  );
  await expectNoSideways(page);
  await expect(accepted(window, 24)).toBeVisible({ timeout: 60_000 });

  await page.getByRole('button', { name: t('data.import.cancel'), exact: true }).click();
  await choose(page, () => page.getByRole('button', { name: t('data.chooseFiles') }).click(), [
    file('wider.csv', wide(5000)),
  ]);
  await page.getByRole('button', { name: t('wizard.instead.firstColumns', { count: 1990 }) }).click();
  await expect(accepted(window, 24)).toBeVisible({ timeout: 60_000 });
  await importNow(window);
  await view(window, t('data.views.fields'), 1990).click();
  const fields = page.getByRole('table', { name: t('data.fields.label', { name: 'wider' }) });
  await expect(fields.getByRole('row')).toHaveCount(101);
  await page.getByRole('button', { name: t('data.fields.more', { count: 100 }) }).click();
  await expect(fields.getByRole('row')).toHaveCount(201);
  await page.getByRole('searchbox', { name: t('data.fields.search') }).fill('c1989');
  await expect(fields.getByRole('row')).toHaveCount(2);
  expect(window.problems).toEqual([]);
  await window.close();
});
