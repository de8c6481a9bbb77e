// Evidence in words, the same on every screen: levels with their units, names of statements, and why an index is what it is.

/** Whether a statement has an interval to draw. */
export { isDrawn } from './drawn.ts';
/** Key, name, levels and cuts of a statement in the interface's language. */
export {
  evidenceKey,
  isWorded,
  useCuts,
  useEvidenceNames,
  useFeatureNames,
  useLevels,
  type WriteLevel,
} from './levels.ts';
/** “Why this number?” of a statement. */
export { useWhyEvidence } from './whyEvidence.ts';
