// Methods beyond k-means in the window: mixed data by k-medoids, the RFM table, value tiers, own rules – up to personas.
import { expect, test } from 'playwright/test';
import { openWindow, startOf } from './window.ts';
import type { AppWindow } from './window.ts';
import { goTo, look, useSegments } from './steps.ts';

async function pick({ page, t }: AppWindow, method: string): Promise<void> {
  await page.getByLabel(t('explore.method'), { exact: true }).selectOption(method);
  await expect(page.getByText(t(`methods.goodFor.${method}`))).toBeVisible();
}

async function run({ page, t }: AppWindow): Promise<void> {
  const running = page.getByText(t('explore.upToDate', { when: '' }).trim().split(',')[0] ?? '');
  await page.getByRole('button', { name: startOf(t('explore.run')) }).click();
  await expect(running).toBeVisible({ timeout: 90_000 });
}

test('mixed data, RFM, tiers and rules, each with its own facts; segments and personas after them', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const window = await openWindow(browser, {
    locale: 'en',
    sample: true,
    viewport: { width: 1280, height: 800 },
  });
  const { page, t } = window;
  await expect(page).toHaveURL(/#\/(data|features|explore)/, { timeout: 90_000 });
  await goTo(window, 'explore');

  await pick(window, 'kmedoids');
  await page.getByText(t('explore.kModes.one'), { exact: true }).click();
  await page.getByRole('radio', { name: /^4 / }).check();
  await run(window);
  await expect(page.getByText(t('methods.facts.medoids'))).toBeVisible();
  await look(window, 'kmedoids');

  await pick(window, 'gmm');
  await run(window);
  await expect(page.getByText(/^BIC /).last()).toBeVisible();
  await look(window, 'gmm');

  await pick(window, 'tiers');
  await run(window);
  await expect(page.getByText(t('methods.setOut'))).toBeVisible();
  await expect(page.getByText(t('methods.setOutChance'))).toBeVisible();
  await look(window, 'tiers');

  await pick(window, 'rfm');
  await page.getByRole('button', { name: t('methods.editTable') }).click();
  const table = page.getByRole('dialog', { name: t('methods.table.title') });
  await expect(table.getByRole('row')).toHaveCount(11);
  // By keyboard: the focus stays in the rows when one comes, goes, or moves to the first place.
  const names = table.getByLabel(t('methods.table.name'));
  const add = table.getByRole('button', { name: t('methods.table.add') });
  const trash = table.getByRole('button', { name: startOf(t('methods.table.remove', { name: '' }).trim()) });
  await add.press('Enter');
  await expect(names.last()).toBeFocused();
  await expect(names).toHaveCount(11);
  await trash.last().press('Enter');
  await expect(names.last()).toBeFocused();
  await expect(names).toHaveCount(10);
  const second = await names.nth(1).inputValue();
  await table.getByRole('button', { name: t('methods.table.up', { name: second }) }).press('Enter');
  await expect(names.first()).toBeFocused();
  while ((await names.count()) > 1) {
    await trash.first().press('Enter');
    await expect(names.first()).toBeFocused();
  }
  await trash.press('Enter');
  await expect(add).toBeFocused();
  await table.getByRole('button', { name: t('methods.table.reset') }).click();
  await table.getByLabel(t('methods.table.name')).first().fill('Stars');
  await look(window, 'rfm-table');
  await table.getByRole('button', { name: t('methods.table.save') }).click();
  await expect(page.getByText(t('methods.ownTable', { n: 10 }))).toBeVisible();
  await run(window);
  // The best cell: its customers and segments are told, and a click marks its segment everywhere.
  const grid = page.getByRole('grid', { name: t('methods.rfmGrid.summary') });
  const best = grid.getByRole('button', {
    name: startOf(t('methods.rfmGrid.cell', { r: '5', f: '5', n: 0 }).split(':')[0] ?? ''),
  });
  await expect(best).toHaveAccessibleName(/Stars: \d/u);
  await best.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(best).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('region', { name: t('explore.selectionMix') })).toContainText('Stars');
  await look(window, 'rfm');

  await pick(window, 'rules');
  await page.getByRole('button', { name: t('methods.editRules') }).click();
  const rules = page.getByRole('dialog', { name: t('methods.rules.title') });
  await expect(rules.getByRole('button', { name: t('methods.rules.save') })).toBeDisabled();
  await rules.getByLabel(t('methods.rules.name')).fill('Regulars');
  await rules.getByLabel(t('methods.rules.feature')).selectOption('frequency');
  await rules.getByLabel(t('methods.rules.value'), { exact: true }).fill('6');
  const fits = rules.getByText(/customers fit/);
  await expect(fits).toBeVisible();
  const first = await fits.innerText();
  await rules.getByLabel(t('methods.rules.value'), { exact: true }).fill('1000000');
  await expect(fits).toHaveText(t('methods.rules.fits', { n: 0 }));
  await rules.getByLabel(t('methods.rules.value'), { exact: true }).fill('6');
  await expect(fits).toHaveText(first);
  await rules.getByRole('button', { name: t('methods.rules.addCondition') }).press('Enter');
  await expect(rules.getByLabel(t('methods.rules.feature')).nth(1)).toBeFocused();
  await rules
    .getByRole('button', { name: t('methods.rules.removeCondition') })
    .first()
    .press('Enter');
  await expect(rules.getByLabel(t('methods.rules.feature'))).toBeFocused();
  await rules.getByRole('button', { name: t('methods.rules.removeCondition') }).press('Enter');
  await expect(rules.getByRole('button', { name: t('methods.rules.addBlock') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rules.getByLabel(t('methods.rules.feature'))).toBeFocused();
  await rules.getByLabel(t('methods.rules.feature')).selectOption('frequency');
  await rules.getByLabel(t('methods.rules.value'), { exact: true }).fill('6');
  await expect(fits).toHaveText(first);
  await rules.getByRole('button', { name: t('methods.rules.addRule') }).press('Enter');
  await expect(rules.getByLabel(t('methods.rules.name')).nth(1)).toBeFocused();
  await rules.getByLabel(t('methods.rules.name')).nth(1).fill('The same');
  await rules.getByLabel(t('methods.rules.feature')).nth(1).selectOption('frequency');
  await rules.getByLabel(t('methods.rules.value'), { exact: true }).nth(1).fill('6');
  await expect(fits.nth(1)).toHaveText(first + t('methods.rules.takes', { n: 0 }));
  await expect(rules.getByRole('status')).toContainText(/fit more than one rule/);
  await look(window, 'rules');
  await rules
    .getByRole('button', { name: t('methods.rules.removeRule', { name: 'The same' }) })
    .press('Enter');
  await expect(rules.getByLabel(t('methods.rules.name'))).toBeFocused();
  await rules.getByRole('button', { name: t('methods.rules.save') }).click();
  await run(window);
  await useSegments(window, 2);
  await expect(page.getByText('Regulars').first()).toBeVisible();
  await expect(page.getByText('Others').first()).toBeVisible();
  await look(window, 'rules-segments');
  await goTo(window, 'personas');
  await page.getByRole('button', { name: t('personas.draftAll', { count: 2 }) }).click();
  await expect(page.getByRole('tab')).toHaveCount(2, { timeout: 30_000 });
  expect(window.problems).toEqual([]);
  await window.close();
});
