// Whom the rules take as they stand, asked when the typing rests; a rule that is not finished yet is left out.
import type { RuleCounts } from '../../../shared/model/division.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import { useAsk } from '../../data/index.ts';
import { useFigures, useSettled } from '../../ui/index.ts';
import { readBlocks } from './ownRules.ts';
import type { Row } from './useRows.ts';
import type { RuleDraft } from './ownRules.ts';

export interface LiveCounts extends Pick<RuleCounts, 'overlapping' | 'others'> {
  /** By the row's id; none for a rule that is not finished. */
  readonly rules: ReadonlyMap<number, RuleCounts['rules'][number]>;
}

/** Null before the first answer, while features are computed anew, and while no rule is finished. */
export function useRuleCounts(
  rows: readonly Row<RuleDraft>[],
  features: readonly Feature[],
): LiveCounts | null {
  const figures = useFigures();
  const finished = useSettled(rows).flatMap(({ id, value }) => {
    const any = readBlocks(value, features, figures);
    return any ? [{ id, any }] : [];
  });
  const rules = finished.map(({ any }) => ({ any }));
  const enabled = rules.length > 0;
  const answer = useAsk('segmentations.ruleCounts', { rules }, { enabled, keepPrevious: true });
  // Refused while features are computed anew: the former counts are not of the new ones.
  const counts = answer.isError ? null : answer.data;
  if (!enabled || counts?.rules.length !== finished.length) return null;
  return { ...counts, rules: new Map(finished.map(({ id }, at) => [id, counts.rules[at]!])) };
}
