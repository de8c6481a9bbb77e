// Ways of putting a number on another scale.

/** log1p: ln(1 + x); robust: by median and interquartile range; rank: percentile rank; winsor: tails capped at quantiles. */
export const TRANSFORMS = ['log1p', 'z', 'robust', 'minMax', 'rank', 'winsor'] as const;
export type Transform = (typeof TRANSFORMS)[number];
