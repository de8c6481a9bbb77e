// Why a customer is in a segment: the second map, the rule in other forms, the border, and what became of segments.
import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { cluster, expectNoSideways, goTo, importAll, SAMPLES, startProject, useSegments } from './steps.ts';
import { download, openWindow, startOf } from './window.ts';

/** CLIENTELA_EXPLAIN_SHOTS names a folder for pictures. */
const PICTURES = process.env['CLIENTELA_EXPLAIN_SHOTS'];

test('maps, rules, border and lineage, with the sample in Portuguese', async ({ browser }) => {
  test.setTimeout(240_000);
  const window = await openWindow(browser, { locale: 'pt-BR' });
  const { page, t, problems } = window;
  const picture = async (name: string): Promise<void> => {
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` });
  };
  await startProject(window, SAMPLES['pt-BR']);
  await importAll(window, 3);
  await goTo(window, 'features');
  await expect(page.getByText(startOf(t('features.basis', { customers: 3834 }))).first()).toBeVisible({
    timeout: 60_000,
  });
  await goTo(window, 'explore');
  await cluster(window, 4);

  await page.getByRole('button', { name: t('explore.maps.components') }).click();
  await expect(page.getByRole('table', { name: t('explore.maps.components') })).toBeVisible();
  await picture('components');
  await page.keyboard.press('Escape');
  await page.getByText(t('explore.maps.kinds.umap'), { exact: true }).click();
  await expect(page.getByText(t('explore.maps.note'))).toBeVisible();
  await expect(page.getByText(t('explore.maps.making'))).toBeHidden({ timeout: 120_000 });
  await picture('umap');
  await page.getByText(t('explore.maps.kinds.pca'), { exact: true }).click();
  await expect(page.getByText(t('explore.maps.note'))).toBeHidden();

  await useSegments(window, 4);
  const apart = page.getByRole('region', { name: t('segments.apart') });
  await apart.getByRole('button', { expanded: false }).first().click();
  for (const fact of ['interval', 'effect', 'p', 'support'] as const)
    await expect(apart.getByRole('term').filter({ hasText: t(`segments.why.${fact}`) })).toBeVisible();
  await expect(page.getByText(t('segments.coverageNote'))).toBeVisible();
  await page.getByRole('button', { name: t('segments.forms.open') }).click();
  const dialog = page.getByRole('dialog', { name: t('segments.forms.title') });
  await expect(dialog.getByText('FROM "customers"')).toBeVisible();
  await dialog.getByText(t('segments.forms.scopes.all'), { exact: true }).click();
  await dialog.getByText(t('segments.forms.names.pmml'), { exact: true }).click();
  await expect(dialog.getByText('<TreeModel')).toBeVisible();
  await picture('pmml');
  const save = dialog.getByRole('button', { name: t('segments.forms.save') });
  const file = await download(page, () => save.click());
  expect(file.suggestedFilename()).toBe(`${t('segments.forms.fileAll').replaceAll(' ', '-')}.pmml`);
  expect(readFileSync(await file.path(), 'utf8')).toContain('functionName="classification"');
  await page.keyboard.press('Escape');

  const list = page.getByRole('table', { name: t('segments.belonging.list') });
  const first = list.getByRole('row').nth(1);
  await expect(first).toBeVisible();
  const least = await first.innerText();
  await list.getByRole('button', { name: t('segments.belonging.silhouette') }).click();
  await expect(first).not.toHaveText(least);
  await picture('belonging');
  // Rows that were ordered anew may be drawn once more, and the key go to one that has gone.
  await expect(async () => {
    await first.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 15_000 });
  await page.keyboard.press('Escape');
  await expectNoSideways(page);

  await goTo(window, 'explore');
  await cluster(window, 5);
  await useSegments(window, 5);
  await page.getByRole('button', { name: t('segments.lineage.open') }).click();
  const report = page.getByRole('dialog', { name: t('segments.lineage.title') });
  await expect(
    report
      .getByRole('row')
      .filter({ hasText: startOf(t('segments.lineage.kinds.kept')) })
      .first(),
  ).toBeVisible();
  await picture('lineage');
  expect(problems).toEqual([]);
  await window.close();
});
