// Headings over the heat map's columns. They stand upright, in up to two lines, where a word would not fit across.
import styles from './charts.module.css';

export interface ColumnHeadingsProps {
  readonly names: readonly string[];
  /** Column tracks: those of the chart below. */
  readonly columns: string;
  readonly upright: boolean;
}

/** A generous mean of the font at 12 px: better upright than broken inside a word. */
const CHARACTER_PX = 6.8;

/** Whether headings must stand upright: a word is longer than its column of `columnPx`. */
export function standsUpright(names: readonly string[], columnPx: number): boolean {
  const words = names.flatMap((name) => name.split(/\s+/));
  return words.some((word) => word.length * CHARACTER_PX > columnPx);
}

/** One row of names sharing the columns of the chart below; hidden from readers, whose cells carry the names. */
export function ColumnHeadings({ names, columns, upright }: ColumnHeadingsProps) {
  return (
    <div
      className={styles.headings}
      data-upright={upright || undefined}
      style={{ gridTemplateColumns: columns }}
      aria-hidden
    >
      <span />
      {names.map((name, index) => (
        <span key={index} title={name}>
          {name}
        </span>
      ))}
    </div>
  );
}
