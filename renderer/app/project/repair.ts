// Which damaged project the repair dialog is about; asked by whoever tried to open it.
import { create } from 'zustand';

/** How the engine knows the file, and its name for people. */
export interface DamagedProject {
  readonly file: string;
  readonly from: { readonly file: string } | { readonly recent: string };
}

interface RepairState {
  readonly damaged: DamagedProject | null;
  readonly ask: (damaged: DamagedProject) => void;
  readonly close: () => void;
}

/** `ask(project)` opens the dialog. */
export const useRepair = create<RepairState>((set) => ({
  damaged: null,
  ask: (damaged) => set({ damaged }),
  close: () => set({ damaged: null }),
}));
