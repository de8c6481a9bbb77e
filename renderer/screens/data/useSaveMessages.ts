// Saves what was noticed about a source as a CSV list.
import { useTranslations } from 'use-intl';
import type { Source } from '../../../shared/model/source.ts';
import { useNotify } from '../../app/index.ts';
import { asAppError, useBridge, useJob } from '../../data/index.ts';
import { filterOf, type IssueChoice } from './issueChoice.ts';

export function useSaveMessages(source: Source, choice: IssueChoice) {
  const t = useTranslations('fixes.messages');
  const bridge = useBridge();
  const job = useJob('sources.exportMessages');
  const { notify, fail } = useNotify();
  const save = async (): Promise<void> => {
    try {
      const target = await bridge.pickSave('export', `${t('fileName', { name: source.name })}.csv`);
      if (!target) return;
      await job.mutateAsync({ sourceId: source.id, target: target.handle, ...filterOf(choice) });
      await bridge.deliver(target);
      notify('ok', t('saved', { name: target.name }));
    } catch (error) {
      fail(asAppError(error));
    }
  };
  return { save, saving: job.isPending };
}
