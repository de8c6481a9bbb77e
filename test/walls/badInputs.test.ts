// Every entry of the catalogue of bad inputs has a test that names it: "bad input 48: …" in its title.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ENTRIES = 85;
const TESTS = fileURLToPath(new URL('../', import.meta.url));
/** The beginning of a title, in whatever quotes; entries that share a test are listed: "bad input 9, 10". */
const TITLE = /['"`]bad inputs? (\d+(?:(?:, | and )\d+)*)/g;

function named(): ReadonlySet<number> {
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' });
  const numbers = files
    .filter((name) => /\.(?:test|spec)\.tsx?$/.test(name) && !name.endsWith('walls/badInputs.test.ts'))
    .flatMap((name) => [...readFileSync(join(TESTS, name), 'utf8').matchAll(TITLE)])
    .flatMap(([, list = '']) => list.split(/, | and /).map(Number));
  return new Set(numbers);
}

test('all 85 entries of the catalogue have a test', () => {
  const found = named();
  const missing = Array.from({ length: ENTRIES }, (_, at) => at + 1).filter((entry) => !found.has(entry));
  expect(missing, `no test is called "bad input N" for ${missing.join(', ')}`).toEqual([]);
});
