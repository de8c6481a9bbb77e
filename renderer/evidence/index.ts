// Evidence in words, the same on every screen: levels with their units, names of statements, and why an index is what it is.

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
