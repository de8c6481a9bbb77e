// The whole way without a mouse: Tab, arrows, Enter, Space and the shortcuts only.
import { expect, test } from 'playwright/test';
import type { Locator, Page } from 'playwright';
import { choose, download, openWindow, startOf } from './window.ts';
import type { AppWindow } from './window.ts';
import { SAMPLES } from './steps.ts';

const MAX_TABS = 220;

/** Walks with Tab until the element has the focus: what cannot be reached so fails the test. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < MAX_TABS; tabs++) {
    if (
      await target.evaluate(
        (element) => element === document.activeElement || element.contains(document.activeElement),
      )
    )
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach it');
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Alt+number: browsers keep Ctrl+number for their tabs, the desktop window takes both. */
async function step({ page }: AppWindow, number: number, name: string): Promise<void> {
  await page.keyboard.press(`Alt+${number}`);
  await expect(page).toHaveURL(new RegExp(`#/${name}`));
}

test('from spreadsheets to an exported plan by keyboard only', async ({ browser }) => {
  test.setTimeout(300_000);
  const window = await openWindow(browser, { locale: 'pt-BR' });
  const { page, t, problems } = window;
  await choose(
    page,
    () => press(page, page.getByRole('button', { name: t('home.chooseFiles') })),
    SAMPLES['pt-BR'],
  );
  await expect(page.getByRole('textbox', { name: t('home.createName') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /pedidos\.csv/ })).toBeVisible();
  await expect(page.getByRole('button', { name: t('data.import.runFiles', { count: 3 }) })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: t('data.title'), level: 1 })).toBeVisible({
    timeout: 90_000,
  });
  await step(window, 3, 'explore');
  await tabTo(page, page.getByRole('radio', { name: t('explore.kModes.range') }));
  await page.keyboard.press('ArrowRight');
  await tabTo(page, page.getByRole('radio', { name: /^\d+ / }).and(page.locator(':checked')));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: /^5 / })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  const use = page.getByRole('button', { name: t('explore.use', { k: 5 }) });
  await expect(use).toBeVisible({ timeout: 90_000 });
  await press(page, use);
  await expect(page).toHaveURL(/#\/segments/);
  await step(window, 5, 'personas');
  await press(page, page.getByRole('button', { name: t('personas.draftAll', { count: 5 }) }));
  await expect(page.getByRole('tab')).toHaveCount(5, { timeout: 30_000 });
  await step(window, 6, 'campaigns');
  await press(page, page.getByRole('button', { name: t('campaigns.propose') }));
  await expect(page.getByText(t('campaigns.total', { count: 5 }))).toBeVisible({ timeout: 30_000 });
  await press(page, page.getByRole('button', { name: t('campaigns.exports'), exact: true }));
  const item = page.getByRole('menuitem', { name: t('campaigns.exportXlsx') });
  await expect(item).toBeVisible();
  for (
    let arrows = 0;
    arrows < 10 && !(await item.evaluate((element) => element === document.activeElement));
    arrows++
  )
    await page.keyboard.press('ArrowDown');
  const file = await download(page, () => page.keyboard.press('Enter'));
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: t('campaigns.propose') })).toBeVisible();
  expect(problems).toEqual([]);
  await window.close();
});

test('the steps tell their state to a screen reader', async ({ browser }) => {
  const window = await openWindow(browser, { locale: 'en' });
  const rail = window.page.getByRole('navigation', { name: window.t('shell.mainNavigation') });
  await expect(rail.getByRole('button')).toHaveCount(8);
  await expect(rail.getByRole('button', { name: startOf('Data: ') })).toBeVisible();
  await window.close();
});
