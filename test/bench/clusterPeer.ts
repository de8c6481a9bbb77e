// What scikit-learn is asked to do in the benchmarks of clustering, on two threads, timed inside Python after a warm-up.
import { execFileSync } from 'node:child_process';
import { pythonWith } from './python.ts';

const SCRIPT = `
import json, sys, time, warnings
import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_score
warnings.filterwarnings('ignore')
task, folder, n, d = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
more = [int(value) for value in sys.argv[5:]]
x = np.fromfile(folder + '/x').reshape(n, d)
KMeans(2, n_init=1, random_state=0).fit(x[:3000])

def starts(k, count):
    found = [KMeans(k, init=start, n_init=1).fit(x) for start in np.fromfile(folder + '/starts').reshape(count, k, d)]
    best = min(found, key=lambda one: one.inertia_)
    return best.inertia_, sum(one.n_iter_ for one in found)

def usual(k):
    found = KMeans(k, n_init=10, random_state=0).fit(x)
    return found.inertia_, found.n_iter_

def minibatch(k):
    from sklearn.cluster import MiniBatchKMeans
    found = MiniBatchKMeans(k, n_init=3, random_state=0).fit(x)
    # inertia_ is that of the last batches: everyone's is asked for.
    return float(-found.score(x)), found.n_steps_

def silhouette(k):
    return silhouette_score(x, np.fromfile(folder + '/labels', dtype=np.int32)), 0

def choose(low, high, rows):
    scores = []
    for k in range(low, high + 1):
        labels = KMeans(k, n_init=10, random_state=0).fit_predict(x)
        scores.append(silhouette_score(x, labels, sample_size=min(rows, n), random_state=0))
    return max(scores), low + int(np.argmax(scores))

def components():
    model = PCA(2, svd_solver='full')
    model.fit_transform(x)
    return model.explained_variance_ratio_[0], 0

def ward():
    from scipy.cluster.hierarchy import linkage
    return linkage(x, 'ward')[-1, 2], 0

def mixture(k):
    from sklearn.mixture import GaussianMixture
    found = GaussianMixture(k, covariance_type='full', n_init=4, max_iter=500, random_state=0).fit(x)
    return found.bic(x), found.n_iter_

begun, used = time.perf_counter(), time.process_time()
value, extra = dict(starts=starts, usual=usual, minibatch=minibatch, silhouette=silhouette, choose=choose, components=components, ward=ward, mixture=mixture)[task](*more)
print(json.dumps(dict(ms=(time.perf_counter() - begun) * 1000, cpu=(time.process_time() - used) * 1000, value=float(value), extra=int(extra))))
`;

export interface PeerAnswer {
  readonly ms: number;
  /** User and system time of all its threads. */
  readonly cpu: number;
  readonly value: number;
  readonly extra: number;
}

export type PeerTask =
  | 'starts'
  | 'usual'
  | 'minibatch'
  | 'silhouette'
  | 'choose'
  | 'components'
  | 'ward'
  | 'mixture';

/** Null without a python3 that has scikit-learn. */
export const python = pythonWith('sklearn');

/** Runs one task over the files in the folder. */
export function askPeer(task: PeerTask, folder: string, numbers: readonly number[]): PeerAnswer | null {
  if (python === null) return null;
  const threads = { OMP_NUM_THREADS: '2', OPENBLAS_NUM_THREADS: '2', MKL_NUM_THREADS: '2' };
  const printed = execFileSync(python, ['-c', SCRIPT, task, folder, ...numbers.map(String)], {
    encoding: 'utf8',
    env: { ...process.env, ...threads },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed) as PeerAnswer;
}
