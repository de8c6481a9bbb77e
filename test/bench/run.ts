// `npm run bench [-- NAME [ARGUMENT…]]`: the benchmarks, each in a process of its own, one after another.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const NAMES = [
  'kmeans',
  'silhouette',
  'pca',
  'methods',
  'columns',
  'import',
  'rename',
  'workbooks',
  'table',
  'tree',
  'umap',
  'null',
  'tournament',
  'features',
] as const;

const [wanted, ...rest] = process.argv.slice(2);
const names = NAMES.filter((name) => wanted === undefined || name === wanted);
if (names.length === 0) {
  console.error(`There is no benchmark of that name. There are: ${NAMES.join(', ')}`);
  process.exit(2);
}
for (const name of names) {
  console.log(`\n${name}`);
  const entry = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const { status } = spawnSync(process.execPath, [entry, ...rest], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
