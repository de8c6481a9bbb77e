// What is found out beside a solution, waited for: whether there are groups at all, and how well its segments hold.
import type { Progress } from '../../../../shared/model/job.ts';
import { type Judging, judged } from './groups.ts';
import { resampled, type Resampling } from './stability.ts';
import type { Tested } from './summary.ts';

/** Null stands for what was not asked. */
export async function* testedOf(
  judging: Judging | null,
  resampling: Resampling | null,
): AsyncGenerator<Progress, Tested> {
  const groups = judging && (yield* judged(judging, 0.75, 0.88));
  const stability = resampling && (yield* resampled(resampling, 0.88, 0.95));
  return { groups, ...(judging && { groupsKey: judging.key }), ...(stability && { stability }) };
}
