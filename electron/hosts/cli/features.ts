// The features that commands work on.
import { AppError } from '../../../shared/errors.ts';
import type { FeatureSet } from '../../../shared/model/feature.ts';
import type { CliEngine } from './engine.ts';

/** Computed now if they are not there. @throws AppError NO-CUSTOMERS */
export async function featureSet(engine: CliEngine): Promise<FeatureSet> {
  const { client } = engine;
  if (!(await client.features.get())) await engine.finish(client.features.compute({}));
  const set = await client.features.get();
  if (!set) throw new AppError('NO-CUSTOMERS');
  return set;
}
