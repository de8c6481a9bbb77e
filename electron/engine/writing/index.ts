// Evidence to words and plans, in every language, without a language model. All functions are pure.
export { createWriter, type Writer } from './writer.ts';
export { traitOf, type Trait } from './traits.ts';
export {
  nameSegments,
  suggestNames,
  type NameContext,
  type NamedSegment,
  type NameSuggestion,
} from './names.ts';
export { draftPersona, type PersonaInput } from './personaDraft.ts';
export { recheckPersona } from './personaRecheck.ts';
export { characterOf, type CharacterInput } from './segmentCharacter.ts';
export { parsePlaybook, proposeActions, type ProposalOptions } from './proposeActions.ts';
export { retailPlaybook } from './retailPlaybook.ts';
export {
  actionFigures,
  combineRanges,
  planTotals,
  type PlanFigures,
  type PlanRange,
  type PlanTerms,
  type PlanTotals,
} from './planArithmetic.ts';
