// A segmentation out of a tournament's entry: made anew with its settings, from all customers.
import { AppError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import { readTournament } from '../profiles/tournaments.ts';
import { currentFeatures } from '../db/featureTable.ts';
import type { JobContext } from './context.ts';
import { runSegmentation } from './runSegmentation.ts';
import { baselineSettings } from './tournament/baselines.ts';

/** The scaling in the settings of a method that has none: the workbench's first proposal. */
const UNUSED = 'z';

/** @throws AppError RUN-UNKNOWN without that run or entry, or as a clustering does */
export async function* chooseEntry(
  context: JobContext,
  { entryId, runId }: { readonly entryId: string; readonly runId?: number | undefined },
): AsyncGenerator<Progress, { readonly segmentationId: number }> {
  const tournament = readTournament(context.db, runId);
  if (!tournament) throw new AppError('RUN-UNKNOWN');
  const baseline = tournament.baselines.find(({ id }) => id === entryId);
  if (baseline) {
    const features = currentFeatures(context.db)?.summary.features ?? [];
    const settings = baselineSettings(baseline.method, features, tournament.settings);
    if (!settings) throw new AppError('RUN-UNKNOWN');
    return yield* runSegmentation(context, settings);
  }
  const entry = tournament.entries.find(({ id }) => id === entryId);
  if (!entry) throw new AppError('RUN-UNKNOWN');
  const { logs, seed } = tournament.settings;
  const { method, k, scale, features } = entry;
  return yield* runSegmentation(context, { method, k, scale: scale ?? UNUSED, features, logs, seed });
}
