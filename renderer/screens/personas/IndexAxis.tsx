// The scale over a column of index dots: equal ratios get equal lengths, as in the dots below.
import { VisuallyHidden } from '../../ui/index.ts';
import styles from './personas.module.css';

export interface IndexAxisProps {
  readonly range: { readonly low: number; readonly high: number };
  readonly widthPx: number;
  readonly label: string;
}

const TICKS = [12.5, 25, 50, 100, 200, 400, 800] as const;
/** The dots' own margin at both ends. */
const EDGE_PX = 6;
const APART_PX = 30;

/** Ticks that do not touch each other; 100 is always among them. */
export function axisTicks(range: IndexAxisProps['range'], widthPx: number) {
  const span = Math.log(range.high / range.low);
  const at = (index: number): number =>
    EDGE_PX + (Math.log(index / range.low) / span) * (widthPx - 2 * EDGE_PX);
  const every = at(200) - at(100) >= APART_PX ? 1 : 2;
  return TICKS.filter((tick) => Math.round(Math.log2(tick / 100)) % every === 0)
    .filter((tick) => Number.isInteger(tick) && tick > range.low && tick < range.high)
    .map((tick) => ({ tick, xPx: at(tick) }));
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
