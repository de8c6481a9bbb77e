// Whether the “New project” dialog is open, and with which files it will start.
import { create } from 'zustand';
import type { FileHandle } from '../../../shared/host.ts';

interface NewProjectState {
  readonly opened: boolean;
  readonly files: readonly FileHandle[];
  readonly ask: (files?: readonly FileHandle[]) => void;
  readonly close: () => void;
}

/** The dialog's state; `ask(files)` opens it. */
export const useNewProject = create<NewProjectState>((set) => ({
  opened: false,
  files: [],
  ask: (files = []) => set({ opened: true, files }),
  close: () => set({ opened: false, files: [] }),
}));
