// Every fixture of the gallery draws without an error, in light and dark, in Russian and Portuguese, and passes axe.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import type { Page } from 'playwright';
import { startGallery } from '../support/gallery.ts';
import type { Gallery } from '../support/gallery.ts';

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await startGallery();
});
test.afterAll(() => gallery.stop());

const COMBINATIONS = [
  { theme: 'light', locale: 'ru' },
  { theme: 'dark', locale: 'pt-BR' },
] as const;

async function problemsOf(page: Page, address: string): Promise<string[]> {
  const problems: string[] = [];
  page.removeAllListeners('pageerror');
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(address);
  await page.locator('[data-ready]').waitFor({ timeout: 15_000 });
  return problems;
}

test('all fixtures draw in both themes and pass axe', async ({ page }) => {
  test.setTimeout(600_000);
  const ids = await gallery.fixtures(page);
  expect(ids.length).toBeGreaterThan(20);
  const findings: string[] = [];
  for (const { theme, locale } of COMBINATIONS) {
    for (const id of ids) {
      const problems = await problemsOf(page, gallery.address(id, theme, locale));
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
      for (const problem of problems) findings.push(`${id} ${theme}: ${problem}`);
      for (const { id: rule, nodes } of violations)
        findings.push(
          `${id} ${theme}: ${rule} ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary ?? ''}`,
        );
    }
  }
  expect(findings).toEqual([]);
});
