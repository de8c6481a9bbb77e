// What is to be said of a fit beside its verdict: which part of it misses, whom it speaks for, and where all are alike.
import { type CustomerValueReport, fitLevel } from '../../../shared/model/customerValue.ts';

type Fit = Pick<CustomerValueReport, 'verdict' | 'holdout' | 'frequencies'>;

const ORDER = ['fits', 'rough', 'fails'] as const;

/** The part that the verdict is due to where the other one is better; null where they agree. */
export function missedPart({ verdict, holdout, frequencies }: Fit): 'groups' | 'holdout' | null {
  if (!holdout || !frequencies || !(ORDER as readonly string[]).includes(verdict)) return null;
  const told = ORDER.indexOf(fitLevel('error', Math.abs(holdout.error ?? NaN)));
  const placed = ORDER.indexOf(fitLevel('misplaced', frequencies.misplaced));
  return told < placed ? 'groups' : told > placed ? 'holdout' : null;
}

/** Customers who had bought before the holdout: the only ones that it judges by. */
export const judgedBy = ({ points }: NonNullable<Fit['holdout']>): number =>
  points.reduce((sum, { customers }) => sum + customers, 0);

/** Expected means within this of each other are the same for whoever reads them. */
const ALIKE = 0.01;

/** True where the model found nothing that tells customers apart, and expects the same of everyone. */
export function isAllAlike({ points }: NonNullable<Fit['holdout']>): boolean {
  const expected = points.map((point) => point.expected);
  return points.length > 1 && Math.max(...expected) - Math.min(...expected) <= ALIKE * Math.max(...expected);
}
