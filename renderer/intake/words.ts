// Sentences whose key is only known at run time: issues, reasons of a proposal, errors.
import { useFormatter, useTranslations } from 'use-intl';
import type { AppError } from '../../shared/errors.ts';
import { describeError, type ErrorTranslator } from '../../shared/i18n/describeError.ts';
import type { Issue, IssueArgs, ReasonCode, Reject } from '../../shared/model/source.ts';

type Say = (key: string, values: IssueArgs) => string;

/** Translators that take a code; the codes are closed lists, each with a sentence per language. */
export function useDataWords() {
  const translate = useTranslations();
  const format = useFormatter();
  // The translator's own type wants each key's literal arguments; the code decides them here.
  const say = translate as unknown as Say;
  return {
    issue: ({ code, args, column, count }: Pick<Issue, 'code' | 'args' | 'column' | 'count'>): string =>
      say(`issues.${code}`, { column: column ?? '', count: count ?? 1, ...args }),
    reject: ({ code, args, column, value }: Pick<Reject, 'code' | 'args' | 'column' | 'value'>): string =>
      say(`issues.${code}`, { column: column ?? '', value: value ?? '', count: 1, ...args }),
    reason: (code: ReasonCode, word?: string): string => say(`reasons.${code}`, { word: word ?? '' }),
    error: (error: AppError): string =>
      describeError(error, translate as unknown as ErrorTranslator, (value) => format.number(value)),
  };
}
