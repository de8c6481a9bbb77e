// Where one file stands on its way in, for the tabs and the footer.
import {
  type FileDraft,
  isAlreadyIn,
  type Lack,
  lacksOf,
  mappingOf,
  openQuestions,
  type Question,
} from './draft.ts';
import type { Inspected } from './useInspections.ts';

export interface FileState {
  readonly state: 'checking' | 'asks' | 'lacks' | 'known' | 'ready' | 'failed';
  readonly questions: readonly Question[];
  readonly lacks: readonly Lack[];
}

/** State of a draft with what is known about its file; undefined = not asked yet. */
export function fileStateOf(draft: FileDraft, inspected: Inspected | undefined): FileState {
  const none: FileState = { state: 'checking', questions: [], lacks: [] };
  if (inspected?.error) return { ...none, state: 'failed' };
  const inspection = inspected?.inspection;
  if (!inspection) return none;
  const questions = openQuestions(draft, inspection);
  const columns = mappingOf(inspection.columns, draft.edits);
  const lacks = lacksOf(draft.kind ?? inspection.kind, columns, draft.numbered);
  if (isAlreadyIn(draft, inspection)) return { state: 'known', questions, lacks };
  if (questions.length > 0) return { state: 'asks', questions, lacks };
  if (lacks.length > 0) return { state: 'lacks', questions, lacks };
  return { state: inspected.busy ? 'checking' : 'ready', questions, lacks };
}
