// A property without a seed draws other cases every time: a test that fails now and then tells nobody anything.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The formatter ends a call on a line of its own, indented as it began, or on the same line. */
const CALL = /^([ \t]*)(?:[^\n]*\b)?fc\.assert\((?:[^\n]*\);$|[\s\S]*?\n\1[^\s\n][^\n]*;$)/gmu;
const SEEDED = /(?:\{[^{}]*\bseed\b[^{}]*\}|\bseeds),?\s*\)+;$/u;

const unseeded = (source: string): readonly string[] =>
  Array.from(source.matchAll(CALL), ([call]) => call).filter((call) => !SEEDED.test(call));

test('every property names its seed', () => {
  const files = globSync('test/**/*.test.ts').filter((file) => !file.endsWith('walls/seeds.test.ts'));
  const sources = files.map((file) => ({ file, source: readFileSync(file, 'utf8') }));
  const calls = sources.flatMap(({ source }) => source.match(/\bfc\.assert\(/gu) ?? []).length;
  const found = sources.flatMap(({ source }) => source.match(CALL) ?? []).length;
  expect([calls > 100, found]).toEqual([true, calls]);
  expect(sources.flatMap(({ file, source }) => unseeded(source).map((call) => [file, call]))).toEqual([]);
});

test('one without is found', () => {
  expect(unseeded('  fc.assert(\n    fc.property(one, (x) => {\n      f(x);\n    }),\n  );')).toHaveLength(1);
  expect(unseeded('  fc.assert(fc.property(one, f), { numRuns: 9 });')).toHaveLength(1);
  expect(unseeded('  fc.assert(fc.property(one, f), { seed: 1 });')).toEqual([]);
});
