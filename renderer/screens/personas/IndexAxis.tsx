// The scale over a column of index dots.
import { VisuallyHidden } from '../../ui/index.ts';
import { axisTicks, type IndexRange } from './indexTicks.ts';
import styles from './personas.module.css';

export interface IndexAxisProps {
  readonly range: IndexRange;
  readonly widthPx: number;
  readonly label: string;
}

/** Tick labels, centred over their lines. */
export function IndexAxis({ range, widthPx, label }: IndexAxisProps) {
  return (
    <span className={styles.axis} style={{ width: widthPx }}>
      <VisuallyHidden>{label}</VisuallyHidden>
      {axisTicks(range, widthPx).map(({ tick, xPx }) => (
        <span key={tick} aria-hidden style={{ insetInlineStart: xPx }}>
          {tick}
        </span>
      ))}
    </span>
  );
}
