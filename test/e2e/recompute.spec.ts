// Features computed anew under the workbench: what was being done stays, and nothing former looks as if it were new.
import { expect, test } from 'playwright/test';
import { RFM_SEGMENTS } from '../../shared/model/division.ts';
import { goTo, look } from './steps.ts';
import { openWindow } from './window.ts';

for (const locale of ['en', 'ru'] as const) {
  test(`a dialog and the draft outlive features that are computed anew (${locale})`, async ({ browser }) => {
    test.setTimeout(240_000);
    const window = await openWindow(browser, {
      locale,
      sample: true,
      viewport: { width: 1280, height: 800 },
    });
    const { app, page, t } = window;
    await expect(page).toHaveURL(/#\/(data|features|explore)/, { timeout: 90_000 });
    await goTo(window, 'explore');
    await page.getByLabel(t('explore.method'), { exact: true }).selectOption('rfm');
    await page.getByRole('button', { name: t('methods.rfmSetup.open') }).click();
    const setup = page.getByRole('dialog', { name: t('methods.rfmSetup.title') });
    await setup.getByLabel(t('features.analysisDate')).fill('2026-01-15');

    // The host is held, so that the next dialog is open for certain before anything is computed.
    app.process.kill('SIGSTOP');
    await setup.getByRole('button', { name: t('methods.rfmSetup.save') }).click();
    await page.getByRole('button', { name: t('methods.editTable') }).click();
    const table = page.getByRole('dialog', { name: t('methods.table.title') });
    const name = table.getByLabel(t('methods.table.name'), { exact: true }).first();
    await name.fill('Alpha');
    app.process.kill('SIGCONT');

    // Behind the dialog.
    const computing = page
      .locator('#content')
      .getByRole('progressbar', { name: t('features.computing'), includeHidden: true });
    await expect(computing).toBeAttached({ timeout: 60_000 });
    await look(window, `recompute-${locale}`);
    await expect(computing).toHaveCount(0, { timeout: 60_000 });
    await expect(name).toHaveValue('Alpha');
    await table.getByRole('button', { name: t('methods.table.save') }).click();
    await expect(table).toHaveCount(0);
    await expect(page.getByText(t('methods.ownTable', { n: RFM_SEGMENTS.length }))).toBeVisible();
    expect(window.problems).toEqual([]);
    await window.close();
  });
}

test('a computation that was cancelled says so over the former features, and is begun anew for the next date', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const window = await openWindow(browser, { locale: 'es', sample: true });
  const { page, t } = window;
  await expect(page).toHaveURL(/#\/(data|features|explore)/, { timeout: 90_000 });
  await goTo(window, 'explore');
  await page.getByLabel(t('explore.method'), { exact: true }).selectOption('rfm');
  const computing = page.locator('#content').getByRole('progressbar', { name: t('features.computing') });
  const cancelled = page.getByText(t('features.cancelled'));
  const recency = page.getByRole('checkbox', { name: t('features.builtIn.recency'), exact: true });
  const date = async (day: string): Promise<void> => {
    await page.getByRole('button', { name: t('methods.rfmSetup.open') }).click();
    const setup = page.getByRole('dialog', { name: t('methods.rfmSetup.title') });
    await setup.getByLabel(t('features.analysisDate')).fill(day);
    await setup.getByRole('button', { name: t('methods.rfmSetup.save') }).click();
  };

  await date('2026-01-15');
  // In the pane as soon as it is due, in the line of jobs once it runs and can be cancelled.
  await expect(page.getByRole('progressbar', { name: t('features.computing') })).toHaveCount(2);
  await page.keyboard.press('Control+.');
  await expect(cancelled).toBeVisible();
  await expect(recency).toBeDisabled();
  // Of the date before: these features are there.
  await date('');
  await expect(cancelled).toHaveCount(0);
  await expect(recency).toBeEnabled();
  // What is asked for meanwhile waits for the features.
  await date('2026-01-16');
  await expect(computing).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(t('explore.runsThen'))).toBeVisible();
  await expect(page.getByText(t('explore.upToDate', { when: '' }).split(',')[0] ?? '')).toBeVisible({
    timeout: 60_000,
  });
  await expect(computing).toHaveCount(0);
  await expect(cancelled).toHaveCount(0);
  await expect(recency).toBeEnabled();
  expect(window.problems).toEqual([]);
  await window.close();
});
