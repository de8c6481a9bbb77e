// k-means against scikit-learn on two threads each, on the same rows: ten given starts, the usual way of each, and a
// range of k with silhouettes. `npm run bench -- kmeans [starts|usual|skewed|minibatch|choose|ml] [ROWS] [K …]`; single k for `choose`
// where scikit-learn would take half an hour for all of them
import { kmeans as mlKmeans } from 'ml-kmeans';
import { kmeans } from '../../electron/engine/analysis/kmeans.ts';
import { startsOf } from '../../electron/engine/analysis/kmeansStarts.ts';
import { runToEnd } from '../../electron/engine/analysis/matrix.ts';
import { parallelChooseK } from '../../electron/engine/threads/parallelChooseK.ts';
import { parallelKMeans } from '../../electron/engine/threads/parallelKMeans.ts';
import { createComputePool } from '../../electron/engine/threads/pool.ts';
import { clouds, crowd, median, randomStarts, skewed, withFiles } from './clouds.ts';
import { askPeer } from './clusterPeer.ts';
import { compare, timed } from './ratios.ts';

const STARTS = 10;
const SILHOUETTE_ROWS = 10_000;
const [part, rows, ...singly] = process.argv.slice(2);
const wants = (name: string, n: number): boolean =>
  (part === undefined || part === name) && (rows === undefined || Number(rows) === n);

const pool = createComputePool(2);
// Threads load their code once; Python's imports are not counted either.
await Promise.all([1, 2].map((seed) => pool.solveK(clouds(3_000, 4, 1), { k: 3, seed }).result));

for (const n of [10_000, 100_000, 1_000_000]) {
  for (const [d, k] of [
    [8, 5],
    [8, 8],
    [16, 5],
    [16, 8],
  ] as const) {
    if (!wants('starts', n)) continue;
    const matrix = clouds(n, d, 7);
    const starts = randomStarts(matrix, k, STARTS);
    const all = new Float64Array(STARTS * k * d);
    starts.forEach((start, at) => all.set(start, at * k * d));
    await withFiles({ x: matrix.values, starts: all }, (folder) =>
      compare(
        `ten given starts, ${n} × ${d}, k = ${k}`,
        n > 100_000 ? 1 : 5,
        () => parallelKMeans(pool, matrix, { k, seed: 1, from: starts }).result,
        () => askPeer('starts', folder, [n, d, k, STARTS]),
        ({ inertia }, peer) => `inertia ${(inertia / peer.value).toFixed(5)}`,
      ),
    );
  }
}

for (const n of [10_000, 100_000, 1_000_000]) {
  if (!wants('usual', n)) continue;
  const [d, k] = [8, 5];
  const matrix = clouds(n, d, 7);
  await withFiles({ x: matrix.values }, (folder) =>
    compare(
      `the usual way, ${n} × ${d}, k = ${k}, ${startsOf(matrix, { k, seed: 1 })} starts against 10`,
      n > 100_000 ? 1 : 5,
      () => parallelKMeans(pool, matrix, { k, seed: 1 }).result,
      () => askPeer('usual', folder, [n, d, k]),
      ({ inertia }, peer) => `inertia ${(inertia / peer.value).toFixed(5)}`,
    ),
  );
}

for (const k of [8, 12]) {
  const [n, d] = [100_000, 8];
  if (!wants('skewed', n)) continue;
  const matrix = skewed(n, d, 7);
  await withFiles({ x: matrix.values }, (folder) =>
    compare(
      `the usual way, skewed values ${n} × ${d}, k = ${k}`,
      3,
      () => parallelKMeans(pool, matrix, { k, seed: 1 }).result,
      () => askPeer('usual', folder, [n, d, k]),
      ({ inertia, starts }, peer) =>
        `inertia ${(inertia / peer.value).toFixed(5)}, ${starts} starts against 10`,
    ),
  );
}

for (const [shape, k] of [
  ['clouds', 5],
  ['clouds', 14],
  ['crowd', 8],
] as const) {
  const n = 1_000_000;
  if (!wants('minibatch', n)) continue;
  const d = 8;
  const matrix = shape === 'clouds' ? clouds(n, d, 7) : crowd(n, d, 7);
  const name = `mini-batches, ${shape} ${n} × ${d}, k = ${k}`;
  const learn = () => parallelKMeans(pool, matrix, { k, seed: 1, miniBatch: true }).result;
  await withFiles({ x: matrix.values }, (folder) =>
    compare(
      `${name} against MiniBatchKMeans`,
      5,
      learn,
      () => askPeer('minibatch', folder, [n, d, k]),
      ({ inertia, batches }, peer) =>
        `inertia ${(inertia / peer.value).toFixed(5)}, ${batches} batches against ${peer.extra}`,
    ),
  );
  const full = await timed(() => parallelKMeans(pool, matrix, { k, seed: 1 }).result);
  const learnt = await timed(learn);
  console.log(
    `${name} against passes over everyone: ${(learnt.ms / full.ms).toFixed(3)} (processor time ` +
      `${(learnt.cpu / full.cpu).toFixed(3)}; one run), inertia ${(learnt.answer.inertia / full.answer.inertia).toFixed(5)}`,
  );
}

for (const n of [100_000, 1_000_000]) {
  if (!wants('choose', n)) continue;
  const d = 8;
  const matrix = clouds(n, d, 7);
  const ranges =
    singly.length === 0 ? [[2, 12] as const] : singly.map((k) => [Number(k), Number(k)] as const);
  for (const [lowest, highest] of ranges) {
    await withFiles({ x: matrix.values }, (folder) =>
      compare(
        `k = ${lowest}…${highest} with silhouettes of ${SILHOUETTE_ROWS} rows, ${n} × ${d}`,
        1,
        async () => {
          const steps = parallelChooseK(pool, matrix, { lowest, highest, seed: 1 });
          for (;;) {
            const step = await steps.next();
            if (step.done) return step.value.best.score;
          }
        },
        () => askPeer('choose', folder, [n, d, lowest, highest, SILHOUETTE_ROWS]),
        (score, peer) =>
          `k = ${score.k} against ${peer.extra}, silhouette ${score.silhouette?.toFixed(4)} against ${peer.value.toFixed(4)}`,
      ),
    );
  }
}
await pool.close();

if (wants('ml', 100_000)) {
  const matrix = clouds(100_000, 8, 7);
  const points = Array.from({ length: matrix.rows }, (_, row) => [
    ...matrix.values.subarray(row * 8, (row + 1) * 8),
  ]);
  const ours: number[] = [];
  const peers: number[] = [];
  let inertias = [NaN, NaN];
  for (let round = 0; round < 3; round++) {
    const mine = await timed(() => runToEnd(kmeans(matrix, { k: 5, seed: 1 })).inertia);
    const peer = await timed(() => mlKmeans(points, 5, { seed: 1, initialization: 'kmeans++' }));
    ours.push(mine.ms);
    peers.push(peer.ms);
    // Its `error` is the mean squared distance per cluster.
    const error = peer.answer.computeInformation(points).reduce((sum, one) => sum + one.error * one.size, 0);
    inertias = [mine.answer, error];
  }
  const [mine = NaN, peer = NaN] = inertias;
  console.log(
    `ten starts on one thread, 100000 × 8, k = 5: ${median(ours).toFixed(0)} ms / ml-kmeans with one start ` +
      `${median(peers).toFixed(0)} ms = ${(median(ours) / median(peers)).toFixed(3)} (median of 3), inertia ${(mine / peer).toFixed(4)}`,
  );
}
