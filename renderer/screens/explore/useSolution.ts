// Everything about the shown solution, brought from the engine's numbers to what the views take.
import { useCallback, useMemo, useState } from 'react';
import {
  SEGMENT_COLOURS,
  type Segmentation,
  type SegmentSummary,
} from '../../../shared/model/segmentation.ts';
import { useAsk } from '../../data/index.ts';
import type { MapPaneProps } from './MapPane.tsx';
import { type MapPoints, maskOf, mixOf } from './selectionOf.ts';
import type { MapKind } from './MapView.tsx';
import { useNearness } from './useNearness.ts';
import type { ExploreView } from './view.ts';
import type { SolutionViews } from './Workbench.tsx';

type ViewPart = Pick<ExploreView, 'selection' | 'select'>;

const slotOf = (segment: SegmentSummary): number => SEGMENT_COLOURS.indexOf(segment.colour);

const pointsOf = ({ x, y }: Pick<MapPoints, 'x' | 'y'>, segment: Uint8Array): MapPoints => ({
  x,
  y,
  segment,
});

/** `segment` of the map and rows of the profile are in the order of `segments`. */
function useMapProps(
  segmentation: Segmentation | null,
  segments: readonly SegmentSummary[],
  nameOf: (feature: string) => string,
  view: ViewPart,
): MapPaneProps | null {
  const id = segmentation?.id ?? 0;
  const columns = useAsk(
    'segmentations.map',
    { segmentationId: id },
    { enabled: segmentation !== null },
  ).data;
  const { selection, select } = view;
  const [kind, setKind] = useState<MapKind>('pca');
  const back = useCallback(() => setKind('pca'), []);
  const { places, share, cancel } = useNearness(id, kind === 'umap' && segmentation !== null, back);
  const points = columns ?? null;
  const mask = useMemo(() => (points ? maskOf(selection, points.segment) : null), [selection, points]);
  const mix = useMemo(
    () => (points && mask ? mixOf(mask, points.segment, segments.length) : null),
    [points, mask, segments.length],
  );
  const labels = useMemo(
    () =>
      segments.map((segment) => ({ slot: slotOf(segment), name: segment.name, count: segment.customers })),
    [segments],
  );
  if (!points || !columns || labels.length === 0) return null;
  // Whoever was added or left meanwhile: both maps must speak of the same customers.
  const near = places && places.x.length === points.x.length ? places : null;
  return {
    points: pointsOf(kind === 'umap' && near ? near : points, points.segment),
    kind,
    onKind: setKind,
    components: columns.components,
    nearness: { sampled: near?.sampled ?? null, share, onCancel: cancel },
    segments: labels,
    axes: columns.axes,
    explainedVariance: columns.explainedVariance,
    nameOf,
    mask,
    mix,
    onLasso: (chosen, count) => select(count === 0 ? null : { kind: 'lasso', mask: chosen, count }),
    onClear: () => select(null),
  };
}

const NONE: readonly SegmentSummary[] = [];

/** Null for merged segments: nobody drew their customers again as one. */
function jaccardOf({ stability }: Segmentation, { clusters }: SegmentSummary): number | null {
  const [cluster = -1] = clusters;
  return clusters.length === 1 ? (stability?.jaccard[cluster] ?? null) : null;
}

/** Views of one solution; null when there is none. */
export function useSolution(
  segmentation: Segmentation | null,
  nameOf: (feature: string) => string,
  view: ViewPart,
): SolutionViews | null {
  const asked = { segmentationId: segmentation?.id ?? 0 };
  const enabled = segmentation !== null;
  const segments = useAsk('segments.list', asked, { enabled }).data ?? NONE;
  const profile = useAsk('segmentations.profile', asked, { enabled }).data;
  const map = useMapProps(segmentation, segments, nameOf, view);
  if (!segmentation) return null;
  const rows = segments.map((segment, ordinal) => ({
    key: String(ordinal),
    slot: slotOf(segment),
    name: segment.name,
    means: profile?.means[ordinal] ?? [],
    ranks: profile?.ranks[ordinal] ?? [],
  }));
  const bars = segments.map((segment, ordinal) => ({
    key: String(ordinal),
    slot: slotOf(segment),
    name: segment.name,
    count: segment.customers,
    share: segment.share,
    ...(segment.revenueShare === null ? {} : { revenueShare: segment.revenueShare }),
  }));
  const profiles =
    profile && rows.length > 0 ? { features: profile.features.map(nameOf), segments: rows } : null;
  const stability = segments.map((segment, ordinal) => ({
    key: String(ordinal),
    slot: slotOf(segment),
    name: segment.name,
    jaccard: jaccardOf(segmentation, segment),
  }));
  const ordinals = Array.from({ length: segmentation.k }, (_, cluster) =>
    segments.findIndex(({ clusters }) => clusters.includes(cluster)),
  );
  const clusterSlots = ordinals.map((at) => bars[at]?.slot ?? -1);
  const clusterKeys = ordinals.map((at) => bars[at]?.key ?? null);
  return { segmentation, map, profiles, bars, stability, clusterSlots, clusterKeys };
}
