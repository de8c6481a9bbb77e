// End-to-end tests: the built app on the loopback host in a real Chromium.
import { defineConfig } from 'playwright/test';
import { browserOptions } from './test/support/chromium.ts';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    launchOptions: browserOptions(),
  },
});
