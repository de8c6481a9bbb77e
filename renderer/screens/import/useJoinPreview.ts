// Asks how the wizard's files meet, as soon as every one of them has a key and no open question.
import { useTranslations } from 'use-intl';
import type { JoinPreview } from '../../../shared/model/joinPreview.ts';
import { useAsk } from '../../data/index.ts';
import { importInputOf } from './draft.ts';
import type { WizardFile } from './useWizard.ts';

export interface JoinState {
  readonly join: JoinPreview | null;
  readonly waiting: string;
  /** There are at least two tables, counting those of the project. */
  readonly several: boolean;
}

/** `wanted`: only asked while its pane is open. */
export function useJoinPreview(files: readonly WizardFile[], wanted: boolean): JoinState {
  const t = useTranslations('wizard');
  const sources = useAsk('sources.list', undefined).data?.length ?? 0;
  const several = files.length + sources > 1;
  const inputs = files.flatMap(({ draft, inspected, state }) => {
    const ready = state.state === 'ready' || state.state === 'known';
    if (!ready || !inspected?.inspection) return [];
    const { file, name, kind, settings, columns } = importInputOf(draft, inspected.inspection);
    return [{ file, name, kind, settings, columns }];
  });
  const complete = inputs.length === files.length && files.length > 0;
  const answer = useAsk(
    'sources.joinPreview',
    { files: inputs },
    { enabled: wanted && several && complete, keepPrevious: true },
  );
  const waiting = !several ? t('join.one') : complete ? t('join.comparing') : t('join.waiting');
  return { join: (complete && answer.data) || null, waiting, several };
}
