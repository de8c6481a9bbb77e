// Saves the issue list as CSV in the words that are on screen.
import { fileStem } from '../../../shared/fileStem.ts';
import { useTranslations } from 'use-intl';
import { useSaveFile } from '../../handover/index.ts';
import type { IssueView } from '../../ui/index.ts';

/** Writes the issues that are shown. */
export function useSaveIssues(fileName: string): (views: readonly IssueView[]) => void {
  const t = useTranslations('common');
  const w = useTranslations('wizard.issues');
  const { save } = useSaveFile('sources.exportIssues');
  const rowsOf = (views: readonly IssueView[]): string[][] => [
    [t('severity'), t('what'), t('column'), t('lines'), t('example'), t('done'), t('rowsHeader'), t('toDo')],
    ...views.map(({ severity, what, column, lines, example, done, rows, toDo }) => [
      t(`severities.${severity}`),
      what,
      column ?? t('allColumns'),
      lines.join(', '),
      example.slice(0, 2000),
      done,
      String(rows),
      toDo,
    ]),
  ];
  return (views) => {
    save(`${w('fileName', { file: fileStem(fileName) })}.csv`, { rows: rowsOf(views) });
  };
}
