// Numbers typed as the language writes them: costs, ledger totals, limits, filters, rules. What is no number is said.
import { expect, test } from 'playwright/test';
import { cluster, goTo, look, useSegments } from './steps.ts';
import { openWindow, startOf } from './window.ts';
import type { AppWindow } from './window.ts';

const SMALL = { width: 1280, height: 800 };
const WAIT = { timeout: 90_000 };

/** Opens the table of a source of the sample. */
async function openSource({ page }: AppWindow, name: string): Promise<void> {
  await page
    .locator('button[aria-current]')
    .filter({ hasText: startOf(name) })
    .click();
  await expect(page.getByRole('gridcell').first()).toBeVisible();
}

async function editCosts(window: AppWindow): Promise<void> {
  const { page, t } = window;
  await page.getByRole('button', { name: t('campaigns.propose') }).click();
  await expect(page.getByText(startOf(t('campaigns.total', { count: 4 }))).first()).toBeVisible(WAIT);
  const cost = page.getByLabel(t('exports.column.fixedCost'), { exact: true });
  await cost.fill('1500');
  await cost.press('Enter');
  await expect(cost).toHaveValue('1,500');
  await cost.fill('2,500');
  await cost.press('Enter');
  await expect(cost).toHaveValue('2,500');
  await expect(cost).toBeFocused();
  const margin = page.getByLabel(t('exports.column.margin'), { exact: true });
  const before = await margin.inputValue();
  await margin.fill('101');
  await margin.press('Enter');
  await expect(page.getByText(t('common.badNumber', { low: 0, high: 100 }))).toBeVisible();
  await look(window, 'numbers-costs-en');
  await margin.press('Escape');
  await expect(margin).toHaveValue(before);
  const contacts = page.getByLabel(t('campaigns.perCustomer'), { exact: true });
  await contacts.fill('2.5');
  await contacts.press('Enter');
  await expect(page.getByText(t('common.badWhole', { low: 1, high: 52 }))).toBeVisible();
  await contacts.press('Escape');
  // One step of the history for each number that changed, none for those refused.
  await page.getByRole('button', { name: startOf(t('shell.undo')) }).click();
  await expect(cost).toHaveValue('1,500');
}

test('in English a comma parts thousands', async ({ browser }) => {
  test.setTimeout(300_000);
  const window = await openWindow(browser, { locale: 'en', sample: true, viewport: SMALL });
  const { page, t } = window;
  await expect(page).toHaveURL(/#\/explore/, WAIT);
  await goTo(window, 'data');
  await page.getByRole('button', { name: t('quality.scorecard.label'), exact: true }).click();
  const ledger = page
    .getByRole('button', { name: `${t('quality.fixes.ledger')}: ${t('quality.findings.ledger.title')}` })
    .first();
  await page.getByRole('button', { name: /good to know$/ }).click(WAIT);
  await ledger.click();
  const books = page.getByRole('dialog');
  const total = books.getByLabel(t('quality.dialogs.ledger.total'), { exact: true });
  await total.fill('29,56x');
  await expect(books.getByText(t('quality.dialogs.ledger.invalid'))).toBeVisible();
  await total.fill('29,562');
  await books.getByRole('button', { name: t('quality.dialogs.ledger.apply') }).click();
  await expect(page.getByRole('table', { name: t('quality.findingsLabel') })).toContainText('29,562', WAIT);
  await ledger.click();
  await expect(total).toHaveValue('29562');
  await page.keyboard.press('Escape');
  await goTo(window, 'explore');
  await cluster(window, 4);
  await useSegments(window, 4);
  await goTo(window, 'campaigns');
  await editCosts(window);
  expect(window.problems).toEqual([]);
  await window.close();
});

test('in Portuguese a point does, and a comma stands before decimals', async ({ browser }) => {
  test.setTimeout(300_000);
  const window = await openWindow(browser, { locale: 'pt-BR', sample: true, viewport: SMALL });
  const { page, t } = window;
  await expect(page).toHaveURL(/#\/explore/, WAIT);

  await page.getByLabel(t('explore.method'), { exact: true }).selectOption('rules');
  await page.getByRole('button', { name: t('methods.editRules') }).click();
  const rules = page.getByRole('dialog', { name: t('methods.rules.title') });
  await rules.getByLabel(t('methods.rules.name')).fill('Melhores');
  await rules.getByLabel(t('methods.rules.feature')).selectOption('monetary');
  const value = rules.getByLabel(t('methods.rules.value'), { exact: true });
  const fits = rules.getByText(/se encaixam?$/);
  await value.fill('1500');
  await expect(fits).toBeVisible();
  const wanted = await fits.innerText();
  await value.fill('1,5');
  await expect(fits).not.toHaveText(wanted);
  await value.fill('1.500');
  await expect(fits).toHaveText(wanted);
  await value.fill('1.500,25');
  await look(window, 'numbers-rules-pt');
  await rules.getByRole('button', { name: t('methods.rules.save') }).click();
  await page.getByRole('button', { name: t('methods.editRules') }).click();
  await expect(value).toHaveValue('1500,25');
  await page.keyboard.press('Escape');

  await goTo(window, 'features');
  await page.getByText(t('makeFeatures.more.value'), { exact: true }).click();
  const discount = page.getByLabel(t('makeFeatures.more.discount'), { exact: true });
  await discount.fill('1,25');
  await discount.press('Enter');
  await expect(discount).toHaveValue('1,25');
  await discount.fill('muito');
  await discount.press('Enter');
  await expect(page.getByText(t('common.badNumber', { low: 0, high: 20 }))).toBeVisible();
  await look(window, 'numbers-value-pt');
  await discount.press('Escape');
  await expect(discount).toHaveValue('1,25');
  await page.getByRole('button', { name: t('makeFeatures.more.look') }).click(WAIT);
  const fit = page.getByRole('dialog');
  const spent = fit.getByLabel(t('makeFeatures.fit.one.spent'), { exact: true });
  // Esc takes back what was typed, and only then closes the dialog.
  await spent.fill('x');
  await spent.press('Escape');
  await expect(spent).toHaveValue('0');
  await spent.press('Escape');
  await expect(fit).toHaveCount(0);

  await goTo(window, 'data');
  await openSource(window, 'pedidos');
  await page.getByRole('button', { name: t('data.table.filterOf', { column: 'Valor' }) }).click();
  const from = page.getByLabel(t('data.table.from'), { exact: true });
  const apply = page.getByRole('button', { name: t('data.table.apply') });
  await from.fill('1.5.0');
  await expect(page.getByText(t('common.notNumber'))).toBeVisible();
  await expect(apply).toBeDisabled();
  await look(window, 'numbers-filter-pt');
  await from.fill('1.500');
  await apply.click();
  await expect(
    page.getByText(t('data.table.chip.atLeast', { column: 'Valor', from: '1.500' })),
  ).toBeVisible();
  expect(window.problems).toEqual([]);
  await window.close();
});
