// A histogram tree against scikit-learn's exact one of the same depth, on the same rows: time and accuracy.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binTable } from '../../electron/engine/analysis/explain/bins.ts';
import { growTree } from '../../electron/engine/analysis/explain/growTree.ts';
import { treeFidelity } from '../../electron/engine/analysis/explain/treeFidelity.ts';
import { runToEnd } from '../../electron/engine/analysis/matrix.ts';
import { Random } from '../../electron/engine/analysis/random.ts';
import { pythonWith, runPython } from './python.ts';

const ROWS = 200_000;
const COLUMNS = 16;
const K = 5;
const DEPTH = 6;
const ROUNDS = 3;

const random = new Random(11);
const bell = (): number =>
  Array.from({ length: 6 }, () => random.next()).reduce((sum, value) => sum + value, -3);
const centres = Array.from({ length: K * COLUMNS }, bell);
const features = Array.from({ length: COLUMNS }, () => new Float64Array(ROWS));
const labels = new Int32Array(ROWS);
for (let row = 0; row < ROWS; row++) {
  labels[row] = random.integer(K);
  for (let column = 0; column < COLUMNS; column++)
    features[column]![row] = centres[labels[row]! * COLUMNS + column]! + bell();
}

const PEER = `
import sys, time, numpy as np
from sklearn.tree import DecisionTreeClassifier
n, d, depth, rounds, folder = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
x = np.ascontiguousarray(np.fromfile(folder + '/x').reshape(d, n).T)
y = np.fromfile(folder + '/y', dtype=np.int32)
times = []
for _ in range(rounds):
    start = time.perf_counter()
    tree = DecisionTreeClassifier(max_depth=depth, random_state=0).fit(x, y)
    times.append(time.perf_counter() - start)
print(sorted(times)[rounds // 2] * 1000, tree.score(x, y))
`;

const ours: number[] = [];
let fidelity = 0;
for (let round = 0; round < ROUNDS; round++) {
  const start = performance.now();
  const binned = runToEnd(binTable({ features }, 255));
  const tree = runToEnd(growTree(binned, labels, K, { maxLeaves: 2 ** DEPTH, maxDepth: DEPTH }));
  ours.push(performance.now() - start);
  const judged = treeFidelity({ features }, labels, K, { binned, maxLeaves: 2 ** DEPTH, maxDepth: DEPTH });
  if (round === 0) fidelity = runToEnd(judged).fidelity ?? NaN;
  if (tree.n !== ROWS) throw new Error('rows are missing');
}
const ourMs = ours.toSorted((a, b) => a - b)[1]!;
const name = `tree, ${ROWS} × ${COLUMNS}, depth ${DEPTH}`;
const python = pythonWith('sklearn');
if (python === null) {
  console.log(`${name}: ${ourMs.toFixed(0)} ms; no python3 with scikit-learn to compare with`);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'clientela-bench-'));
  writeFileSync(join(folder, 'x'), Buffer.concat(features.map((column) => Buffer.from(column.buffer))));
  writeFileSync(join(folder, 'y'), Buffer.from(labels.buffer));
  const printed = runPython(python, PEER, [ROWS, COLUMNS, DEPTH, ROUNDS, folder]);
  const [peerMs = NaN, accuracy = NaN] = printed.split(' ').map(Number);
  rmSync(folder, { recursive: true });
  console.log(
    `${name}: ${ourMs.toFixed(0)} ms / scikit-learn ${peerMs.toFixed(0)} ms = ${(ourMs / peerMs).toFixed(2)}, ` +
      `accuracy ${fidelity.toFixed(4)} against ${accuracy.toFixed(4)}`,
  );
}
