// Ward's tree against SciPy's, a mixture against scikit-learn's, and what k-medoids of 5,000 mixed customers takes.
import { createMatrix, runToEnd } from '../../electron/engine/analysis/matrix.ts';
import { inputFromMatrix, type MethodInput } from '../../electron/engine/analysis/methods/input.ts';
import { solve } from '../../electron/engine/analysis/methods/solve.ts';
import { wardTree } from '../../electron/engine/analysis/methods/wardTree.ts';
import { Random } from '../../electron/engine/analysis/random.ts';
import { clouds, withFiles } from './clouds.ts';
import { askPeer } from './clusterPeer.ts';
import { compare, timed } from './ratios.ts';

const [ROWS, COLUMNS] = [10_000, 8];
const matrix = clouds(ROWS, COLUMNS, 5);
runToEnd(wardTree(clouds(1_000, COLUMNS, 1), null));
await withFiles({ x: matrix.values }, async (folder) => {
  await compare(
    `Ward's tree of ${ROWS} × ${COLUMNS}`,
    3,
    () => runToEnd(wardTree(matrix, null)),
    () => askPeer('ward', folder, [ROWS, COLUMNS]),
    ({ merges }, peer) => `last height ${merges.at(-1)?.height.toFixed(6)} against ${peer.value.toFixed(6)}`,
  );
  await compare(
    `mixture of 5 full Gaussians, ${ROWS} × ${COLUMNS}`,
    3,
    () => runToEnd(solve(inputFromMatrix(matrix), { method: 'gmm', k: 5, seed: 1, covariance: 'full' })),
    () => askPeer('mixture', folder, [ROWS, COLUMNS, 5]),
    ({ facts }, peer) => `BIC ${facts.bic?.toFixed(1)} against ${peer.value.toFixed(1)}`,
  );
});

/** Five numbers and three categories around four kinds. */
function mixed(rows: number): MethodInput {
  const random = new Random(1);
  const numbers = Array.from({ length: 5 }, (_, at) => ({
    name: `n${at}`,
    log: false,
    values: Float64Array.from({ length: rows }, (_row, row) => (row % 4) * (at + 1) + 3 * random.next()),
  }));
  const categories = Array.from({ length: 3 }, (_, at) => ({
    name: `c${at}`,
    levels: ['a', 'b', 'c', 'd'],
    codes: Int32Array.from({ length: rows }, (_row, row) =>
      random.next() < 0.6 ? row % 4 : random.integer(4),
    ),
  }));
  return { matrix: createMatrix(rows, 0), table: { rows, numbers, categories }, weights: null };
}

const medoids = await timed(() => runToEnd(solve(mixed(5_000), { method: 'kmedoids', k: 5, seed: 1 })));
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(
  `k-medoids, 5,000 mixed customers, k = 5: ${medoids.ms.toFixed(0)} ms, peak of the whole bench ${megabytes.toFixed(0)} MB`,
);
