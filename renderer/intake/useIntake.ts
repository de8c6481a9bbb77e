// Files on their way in: chosen or dropped. Other screens hand them to the import wizard through the route's state
// (`importFiles`), which survives going back and forth.
import { type DragEvent, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { FileHandle } from '../../shared/host.ts';
import { asAppError, useBridge } from '../data/index.ts';

export interface Intake {
  readonly choose: () => void;
  readonly drop: (files: readonly File[]) => void;
  readonly busy: boolean;
  readonly error: AppError | null;
}

/** For the root of a screen: files dropped anywhere on it are taken, and never opened by the window itself. */
export function dropProps({ drop }: Intake) {
  return {
    onDragOver: (event: DragEvent): void => {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault();
    },
    onDrop: (event: DragEvent): void => {
      // A drop area inside has taken them already.
      if (event.defaultPrevented) return;
      event.preventDefault();
      drop([...event.dataTransfer.files]);
    },
  };
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
