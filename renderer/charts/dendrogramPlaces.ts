// Where the parts of a dendrogram stand: leaves side by side in the order of the tree, merges above their middles.

export interface DendrogramMerge {
  /** Nodes: 0 … leaves − 1 are leaves, leaves + at is the merge `at`. */
  readonly a: number;
  readonly b: number;
  readonly height: number;
}

/** A merge as it is drawn: two legs and the bar between them, in leaf places and in heights. */
export interface Bracket {
  readonly left: number;
  readonly right: number;
  readonly leftFoot: number;
  readonly rightFoot: number;
  readonly height: number;
}

export interface DendrogramPlaces {
  /** Leaves from left to right. */
  readonly leaves: readonly number[];
  readonly brackets: readonly Bracket[];
}

/** @param merges in order of height; together they join all leaves */
export function dendrogramPlaces(count: number, merges: readonly DendrogramMerge[]): DendrogramPlaces {
  const under = (node: number): readonly number[] => {
    const merge = merges[node - count];
    return merge ? [...under(merge.a), ...under(merge.b)] : [node];
  };
  const root = count + merges.length - 1;
  const leaves = merges.length > 0 ? under(root) : Array.from({ length: count }, (_, leaf) => leaf);
  const at = new Map(leaves.map((leaf, place) => [leaf, { x: place, height: 0 }]));
  const brackets = merges.map(({ a, b, height }, index) => {
    const [one, other] = [at.get(a)!, at.get(b)!];
    const [first, second] = one.x <= other.x ? [one, other] : [other, one];
    at.set(count + index, { x: (first.x + second.x) / 2, height });
    return { left: first.x, right: second.x, leftFoot: first.height, rightFoot: second.height, height };
  });
  return { leaves, brackets };
}

/** The height at which the tree falls into k parts: half-way between two merges; null when it never does. */
export function cutHeight(merges: readonly DendrogramMerge[], k: number): number | null {
  const above = merges[merges.length - k + 1];
  if (!above || k < 2) return null;
  const below = merges[merges.length - k]?.height ?? 0;
  return (above.height + below) / 2;
}
