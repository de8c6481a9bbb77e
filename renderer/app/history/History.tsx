// The history over the engine: asks for the list, and goes to a decision by as many undo or redo steps as it takes.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { asAppError, useAsk, useCommand } from '../../data/index.ts';
import { useNotify } from '../notices.ts';
import { useProject } from '../useProject.ts';
import { HistoryDialog } from './HistoryDialog.tsx';
import { travelTo } from './travel.ts';

/** The connected dialog. Each step is the engine's own undo, so a failure leaves the project between two decisions. */
export function History({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('shell.history');
  const { notify, fail } = useNotify();
  const project = useProject();
  const entries = useAsk('history.list', undefined).data;
  const undo = useCommand('history.undo');
  const redo = useCommand('history.redo');
  const [moving, setMoving] = useState(false);
  const travel = async (id: number | null): Promise<void> => {
    const { direction, steps } = travelTo(entries ?? [], id);
    const command = direction === 'undo' ? undo : redo;
    setMoving(true);
    try {
      for (let step = 0; step < steps; step++) await command.mutateAsync(undefined);
      notify('neutral', t(direction === 'undo' ? 'wentBack' : 'wentForward', { count: steps }));
    } catch (error) {
      fail(asAppError(error));
    } finally {
      setMoving(false);
    }
  };
  if (!entries) return null;
  return (
    <HistoryDialog
      entries={entries}
      locked={moving || (project?.readOnly ?? true)}
      onTravel={(id) => void travel(id)}
      onClose={onClose}
    />
  );
}
