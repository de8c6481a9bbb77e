// Computes and stores the weights of a features run, and the features' figures as they are with them. What was
// computed before for the same references and cap is found again.
import type { Progress } from '../../../shared/model/job.ts';
import { correlationMatrix } from '../analysis/stats.ts';
import { writeColumn } from '../db/columns.ts';
import { featureRun, loadFeatures } from '../db/featureTable.ts';
import type { FeatureTable } from '../db/featureTable.ts';
import { beginRun, finishRun } from '../db/runs.ts';
import { storedSummary, wantedWeights, WEIGHT_COLUMN } from '../db/weightsRun.ts';
import type { WeightedFacts, WeightsSummary } from '../db/weightsRun.ts';
import { weigh } from '../profiles/weighting.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { numberFigures, twinsOf } from './features/describe.ts';

function weightedFacts({ numbers }: FeatureTable, weights: Float64Array): Record<string, WeightedFacts> {
  const drafts = numbers.map(({ facts, values }) => ({ name: facts.name, values }));
  const columns = drafts.map(({ values }) => values);
  const names = drafts.map(({ name }) => name);
  const twins = twinsOf(names, correlationMatrix(columns, weights));
  return Object.fromEntries(
    drafts.map(({ name, values }) => [
      name,
      { ...numberFigures(values, weights), twin: twins.get(name) ?? null },
    ]),
  );
}

/** Does nothing while weighting is off or there is nothing to weight by. */
export async function* computeWeights(
  context: JobContext,
  featuresRunId: number,
  from: number,
  to: number,
): AsyncGenerator<Progress, void> {
  const { db, now } = context;
  const run = featureRun(db, featuresRunId);
  const wanted = run && wantedWeights(db, run);
  if (!run || !wanted || storedSummary(db, wanted)) return;
  yield within('weighting', from, to, 0);
  const features = loadFeatures(db, run);
  const steps = weigh(db, features, wanted);
  let step = steps.next();
  while (!step.done) {
    yield within('weighting', from, to, 0.8 * step.value.share);
    step = steps.next();
  }
  const { weights, effectiveSize: effectiveN } = step.value.raked;
  yield within('weighting', from, to, 0.8);
  const summary: WeightsSummary = { effectiveN, facts: weightedFacts(features, weights) };
  const runId = context.write(() => beginRun(db, 'weights', wanted.signature, {}, now.toISOString()));
  context.begun(runId);
  context.write(() => {
    writeColumn(db, runId, WEIGHT_COLUMN, weights);
    finishRun(db, runId, summary);
  });
  context.kept(runId);
  context.changed(['run']);
}
