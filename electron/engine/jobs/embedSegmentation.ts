// The second map of a segmentation: UMAP of the same prepared features, kept with its run.
import { AppError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import { umap } from '../analysis/umap/umap.ts';
import { readColumn, writeColumn } from '../db/columns.ts';
import { featureRun, loadFeatures } from '../db/featureTable.ts';
import { readSegmentations, UMAP_X, UMAP_Y } from '../db/segmentationTable.ts';
import { clusterInputAgain } from './clusterInput.ts';
import { type JobContext, within } from './context.ts';
import { spreadOut } from './segmenting/place.ts';
import { storedModel } from './segmenting/storedModel.ts';

/**
 * Does nothing when the map is there already. It changes no decision, so there is nothing to undo.
 * @throws AppError SEGMENTATION-UNKNOWN, MODEL-MISSING, RUN-UNKNOWN, FEATURE-UNKNOWN
 */
export async function* embedSegmentation(
  context: JobContext,
  { segmentationId }: { readonly segmentationId: number },
): AsyncGenerator<Progress, { sampled: number }> {
  const { db } = context;
  const segmentation = readSegmentations(db).find((one) => one.id === segmentationId);
  if (!segmentation) throw new AppError('SEGMENTATION-UNKNOWN');
  const { runId, settings } = segmentation;
  yield within('mapping', 0, 1, 0);
  const { preparation } = storedModel(db, runId);
  const features = featureRun(db, segmentation.featuresRunId);
  if (!features) throw new AppError('RUN-UNKNOWN');
  const input = clusterInputAgain(loadFeatures(db, features), settings, preparation, null);
  const steps = umap(input.scaled.matrix, { seed: settings.seed });
  for (;;) {
    const step = steps.next();
    if (!step.done) {
      yield within('mapping', 0, 1, step.value.share);
      continue;
    }
    const { points, sampled } = step.value;
    const axis = (at: 0 | 1): Float32Array =>
      spreadOut(
        new Float32Array(input.raw.rows).fill(NaN),
        input,
        Float32Array.from({ length: points.length / 2 }, (_, row) => points[2 * row + at]!),
      );
    context.write(() => {
      if (readColumn(db, runId, UMAP_X, 'float32')) return;
      writeColumn(db, runId, UMAP_X, axis(0));
      writeColumn(db, runId, UMAP_Y, axis(1));
    });
    context.changed(['map']);
    return { sampled };
  }
}
