// How often the honest null errs: on data without groups, and on groups 2, 3 and 4 standard deviations apart.
// `npm run bench -- null [RUNS]`; 10 runs a line take some five minutes.
import { pathToFileURL } from 'node:url';
import { honestNull } from '../../electron/engine/analysis/choosing/honestNull.ts';
import { runToEnd } from '../../electron/engine/analysis/matrix.ts';
import { type NullCase, nullCase } from '../support/nullCases.ts';

const SIZES = [200, 2_000].flatMap((rows) => [2, 8].map((columns) => ({ rows, columns })));
const WITHOUT = ['uniform', 'normal', 'correlated', 'skewed', 'heavy', 'flags', 'bent'] as const;
const GROUPS = [2, 3, 4].flatMap((apart) => [3, 5].map((k) => ({ kind: 'clusters' as const, k, apart })));
const HIGHEST = 8;

function nameOf(wanted: NullCase): string {
  const size = `${wanted.rows} × ${wanted.columns}`;
  return wanted.kind === 'clusters'
    ? `${wanted.k} groups, ${wanted.apart} apart, ${size}`
    : `${wanted.kind}, ${size}`;
}

function rates(wanted: NullCase, runs: number): string {
  const found = { clear: 0, weak: 0, none: 0 };
  let right = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const { verdict, k } = runToEnd(honestNull(nullCase(wanted, seed), { seed, highest: HIGHEST }));
    found[verdict] += 1;
    if (wanted.kind === 'clusters' && verdict !== 'none' && k === wanted.k) right++;
  }
  const of = (count: number): string => (count / runs).toFixed(2);
  const number = wanted.kind === 'clusters' ? of(right) : '';
  return `| ${nameOf(wanted)} | ${of(found.clear)} | ${of(found.weak)} | ${of(found.none)} | ${number} |`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const runs = Number(process.argv[2] ?? 10);
  console.log(`${runs} runs each\n| data | clear | weak | none | right number |\n|---|---|---|---|---|`);
  for (const wanted of [...WITHOUT.map((kind) => ({ kind })), ...GROUPS])
    for (const size of SIZES) console.log(rates({ ...wanted, ...size }, runs));
}
