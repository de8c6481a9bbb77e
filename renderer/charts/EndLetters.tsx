// Names at the end of the profile lines: the segments' letters, moved apart, each tied to its line.
import { SegmentGlyph, segmentFill } from '../ui/index.ts';
import { spreadApart } from './spreadApart.ts';

/** Room that the letters need with their leaders. */
export const END_LABELS_PX = 34;
const LETTER_PX = 15;
/** A pixel between them. */
const PITCH_PX = LETTER_PX + 1;

/** Height that this many letters need, none covering another. */
export function endLettersPx(count: number): number {
  return count * PITCH_PX;
}

/** The segments' letters after the last column, tied to their lines. */
export function EndLetters({
  series,
  at,
  y,
  heightPx,
}: {
  /** The last rank (0..1) is where the line ends; null draws no letter. */
  readonly series: readonly {
    readonly key: string;
    readonly slot: number;
    readonly ranks: readonly (number | null)[];
  }[];
  /** End of the lines, px. */
  readonly at: number;
  readonly y: (rank: number) => number;
  readonly heightPx: number;
}) {
  const ends = series.flatMap((each) => {
    const rank = each.ranks.at(-1);
    return rank === null || rank === undefined ? [] : [{ each, wanted: y(rank) }];
  });
  const tops = spreadApart(
    ends.map(({ wanted }) => wanted),
    PITCH_PX,
    heightPx,
  );
  return ends.map(({ each, wanted }, index) => {
    const top = tops[index] ?? wanted;
    return (
      <g key={each.key}>
        <path
          d={`M${at + 6} ${wanted}L${at + 15} ${top}`}
          style={{ stroke: segmentFill(each.slot) }}
          strokeOpacity={0.7}
        />
        <g transform={`translate(${at + 17} ${top - LETTER_PX / 2})`}>
          <SegmentGlyph slot={each.slot} size={LETTER_PX} />
        </g>
      </g>
    );
  });
}
