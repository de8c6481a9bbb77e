// Customers without groups: the workbench says so and offers value tiers; next month's customers take their places.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { gaussian } from '../../electron/engine/analysis/choosing/references.ts';
import { Random } from '../../electron/engine/analysis/random.ts';
import { goTo, look, startProject } from './steps.ts';
import { choose, openWindow, startOf } from './window.ts';
import type { AppWindow } from './window.ts';

const folder = mkdtempSync(join(tmpdir(), 'clientela-groups-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One crowd along a line: what shuffled columns would call groups. */
function crowd(name: string, from: number, count: number): string {
  const random = new Random(from);
  const lines = Array.from({ length: count }, (_, at) => {
    const own = gaussian(random);
    const near = (middle: number, width: number): string =>
      (middle + width * (own + gaussian(random) / 4)).toFixed(1);
    return `K${from + at},${near(30, 5)},${near(60, 9)},€ ${(20 + ((at * 37) % 91) ** 1.5).toFixed(2)}`;
  });
  const path = join(folder, name);
  writeFileSync(path, `Customer,Minutes,Pages,Spend\n${lines.join('\n')}\n`);
  return path;
}

async function importNow({ page, t }: AppWindow): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: t('data.title'), level: 1, exact: true })).toBeVisible({
    timeout: 60_000,
  });
}
const accepted = ({ page, t }: AppWindow, count: number) =>
  page.getByText(t('wizard.check.accepted', { count }));

test('no groups: value tiers at one press, on the workbench and on the board; then today’s customers', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const window = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } });
  const { page, t } = window;
  await startProject(window, [crowd('march.csv', 100, 300)]);
  await expect(accepted(window, 300)).toBeVisible({ timeout: 30_000 });
  await importNow(window);
  await goTo(window, 'features');
  await expect(page.getByText(startOf(t('features.basis', { customers: 300 }))).first()).toBeVisible({
    timeout: 30_000,
  });
  await goTo(window, 'explore');
  await page.getByRole('button', { name: startOf(t('explore.run')) }).click();
  const verdict = page.getByText(t('compare.verdicts.none'), { exact: true });
  await expect(verdict.first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('table', { name: t('explore.stability.title') })).toBeVisible();
  await look(window, 'no-groups');

  await test.step('value tiers on the workbench', async () => {
    await page
      .getByRole('button', { name: t('compare.tiers') })
      .first()
      .click();
    await expect(page.getByText(t('methods.setOutChance'))).toBeVisible({ timeout: 30_000 });
    await expect(
      page.getByText(t('explore.upToDate', { when: '' }).trim().split(',')[0] ?? ''),
    ).toBeVisible();
    await look(window, 'tiers');
    await page.getByRole('button', { name: t('explore.use', { k: 3 }) }).click();
    await expect(page).toHaveURL(/#\/segments/);
    await expect(page.getByText(/^A/).first()).toBeVisible();
    await look(window, 'tiers-segments');
  });

  await test.step('next month: the banner places today’s customers in the same tiers', async () => {
    await goTo(window, 'data');
    await choose(page, () => page.getByRole('button', { name: t('data.addFiles') }).click(), [
      crowd('april.csv', 160, 300),
    ]);
    await expect(accepted(window, 300)).toBeVisible({ timeout: 30_000 });
    await page.getByLabel(t('wizard.asOf')).fill('2025-04-30');
    await importNow(window);
    await goTo(window, 'features');
    await goTo(window, 'explore');
    const place = page.getByRole('button', { name: t('methods.outdated.place') });
    await expect(place).toBeVisible({ timeout: 30_000 });
    await look(window, 'outdated');
    // The segments' own screen says the same and offers the same.
    await goTo(window, 'segments');
    await expect(page.getByText(t('methods.outdated.text'))).toBeVisible();
    await look(window, 'outdated-segments');
    await place.click();
    await expect(page.getByText(t('methods.outdated.placed'))).toBeVisible({ timeout: 60_000 });
    await expect(place).toBeHidden();
    await look(window, 'placed-segments');
    await goTo(window, 'explore');
    await expect(page.getByText(t('methods.outdated.text'))).toBeHidden();
    await look(window, 'placed');
  });

  await test.step('the board recommends what searches for nothing', async () => {
    await page.getByRole('button', { name: t('compare.open') }).click();
    for (const method of ['gmm', 'kmedoids', 'ward'])
      await page.getByRole('checkbox', { name: t(`methods.names.${method}`) }).uncheck();
    await page.keyboard.press('Control+Enter');
    const board = page.getByRole('table', { name: t('compare.board') });
    await expect(page.getByText(t('compare.complete')).first()).toBeVisible({ timeout: 120_000 });
    const first = board.locator('tbody tr').first();
    await expect(first).toContainText(t('methods.names.tiers'));
    await expect(first).toContainText(t('compare.recommended'));
    await expect(first).toContainText(t('compare.baseline.none'));
    await look(window, 'board-no-groups');
    await page.getByRole('button', { name: t('compare.use'), exact: true }).click();
    await expect(page.getByRole('button', { name: t('explore.use', { k: 3 }) })).toBeVisible({
      timeout: 60_000,
    });
  });
  expect(window.problems).toEqual([]);
  await window.close();
});
