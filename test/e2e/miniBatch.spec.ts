// Very many customers in the window: mini-batches are offered, tell what they did, and stand beside passes over everyone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { goTo, importAll, look, startProject } from './steps.ts';
import { openWindow, startOf } from './window.ts';

const folder = mkdtempSync(join(tmpdir(), 'clientela-batches-'));
test.afterAll(() => rmSync(folder, { recursive: true }));

const CUSTOMERS = 30_000;

/** A crowd without groups, as a Brazilian spreadsheet writes it. */
function csv(): string {
  const rows = Array.from({ length: CUSTOMERS }, (_, at) => {
    const visits = ((at * 7919) % 211) + ((at * 31) % 97);
    const spend = (((at * 104_729) % 9973) / 100 + ((at * 13) % 89)).toFixed(2).replace('.', ',');
    return `C${String(at).padStart(5, '0')};${visits};${spend};${18 + ((at * 17) % 61)}`;
  });
  return `Cliente;Visitas;Gasto;Idade\n${rows.join('\n')}\n`;
}

test('offered, run, told, and compared with passes over everyone', async ({ browser }) => {
  test.setTimeout(240_000);
  const file = join(folder, 'clientes.csv');
  writeFileSync(file, csv());
  const window = await openWindow(browser, { locale: 'pt-BR', viewport: { width: 1280, height: 800 } });
  const { page, t } = window;
  await startProject(window, [file]);
  await importAll(window, 1);
  await goTo(window, 'explore');
  const batches = page.getByRole('checkbox', { name: t('methods.miniBatch') });
  await expect(batches).not.toBeChecked({ timeout: 60_000 });
  await batches.check();
  await page.getByRole('button', { name: startOf(t('explore.run')) }).click();
  const told = page.getByText(/^Aprendido com \d+ minilotes de 1\.024 clientes/);
  await expect(told).toBeVisible({ timeout: 90_000 });
  await look(window, 'mini-batches');
  // The settings stay with the solution; another method has none of them.
  await page.getByLabel(t('explore.method'), { exact: true }).selectOption('ward');
  await expect(batches).toHaveCount(0);
  await page.getByLabel(t('explore.method'), { exact: true }).selectOption('kmeans');
  await expect(batches).toBeChecked();
  await batches.uncheck();
  await page.getByRole('button', { name: startOf(t('explore.runAgain')) }).click();
  await expect(told).toHaveCount(0, { timeout: 90_000 });
  await expect(page.getByText(t('methods.differences.miniBatch'), { exact: false }).last()).toBeVisible();
  await look(window, 'mini-batches-and-everyone');
  expect(window.problems).toEqual([]);
  await window.close();
});
