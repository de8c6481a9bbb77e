// Headings over the heat map's columns. They stand upright, in up to two lines, where a word would not fit across.
import styles from './charts.module.css';

export interface ColumnHeadingsProps {
  readonly names: readonly string[];
  /** Column tracks: those of the chart below. */
  readonly columns: string;
  readonly upright: boolean;
}

/** Above this many columns, words no longer fit across in the panes that hold them. */
const MOST_ACROSS = 8;
const LONGEST_WORD = 9;

/** Whether headings must stand upright: many columns, or several with a word too long for one. */
export function standsUpright(names: readonly string[]): boolean {
  const longest = Math.max(0, ...names.flatMap((name) => name.split(/\s+/)).map((word) => word.length));
  return names.length > MOST_ACROSS || (names.length > MOST_ACROSS / 2 && longest > LONGEST_WORD);
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
