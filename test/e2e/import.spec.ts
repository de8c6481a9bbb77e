// The import wizard as a careful person uses it: totals of the whole file, rejected lines found and saved, edits that
// survive leaving, the keyboard, hostile headers, files that the project knows.
import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { choose, download, openWindow, startOf } from './window.ts';
import type { AppWindow } from './window.ts';
import { expectNoSideways, startProject } from './steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'clientela-import-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const ROWS = 30_000;
const BAD_LINES = [20_002, 27_002];

/** Orders with a date that does not exist on two lines far behind the inspected part. */
function orders(from: number): string {
  const lines = Array.from({ length: ROWS }, (_unused, at) => {
    const day = BAD_LINES.includes(at + 2)
      ? '31/02/2025'
      : `${String((at % 28) + 1).padStart(2, '0')}/03/2025`;
    return `P-${from + at};${day};K-${1000 + (at % 900)};${(at % 90) + 10},50;${at % 3 ? 'web' : 'tienda'}`;
  });
  return `Pedido;Fecha;Cliente;Importe;Canal\n${lines.join('\n')}\n`;
}

const addFiles = (window: AppWindow, files: readonly string[]): Promise<void> =>
  choose(
    window.page,
    () => window.page.getByRole('button', { name: window.t('data.addFiles') }).click(),
    files,
  );

async function importNow({ page, t }: AppWindow): Promise<void> {
  await page
    .getByRole('button', { name: startOf(t('data.import.runRows', { count: 9 }).split(' ')[0] ?? '') })
    .click();
  await expect(page.getByRole('heading', { name: t('data.title'), level: 1 })).toBeVisible({
    timeout: 60_000,
  });
}

test('every row is checked, rejected lines are found, edits stay, known files are told', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const window = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } });
  const { page, t, problems } = window;
  await startProject(window, [file('ventas.csv', orders(1))]);
  const accepted = t('wizard.check.accepted', { count: ROWS - 2 });
  await expect(page.getByText(accepted)).toBeVisible({ timeout: 60_000 });
  await expectNoSideways(page);

  // From the issue to its line.
  const [, last = 0] = BAD_LINES;
  await page
    .getByRole('button', { name: t('wizard.issues.goTo', { line: last.toLocaleString('en') }) })
    .click();
  const line = page.locator(`[data-line="${last}"]`);
  await expect(line).toBeFocused();
  await expect(line).toContainText('31/02/2025');

  // By keyboard: along the heads, into the popover and out.
  const head = (name: string) =>
    page.getByRole('button', { name: t('wizard.column.open', { column: name }) });
  await head('Pedido').focus();
  await page.keyboard.press('ArrowRight');
  await expect(head('Fecha')).toBeFocused();
  await page.keyboard.press('End');
  await expect(head('Canal')).toBeFocused();
  await page.keyboard.press('Enter');
  const popover = page.getByRole('dialog', { name: t('wizard.column.open', { column: 'Canal' }) });
  await expect(popover.getByText('tienda').first()).toBeVisible();
  await popover.getByLabel(t('data.role'), { exact: true }).selectOption('ignore');
  await expect(
    page.getByRole('table', { name: startOf(t('data.import.preview', { file: 'ventas' })) }),
  ).toHaveAttribute('aria-busy', 'false');
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(popover).toBeHidden();
  await expect(head('Canal')).toBeFocused();

  // Leaving and coming back keeps the decision; the list is saved as it stands.
  const role = page.getByLabel(t('data.import.roleOf', { column: 'Canal' }));
  await expect(role).toHaveValue('ignore');
  await page
    .getByRole('navigation')
    .getByRole('button', { name: startOf(t('shell.steps.features')) })
    .click();
  await page.goBack();
  await expect(role).toHaveValue('ignore');
  await expect(page.getByText(accepted)).toBeVisible({ timeout: 60_000 });
  const saved = await download(page, () =>
    page.getByRole('button', { name: t('wizard.issues.save') }).click(),
  );
  expect(readFileSync(await saved.path(), 'utf8')).toContain(`"20002, 27002"`);
  await importNow(window);

  // The same file again is not doubled; another one of its shape is newer data, read as before.
  await addFiles(window, [file('ventas.csv', orders(1))]);
  const known = page.getByRole('checkbox', { name: t('wizard.known.again') });
  await expect(known).toBeVisible();
  await expect(page.getByRole('button', { name: t('data.import.nextQuestion') })).toBeVisible();
  await page.getByRole('button', { name: t('data.import.cancel'), exact: true }).click();
  await addFiles(window, [
    file('abril.csv', orders(50_000).replaceAll('/03/', '/04/').replaceAll(',', '.').replaceAll(';', ',')),
  ]);
  await expect(page.getByRole('radio', { name: t('wizard.known.into', { name: 'ventas' }) })).toBeChecked();
  await expect(role).toHaveValue('ignore');
  await expect(
    page.getByText(startOf(t('wizard.layout.applied', { name: 'ventas', matched: 5, count: 5 }))),
  ).toBeVisible();
  await page.getByText(t('wizard.known.separate'), { exact: true }).click();
  await expect(page.getByText(accepted)).toBeVisible({ timeout: 60_000 });
  await importNow(window);
  expect(problems).toEqual([]);
  await window.close();
});

test('bad input 41 and bad input 57: odd headers and markup are shown as the text they are', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const window = await openWindow(browser, { locale: 'en' });
  const { page, t, problems } = window;
  const zalgo = `Z${'\u0301\u0317\u0488'.repeat(40)}`;
  const headers = [
    'id',
    '\u202Etxet',
    zalgo,
    'שלום',
    '👩‍👩‍👧',
    'x'.repeat(10_000),
    '<img src=x onerror="window.hit=1">',
  ];
  const values = [
    '<script>window.hit=1</script>',
    '<svg onload="window.hit=1">',
    'javascript:window.hit=1',
    "{{constructor.constructor('window.hit=1')()}}",
    'width: expression(window.hit=1)',
    'a\u202Eb',
  ];
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = Array.from({ length: 8 }, (_unused, at) => [`${at}`, ...values].map(quote).join(','));
  await startProject(window, [file('odd.csv', `${headers.map(quote).join(',')}\n${rows.join('\n')}\n`)]);
  for (const value of values.slice(0, 5))
    await expect(page.getByText(value, { exact: true }).first()).toBeVisible();
  await expect(page.getByText('a[U+202E]b').first()).toBeVisible();
  await expect(page.locator('bdi', { hasText: '[U+202E]txet' }).first()).toBeVisible();
  await page
    .getByRole('button', { name: startOf(t('wizard.column.open', { column: 'xxxx' })) })
    .scrollIntoViewIfNeeded();
  for (const cell of await page.getByRole('columnheader').all()) {
    const box = await cell.boundingBox();
    expect(box && box.width <= 152 && box.height <= 170).toBe(true);
  }
  await expectNoSideways(page);
  expect(await page.evaluate(() => (globalThis as { hit?: number }).hit)).toBeUndefined();
  expect(await page.locator('[role="table"] img, [role="table"] script').count()).toBe(0);
  expect(problems).toEqual([]);
  await window.close();
});
