// Principal components of a million rows against scikit-learn's full solver on two threads; ours take one.
import { runToEnd } from '../../electron/engine/analysis/matrix.ts';
import { pca } from '../../electron/engine/analysis/pca.ts';
import { clouds, withFiles } from './clouds.ts';
import { askPeer } from './clusterPeer.ts';
import { compare } from './ratios.ts';

const [ROWS, COLUMNS] = [1_000_000, 16];
const matrix = clouds(ROWS, COLUMNS, 5);
runToEnd(pca(clouds(3_000, COLUMNS, 1)));
await withFiles({ x: matrix.values }, (folder) =>
  compare(
    `two components of ${ROWS} × ${COLUMNS}`,
    5,
    () => runToEnd(pca(matrix, 2)),
    () => askPeer('components', folder, [ROWS, COLUMNS]),
    ({ explained }, peer) => `explained ${explained[0]?.toFixed(6)} against ${peer.value.toFixed(6)}`,
  ),
);
