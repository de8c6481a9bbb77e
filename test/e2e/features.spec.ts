// Features that the analyst makes: a formula with its live preview, a scale, customer value and its verdict, similar pairs.
// CLIENTELA_SHOTS_TO=folder saves pictures on the way.
import { expect, test } from 'playwright/test';
import type { Locator } from 'playwright';
import { expectAllReachable, expectNoSideways, goTo } from './steps.ts';
import { openWindow, startOf } from './window.ts';
import type { AppWindow } from './window.ts';

const FOLDER = process.env['CLIENTELA_SHOTS_TO'];
const WAIT = { timeout: 60_000 };

async function shoot({ page }: AppWindow, name: string): Promise<void> {
  await expectNoSideways(page);
  if (!FOLDER) return;
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${FOLDER}/${name}-${colorScheme}.png`, animations: 'disabled' });
  }
}

async function openFeatures(window: AppWindow): Promise<void> {
  const { page, t } = window;
  await expect(page).toHaveURL(/#\/(data|features|explore)/, { timeout: 90_000 });
  await goTo(window, 'features');
  await expect(row(window, t('features.builtIn.recency'))).toBeVisible(WAIT);
}

function row({ page, t }: AppWindow, name: string): Locator {
  return page
    .getByRole('table', { name: t('features.table') })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: false }) });
}

const dialog = ({ page }: AppWindow): Locator => page.getByRole('dialog');

test('a formula is tried out while it is written, kept, changed and taken back', async ({ browser }) => {
  test.setTimeout(240_000);
  const window = await openWindow(browser, {
    locale: 'en',
    sample: true,
    viewport: { width: 1280, height: 800 },
  });
  const { page, t } = window;
  await openFeatures(window);
  await page.getByRole('button', { name: t('makeFeatures.add') }).click();
  const field = (key: string): Locator =>
    dialog(window).getByRole('textbox', { name: t(`makeFeatures.${key}`), exact: true });
  await field('name').fill('Spend per day');
  await field('formula').fill('monetary + tenure');
  await expect(
    dialog(window)
      .getByText(/At character 10/)
      .first(),
  ).toBeVisible();
  await expect(dialog(window).getByRole('button', { name: t('makeFeatures.save') })).toBeDisabled();
  await shoot(window, 'define-wrong');
  await field('formula').fill('monetary / tenure');
  await expect(dialog(window).getByText(t('features.units.money'), { exact: true })).toBeVisible();
  await shoot(window, 'define-formula');
  await dialog(window)
    .getByRole('button', { name: t('makeFeatures.save') })
    .click();
  await expect(dialog(window)).toHaveCount(0);
  await expect(row(window, 'Spend per day')).toBeVisible(WAIT);
  const edit = page.getByRole('button', { name: t('makeFeatures.edit', { name: 'Spend per day' }) });
  await edit.click();
  await page.keyboard.press('Escape');
  await expect(dialog(window)).toHaveCount(0);
  await expect(edit).toBeFocused();
  await edit.click();
  await field('name').fill('Daily spend');
  await dialog(window)
    .getByRole('button', { name: t('makeFeatures.update') })
    .click();
  await expect(row(window, 'Daily spend')).toBeVisible(WAIT);
  await shoot(window, 'features-defined');
  await page.keyboard.press('Control+z');
  await expect(row(window, 'Spend per day')).toBeVisible(WAIT);
  await page.keyboard.press('Control+z');
  await expect(row(window, 'Spend per day')).toHaveCount(0, WAIT);
  expect(window.problems).toEqual([]);
  await window.close();
});

test('what a field of a definition cannot take is said beside it, and nothing is saved', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const window = await openWindow(browser, { locale: 'ca', sample: true });
  const { page, t } = window;
  await openFeatures(window);
  await page.getByRole('button', { name: t('makeFeatures.add'), exact: true }).click();
  await dialog(window).getByText(t('makeFeatures.kinds.bands'), { exact: true }).click();
  await dialog(window).getByLabel(t('makeFeatures.of'), { exact: true }).selectOption('age');
  const groups = dialog(window).getByLabel(t('makeFeatures.groups'), { exact: true });
  const save = dialog(window).getByRole('button', { name: t('makeFeatures.save') });
  await groups.fill('21');
  await expect(dialog(window).getByText(t('makeFeatures.wrong.groups'))).toBeVisible();
  await groups.fill('4');
  await expect(dialog(window).getByText(t('makeFeatures.nameNeeded'))).toBeVisible();
  await expect(save).toBeDisabled();
  await dialog(window).getByLabel(t('makeFeatures.name'), { exact: true }).fill('Edats');
  await expect(save).toBeEnabled();
  // Bands stand in their order.
  await expect(dialog(window).locator('dt').first()).toHaveText(/^</);
  await expect(dialog(window).locator('dt').last()).toHaveText(/\+$/);
  await shoot(window, 'define-bands');
  expect(window.problems).toEqual([]);
  await window.close();
});

test('a scale of survey items, customer value with its verdict, and features that say the same', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const window = await openWindow(browser, {
    locale: 'ru',
    sample: true,
    viewport: { width: 1280, height: 800 },
  });
  const { page, t } = window;
  await openFeatures(window);
  await page.getByRole('button', { name: t('makeFeatures.add') }).click();
  await dialog(window).getByText(t('makeFeatures.kinds.scale'), { exact: true }).click();
  await dialog(window).getByLabel(t('makeFeatures.name'), { exact: true }).fill('Шкала');
  const items = dialog(window)
    .getByRole('group', { name: t('makeFeatures.items') })
    .getByRole('checkbox');
  await items.nth(0).check();
  await items.nth(2).check();
  await expect(
    dialog(window)
      .getByText(/^α Кронбаха = /)
      .first(),
  ).toBeVisible();
  // The two run against each other: said with what to do, and gone once that is done.
  const against = dialog(window).getByText(
    startOf(t('makeFeatures.against', { items: '', reversed: '' }).split(':')[0] ?? ''),
  );
  await expect(against).toBeVisible();
  await shoot(window, 'define-scale');
  await items.nth(1).check();
  await expect(against).toHaveCount(0);
  await items.nth(1).uncheck();
  await dialog(window)
    .getByRole('button', { name: t('makeFeatures.save') })
    .click();
  await expect(row(window, 'Шкала')).toBeVisible(WAIT);
  await page.getByText(t('makeFeatures.more.value'), { exact: true }).click();
  await expect(row(window, t('features.builtIn.clv'))).toBeVisible(WAIT);
  await shoot(window, 'features-value');
  await page.getByRole('button', { name: t('makeFeatures.more.look') }).click();
  await expect(dialog(window).getByRole('heading', { name: t('makeFeatures.fit.title') })).toBeVisible();
  await expect(dialog(window).getByRole('table')).toHaveCount(3);
  const one = dialog(window).getByRole('table', { name: t('makeFeatures.fit.one.purchases') });
  const inAYear = one.getByRole('row').last();
  const ofNew = await inAYear.innerText();
  const fill = async (field: 'repeats' | 'watched' | 'last', value: string) => {
    await dialog(window)
      .getByRole('textbox', { name: t(`makeFeatures.fit.one.${field}`) })
      .fill(value);
    await page.keyboard.press('Tab');
  };
  await fill('repeats', '9');
  await fill('last', '40');
  await expect(dialog(window).getByText(t('makeFeatures.fit.one.late'))).toBeVisible();
  await fill('watched', '41');
  await expect(dialog(window).getByText(t('makeFeatures.fit.one.late'))).toHaveCount(0);
  await expect(inAYear).not.toHaveText(ofNew);
  await shoot(window, 'value-one');
  // Foretold and actual, of the holdout, of the weeks and of the groups.
  await expect(dialog(window).locator('polyline')).toHaveCount(6);
  await expect(dialog(window).getByText(t('makeFeatures.fit.weekly')).first()).toBeVisible();
  await shoot(window, 'value-fit');
  // At 200 % zoom everything can be reached by scrolling down alone.
  await page.setViewportSize({ width: 640, height: 400 });
  await expectAllReachable(dialog(window));
  await shoot(window, 'value-fit-zoomed');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: t('makeFeatures.similar.open') }).click();
  await expect(dialog(window).getByRole('heading', { name: t('makeFeatures.similar.title') })).toBeVisible();
  const rows = dialog(window).getByRole('row');
  const few = await rows.count();
  await dialog(window).getByLabel(t('makeFeatures.similar.least')).selectOption('0.3');
  await expect.poll(() => rows.count()).toBeGreaterThan(few);
  await shoot(window, 'similar');
  expect(window.problems).toEqual([]);
  await window.close();
});
