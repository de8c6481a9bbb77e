// The history of decisions by keyboard: seen, gone back to a point, and forward again.
import { expect, test } from 'playwright/test';
import { openWindow } from './window.ts';
import { cluster, goTo, useSegments } from './steps.ts';

const K = 3;

test('goes back to a decision and forward again', async ({ browser }) => {
  test.setTimeout(180_000);
  const window = await openWindow(browser, { locale: 'en', sample: true });
  const { page, t } = window;
  await expect(page).toHaveURL(/#\/(data|features|explore)/, { timeout: 90_000 });
  await goTo(window, 'explore');
  await cluster(window, K);
  await useSegments(window, K);
  await page.keyboard.press('Control+h');
  const dialog = page.getByRole('dialog', { name: t('shell.history.title') });
  const now = dialog.getByRole('button', { name: new RegExp(`^${t('history.segmentations_activate')}`) });
  await expect(now).toBeFocused();
  await expect(now).toHaveAttribute('aria-current', 'step');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('shell.history.wentBack', { count: 2 }))).toBeVisible();
  await expect(dialog.getByText(t('shell.history.undone'), { exact: true })).toHaveCount(2);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('shell.history.wentForward', { count: 2 }))).toBeVisible();
  await expect(now).toHaveAttribute('aria-current', 'step');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: t('shell.history.title') })).toBeEnabled();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(window.problems).toEqual([]);
  await window.close();
});
