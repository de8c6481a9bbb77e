// Evidence in words, the same on every screen: levels with their units, names of statements, and why an index is what it is.

/** Writes a level in its unit; names of features and statements. */
export {
  evidenceKey,
  isWorded,
  levelWriter,
  useEvidenceNames,
  useFeatureNames,
  useLevels,
  type UnitWords,
  type WriteLevel,
} from './levels.ts';
/** “Why this number?” of a statement. */
export { useWhyEvidence } from './whyEvidence.ts';
