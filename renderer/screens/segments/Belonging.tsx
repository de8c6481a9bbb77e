// How firmly customers belong to the open segment, connected.
import { useState } from 'react';
import { BorderSort, type SegmentSummary } from '../../../shared/model/segmentation.ts';
import { useAsk } from '../../data/index.ts';
import type { SortOrder } from '../../ui/index.ts';
import { BelongingPane } from './BelongingPane.tsx';

const FIRST = 8;
const MOST = 200;

export interface BelongingProps {
  readonly segment: SegmentSummary;
  readonly segments: readonly SegmentSummary[];
}

/** Least firm first; the list grows on request, to 200. */
export function Belonging({ segment, segments }: BelongingProps) {
  const [sort, setSort] = useState<SortOrder>({ key: 'silhouette', descending: false });
  const [limit, setLimit] = useState(FIRST);
  const bins = useAsk('segments.silhouettes', { segmentationId: segment.segmentationId });
  const known = bins.data !== null && segment.clusters.length === 1;
  const key = BorderSort.catch('margin').parse(sort.key);
  const wanted = key === 'silhouette' && !known ? 'margin' : key;
  const border = useAsk(
    'segments.border',
    { segmentId: segment.id, sort: wanted, descending: sort.descending, offset: 0, limit },
    { keepPrevious: true, enabled: bins.data !== undefined },
  );
  return (
    <BelongingPane
      segmentId={segment.id}
      segments={segments}
      bins={known ? (bins.data ?? null) : null}
      customers={border.data?.customers ?? []}
      total={border.data?.total ?? 0}
      sort={{ key: wanted, descending: sort.descending }}
      onSort={setSort}
      onMore={limit < MOST ? () => setLimit(Math.min(MOST, limit * 5)) : null}
    />
  );
}
