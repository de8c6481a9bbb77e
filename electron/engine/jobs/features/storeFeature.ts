// A feature's columns in its run.
import { writeColumn, writeParts } from '../../db/columns.ts';
import { codesColumn, levelsColumn, numberColumn } from '../../db/featureTable.ts';
import type { JobContext } from '../context.ts';
import type { DraftFeature } from './draft.ts';

/** Stops after each chunk. */
export function* storeFeature(
  { db, write }: Pick<JobContext, 'db' | 'write'>,
  runId: number,
  draft: DraftFeature,
): Generator<void> {
  if (draft.type !== 'category')
    return yield* writeParts(db, write, runId, numberColumn(draft.name), draft.values);
  yield* writeParts(db, write, runId, codesColumn(draft.name), draft.codes);
  write(() => writeColumn(db, runId, levelsColumn(draft.name), draft.levels));
}
