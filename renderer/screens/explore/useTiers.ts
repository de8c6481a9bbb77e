// Value tiers at one press: what is honest where there are no groups.
import type { FeatureSet } from '../../../shared/model/feature.ts';
import { useNotify } from '../../app/index.ts';
import { worthOf } from '../../../shared/model/worth.ts';
import { useJob } from '../../data/index.ts';
import type { TiersOffer } from './GroupsPanel.tsx';
import { draftOf, runSettings } from './settings.ts';

/** @param onMade called with the new segmentation's id */
export function useTiers(
  set: FeatureSet,
  seed: number,
  logs: boolean,
  onMade: (segmentationId: number) => void,
): TiersOffer {
  const tiers = useJob('segmentations.run');
  const { ended } = useNotify();
  const value = worthOf(set.features);
  return {
    possible: value !== null,
    start: () => {
      if (value === null) return;
      const first = draftOf(null);
      // As the workbench would run it: what comes is up to date there.
      const draft = { ...first, method: 'tiers' as const, logs, tiers: { ...first.tiers, value } };
      tiers.mutate(runSettings(draft, set.features, seed), {
        onSuccess: (made) => onMade((made as { segmentationId: number }).segmentationId),
        onError: ended,
      });
    },
  };
}
