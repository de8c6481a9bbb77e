// The exact silhouette against scikit-learn's on two threads each. `npm run bench -- silhouette [ROWS]`; 100,000 rows
// take the peer minutes. Memory: what the process grows by while it computes.
import { kmeans } from '../../electron/engine/analysis/kmeans.ts';
import { runToEnd } from '../../electron/engine/analysis/matrix.ts';
import { parallelSilhouette } from '../../electron/engine/threads/parallelSilhouette.ts';
import { createComputePool } from '../../electron/engine/threads/pool.ts';
import { clouds, withFiles } from './clouds.ts';
import { askPeer } from './clusterPeer.ts';
import { compare } from './ratios.ts';

const [wanted] = process.argv.slice(2);
const [COLUMNS, K] = [8, 5];
const pool = createComputePool(2);
await Promise.all([1, 2].map((seed) => pool.solveK(clouds(3_000, 4, 1), { k: 3, seed }).result));

for (const rows of [10_000, 100_000]) {
  if (wanted !== undefined && Number(wanted) !== rows) continue;
  const matrix = clouds(rows, COLUMNS, 7);
  const { labels } = runToEnd(kmeans(matrix, { k: K, seed: 1 }));
  let most = 0;
  const before = process.memoryUsage.rss();
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  await withFiles({ x: matrix.values, labels: Int32Array.from(labels) }, (folder) =>
    compare(
      `exact silhouette, ${rows} × ${COLUMNS}, k = ${K}`,
      rows > 10_000 ? 1 : 5,
      () => parallelSilhouette(pool, matrix, labels, K, { seed: 1, limit: rows }).result,
      () => askPeer('silhouette', folder, [rows, COLUMNS, K]),
      ({ value }, peer) =>
        `${value?.toFixed(6)} against ${peer.value.toFixed(6)}; ${Math.round((most - before) / 2 ** 20)} MB more`,
    ),
  );
  clearInterval(watch);
}
await pool.close();
