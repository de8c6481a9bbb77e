// Why customers are in another segment than before: because of the data, or because of the settings.
import type { LineageMoves } from '../../../../shared/model/lineage.ts';
import type { Labels } from '../matrix.ts';

export interface Moving {
  /** Former segment of each of today's customers; −1 = they had none. */
  readonly before: Labels;
  /** The former segment that the former definition gives them today; −1 = none. Null: data and features are the same. */
  readonly placed: Labels | null;
  /**
   * The former segment that the former definition gave them then, where that may be another one than they had: the
   * means of Ward's clusters do not put everyone where the tree does. Left out: the one they had.
   */
  readonly defined?: Labels | null;
  /** Today's segment; −1 = none. */
  readonly after: Labels;
  /** Former segment that each of today's goes on from; −1 = none. */
  readonly identity: Labels;
  /** Customers who had a segment. */
  readonly customersBefore: number;
}

/**
 * Who would be elsewhere by the former definition alone moved because of the data; who is elsewhere only by the new
 * one, because of the settings. A segment that goes on from none is elsewhere for everyone in it.
 */
export function countMoves({
  before,
  placed,
  defined = null,
  after,
  identity,
  customersBefore,
}: Moving): LineageMoves {
  const moves = { both: 0, stayed: 0, byData: 0, bySettings: 0, byBoth: 0, came: 0, left: 0 };
  for (let row = 0; row < after.length; row++) {
    const [from, to] = [before[row]!, after[row]!];
    if (to < 0) continue;
    if (from < 0) {
      moves.came++;
      continue;
    }
    moves.both++;
    const now = identity[to]!;
    const then = defined?.[row] ?? from;
    const there = placed === null ? then : placed[row]!;
    if (now === from) moves.stayed++;
    else if (there === then) moves.bySettings++;
    else if (there === now && then === from) moves.byData++;
    else moves.byBoth++;
  }
  return { ...moves, left: customersBefore - moves.both };
}
