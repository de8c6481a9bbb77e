// The map's columns arrive as bytes; the views need typed arrays. Keeps the last ones until the next are there.
import { useEffect, useState } from 'react';
import type { MapColumns } from '../../../shared/model/segmentation.ts';
import type { MapPoints } from './selectionOf.ts';

/** Reads the blobs. @returns arrays of `columns.n` entries each */
export async function readPoints(columns: MapColumns): Promise<MapPoints> {
  const [x, y, segment] = await Promise.all([
    columns.x.arrayBuffer(),
    columns.y.arrayBuffer(),
    columns.segment.arrayBuffer(),
  ]);
  return { x: new Float32Array(x), y: new Float32Array(y), segment: new Uint8Array(segment) };
}

interface Loaded {
  readonly columns: MapColumns;
  readonly points: MapPoints;
}

/** Null until the first columns are read; `fresh` is false while newer ones are on their way. */
export function useMapPoints(columns: MapColumns | undefined): {
  readonly loaded: Loaded | null;
  readonly fresh: boolean;
} {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (!columns) return;
    let wanted = true;
    void readPoints(columns).then((points) => {
      if (wanted) setLoaded({ columns, points });
    });
    return () => {
      wanted = false;
    };
  }, [columns]);
  return { loaded, fresh: loaded !== null && loaded.columns === columns };
}
