// A segmentation out of a tournament's entry: made anew with its settings, from all customers.
import { AppError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import { readTournament } from '../profiles/tournaments.ts';
import type { JobContext } from './context.ts';
import { runSegmentation } from './runSegmentation.ts';

/** @throws AppError RUN-UNKNOWN without that entry, or as a clustering does */
export async function* chooseEntry(
  context: JobContext,
  { entryId }: { readonly entryId: string },
): AsyncGenerator<Progress, { readonly segmentationId: number }> {
  const tournament = readTournament(context.db);
  const entry = tournament?.entries.find(({ id }) => id === entryId);
  if (!tournament || !entry) throw new AppError('RUN-UNKNOWN');
  const { logs, seed } = tournament.settings;
  const { method, k, scale, features } = entry;
  return yield* runSegmentation(context, { method, k, scale, features, logs, seed });
}
