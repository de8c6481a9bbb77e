// Test projects, from the fastest to the slowest. End-to-end tests run under Playwright's own runner.
import { defineConfig } from 'vitest/config';

// Limits are for what hangs: on a busy machine everything takes many times as long.
const project = (name: string, timeout: number) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`, `test/${name}/**/*.test.tsx`],
    testTimeout: timeout,
    hookTimeout: timeout,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', 120_000),
      project('engine', 240_000),
      project('contract', 240_000),
      project('cli', 240_000),
      project('electron', 120_000),
      project('loopback', 120_000),
      project('walls', 240_000),
      project('data', 300_000),
    ],
    // Each engine test starts threads of its own; more files at once than cores only wait for each other.
    maxWorkers: 2,
  },
});
