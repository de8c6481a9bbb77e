// UMAP of 10,000 customers against umap-learn with a seed and its compiled code warm: time, and how many neighbours stay.
// Medians of three.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMatrix, runToEnd } from '../../electron/engine/analysis/matrix.ts';
import { Random } from '../../electron/engine/analysis/random.ts';
import { umap } from '../../electron/engine/analysis/umap/umap.ts';
import { median } from './clouds.ts';
import { pythonWith, runPython } from './python.ts';
import { type Timed, timed } from './ratios.ts';

const ROWS = 10_000;
const COLUMNS = 8;
const CROWDS = 6;

const random = new Random(3);
const bell = (): number =>
  Array.from({ length: 6 }, () => random.next()).reduce((sum, value) => sum + value, -3);
const centres = Array.from({ length: CROWDS * COLUMNS }, () => 4 * bell());
const matrix = createMatrix(ROWS, COLUMNS);
for (let row = 0; row < ROWS; row++)
  for (let column = 0; column < COLUMNS; column++)
    matrix.values[row * COLUMNS + column] = centres[(row % CROWDS) * COLUMNS + column]! + 1.4 * bell();

const SCORE = `
import sys, time, warnings, numpy as np
warnings.filterwarnings('ignore')
import umap
from sklearn.manifold import trustworthiness
n, d, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
x = np.fromfile(folder + '/x').reshape(n, d)
ours = np.fromfile(folder + '/ours', dtype=np.float32).reshape(n, 2)
umap.UMAP(random_state=1, n_epochs=2).fit_transform(x)
rounds = []
for _ in range(3):
    start, cpu = time.perf_counter(), time.process_time()
    theirs = umap.UMAP(random_state=1).fit_transform(x)
    rounds.append([(time.perf_counter() - start) * 1000, (time.process_time() - cpu) * 1000])
times = np.median(rounds, axis=0)
some = np.random.RandomState(0).choice(n, 3000, replace=False)
print(*times, *(trustworthiness(x[some], y[some], n_neighbors=15) for y in (ours, theirs)))
`;

const runs: Timed<Float32Array>[] = [];
for (let round = 0; round < 3; round++)
  runs.push(await timed(() => runToEnd(umap(matrix, { seed: 1 })).points));
const points = runs[0]!.answer;
const ourMs = median(runs.map(({ ms }) => ms));
const ourCpu = median(runs.map(({ cpu }) => cpu));
const name = `UMAP, ${ROWS} × ${COLUMNS}`;
const python = pythonWith('umap');
if (python === null) {
  console.log(`${name}: ${ourMs.toFixed(0)} ms; no python3 with umap-learn to compare with`);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'clientela-bench-'));
  writeFileSync(join(folder, 'x'), Buffer.from(matrix.values.buffer));
  writeFileSync(join(folder, 'ours'), Buffer.from(points.buffer));
  const [peerMs = NaN, peerCpu = NaN, ours = NaN, theirs = NaN] = runPython(python, SCORE, [
    ROWS,
    COLUMNS,
    folder,
  ])
    .split(' ')
    .map(Number);
  rmSync(folder, { recursive: true });
  console.log(
    `${name}: ${ourMs.toFixed(0)} ms / umap-learn ${peerMs.toFixed(0)} ms = ${(ourMs / peerMs).toFixed(2)} ` +
      `(CPU time ${(ourCpu / peerCpu).toFixed(2)}), trustworthiness ${ours.toFixed(3)} against ${theirs.toFixed(3)}`,
  );
}
