// A window of the running app for tests: opened by its link, spoken to in the words of its language.
import type { Browser, BrowserContext, Download, Page } from 'playwright';
import { translatorOf } from '../../shared/i18n/index.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import { startApp } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';

export interface AppWindow {
  readonly app: RunningApp;
  readonly page: Page;
  readonly context: BrowserContext;
  /** A message of the catalogue in the window's language. */
  readonly t: (key: string, args?: Readonly<Record<string, string | number>>) => string;
  /** Everything that went to the console as an error, and page errors. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

export interface WindowOptions {
  readonly locale: Locale;
  readonly theme?: 'light' | 'dark';
  readonly sample?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
}

export async function openWindow(browser: Browser, options: WindowOptions): Promise<AppWindow> {
  const app = await startApp({ sample: options.sample ?? false });
  const context = await browser.newContext({
    locale: options.locale === 'en' ? 'en-US' : options.locale,
    colorScheme: options.theme ?? 'light',
    viewport: options.viewport ?? { width: 1440, height: 900 },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(app.link);
  const translate = translatorOf(options.locale) as unknown as (key: string, args?: object) => string;
  return {
    app,
    page,
    context,
    t: (key, args) => {
      const text = translate(key, args);
      if (text === key) throw new Error(`no message ${key}`);
      return text;
    },
    problems,
    close: async () => {
      await context.close();
      await app.stop();
    },
  };
}

/** A message's fixed beginning, for labels whose numbers a test does not want to know. */
export function startOf(message: string): RegExp {
  return new RegExp(`^${message.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** Chooses files in the browser's dialog that an action opens. */
export async function choose(page: Page, open: () => Promise<void>, files: readonly string[]): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  await open();
  await (await dialog).setFiles([...files]);
}

export async function download(page: Page, start: () => Promise<void>): Promise<Download> {
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await start();
  return coming;
}
