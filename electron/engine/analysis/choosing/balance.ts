// Whether every segment is large enough to be worth a campaign.

export interface Balance {
  /** Share of the smallest segment, 0..1. */
  readonly smallestShare: number;
  /** Shannon's entropy of the shares over its maximum ln k: 1 = all alike. 1 for a single segment. */
  readonly evenness: number;
}

/** @param sizes customers per segment; empty segments count as segments */
export function balance(sizes: readonly number[]): Balance {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return { smallestShare: 0, evenness: 0 };
  const shares = sizes.map((size) => size / total);
  const entropy = shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log(share) : sum), 0);
  const evenness = shares.length < 2 ? 1 : entropy / Math.log(shares.length);
  return { smallestShare: Math.min(...shares), evenness };
}
