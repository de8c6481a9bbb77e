// npm test: everything that CI runs. `--quick`: the part that takes under a minute. `--data`: the real-data suite over
// the folder named by CLIENTELA_DATA. The last line counts all tests of the run.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from './chromium.mjs';
import { projectNode } from './node.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = projectNode();
const reports = mkdtempSync(join(tmpdir(), 'clientela-test-'));
const args = process.argv.slice(2);
const at = (path) => join(root, path);

let passed = 0;
let failed = 0;
const seconds = [];
/** What failed and the first line of why, told again at the end: a long run's own words are far above it by then. */
const failures = [];

function run(name, command, options = {}) {
  console.log(`\n── ${name}`);
  const begun = performance.now();
  const { status } = spawnSync(node, command, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...options.env },
  });
  seconds.push(`${name} ${Math.round((performance.now() - begun) / 1000)} s`);
  return status === 0;
}

/** A tool that says yes or no counts as one test. */
function check(name, command) {
  if (run(name, command)) passed++;
  else fail(name);
}

function fail(name, why = '') {
  failed++;
  failures.push(`${name}: ${why.split('\n', 2).join(' ')}`);
}

function vitest(name, projects, env = {}) {
  const report = join(reports, `${name}.json`);
  const only = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const ok = run(name, [at('node_modules/vitest/vitest.mjs'), 'run', ...only, ...reporters], { env });
  const { numPassedTests = 0, testResults = [] } = read(report);
  passed += numPassedTests;
  const before = failed;
  for (const { assertionResults } of testResults) {
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed') fail(`${name}, ${fullName}`, failureMessages[0]);
  }
  if (!ok && failed === before)
    fail(name, 'a file that could not even be loaded, or an error outside of all tests');
}

function playwright() {
  const report = join(reports, 'e2e.json');
  const env = { CLIENTELA_CHROMIUM: chromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const ok = run('end to end', [at('node_modules/playwright/cli.js'), 'test', '--reporter=line,json'], {
    env,
  });
  const { stats: { expected = 0, flaky = 0 } = {}, suites = [] } = read(report);
  passed += expected + flaky;
  const before = failed;
  for (const { title, ok: good, tests } of suites.flatMap(specsOf))
    if (!good) fail(`end to end, ${title}`, tests[0]?.results.at(-1)?.error?.message);
  if (!ok && failed === before) fail('end to end', 'did not run to its end');
}

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return {};
  }
}

if (args.includes('--data')) data();
else everything(args.includes('--quick'));

function data() {
  if (process.env.CLIENTELA_DATA) vitest('real data', ['data']);
  else {
    console.error('THE REAL-DATA SUITE DID NOT RUN: name its folder with CLIENTELA_DATA.');
    fail('real data', 'did not run');
  }
}

function everything(quick) {
  check('types', [at('node_modules/typescript/bin/tsc'), '-p', '.']);
  check('lint', [at('node_modules/oxlint/bin/oxlint'), ...(quick ? [] : ['--type-aware'])]);
  check('format', [at('node_modules/@biomejs/biome/bin/biome'), 'ci', '.']);
  if (!quick) check('unused code', [at('node_modules/knip/bin/knip.js')]);
  vitest('unit', ['unit']);
  if (quick) return;
  check('build', [at('scripts/build.mjs')]);
  const browser = { CLIENTELA_CHROMIUM: chromium() };
  vitest('engine', ['engine', 'contract', 'cli', 'walls'], browser);
  vitest('hosts', ['electron', 'loopback'], browser);
  playwright();
}

rmSync(reports, { recursive: true, force: true });
console.log(`\n${seconds.join(', ')}`);
for (const one of failures) console.log(`FAILED ${one}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
