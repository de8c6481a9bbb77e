// Everything statistical in one place to import from; each subject has its own file in stats/.

export { correlationMatrix, createCorrelationTally } from './stats/correlation.ts';
export { normalCdf, normalQuantile, tCdf, tQuantile } from './stats/distributions.ts';
export { type MeanSummary, mean, sd, skewness, summarise, variance } from './stats/moments.ts';
export { benjaminiHochberg, holm } from './stats/multiplicity.ts';
export { type ProportionInterval, proportionTest, wilson } from './stats/proportions.ts';
export { median, quantile, quantiles, sortedFinite } from './stats/quantiles.ts';
export { type WelchResult, welch } from './stats/welch.ts';
