// Comparing solutions as a person does: start, watch the board grow, put two side by side, use one.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { expectNoSideways, goTo } from './steps.ts';
import { openWindow, startOf } from './window.ts';

test('solutions are compared, set side by side, and one of them is used', async ({ browser }) => {
  test.setTimeout(240_000);
  const window = await openWindow(browser, { locale: 'en', sample: true });
  const { page, t } = window;
  await expect(page).toHaveURL(/#\/(data|features|explore)/, { timeout: 90_000 });
  await goTo(window, 'features');
  await expect(page.getByText(startOf(t('features.basis', { customers: 3834 }))).first()).toBeVisible({
    timeout: 60_000,
  });
  await goTo(window, 'explore');
  await page.getByRole('button', { name: t('compare.open') }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('compare.title') })).toBeVisible();
  await expect(page.getByText(t('compare.emptyTitle'))).toBeVisible();
  for (const method of ['gmm', 'kmedoids'])
    await page.getByRole('checkbox', { name: t(`methods.names.${method}`) }).uncheck();
  await page.getByLabel(t('explore.to'), { exact: true }).selectOption('4');
  await expect(page.getByText(t('compare.planned', { n: 6 }))).toBeVisible();

  await page.keyboard.press('Control+Enter');
  const board = page.getByRole('table', { name: t('compare.board') });
  // The head, six solutions, and the two divisions that search for nothing.
  await expect(board.getByRole('row')).toHaveCount(9, { timeout: 90_000 });
  await expect(page.getByRole('heading', { name: t('compare.groups') })).toBeVisible();
  await expect(board.getByText(t('compare.recommended'))).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(t('compare.verdicts.clear'))).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(t('compare.complete')).first()).toBeVisible({ timeout: 90_000 });

  await board.getByRole('button', { name: t('compare.columns.contrast') }).click();
  const rows = board.locator('tbody tr');
  await rows.nth(0).getByRole('checkbox').check();
  await rows.nth(1).getByRole('checkbox').check();
  await expect(page.getByRole('table', { name: t('compare.pairTable') })).toBeVisible();
  await rows.nth(0).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');

  await page.setViewportSize({ width: 1280, height: 800 });
  await expectNoSideways(page);
  await page.setViewportSize({ width: 640, height: 400 });
  await expectNoSideways(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);

  await rows.nth(0).click();
  const k = await rows.nth(0).locator('b').innerText();
  await page.getByRole('button', { name: t('compare.use'), exact: true }).click();
  await expect(page.getByRole('button', { name: t('explore.use', { k: Number(k) }) })).toBeVisible({
    timeout: 90_000,
  });
  expect(window.problems).toEqual([]);
  await window.close();
});
