// One customer: the card from the table, from typical customers and from the palette; personal data on request; erased,
// and held back when the file comes again.
import { readFileSync, rmSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { cluster, goTo, importAll, SAMPLES, startProject, useSegments } from './steps.ts';
import { choose, openWindow, startOf } from './window.ts';
import type { AppWindow } from './window.ts';

const folder = mkdtempSync(join(tmpdir(), 'clientela-customer-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shots = process.env['CLIENTELA_SHOTS'];

/** Saved to look at them where the environment names a folder. */
async function shoot({ page }: AppWindow, name: string): Promise<void> {
  if (!shots) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(shots, `customer-${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

const cardOf = ({ page, t }: AppWindow, key: string): Locator =>
  page.getByRole('dialog', { name: t('customer.title', { key }), exact: true });

async function closeCard(page: Page, card: Locator): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
}

/** Shows the source's table and waits for its rows. */
async function openTable({ page }: AppWindow, source: RegExp): Promise<Locator> {
  await page.getByRole('main').getByRole('button', { name: source }).first().click();
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('rowheader').first()).not.toHaveText('');
  return grid;
}

/** Imports the chosen file as newer data of the source that has these columns. */
async function importAgain({ page, t }: AppWindow): Promise<void> {
  await expect(page.getByText(t('wizard.known.into', { name: 'klienty' }))).toBeVisible();
  await page
    .getByRole('button', { name: startOf(t('data.import.runRows', { count: 7 }).split(' ')[0] ?? '') })
    .click();
  await expect(page.getByRole('heading', { name: t('data.title'), level: 1 })).toBeVisible({
    timeout: 60_000,
  });
}

test('a customer is looked at from everywhere, erased, and held back when the file comes again', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const window = await openWindow(browser, { locale: 'ru', viewport: { width: 1280, height: 800 } });
  const { page, t } = window;
  await startProject(window, SAMPLES.ru);
  await importAll(window, SAMPLES.ru.length);
  const grid = await openTable(window, /^klienty/);
  const keyCell = grid.getByRole('rowheader');
  const key = (await keyCell.nth(2).textContent()) ?? '';
  const other = (await keyCell.nth(5).textContent()) ?? '';
  expect(key).not.toBe('');
  const mail = `c${key}@alba.invalid`;

  await test.step('from the table: double click, Enter and F2', async () => {
    await keyCell.nth(2).dblclick();
    await expect(cardOf(window, key)).toBeVisible();
    await shoot(window, 'card');
    await closeCard(page, cardOf(window, key));
    for (const press of ['Enter', 'F2']) {
      await keyCell.nth(2).focus();
      await page.keyboard.press(press);
      await expect(cardOf(window, key)).toBeVisible();
      await closeCard(page, cardOf(window, key));
      await expect(keyCell.nth(2)).toBeFocused();
    }
  });

  await test.step('from the typical customers of a segment', async () => {
    await goTo(window, 'explore');
    await cluster(window, 4);
    await useSegments(window, 4);
    const typical = page.getByRole('table', { name: t('segments.typical') }).getByRole('row');
    await typical.nth(1).click();
    const card = page.getByRole('dialog', { name: startOf(t('customer.title', { key: '' }).trim()) });
    await expect(card).toBeVisible();
    await shoot(window, 'segmented');
    await closeCard(page, card);
  });

  await test.step('from the palette, a card that was not open before, by keys alone', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(t('customer.find'));
    await page.keyboard.press('Enter');
    const search = page.getByRole('dialog', { name: t('customer.find') });
    await expect(search).toBeVisible();
    await page.keyboard.type(other);
    await expect(search.getByRole('button', { name: other, exact: true })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(cardOf(window, other)).toBeVisible();
    await closeCard(page, cardOf(window, other));
    // Enter comes before the answer: never the first customer of a former list.
    await page.keyboard.press('Control+k');
    await page.keyboard.type(t('customer.find'));
    await page.keyboard.press('Enter');
    await expect(search).toBeVisible();
    await page.keyboard.type(other.slice(0, -1));
    await expect(search.getByRole('listitem').nth(1)).toBeVisible();
    await page.keyboard.type(other.slice(-1));
    await page.keyboard.press('Enter');
    await expect(cardOf(window, other)).toBeVisible();
    await closeCard(page, cardOf(window, other));
  });

  await test.step('from the palette, by key; personal data only on request', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(t('customer.find'));
    await page.keyboard.press('Enter');
    const search = page.getByRole('dialog', { name: t('customer.find') });
    await search.getByLabel(t('customer.key')).fill(key);
    await expect(search.getByRole('button', { name: key, exact: true })).toBeVisible();
    await shoot(window, 'search');
    await search.getByLabel(t('customer.key')).press('Enter');
    const card = cardOf(window, key);
    await expect(card).toBeVisible();
    await expect(card.getByText(mail)).toHaveCount(0);
    await card.getByRole('checkbox', { name: t('customer.showPersonal') }).check();
    await expect(card.getByText(mail)).toBeVisible();
    await shoot(window, 'revealed');
  });

  await test.step('erased', async () => {
    await page.getByRole('button', { name: t('customer.erase.start') }).click();
    const dialog = page.getByRole('dialog', { name: t('customer.erase.title', { key }) });
    const mark = t('customer.erase.mark');
    for (const words of ['records', 'also', 'history', 'segments', 'stays'])
      await expect(dialog.getByText(t(`customer.erase.${words}`, { mark }))).toBeVisible();
    await shoot(window, 'erase');
    await dialog.getByRole('button', { name: t('customer.erase.confirm') }).click();
    const report = page.getByRole('dialog', { name: t('customer.erase.report', { key }) });
    await expect(report).toBeVisible({ timeout: 60_000 });
    await shoot(window, 'erased');
    await report
      .getByRole('button', { name: t('common.close') })
      .last()
      .click();
    await expect(report).toBeHidden();
    await goTo(window, 'data');
    await openTable(window, /^klienty/);
    await page.getByRole('searchbox', { name: t('data.rows.search') }).fill(mail);
    await expect(page.getByText(t('data.rows.noneLeft'))).toBeVisible();
    await expect(page.getByRole('button', { name: t('shell.undo'), exact: true })).toBeDisabled();
  });

  await test.step('held back when the file comes again', async () => {
    const again = join(folder, 'again.csv');
    writeFileSync(again, Buffer.concat([readFileSync(SAMPLES.ru[0] ?? ''), Buffer.from('\n')]));
    await choose(page, () => page.getByRole('button', { name: t('data.addFiles') }).click(), [again]);
    await importAgain(window);
    await page
      .getByRole('main')
      .getByRole('button', { name: /^klienty/ })
      .click();
    await page.getByRole('radio', { name: startOf(t('data.views.rejects')) }).check();
    const held = page.getByRole('gridcell', { name: t('issues.ERASED-PERSON') });
    await expect(held.first()).toBeVisible();
    await shoot(window, 'held-back');
  });

  expect(window.problems).toEqual([]);
  await window.close();
});
