// What a user notices when things go wrong: the engine dies, the window reloads, a file is bad, a language is changed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { translatorOf } from '../../shared/i18n/index.ts';
import { choose, openWindow, startOf } from './window.ts';
import { goTo, startProject } from './steps.ts';

/** From /proc where there is one: a bare Debian has no `ps`. */
function childrenOf(pid: number): number[] {
  if (!existsSync('/proc/self/stat')) {
    const listed = execFileSync('ps', ['-ax', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    return listed
      .map((line) => line.trim().split(/\s+/).map(Number))
      .flatMap(([child = 0, parent]) => (parent === pid ? [child] : []));
  }
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.map(Number).filter((child) => parentOf(child) === pid);
}

/** The fields after the command's name, which may itself hold spaces and brackets. */
function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0; // gone in the meantime
  }
}

/** The engine is the host's only child process. */
function killEngine(hostPid: number): void {
  for (const pid of childrenOf(hostPid)) process.kill(pid, 'SIGKILL');
}

/** Until the window has a new connection that answers: what is on screen before that is its last state. */
async function reconnected(page: Page): Promise<void> {
  for (;;) {
    const socket = await page.waitForEvent('websocket');
    const answered = await socket.waitForEvent('framereceived').then(
      () => true,
      () => false, // closed again: the engine was not up yet
    );
    if (answered) return;
  }
}

test('the engine is killed: the same project is back, with what was saved and what can be undone', async ({
  browser,
}) => {
  const window = await openWindow(browser, { locale: 'en', sample: true });
  const { page, t, app } = window;
  await expect(page).toHaveURL(/#\/explore/, { timeout: 60_000 });
  await goTo(window, 'features');
  const gender = page.getByRole('checkbox', { name: /Gender/ });
  await gender.click();
  await expect(gender).toBeChecked();
  await expect(page.getByRole('button', { name: startOf(`${t('shell.undo')}:`) })).toBeVisible();
  const back = reconnected(page);
  killEngine(app.process.pid ?? 0);
  await back;
  await expect(page.getByRole('button', { name: startOf('Alba & Ros') })).toBeVisible({ timeout: 20_000 });
  await expect(gender).toBeChecked();
  await page.getByRole('button', { name: startOf(t('shell.undo')) }).click();
  await expect(gender).not.toBeChecked();
  await window.close();
});

test('a reloaded window asks nothing twice and shows the same project', async ({ browser }) => {
  const window = await openWindow(browser, { locale: 'en', sample: true });
  const { page } = window;
  await expect(page).toHaveURL(/#\/explore/, { timeout: 60_000 });
  await goTo(window, 'data');
  await page.reload();
  await expect(page.getByRole('button', { name: startOf('Alba & Ros') })).toBeVisible();
  await expect(page.getByRole('button', { name: startOf('orders') })).toBeVisible();
  await window.close();
});

test('a bad file is refused by name and changes nothing', async ({ browser }) => {
  const window = await openWindow(browser, { locale: 'es' });
  const { page, t } = window;
  const folder = mkdtempSync(join(tmpdir(), 'clientela-bad-'));
  const bad = join(folder, 'informe.csv');
  writeFileSync(bad, '%PDF-1.7 not a table');
  await startProject(window, [bad]);
  await expect(page.getByText(/informe\.csv/).first()).toBeVisible();
  await expect(page.getByText(/PDF/).first()).toBeVisible();
  await goTo(window, 'data');
  await expect(page.getByText(t('data.dropHere'))).toBeVisible();
  await window.close();
});

test('the language changes without a restart, and is remembered', async ({ browser }) => {
  const window = await openWindow(browser, { locale: 'en' });
  const { page, t } = window;
  const ca = translatorOf('ca') as unknown as (key: string) => string;
  await page.getByRole('button', { name: /English/ }).click();
  await page
    .getByRole('menuitem', { name: 'Català' })
    .or(page.getByRole('menuitemradio', { name: 'Català' }))
    .click();
  await expect(page.getByRole('button', { name: ca('home.chooseFiles') })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: ca('home.chooseFiles') })).toBeVisible();
  expect(t('home.chooseFiles')).not.toBe(ca('home.chooseFiles'));
  await window.close();
});

test('nothing is asked of the network', async ({ browser }) => {
  const window = await openWindow(browser, { locale: 'en', sample: true });
  const { page, context, problems } = window;
  const asked: string[] = [];
  context.on('request', (request) => asked.push(new URL(request.url()).host));
  await expect(page).toHaveURL(/#\/explore/, { timeout: 60_000 });
  for (const step of ['data', 'features', 'segments', 'personas', 'campaigns', 'results', 'report']) {
    await goTo(window, step);
    await page.waitForLoadState('networkidle');
  }
  const own = new URL(page.url()).host;
  expect(asked.filter((host) => host !== own && host !== '')).toEqual([]);
  expect(problems).toEqual([]);
  await window.close();
});

test('several bad and good files: the good ones still come in', async ({ browser }) => {
  const window = await openWindow(browser, { locale: 'en' });
  const { page, t } = window;
  const folder = mkdtempSync(join(tmpdir(), 'clientela-mixed-'));
  const good = join(folder, 'customers.csv');
  const empty = join(folder, 'empty.csv');
  writeFileSync(
    good,
    `Customer,Age,City\n${Array.from({ length: 60 }, (_, at) => `K-${at},${20 + (at % 50)},Vic`).join('\n')}\n`,
  );
  writeFileSync(empty, '');
  await choose(page, () => page.getByRole('button', { name: t('home.chooseFiles') }).click(), [good, empty]);
  await page.getByRole('button', { name: t('home.create') }).click();
  await expect(page.getByRole('tab', { name: /empty\.csv/ })).toBeVisible();
  await page.getByRole('tab', { name: /empty\.csv/ }).click();
  await expect(page.getByText(/0 bytes|empty/).first()).toBeVisible();
  await window.close();
});
