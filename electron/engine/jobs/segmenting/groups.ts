// Whether the chosen features hold groups at all: one question, asked alike by a clustering and by a tournament.
import type { Progress } from '../../../../shared/model/job.ts';
import { type Groups, LEAST_FOR_GROUPS } from '../../../../shared/model/groups.ts';
import { setsClasses } from '../../../../shared/model/method.ts';
import type { ClusterSettings } from '../../../../shared/model/segmentation.ts';
import { NULL_ROWS } from '../../analysis/choosing/honestNull.ts';
import { createMatrix, type Matrix, takeRows } from '../../analysis/matrix.ts';
import { Random, sampleIndices } from '../../analysis/random.ts';
import { takeWeights, type Weights } from '../../analysis/weights.ts';
import type { FeatureTable } from '../../db/featureTable.ts';
import { judgedGroups } from '../../db/judgedGroups.ts';
import type { ReadDb } from '../../db/open.ts';
import { readSettings } from '../../db/settings.ts';
import { weightsOf } from '../../profiles/weighting.ts';
import type { PoolTask } from '../../threads/pool.ts';
import { clusterInput, type ClusterInput } from '../clusterInput.ts';
import { within } from '../context.ts';
import { gapsWanted } from './gaps.ts';
import { type Beside, waiting } from '../waiting.ts';

/** Tried at least, so that the answer is about the data and not about the number of segments asked for. */
const LOWEST_TOP = 8;
const HIGHEST_TOP = 20;

/** What the answer depends on: neither the method nor the scaling, and the number of segments only above 8. */
type Asked = Pick<ClusterSettings, 'features' | 'logs' | 'seed' | 'winsorise' | 'missing'> & {
  /** Tells whether the gaps are filled for the solution, or for this alone. */
  readonly method?: ClusterSettings['method'];
};

export interface GroupsQuestion {
  /** The same key → the same answer. */
  readonly key: string;
  readonly matrix: Matrix;
  readonly weights: Weights;
  readonly seed: number;
  readonly highest: number;
}

/** How many segments are tried: 2 to 8, more when more are asked for, 20 at most. */
export function highestAsked(k: ClusterSettings['k']): number {
  return Math.min(HIGHEST_TOP, Math.max(LOWEST_TOP, typeof k === 'number' ? k : k.to));
}

/**
 * A sample of the customers with their features as z-scores, whatever scaling the solution has: columns by name.
 * @param logs features marked for a log
 * @param input the same features as z-scores, where they are at hand
 * @throws AppError as `clusterInput`
 */
export function groupsQuestion(
  db: ReadDb,
  table: FeatureTable,
  { features, logs: useLogs, seed, winsorise, ...asking }: Asked,
  { highest, logs, input }: QuestionParts,
): GroupsQuestion {
  const { missing } = readSettings(db);
  const used = weightsOf(db, table);
  const { policy, indicators } = gapsWanted({ method: 'kmeans', ...asking }, missing);
  const gaps = { method: policy, indicators };
  const asked = { features, logs: useLogs, seed, missing: gaps, ...(winsorise && { winsorise }) };
  const z = (): ClusterInput =>
    clusterInput(
      table,
      { ...asked, method: 'kmeans', k: 2, scale: 'z' },
      logs,
      missing,
      used?.weights ?? null,
    );
  const { columns, scaled, weights } = input ?? z();
  const sampled = sampleIndices(scaled.matrix.rows, NULL_ROWS, new Random(seed)).sort();
  const order = columns.map((_, at) => at).sort((a, b) => (columns[a]! < columns[b]! ? -1 : 1));
  const logged = useLogs ? features.filter((name) => logs.has(name)).sort() : [];
  const key = JSON.stringify({
    version: 2,
    featuresRunId: table.runId,
    features: features.toSorted(),
    logged,
    missing: indicators ? gaps : policy,
    winsorise: winsorise ?? null,
    weights: used?.signature ?? null,
    seed,
    highest,
  });
  const matrix = takeColumns(takeRows(scaled.matrix, sampled), order);
  return { key, matrix, weights: takeWeights(weights, sampled), seed, highest };
}

interface QuestionParts {
  readonly highest: number;
  readonly logs: ReadonlySet<string>;
  readonly input: ClusterInput | null;
}

function takeColumns({ rows, columns, values }: Matrix, order: readonly number[]): Matrix {
  const taken = createMatrix(rows, columns);
  for (let row = 0; row < rows; row++)
    order.forEach((from, to) => {
      taken.values[row * columns + to] = values[row * columns + from]!;
    });
  return taken;
}

export interface Judging {
  readonly key: string;
  readonly task: Pick<PoolTask<Groups>, 'result' | 'share'>;
}

/** Begins the test beside the job's own work; a verdict that a former run found is taken over. */
export function beginJudging(db: ReadDb, beside: Beside, question: GroupsQuestion): Judging {
  const { key, matrix, weights, seed, highest } = question;
  const known = judgedGroups(db, key);
  if (known) return { key, task: { result: Promise.resolve(known), share: () => 1 } };
  const options = { seed, highest, weights };
  return { key, task: beside.begin((pool, cancel) => pool.run('honestNull', { matrix, options }, cancel)) };
}

/** Null where nothing is claimed (segments that are set out, or one alone), and for too few customers. */
export function isJudged({ method, k }: Pick<ClusterSettings, 'method' | 'k'>, customers: number): boolean {
  return customers >= LEAST_FOR_GROUPS && k !== 1 && !setsClasses(method);
}

export async function* judged(
  { task: { result, share } }: Judging,
  from: number,
  to: number,
): AsyncGenerator<Progress, Groups> {
  return yield* waiting(result, () => within('chance', from, to, share()));
}
