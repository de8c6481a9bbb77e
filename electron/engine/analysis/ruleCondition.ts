// One condition of a segment's rule, and what it means for a customer to satisfy it.
import type { CategoryColumn } from './oneHot.ts';
import type { Weights } from './weights.ts';

export type RuleCondition =
  | { readonly kind: 'atLeast' | 'below'; readonly feature: number; readonly value: number }
  | { readonly kind: 'is'; readonly category: number; readonly level: number };

export interface RuleInput {
  /** Raw units; NaN = missing, which satisfies no condition. */
  readonly features: readonly ArrayLike<number>[];
  readonly categories?: readonly CategoryColumn[];
  /** One per customer: precision and recall are then those in the reference population. */
  readonly weights?: Weights;
}

/** Whether a customer satisfies a rule; the definition that the counts of `segmentRules` follow. */
export function satisfies(conditions: readonly RuleCondition[], input: RuleInput, row: number): boolean {
  return conditions.every((condition) => {
    if (condition.kind === 'is')
      return input.categories?.[condition.category]?.codes[row] === condition.level;
    const value = input.features[condition.feature]?.[row] ?? NaN;
    return condition.kind === 'atLeast' ? value >= condition.value : value < condition.value;
  });
}
