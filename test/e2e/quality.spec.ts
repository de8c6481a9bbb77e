// The quality screen: verdicts and findings of a project, a repair in one click, and its undo.
// CLIENTELA_QUALITY_SHOTS names a folder for pictures on the way.
import { expect, test } from 'playwright/test';
import { openWindow } from './window.ts';
import type { AppWindow } from './window.ts';
import { expectNoSideways, goTo, importAll, SAMPLES, startProject } from './steps.ts';

async function picture({ page }: AppWindow, name: string): Promise<void> {
  const folder = process.env['CLIENTELA_QUALITY_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
}

async function openQuality({ page, t }: AppWindow): Promise<void> {
  await page.getByRole('button', { name: t('quality.scorecard.label'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('quality.title') })).toBeVisible();
  await expect(page.getByRole('table', { name: t('quality.findingsLabel') })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
}

const rowOf = ({ page, t }: AppWindow, code: string) =>
  page.getByRole('row').filter({ hasText: t(`quality.findings.${code}.title`) });

test('a finding is repaired in one click, and the repair is undone', async ({ browser }) => {
  const window = await openWindow(browser, { locale: 'en', sample: true });
  const { page, t } = window;
  await expect(page).toHaveURL(/#\/explore/, { timeout: 60_000 }); // the sample is ready
  await goTo(window, 'data');
  await openQuality(window);
  const accurate = page.getByRole('region', { name: t('quality.questions.accurate') });
  await expect(accurate.getByRole('heading', { name: t('quality.verdicts.mostly') })).toBeVisible();
  await expectNoSideways(page);
  await picture(window, 'en-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(window, 'en-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  const spaces = rowOf(window, 'spaces');
  await page.getByRole('button', { name: /good to know$/ }).click();
  await expect(spaces).toContainText('5 values');
  await spaces.getByRole('button', { name: t('quality.fixes.trim') }).click();
  await expect(spaces).toHaveCount(0, { timeout: 30_000 });
  await page.getByText(t('quality.recorded.title')).click();
  await expect(page.getByText(t('quality.recorded.kinds.trim'), { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(spaces).toHaveCount(1, { timeout: 30_000 });

  const keys = rowOf(window, 'duplicateKeys');
  await keys.getByRole('button', { name: t('quality.fixes.keepOne') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('quality.dialogs.keepOne.apply') })
    .click();
  await expect(keys.getByText(t('quality.severities.should'))).toHaveCount(0, { timeout: 30_000 });

  await page.getByRole('heading', { name: t('quality.fresh.title.lastOrder') }).scrollIntoViewIfNeeded();
  await picture(window, 'en-panes');
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectNoSideways(page);
  await page.setViewportSize({ width: 720, height: 450 });
  await expectNoSideways(page);
  expect(window.problems).toEqual([]);
  await window.close();
});

test('in Russian, from files to the scorecard', async ({ browser }) => {
  const window = await openWindow(browser, { locale: 'ru' });
  const { page, t } = window;
  await startProject(window, SAMPLES.ru);
  await importAll(window, SAMPLES.ru.length);
  await openQuality(window);
  await picture(window, 'ru-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(window, 'ru-dark');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: t('quality.save') }).click();
  expect((await saving).suggestedFilename()).toMatch(/\.xlsx$/);
  expect(window.problems).toEqual([]);
  await window.close();
});
