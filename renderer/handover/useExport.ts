// Writing files: the user chooses the place, the engine writes, the host hands over.
import { useTranslations } from 'use-intl';
import type { InputOf } from '../../shared/contract/index.ts';
import { useNotify } from '../app/index.ts';
import { asAppError, useBridge, useJob } from '../data/index.ts';

type ExportInput = Omit<InputOf<'exports.write'>, 'target'>;

/** Asks for a place, writes, delivers, and says so. Does nothing when the user cancels. */
export function useExport(): (input: ExportInput, suggestedName: string) => void {
  const t = useTranslations('segments');
  const bridge = useBridge();
  const write = useJob('exports.write');
  const { notify, fail } = useNotify();
  const run = async (input: ExportInput, suggestedName: string): Promise<void> => {
    const target = await bridge.pickSave('export', suggestedName);
    if (!target) return;
    await write.mutateAsync({ ...input, target: target.handle });
    await bridge.deliver(target);
    notify('ok', t('exported', { name: target.name }));
  };
  return (input, suggestedName) =>
    void run(input, suggestedName).catch((error: unknown) => fail(asAppError(error)));
}
