// What the issue list of a source is narrowed to.
import type { Issue, IssueFilter } from '../../../shared/model/issue.ts';

/** No header is empty: the import names columns without one. */
export const NO_COLUMN = '';

export interface IssueChoice {
  readonly severity: 'all' | Issue['severity'];
  /** A column of the file, or `NO_COLUMN` = whatever they are about. */
  readonly column: string;
}
export const WHOLE_LIST: IssueChoice = { severity: 'all', column: NO_COLUMN };

export const issuesShown = (issues: readonly Issue[], { severity, column }: IssueChoice): readonly Issue[] =>
  issues.filter(
    (issue) =>
      (severity === 'all' || issue.severity === severity) &&
      (column === NO_COLUMN || issue.column === column),
  );

/** Columns that issues are about, in the order of the list. */
export const issueColumns = (issues: readonly Issue[]): readonly string[] => [
  ...new Set(issues.flatMap(({ column }) => (column === undefined ? [] : [column]))),
];

/** The same for the saved list; all of it also names the rejected records. */
export const filterOf = ({ severity, column }: IssueChoice): IssueFilter => ({
  ...(severity === 'all' ? {} : { severity }),
  ...(column === NO_COLUMN ? {} : { column }),
});
