// Sentences whose key is only known at run time: issues, and reasons of a proposal.
import { useTranslations } from 'use-intl';
import type { Issue, IssueArgs, Reject } from '../../shared/model/issue.ts';
import type { ReasonCode } from '../../shared/model/inspection.ts';

type Say = (key: string, values: IssueArgs) => string;

/** Translators that take a code; the codes are closed lists, each with a sentence per language. */
export function useDataWords() {
  const translate = useTranslations();
  // The translator's own type wants each key's literal arguments; the code decides them here.
  const say = translate as unknown as Say;
  return {
    issue: ({ code, args, column, count }: Pick<Issue, 'code' | 'args' | 'column' | 'count'>): string =>
      say(`issues.${code}`, { column: column ?? '', count: count ?? 1, ...args }),
    reject: ({ code, args, column, value }: Pick<Reject, 'code' | 'args' | 'column' | 'value'>): string =>
      say(`issues.${code}`, { column: column ?? '', value: value ?? '', count: 1, ...args }),
    reason: (code: ReasonCode, word?: string): string => say(`reasons.${code}`, { word: word ?? '' }),
  };
}
