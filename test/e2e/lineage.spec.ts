// Another number of segments: what changed, why customers moved, and a changed segment that takes over a former note.
import { expect, test } from 'playwright/test';
import { cluster, expectAllReachable, expectNoSideways, goTo, useSegments } from './steps.ts';
import { openWindow, startOf } from './window.ts';

const SHOTS = process.env['LINEAGE_SHOTS'];

test('changed segments are offered what they come from, and nothing is taken over unasked', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const window = await openWindow(browser, {
    locale: 'pt-BR',
    sample: true,
    viewport: { width: 1280, height: 800 },
  });
  const { page, t } = window;
  await expect(page).toHaveURL(/#\/(data|features|explore)/, { timeout: 90_000 });
  await goTo(window, 'explore');
  await cluster(window, 4);
  await useSegments(window, 4);
  const note = page.getByRole('textbox', { name: t('segments.note') });
  const rows = page.getByRole('main').getByRole('listitem').getByRole('button');
  for (let at = 0; at < 4; at++) {
    await rows.nth(at).click();
    // The pane of this segment, no longer that of the one before.
    await expect(rows.nth(at)).toHaveAttribute('aria-current', 'true');
    await expect(note).toHaveValue('');
    await note.fill(`Nota ${at + 1}`);
    await note.blur();
    await expect(note).toHaveValue(`Nota ${at + 1}`);
  }
  await goTo(window, 'explore');
  await cluster(window, 2);
  await useSegments(window, 2);
  await expect(note).toHaveValue('');
  await page.getByRole('button', { name: t('segments.lineage.open') }).click();
  const report = page.getByRole('dialog', { name: t('segments.lineage.title') });
  await expect(report.getByText(t('segments.lineage.changes.k'))).toBeVisible();
  await expect(report.getByText(t('segments.lineage.moves.bySettings'))).toBeVisible();
  const offers = report.getByRole('table', { name: t('segments.lineage.offer') });
  const take = offers.getByRole('button', { name: startOf(t('segments.lineage.take')) });
  const dismiss = offers.getByRole('button', { name: startOf(t('segments.lineage.dismiss')) });
  const before = await take.count();
  expect(before).toBeGreaterThan(0);
  await expectNoSideways(page);
  if (SHOTS !== undefined)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${SHOTS}/lineage-${colorScheme}.png`, animations: 'disabled' });
    }
  // At 200 % zoom everything can be reached by scrolling down alone.
  await page.setViewportSize({ width: 640, height: 400 });
  await expectAllReachable(report);
  await expectNoSideways(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await take.first().click();
  await expect(take).toHaveCount(before - 1);
  // The keys of the window are those of a dialog while one is open, and nothing is undone before it is known what can be.
  const undo = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect(report).toHaveCount(0);
    await expect(page.getByRole('button', { name: startOf(t('shell.undo')) })).toBeEnabled();
    await page.keyboard.press('Control+z');
  };
  // Undone, it is offered again.
  await undo();
  await page.getByRole('button', { name: t('segments.lineage.open') }).click();
  await expect(take).toHaveCount(before);
  // Dismissed, it is not, and stays away; undone, it is back.
  await dismiss.first().click();
  await expect(take).toHaveCount(before - 1);
  await page.reload();
  const open = page.getByRole('button', { name: t('segments.lineage.open') });
  await open.click();
  await expect(report.getByText(t('segments.lineage.changes.k'))).toBeVisible();
  await expect(take).toHaveCount(before - 1);
  await undo();
  await open.click();
  await expect(take).toHaveCount(before);
  expect(window.problems).toEqual([]);
  await window.close();
});
