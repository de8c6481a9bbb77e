// Writing files: the user chooses the place, the engine writes, the host hands over.
import { useTranslations } from 'use-intl';
import type { InputOf } from '../../shared/contract/index.ts';
import type { JobKind } from '../../shared/model/job.ts';
import { useNotify } from '../app/index.ts';
import { asAppError, useBridge, useJob } from '../data/index.ts';
import { fileNameOf } from './fileName.ts';

/** Jobs that write one file to where the user says. */
type FileJob = { [K in JobKind]: InputOf<K> extends { readonly target: string } ? K : never }[JobKind];
type FileInput<K extends FileJob> = Omit<InputOf<K>, 'target'>;

export interface SaveFile<K extends FileJob> {
  /** Asks for a place, writes, delivers, and says so; nothing when the user cancels. `suggestedName` has its ending. */
  readonly save: (suggestedName: string, input: FileInput<K>) => void;
  readonly saving: boolean;
}

/** A job that writes a file, as something a button does. */
export function useSaveFile<K extends FileJob>(kind: K): SaveFile<K> {
  const t = useTranslations('common');
  const bridge = useBridge();
  const job = useJob(kind);
  const { notify, fail } = useNotify();
  const save = async (suggestedName: string, input: FileInput<K>): Promise<void> => {
    const target = await bridge.pickSave('export', fileNameOf(suggestedName));
    if (!target) return;
    await job.mutateAsync({ ...input, target: target.handle } as InputOf<K>);
    await bridge.deliver(target);
    notify('ok', t('savedAs', { name: target.name }));
  };
  return {
    save: (suggestedName, input) =>
      void save(suggestedName, input).catch((error: unknown) => fail(asAppError(error))),
    saving: job.isPending,
  };
}
