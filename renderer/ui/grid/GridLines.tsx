// The lines between columns, drawn once over all rows; those of moving columns end at the pinned ones.
import type { ColumnPlace, DrawnPlaces } from './columnPlaces.ts';
import styles from './DataGrid.module.css';

export interface GridLinesProps extends Pick<DrawnPlaces, 'pinned' | 'moving'> {
  readonly leftPx: number;
  readonly heightPx: number;
}

const endOf = ({ leftPx, widthPx }: ColumnPlace): number => leftPx + widthPx;

export function GridLines({ pinned, moving, leftPx, heightPx }: GridLinesProps) {
  const last = pinned.at(-1);
  const pinnedPx = last ? endOf(last) : 0;
  const line = (place: ColumnPlace, fromPx: number) => (
    <div key={place.at} className={styles.line} style={{ left: endOf(place) - fromPx - 1 }} />
  );
  return (
    <div className={styles.lines} role="presentation" style={{ height: heightPx }}>
      {pinned.map((place) => line(place, 0))}
      <div className={styles.movingLines} style={{ left: pinnedPx }}>
        {moving.map((place) => line(place, leftPx + pinnedPx))}
      </div>
    </div>
  );
}
