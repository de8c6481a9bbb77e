// Saves the issue list as CSV in the words that are on screen.
import { useTranslations } from 'use-intl';
import { useNotify } from '../../app/index.ts';
import { asAppError, useBridge, useJob } from '../../data/index.ts';
import type { IssueView } from '../../ui/index.ts';

/** Asks for a place, writes, delivers, says so; nothing when the user cancels. */
export function useSaveIssues(fileName: string): (views: readonly IssueView[]) => void {
  const t = useTranslations('common');
  const w = useTranslations('wizard.issues');
  const bridge = useBridge();
  const job = useJob('sources.exportIssues');
  const { notify, fail } = useNotify();
  const rowsOf = (views: readonly IssueView[]): string[][] => [
    [t('severity'), t('what'), t('column'), t('lines'), t('example'), t('done'), t('rowsHeader')],
    ...views.map(({ severity, what, column, lines, example, done, rows }) => [
      t(`severities.${severity}`),
      what,
      column ?? t('allColumns'),
      lines.join(', '),
      example.slice(0, 2000),
      done,
      String(rows),
    ]),
  ];
  const save = async (views: readonly IssueView[]): Promise<void> => {
    const stem = fileName.replace(/\.[^.]{1,5}$/, '');
    const target = await bridge.pickSave('export', `${w('fileName', { file: stem })}.csv`);
    if (!target) return;
    await job.mutateAsync({ target: target.handle, rows: rowsOf(views) });
    await bridge.deliver(target);
    notify('ok', w('saved', { name: target.name }));
  };
  return (views) => void save(views).catch((error: unknown) => fail(asAppError(error)));
}
