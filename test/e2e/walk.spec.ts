// The whole way by mouse, from an empty start to an exported plan, in Russian and in Portuguese conventions.
import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { download, openWindow, startOf } from './window.ts';
import type { AppWindow } from './window.ts';
import { cluster, expectNoSideways, goTo, importAll, SAMPLES, startProject, useSegments } from './steps.ts';

const K = 5;
const NAMES = { ru: 'Молодые горожане', 'pt-BR': 'Jovens urbanos' } as const;

async function renameFirstSegment({ page, t }: AppWindow, name: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  await heading.getByRole('button').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { level: 1, name: startOf(name) }).or(page.getByText(name).first()),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: t('shell.undo') })).toBeEnabled();
}

async function draftPersonas({ page, t }: AppWindow): Promise<void> {
  await page.getByRole('button', { name: t('personas.draftAll', { count: K }) }).click();
  await expect(page.getByRole('tab')).toHaveCount(K, { timeout: 30_000 });
  await expect(page.getByText(t('personas.byRules')).first()).toBeVisible();
}

async function proposePlan({ page, t }: AppWindow): Promise<void> {
  await page.getByRole('button', { name: t('campaigns.propose') }).click();
  await expect(page.getByText(t('campaigns.total', { count: K }))).toBeVisible({ timeout: 30_000 });
}

async function exportFile({ page, t }: AppWindow, menuItem: string): Promise<Buffer> {
  await page.getByRole('button', { name: t('campaigns.exports'), exact: true }).click();
  const file = await download(page, () => page.getByRole('menuitem', { name: menuItem }).click());
  return readFileSync(await file.path());
}

/** Customer lists ask about personal data first; left as it is, they hold none. */
async function exportAudience({ page, t }: AppWindow): Promise<string> {
  await page.getByRole('button', { name: t('campaigns.exports'), exact: true }).click();
  await page.getByRole('menuitem', { name: t('campaigns.exportAll') }).click();
  await expect(page.getByRole('checkbox', { name: t('segments.allowPii') })).not.toBeChecked();
  const file = await download(page, () => page.getByRole('button', { name: t('segments.saveFile') }).click());
  return readFileSync(await file.path(), 'utf8');
}

for (const locale of ['ru', 'pt-BR'] as const) {
  test(`from spreadsheets to an exported plan by mouse (${locale})`, async ({ browser }) => {
    test.setTimeout(240_000);
    const window = await openWindow(browser, { locale });
    const { page, t, problems } = window;
    await startProject(window, SAMPLES[locale]);
    await importAll(window, 3);
    await expect(page.getByText(/18[\s. ]936/).first()).toBeVisible();
    await goTo(window, 'features');
    await expect(page.getByText(startOf(t('features.basis', { customers: 3834 }))).first()).toBeVisible({
      timeout: 30_000,
    });
    await goTo(window, 'explore');
    await cluster(window, K);
    await useSegments(window, K);
    await renameFirstSegment(window, NAMES[locale]);
    await goTo(window, 'personas');
    await draftPersonas(window);
    await goTo(window, 'campaigns');
    await proposePlan(window);
    await expectNoSideways(page);
    const workbook = await exportFile(window, t('campaigns.exportXlsx'));
    expect(workbook.subarray(0, 2).toString()).toBe('PK');
    const page1 = (await exportFile(window, t('campaigns.exportHtml'))).toString('utf8');
    expect(page1).toContain(NAMES[locale]);
    expect(page1).not.toContain('<script');
    const audience = await exportAudience(window);
    expect(audience.trim().split('\r\n')).toHaveLength(3835);
    expect(audience).toContain(NAMES[locale]);
    expect(audience).not.toContain('@');
    expect(problems).toEqual([]);
    await window.close();
  });
}
