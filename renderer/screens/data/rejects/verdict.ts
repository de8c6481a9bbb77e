// Whether a changed record would be accepted, asked while it is being typed: the same rules as the import's.
import { useDeferredValue } from 'react';
import type { SourceIssue } from '../../../../shared/model/issue.ts';
import { useAsk } from '../../../data/index.ts';
import { useDataWords } from '../../../intake/index.ts';

export interface Verdict {
  /** Null until the engine has answered. */
  readonly state: 'refused' | 'ready' | null;
  /** Column at fault. */
  readonly column: string | null;
  readonly reason: string;
}

/** Of a record as the file has it. */
export function useOwnVerdict(issue: SourceIssue): Verdict {
  const words = useDataWords();
  const { code, args, column, value } = issue;
  const reason = words.reject({ code, args, column: column ?? undefined, value: value ?? undefined });
  return { state: issue.corrected ? 'ready' : 'refused', column, reason };
}

/** Of a record with changed cells. */
export function useDraftVerdict(sourceId: number, record: number, cells: readonly string[]): Verdict {
  const words = useDataWords();
  const asked = useAsk(
    'sources.checkRecord',
    { sourceId, record, cells: [...useDeferredValue(cells)] },
    { keepPrevious: true },
  );
  if (asked.data === undefined) return { state: null, column: null, reason: '' };
  if (asked.data === null) return { state: 'ready', column: null, reason: '' };
  return { state: 'refused', column: asked.data.column ?? null, reason: words.reject(asked.data) };
}
