// Every chart of the interface. All take ready data and words; none knows the engine. T shows any chart as a table.

/** echarts drawing from a pure option builder: `<Chart option={(palette) => lineOption(input, palette)} …>`. */
export { Chart, type ChartProps } from './Chart.tsx';
/** Frame for own drawings: summary, T for the table. */
export { ChartFrame, type ChartFrameProps, type ChartTable } from './ChartFrame.tsx';
/** Option builders: lines over categories (score by k, trends), histogram with marks. */
export {
  histogramOption,
  lineOption,
  type HistogramInput,
  type LineInput,
  type LineSeries,
} from './options.ts';
/** Projection of up to a million customers; lasso, rectangle, point, zoom, labels. */
export { ScatterMap, type ScatterMapProps } from './ScatterMap.tsx';
export { type MapSegment } from './scatter/placeLabels.ts';
export { type MapTool } from './scatter/useMapGestures.ts';
export { countMask } from './scatter/selectPoints.ts';
/** Standardised means with printed values, one row per segment and one for the selection. */
export {
  heatColumns,
  MIN_CELL_PX,
  ProfileHeatmap,
  type ProfileHeatmapProps,
  type ProfileRow,
} from './ProfileHeatmap.tsx';
export { ColumnHeadings, standsUpright, type ColumnHeadingsProps } from './ColumnHeadings.tsx';
/** Parallel coordinates over the heat map's columns. */
export { END_LABELS_PX } from './EndLetters.tsx';
export {
  ParallelProfiles,
  type ParallelProfilesProps,
  type ParallelSeries,
} from './ParallelProfiles.tsx';
/** Share of customers and of revenue by segment. */
export { SizeBars, type SizeBar, type SizeBarsProps } from './SizeBars.tsx';
/** Diverging index bars (100 = everyone) with intervals. */
export { IndexBars, indexRange, type IndexBarsProps, type IndexRow } from './IndexBars.tsx';
/** Segment (bars) against everyone (outline). */
export { HistogramPair, type HistogramPairProps } from './HistogramPair.tsx';
/** Ages in months with the median and a limit. */
export { AgeHistogram, type AgeHistogramProps } from './AgeHistogram.tsx';
/** Scores of copies without groups with the observed line. */
export { NullHistogram, type NullHistogramProps } from './NullHistogram.tsx';
/** Ranges on one axis with ticks. */
export { RangeBars, type RangeBar, type RangeBarsProps } from './RangeBars.tsx';
/** Shares here against a reference, level by level. */
export { Dumbbells, type Dumbbell, type DumbbellsProps } from './Dumbbells.tsx';
/** The top of a tree of merges, cut into parts. */
export { Dendrogram, type DendrogramLeaf, type DendrogramProps } from './Dendrogram.tsx';
/** A few scores by k on one axis. */
export { ScoreCurves, type ScoreCurve, type ScoreCurvesProps } from './ScoreCurves.tsx';
/** Small trend; index dot with whisker for table rows. */
export { IndexDot, Sparkline, type IndexDotProps, type SparklineProps } from './Sparkline.tsx';
/** Width of an element, followed as panes are resized. */
export { useWidth } from './useWidth.ts';
/** Bins of equal width from values. */
export { binValues, type Bins } from './histograms.ts';
