// The repair dialog over the engine.
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { useCommand } from '../../data/index.ts';
import { useNotify } from '../notices.ts';
import { useRepair } from './repair.ts';
import type { DamagedProject } from './repair.ts';
import { RepairDialog } from './RepairDialog.tsx';
import { useProjectActions } from './useProjectActions.ts';

function RepairOf({ file, from }: DamagedProject) {
  const close = useRepair((state) => state.close);
  const salvage = useCommand('project.salvage');
  const { openSaved } = useProjectActions();
  const { fail } = useNotify();
  const [done, setDone] = useState<OutputOf<'project.salvage'> | null>(null);
  const open = (): void => {
    if (done) void openSaved(done.file).then((opened) => (opened ? close() : undefined));
  };
  return (
    <RepairDialog
      file={file}
      busy={salvage.isPending}
      report={done?.report ?? null}
      onSave={() => salvage.mutate(from, { onSuccess: setDone, onError: fail })}
      onOpen={open}
      onClose={close}
    />
  );
}

/** Shown once a project was refused as damaged. */
export function Repair() {
  const damaged = useRepair((state) => state.damaged);
  return damaged ? <RepairOf key={JSON.stringify(damaged.from)} {...damaged} /> : null;
}
