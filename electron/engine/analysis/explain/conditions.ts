// One condition of a segment's rule, and what it means for a customer to satisfy it.
import type { CategoryColumn } from '../oneHot.ts';
import type { Weights } from '../weights.ts';

export type RuleCondition =
  | { readonly kind: 'atLeast' | 'below'; readonly feature: number; readonly value: number }
  | { readonly kind: 'is' | 'isNot'; readonly category: number; readonly level: number };

export interface RuleInput {
  /** Raw units; NaN = missing, which satisfies no condition. */
  readonly features: readonly ArrayLike<number>[];
  readonly categories?: readonly CategoryColumn[];
  /** One per customer: precision and recall are then those in the reference population. */
  readonly weights?: Weights;
}

/** Whether a customer satisfies all conditions; a missing value satisfies none, not even `isNot`. */
export function satisfies(conditions: readonly RuleCondition[], input: RuleInput, row: number): boolean {
  return conditions.every((condition) => {
    if ('level' in condition) {
      const code = input.categories?.[condition.category]?.codes[row] ?? -1;
      return code >= 0 && (code === condition.level) === (condition.kind === 'is');
    }
    const value = input.features[condition.feature]?.[row] ?? NaN;
    if (!Number.isFinite(value)) return false;
    return condition.kind === 'atLeast' ? value >= condition.value : value < condition.value;
  });
}

/**
 * The same in fewer conditions: of two bounds on the same side of a feature the tighter one stays, and what a category
 * is not is left out where it is said what it is. In the order given.
 */
export function tightened(conditions: readonly RuleCondition[]): readonly RuleCondition[] {
  const kept = new Map<string, RuleCondition>();
  for (const condition of conditions) {
    const place = placeOf(condition);
    const known = kept.get(place);
    if (known === undefined || !isTighter(known, condition)) kept.set(place, condition);
  }
  const named = new Set([...kept.values()].flatMap((one) => (one.kind === 'is' ? [one.category] : [])));
  return [...kept.values()].filter((one) => one.kind !== 'isNot' || !named.has(one.category));
}

function placeOf(condition: RuleCondition): string {
  if ('level' in condition)
    return condition.kind === 'is'
      ? `is ${condition.category}`
      : `isNot ${condition.category} ${condition.level}`;
  return `${condition.kind} ${condition.feature}`;
}

/** True when the first bound already says what the second does. */
function isTighter(known: RuleCondition, next: RuleCondition): boolean {
  if (!('value' in known) || !('value' in next)) return false;
  return known.kind === 'atLeast' ? known.value >= next.value : known.value <= next.value;
}
