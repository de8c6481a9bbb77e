// A damaged project in a real window: what can be read is saved, told, and open at the end.
import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { createProjectFile } from '../../electron/engine/db/file.ts';
import { closeForGood, openWritable } from '../../electron/engine/db/open.ts';
import { choose, openWindow } from './window.ts';

const PAGE = 4096;

/** A project with a name and much that nobody misses at its end, cut off there. */
function damagedProject(folder: string): string {
  const path = join(folder, 'Shop.clientela');
  createProjectFile(path);
  const db = openWritable(path);
  db.exec(`INSERT INTO setting VALUES ('name', '"Corner shop"')`);
  for (let chunk = 0; chunk < 9; chunk++)
    db.runRaw(`INSERT INTO column_chunk VALUES (1, 'x', ?, zeroblob(20000))`, chunk);
  closeForGood(db);
  truncateSync(path, readFileSync(path).length - 10 * PAGE);
  return path;
}

test('bad input 76: a damaged project offers to save what can be read, and opens that', async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'clientela-repair-'));
  const window = await openWindow(browser, { locale: 'en' });
  const { page, t } = window;
  const open = page.getByRole('button', { name: t('shell.openProject') }).first();
  await choose(page, () => open.click(), [damagedProject(folder)]);
  await expect(page.getByRole('heading', { name: t('project.repair.title') })).toBeVisible();
  await page.keyboard.press('Enter'); // the offer has the focus
  await expect(page.getByRole('heading', { name: t('project.repair.doneTitle') })).toBeVisible();
  await expect(page.getByRole('table', { name: t('project.repair.table') })).toBeVisible();
  await page.getByRole('button', { name: t('project.repair.open') }).click();
  await expect(page.getByText('Corner shop').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: t('project.repair.doneTitle') })).toHaveCount(0);
  await window.close();
  rmSync(folder, { recursive: true, force: true });
});
