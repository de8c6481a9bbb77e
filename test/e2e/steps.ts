// The main job, step by step, as a person does it with the mouse: spreadsheets → segments → personas → plan.
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { choose, startOf } from './window.ts';
import type { AppWindow } from './window.ts';

const sample = (path: string): string =>
  fileURLToPath(new URL(`../../resources/sample/${path}`, import.meta.url));

export const SAMPLES = {
  ru: ['ru/klienty.csv', 'ru/zakazy.csv', 'ru/opros.csv'].map(sample),
  'pt-BR': ['pt-BR/clientes.csv', 'pt-BR/pedidos.csv', 'pt-BR/pesquisa-de-estilo.csv'].map(sample),
} as const;

/** From Home to the import wizard with a new project. */
export async function startProject({ page, t }: AppWindow, files: readonly string[]): Promise<void> {
  await choose(page, () => page.getByRole('button', { name: t('home.chooseFiles') }).click(), files);
  await page.getByRole('button', { name: t('home.create') }).click();
  await expect(page.getByRole('heading', { name: t('data.import.title'), level: 1 })).toBeVisible();
}

export async function importAll({ page, t }: AppWindow, count: number): Promise<void> {
  await page.getByRole('button', { name: t('data.import.runFiles', { count }) }).click();
  await expect(page.getByRole('heading', { name: t('data.title'), level: 1 })).toBeVisible({
    timeout: 90_000,
  });
}

export async function goTo({ page, t }: AppWindow, step: string): Promise<void> {
  await page
    .getByRole('navigation', { name: t('shell.mainNavigation') })
    .getByRole('button', { name: startOf(t(`shell.steps.${step}`)) })
    .click();
  await expect(page).toHaveURL(new RegExp(`#/${step}`));
}

/** Runs the clustering for one k and waits for its solution. */
export async function cluster({ page, t }: AppWindow, k: number): Promise<void> {
  await page.getByText(t('explore.kModes.one'), { exact: true }).click();
  await page.getByRole('radio', { name: new RegExp(`^${k} `) }).check();
  const again = page.getByRole('button', { name: startOf(t('explore.runAgain')) });
  await page
    .getByRole('button', { name: startOf(t('explore.run')) })
    .or(again)
    .click();
  await expect(page.getByRole('button', { name: t('explore.use', { k }) })).toBeVisible({ timeout: 90_000 });
}

export async function useSegments({ page, t }: AppWindow, k: number): Promise<void> {
  await page.getByRole('button', { name: t('explore.use', { k }) }).click();
  await expect(page).toHaveURL(/#\/segments/);
  await expect(page.getByRole('heading', { name: t('segments.title') })).toBeVisible();
}

/** No page of the app may scroll sideways. */
export async function expectNoSideways(page: Page): Promise<void> {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBeLessThanOrEqual(0);
}

/** A dialog lies inside the window, and its body scrolls up and down only. */
export async function expectAllReachable(dialog: Locator): Promise<void> {
  const found = await dialog.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const body = element.querySelector('[data-body]');
    return {
      inside: left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight,
      sideways: body === null ? null : body.scrollWidth - body.clientWidth,
    };
  });
  expect(found).toEqual({ inside: true, sideways: 0 });
}

/** Nothing scrolls sideways here. With a folder in CLIENTELA_LOOK also a picture in both themes, to be looked at. */
export async function look({ page }: AppWindow, name: string): Promise<void> {
  await expectNoSideways(page);
  const folder = process.env['CLIENTELA_LOOK'];
  if (folder === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png`, animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
