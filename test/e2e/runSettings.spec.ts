// What a run is told about values: gaps, scaling by feature, capped outliers; and RFM with own groups, cuts and date.
import { expect, test } from 'playwright/test';
import { goTo, look } from './steps.ts';
import type { AppWindow } from './window.ts';
import { openWindow } from './window.ts';

async function run({ page, t }: AppWindow): Promise<void> {
  await page.keyboard.press('Control+Enter');
  const done = page.getByText(t('explore.upToDate', { when: '' }).trim().split(',')[0] ?? '');
  await expect(done).toBeVisible({ timeout: 90_000 });
}

for (const locale of ['en', 'ru'] as const) {
  test(`gaps, scalings, caps and RFM scores are set, told and remembered (${locale})`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const window = await openWindow(browser, {
      locale,
      sample: true,
      viewport: { width: 1280, height: 800 },
    });
    const { page, t } = window;
    await expect(page).toHaveURL(/#\/(data|features|explore)/, { timeout: 90_000 });
    await goTo(window, 'explore');

    await page.getByText(t('explore.kModes.one'), { exact: true }).click();
    await page.getByText(t('methods.preparation'), { exact: true }).click();
    await page.getByLabel(t('explore.scaling'), { exact: true }).selectOption('robust');
    await page.getByText(t('methods.outliers'), { exact: true }).click();
    const upper = page.getByLabel(t('methods.caps.high'));
    await upper.fill('60');
    await expect(page.getByText(t('methods.caps.bad'))).toBeVisible();
    await upper.fill('97.5');
    await page.getByLabel(t('methods.missing.label'), { exact: true }).selectOption('nearest');
    await page.getByText(t('methods.missing.indicators'), { exact: true }).click();
    await look(window, `values-${locale}`);
    await page.getByRole('button', { name: t('methods.ownScales.open') }).click();
    const scales = page.getByRole('dialog', { name: t('methods.ownScales.title') });
    const recency = `${t('methods.ownScales.scale')}: ${t('features.builtIn.recency')}`;
    await scales.getByLabel(recency).selectOption('rank');
    await look(window, `scales-${locale}`);
    await scales.getByRole('button', { name: t('methods.ownScales.save') }).click();
    await expect(page.getByText(t('methods.ownScales.count', { n: 1 }))).toBeVisible();
    await run(window);
    await look(window, `told-${locale}`);
    // Remembered with the solution: another visit shows the settings that made it.
    await goTo(window, 'features');
    await goTo(window, 'explore');
    // Typed with a point; written back as the language has it.
    await expect(upper).toHaveValue(locale === 'en' ? '97.5' : '97,5');
    await expect(page.getByLabel(t('methods.missing.label'), { exact: true })).toHaveValue('nearest');
    await expect(page.getByLabel(t('explore.scaling'), { exact: true })).toHaveValue('robust');
    await expect(page.getByText(t('methods.ownScales.count', { n: 1 }))).toBeVisible();

    await page.getByLabel(t('explore.method'), { exact: true }).selectOption('rfm');
    await page.getByLabel(t('methods.rfmGroups'), { exact: true }).selectOption('4');
    await page.getByRole('button', { name: t('methods.rfmSetup.open') }).click();
    const setup = page.getByRole('dialog', { name: t('methods.rfmSetup.title') });
    const cuts = setup.getByLabel(t('methods.rfmSetup.cuts', { name: t('features.builtIn.recency') }));
    await cuts.fill('90, 30');
    await expect(setup.getByText(t('methods.rfmSetup.bad'))).toBeVisible();
    await expect(setup.getByRole('button', { name: t('methods.rfmSetup.save') })).toBeDisabled();
    await cuts.fill('30, 90');
    await setup.getByLabel(t('features.analysisDate')).fill('2026-01-15');
    await look(window, `rfm-setup-${locale}`);
    await setup.getByRole('button', { name: t('methods.rfmSetup.save') }).click();
    // The date is the project's: features are computed anew, and the draft survives that.
    const own = { name: t('features.builtIn.recency'), n: 3 };
    await expect(page.getByText(t('methods.rfmSetup.own', own))).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(t('methods.outdated.title'))).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(t('methods.fittedTable'))).toBeVisible();
    await page.getByRole('button', { name: t('methods.editTable') }).click();
    const table = page.getByRole('dialog', { name: t('methods.table.title') });
    await expect(table.getByText(t('methods.table.fitted'))).toBeVisible();
    await look(window, `rfm-table-${locale}`);
    await page.keyboard.press('Escape');
    await run(window);
    const grid = page.getByRole('grid', { name: t('methods.rfmGrid.summary') });
    // With the names of the two axes.
    await expect(grid.getByRole('row')).toHaveCount(5);
    await expect(grid.getByRole('rowheader')).toHaveCount(4);
    await expect(grid.getByRole('columnheader')).toHaveCount(5);
    await grid.scrollIntoViewIfNeeded();
    await look(window, `rfm-grid-${locale}`);
    expect(window.problems).toEqual([]);
    await window.close();
  });
}
