// Files on their way in: chosen or dropped, then handed to the import wizard through the route's state, which survives
// going back and forth. The wizard reads them with `arrivingFiles`.
import { useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { FileHandle } from '../../shared/host.ts';
import { asAppError, useBridge } from '../data/index.ts';

declare module '@tanstack/history' {
  interface HistoryState {
    /** Files that a screen hands to the import wizard. */
    importFiles?: readonly FileHandle[];
  }
}

export interface Intake {
  readonly choose: () => void;
  readonly drop: (files: readonly File[]) => void;
  readonly busy: boolean;
  readonly error: AppError | null;
}

/** Takes files over from the host; `onTaken` gets at least one. */
export function useIntake(onTaken: (files: readonly FileHandle[]) => void): Intake {
  const bridge = useBridge();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const take = async (taking: Promise<readonly FileHandle[]>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const files = await taking;
      if (files.length > 0) onTaken(files);
    } catch (reason) {
      setError(asAppError(reason));
    } finally {
      setBusy(false);
    }
  };
  return {
    choose: () => void take(bridge.pickFiles('spreadsheets', true)),
    drop: (files) => void (files.length > 0 && take(bridge.takeDropped(files))),
    busy,
    error,
  };
}
