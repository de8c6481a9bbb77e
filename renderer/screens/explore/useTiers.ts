// Value tiers at one press: what is honest where there are no groups.
import type { FeatureSet } from '../../../shared/model/feature.ts';
import { useNotify } from '../../app/index.ts';
import { useJob } from '../../data/index.ts';
import { chosenNames } from './settings.ts';

/** A, B and C customers: those who bring 80 %, 15 % and 5 % of the money. */
const SHARES = [0.8, 0.15, 0.05];

export interface TiersAction {
  /** False when the project does not know what customers are worth. */
  readonly possible: boolean;
  readonly start: () => void;
}

/** @param onMade called with the new segmentation's id */
export function useTiers(
  set: FeatureSet,
  seed: number,
  logs: boolean,
  onMade: (segmentationId: number) => void,
): TiersAction {
  const tiers = useJob('segmentations.run');
  const { fail } = useNotify();
  const value = worthOf(set);
  const features = chosenNames(set.features);
  return {
    possible: value !== null && features.length > 0,
    start: () => {
      if (value === null) return;
      const division = { by: 'shares' as const, shares: SHARES, groups: 10, value };
      const asked = { method: 'tiers' as const, features, k: 3, scale: 'z' as const, logs, seed };
      tiers.mutate(
        { ...asked, tiers: division },
        {
          onSuccess: (made) => onMade((made as { segmentationId: number }).segmentationId),
          onError: fail,
        },
      );
    },
  };
}

/** What customers are worth: their spend, else the first column of money. */
function worthOf({ features }: FeatureSet): string | null {
  const money = features.filter(({ unit, type }) => unit === 'money' && type === 'number');
  return (money.find(({ name }) => name === 'monetary') ?? money[0])?.name ?? null;
}
