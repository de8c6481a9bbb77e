// Narrows the list of rejected records to one reason, with how many there are of each.
import { useTranslations } from 'use-intl';
import type { SourceIssue } from '../../../../shared/model/issue.ts';
import { useDataWords } from '../../../intake/index.ts';
import { Select } from '../../../ui/index.ts';

export type Group = Pick<SourceIssue, 'severity' | 'code' | 'column' | 'count'>;

function useReason() {
  const words = useDataWords();
  return ({ code, args, column, value }: Pick<SourceIssue, 'code' | 'args' | 'column' | 'value'>): string =>
    words.reject({ code, args, column: column ?? undefined, value: value ?? undefined });
}

export const ALL = 'all';
/** What differs between the records of one reason is left open in its name. */
const DIFFERING = Object.fromEntries(
  ['cells', 'expected', 'offset', 'limit', 'delimiter', 'index', 'reference'].map((name) => [name, '…']),
);
export const keyOf = ({ code, column }: Group): string => `${code} ${column ?? ''}`;

/** “Income: not a number (12)”. */
export function ReasonSelect({
  groups,
  value,
  onChange,
}: {
  readonly groups: readonly Group[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useTranslations('fixes.rejects');
  const reason = useReason();
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const labelOf = (group: Group): string => {
    const words = { reason: reason({ ...group, args: DIFFERING, value: null }), count: group.count };
    return group.column === null ? t('groupWhole', words) : t('group', { ...words, column: group.column });
  };
  return (
    <Select
      label={t('reason')}
      labelAt="before"
      size={24}
      value={value}
      options={[
        { value: ALL, label: t('all', { count: total }) },
        ...groups.map((group) => ({ value: keyOf(group), label: labelOf(group) })),
      ]}
      onChange={onChange}
    />
  );
}
