// Every fixture of the gallery draws without an error, in light and dark, in Russian and Portuguese, and passes axe.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import type { Page } from 'playwright';
import { startGallery } from '../support/gallery.ts';
import type { Gallery } from '../support/gallery.ts';

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await startGallery();
});
test.afterAll(() => gallery.stop());

const COMBINATIONS = [
  { theme: 'light', locale: 'ru' },
  { theme: 'dark', locale: 'pt-BR' },
] as const;
type Combination = (typeof COMBINATIONS)[number];

/** What is wrong with the fixtures in one theme and language. */
async function findingsOf(page: Page, ids: readonly string[], { theme, locale }: Combination) {
  const findings: string[] = [];
  let shown = '';
  page.on('pageerror', (error) => findings.push(`${shown} ${theme}: ${error.message}`));
  for (const id of ids) {
    shown = id;
    await page.goto(gallery.address(id, theme, locale));
    await page.locator('[data-ready]').waitFor({ timeout: 15_000 });
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode() // one frame: no second page is needed to put results together
      .withTags(['wcag2a', 'wcag2aa'])
      .analyze();
    for (const { id: rule, nodes } of violations)
      findings.push(
        `${id} ${theme}: ${rule} ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary ?? ''}`,
      );
  }
  return findings;
}

test('all fixtures draw in both themes and pass axe', async ({ page, context }) => {
  test.setTimeout(600_000);
  const ids = await gallery.fixtures(page);
  expect(ids.length).toBeGreaterThan(20);
  // Side by side, for it is the longest of the walks.
  const findings = await Promise.all(
    COMBINATIONS.map(async (combination) => findingsOf(await context.newPage(), ids, combination)),
  );
  expect(findings.flat()).toEqual([]);
});

test('a statement of fewer than 30 customers has no interval drawn, and the reason stands below', async ({
  page,
}) => {
  await page.goto(gallery.address('personas-card', 'light', 'en'));
  await page.locator('[data-ready]').waitFor({ timeout: 15_000 });
  const evidence = page.getByRole('table', { name: 'Evidence' });
  const few = evidence.getByRole('row', { name: /Click and collect/ });
  await expect(few).toContainText('24');
  await expect(few.getByRole('img')).toHaveCount(0);
  await expect(evidence.getByRole('row', { name: /Gift wrap/ }).getByRole('img')).toHaveCount(1);
  await expect(page.getByText('Fewer than 30 customers: too few to draw.')).toBeVisible();
});

test('the means of few customers are not drawn beside those of many, and stand in the table', async ({
  page,
}) => {
  await page.goto(gallery.address('features-fit', 'light', 'en'));
  await page.locator('[data-ready]').waitFor({ timeout: 15_000 });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Fewer than 30 customers: too few to draw.')).toBeVisible();
  await expect(dialog.getByRole('row', { name: '6 29 2.72 3.31' })).toBeVisible();
  const axis = dialog
    .locator('svg')
    .filter({ has: page.locator('polyline') })
    .first()
    .locator('text');
  const actual = (await dialog.locator('polyline').first().getAttribute('points'))?.split(' ') ?? [];
  expect(actual.length).toBe(4);
  await expect(axis.filter({ hasText: /^7\+$/ })).toHaveCount(1);
});

test('captions of the map do not run into each other in a narrow pane', async ({ page }) => {
  await page.setViewportSize({ width: 420, height: 600 });
  await page.goto(gallery.address('chart-map-4000', 'light', 'en'));
  await page.locator('[data-ready]').waitFor({ timeout: 15_000 });
  const left = await page.getByText('← More mobile').boundingBox();
  const right = await page.getByText('more gift wrap →').boundingBox();
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
});

test('headings of a table in a dialog have the colour of the dialog', async ({ page }) => {
  await page.goto(gallery.address('features-fit', 'dark', 'en'));
  await page.locator('[data-ready]').waitFor({ timeout: 15_000 });
  const dialog = page.getByRole('dialog');
  const ground = await dialog.evaluate((element) => getComputedStyle(element).backgroundColor);
  await expect(dialog.getByRole('columnheader').first()).toHaveCSS('background-color', ground);
});

test('a verdict on groups with another number of segments than the solution says that it is of the customers', async ({
  page,
}) => {
  const said = page.getByText(/^These figures are of your customers as such/);
  await page.goto(gallery.address('explore-no-groups', 'light', 'en'));
  await page.locator('[data-ready]').waitFor({ timeout: 15_000 });
  await expect(said).toHaveText(
    'These figures are of your customers as such, at the number of segments where groups would show best: 6. Your solution has 4.',
  );
  await said.scrollIntoViewIfNeeded();
  if (process.env['CLIENTELA_LOOK'])
    await page.screenshot({ path: `${process.env['CLIENTELA_LOOK']}/groups-of-the-data.png` });
  // The same number needs no explanation.
  await page.goto(gallery.address('explore-workbench', 'light', 'en'));
  await page.locator('[data-ready]').waitFor({ timeout: 15_000 });
  await expect(page.getByText(/^With 4 segments your customers separate better/)).toBeVisible();
  await expect(said).toHaveCount(0);
});

test('customers placed among groups that were learnt in mini-batches: said, with no number of batches', async ({
  page,
}) => {
  await page.goto(gallery.address('explore-method-facts', 'light', 'en'));
  await page.locator('[data-ready]').waitFor({ timeout: 15_000 });
  await expect(page.getByText(/^Learnt from 114 mini-batches/)).toHaveCount(1);
  await expect(page.getByText(/mini-batches; these customers were placed among them\.$/)).toBeVisible();
  if (process.env['CLIENTELA_LOOK'])
    await page.screenshot({ path: `${process.env['CLIENTELA_LOOK']}/method-facts.png` });
});

test('a reference is written and read as the language writes numbers; cut points that are none are marked', async ({
  page,
}) => {
  await page.goto(gallery.address('representativeness-form', 'light', 'pt-BR'));
  await page.locator('[data-ready]').waitFor({ timeout: 15_000 });
  const share = page.getByLabel(/^Referência: 15–24$/);
  await expect(share).toHaveValue('16,2');
  await share.fill('1.016,2');
  await expect(page.getByText('Soma 1.100', { exact: true })).toBeVisible();
  const cuts = page.getByLabel('As faixas começam em');
  const take = page.getByRole('button', { name: 'Aplicar' }).first();
  await cuts.fill('25 x');
  await expect(cuts).toHaveAttribute('aria-invalid', 'true');
  await expect(take).toBeDisabled();
  await cuts.fill('25 35,5');
  await expect(take).toBeEnabled();
});
