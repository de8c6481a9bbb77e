// What the Data screen and the import wizard share: taking files in, and showing what came from them.

/** Heights of a micro histogram. */
export { barCounts } from './barCounts.ts';
/** Dashed area with a button. */
export { DropArea, type DropAreaProps } from './DropArea.tsx';
/** How customers and transactions meet. */
export { JoinPanel, type JoinPanelProps } from './JoinPanel.tsx';
/** Personal data recognisable but unreadable. */
export { isPersonal, maskPersonal } from '../../shared/model/maskPersonal.ts';
/** read = loaded + rejected + blank. */
export { RecordsLine } from './RecordsLine.tsx';
/** Invisible characters made visible. */
export { showControls } from './showControls.ts';
/** The features of the project, computed when they are missing. */
export { type ComputedFeatures, useFeatureSet } from './useFeatureSet.ts';
/** The quality report, checked when it is missing or stale. */
export { type CheckedQuality, useQuality } from './useQuality.ts';
/** Pick or drop files; errors of taking them over. */
export { dropProps, type Intake, useIntake } from './useIntake.ts';
/** Sentences for issue and reason codes. */
export { useDataWords } from './words.ts';
