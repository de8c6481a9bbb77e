// Columns as the wizard shows them: what the first part of the file said, replaced by the whole file's counts once known.
import type { CheckReport } from '../../../shared/model/check.ts';
import type { ColumnProposal } from '../../../shared/model/inspection.ts';
import type { Issue } from '../../../shared/model/issue.ts';

export interface ShownColumn extends ColumnProposal {
  /** More different values than were counted. */
  readonly distinctAtLeast: boolean;
  /** Records rejected because of this column; null until all were read. */
  readonly invalid: number | null;
}

/** `report` is of the same settings and columns, or null while it is on its way. */
export function shownColumnsOf(
  proposals: readonly ColumnProposal[],
  report: CheckReport | null,
): readonly ShownColumn[] {
  const byPosition = new Map(report?.columns.map((one) => [one.position, one]));
  return proposals.map((proposal) => {
    const all = byPosition.get(proposal.position);
    if (!report || !all) return { ...proposal, distinctAtLeast: false, invalid: null };
    const { missing, distinct, bars, distinctAtLeast, invalid } = all;
    return { ...proposal, sampled: report.records.loaded, missing, distinct, bars, distinctAtLeast, invalid };
  });
}

/** Issues with the counts of the whole file; what only the detection can know stays. */
export function shownIssuesOf(found: readonly Issue[], report: CheckReport | null): readonly Issue[] {
  if (!report) return found;
  const keyOf = ({ code, column }: Issue): string => `${code} ${column ?? ''}`;
  const whole = new Map(report.issues.map((issue) => [keyOf(issue), issue]));
  const kept = found.map((issue) => whole.get(keyOf(issue)) ?? issue);
  const known = new Set(found.map(keyOf));
  return [...kept, ...report.issues.filter((issue) => !known.has(keyOf(issue)))];
}
