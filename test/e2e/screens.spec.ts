// Every screen in light and dark: its heading, an empty console, nothing wider than a 1280 px window.
// CLIENTELA_SHOTS=1 saves the pictures of docs/screens on the way.
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'playwright/test';
import type { Locator } from 'playwright';
import { smallPng } from '../support/smallPng.ts';
import { choose, openWindow, startOf } from './window.ts';
import type { AppWindow } from './window.ts';
import { cluster, expectNoSideways, goTo, importAll, SAMPLES, startProject, useSegments } from './steps.ts';

const SHOTS = process.env['CLIENTELA_SHOTS'] === '1';
const FOLDER = fileURLToPath(new URL('../../docs/screens/', import.meta.url));
/** One that the project does not hold: semicolons, decimal commas, days first. */
const [, NEW_FILE = ''] = SAMPLES['pt-BR'];
const K = 5;
const FULL = { width: 1440, height: 900 };
const SMALL = { width: 1280, height: 800 };
const THEMES = ['dark', 'light'] as const;
/** Pictures are part of the repository: small enough to be cloned without a thought. */
const MOST_BYTES = 250_000;

/** Looks at the open screen in both themes, and takes its pictures when asked to. */
async function look({ page }: AppWindow, name: string, heading: Locator): Promise<void> {
  await expect(heading).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 30_000 });
  await page.mouse.move(0, 0);
  await page.setViewportSize(SMALL);
  await expectNoSideways(page);
  await page.setViewportSize(FULL);
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expect(heading).toBeVisible();
    await expectNoSideways(page);
    if (!SHOTS) continue;
    const picture = smallPng(await page.screenshot({ animations: 'disabled' }));
    expect(picture.length).toBeLessThan(MOST_BYTES);
    writeFileSync(`${FOLDER}${name}-${theme}.png`, picture);
  }
}

async function lookAtPlan(window: AppWindow): Promise<void> {
  const { page, t } = window;
  await goTo(window, 'personas');
  await page.getByRole('button', { name: t('personas.draftAll', { count: K }) }).click();
  await expect(page.getByRole('tab')).toHaveCount(K, { timeout: 30_000 });
  await look(window, 'personas', page.getByRole('heading', { level: 1, name: t('personas.title') }));
  await goTo(window, 'campaigns');
  await page.getByRole('button', { name: t('campaigns.propose') }).click();
  await expect(page.getByText(t('campaigns.total', { count: K }))).toBeVisible({ timeout: 30_000 });
  await look(window, 'campaigns', page.getByRole('heading', { level: 1 }));
  await goTo(window, 'results');
  await look(
    window,
    'results',
    page.getByRole('heading', { level: 1, name: t('shell.upcoming.results.title') }),
  );
}

/** The table of the customers, the rejected orders, and the verdicts; from the Data screen. */
async function lookAtData(
  window: AppWindow,
  [customers, orders]: readonly [string, string],
  suffix = '',
): Promise<void> {
  const { page, t } = window;
  const titled = (key: string): Locator => page.getByRole('heading', { level: 1, name: t(key) });
  const source = (name: string): Locator =>
    page.locator('button[aria-current]').filter({ hasText: startOf(name) });
  await source(customers).click();
  await expect(page.getByRole('gridcell').first()).toBeVisible();
  await look(window, `data${suffix}`, titled('data.title'));
  await source(orders).click();
  await page.getByRole('radio', { name: startOf(t('data.views.rejects')) }).check();
  await look(window, `rejected${suffix}`, titled('data.title'));
  await page.getByRole('button', { name: t('quality.scorecard.label'), exact: true }).click();
  await expect(page.getByRole('table', { name: t('quality.findingsLabel') })).toBeVisible({
    timeout: 60_000,
  });
  await look(window, `quality${suffix}`, titled('quality.title'));
  await goTo(window, 'data');
}

async function lookAtImport(window: AppWindow, file: string, suffix = ''): Promise<void> {
  const { page, t } = window;
  await choose(page, () => page.getByRole('button', { name: t('data.addFiles') }).click(), [file]);
  const preview = page.getByRole('table', { name: t('data.import.preview', { file: basename(file) }) });
  await expect(preview).toBeVisible();
  await look(
    window,
    `import${suffix}`,
    page.getByRole('heading', { level: 1, name: t('data.import.title') }),
  );
}

test('the data screens show themselves in Russian too', async ({ browser }) => {
  test.setTimeout(240_000);
  if (SHOTS) mkdirSync(FOLDER, { recursive: true });
  const window = await openWindow(browser, { locale: 'ru', viewport: FULL });
  await startProject(window, SAMPLES.ru);
  await importAll(window, SAMPLES.ru.length);
  await goTo(window, 'data');
  await lookAtData(window, ['klienty', 'zakazy'], '-ru');
  await lookAtImport(window, NEW_FILE, '-ru');
  expect(window.problems).toEqual([]);
  await window.close();
});

test('every screen shows itself in both themes', async ({ browser }) => {
  test.setTimeout(240_000);
  if (SHOTS) mkdirSync(FOLDER, { recursive: true });
  const window = await openWindow(browser, { locale: 'en', sample: true, viewport: FULL });
  const { page, t } = window;
  const titled = (key: string): Locator => page.getByRole('heading', { level: 1, name: t(key) });
  await expect(page).toHaveURL(/#\/(data|features|explore)/, { timeout: 90_000 });
  await goTo(window, 'data');
  await lookAtData(window, ['customers', 'orders']);
  await goTo(window, 'features');
  await expect(page.getByText(startOf(t('features.basis', { customers: 3834 }))).first()).toBeVisible({
    timeout: 30_000,
  });
  await look(window, 'features', titled('features.title'));
  await goTo(window, 'explore');
  await page.getByRole('button', { name: startOf(t('explore.run')) }).click();
  await expect(page.getByText(t('explore.pickedWhy'), { exact: false })).toBeVisible({ timeout: 90_000 });
  await cluster(window, K);
  await look(window, 'explore', titled('explore.title'));
  await useSegments(window, K);
  await look(window, 'segments', page.getByRole('heading', { level: 1 }));
  await lookAtPlan(window);
  await goTo(window, 'data');
  await lookAtImport(window, NEW_FILE);
  await page.getByRole('button', { name: t('shell.home'), exact: true }).click();
  await look(window, 'home', titled('shell.product'));
  expect(window.problems).toEqual([]);
  await window.close();
});
