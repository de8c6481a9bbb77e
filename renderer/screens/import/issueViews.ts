// Issues of an inspection and the rejected records of its preview, as one list for the table below the preview.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CheckReport, RejectGroup } from '../../../shared/model/check.ts';
import type { ColumnMapping } from '../../../shared/model/source.ts';
import type { Inspection, PreviewRecord } from '../../../shared/model/inspection.ts';
import type { Issue, IssueCode, Reject } from '../../../shared/model/issue.ts';
import { isPersonal, maskPersonal, showControls, useDataWords } from '../../intake/index.ts';
import { REMEDY_OF } from '../../../shared/model/remedy.ts';
import type { IssueView } from '../../ui/index.ts';
import type { Question } from './draft.ts';
import { shownIssuesOf } from './shownColumns.ts';

const SHOWN_LINES = 3;

/** Rejected records with the same reason in the same column belong together; the largest group first. */
export function rejectGroupsOf(preview: readonly PreviewRecord[]): readonly RejectGroup[] {
  const rejects = preview.flatMap(({ reject }) => (reject ? [reject] : []));
  const groups = Map.groupBy(rejects, ({ code, column }) => `${code} ${column ?? ''}`);
  return [...groups.values()]
    .flatMap((members) => {
      const [first] = members;
      return first ? [{ first, lines: members.map(({ line }) => line), count: members.length }] : [];
    })
    .toSorted((a, b) => b.count - a.count);
}

const ASKED: Readonly<Partial<Record<IssueCode, Question>>> = {
  'DATE-AMBIGUOUS': 'dateOrder',
  'DECIMAL-AMBIGUOUS': 'decimal',
  'ENCODING-CONFIRM': 'encoding',
  PREAMBLE: 'header',
};

/** What was done about an issue: nothing yet while its question is open. */
function doneKey({ code, severity }: Issue, questions: readonly Question[]) {
  const question = ASKED[code];
  if (question && questions.includes(question)) return 'done.asked';
  return severity === 'check' ? 'done.read' : 'done.noted';
}

/** Rejections first, then what should be checked, then notes. */
export function useIssueViews(
  inspection: Inspection,
  columns: readonly ColumnMapping[],
  questions: readonly Question[],
  report: CheckReport | null,
  instead: (code: IssueCode) => ReactNode | undefined,
): readonly IssueView[] {
  const t = useTranslations('data.import');
  const toDo = useTranslations('data.toDo');
  const words = useDataWords();
  const choiceOf = (code: IssueCode): Pick<IssueView, 'instead'> => {
    const control = instead(code);
    return control === undefined ? {} : { instead: control };
  };
  const exampleOf = ({ column, value = '' }: Reject): string => {
    const index = columns.findIndex(({ name }) => name === column);
    const mapping = columns[index];
    return mapping && isPersonal(mapping.role)
      ? maskPersonal(value, inspection.columns[index]?.pii ?? null)
      : showControls(value);
  };
  const rejected = (report?.groups ?? rejectGroupsOf(inspection.preview)).map(
    ({ first, lines, count }): IssueView => ({
      id: `rejected ${first.code} ${first.column ?? ''}`,
      severity: 'rejected',
      what: words.reject(first),
      column: first.column ?? null,
      lines: lines.slice(0, SHOWN_LINES),
      example: exampleOf(first),
      done: t('done.keptOut'),
      toDo: toDo(REMEDY_OF[first.code]),
      rows: count,
      ...choiceOf(first.code),
    }),
  );
  const noticed = shownIssuesOf(inspection.issues, report).map(
    (issue, index): IssueView => ({
      id: `${index} ${issue.code}`,
      severity: issue.severity,
      what: words.issue(issue),
      column: issue.column ?? null,
      lines: issue.lines?.slice(0, SHOWN_LINES) ?? [],
      example: '',
      done: t(doneKey(issue, questions)),
      toDo: toDo(REMEDY_OF[issue.code]),
      rows: issue.count ?? 0,
      ...choiceOf(issue.code),
    }),
  );
  const order = (view: IssueView): number => (view.severity === 'check' ? 0 : 1);
  return [...rejected, ...noticed.toSorted((a, b) => order(a) - order(b))];
}
