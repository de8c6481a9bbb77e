// What the analyst has decided in the wizard, kept while other screens are open; it ends with the import, with Cancel,
// and with the project. View state only: nothing here is in the project.
import { create } from 'zustand';
import type { FileHandle } from '../../../shared/host.ts';
import { type FileDraft, type FurtherTable, newDraft } from './draft.ts';

export interface WizardState {
  /** The project that the files are meant for. */
  readonly project: string | null;
  readonly drafts: readonly FileDraft[];
  /** Handles that were handed over once: coming back must not bring back what was left out. */
  readonly seen: ReadonlySet<string>;
  readonly wanted: string | null;
  readonly remember: boolean;
  readonly shown: 'read' | 'file';
  /** Files for a project; those of another project go. */
  readonly arrive: (project: string, files: readonly FileHandle[]) => void;
  readonly add: (files: readonly FileHandle[]) => void;
  /** Further tables of a file; they stand right behind it. */
  readonly addTables: (draft: FileDraft, tables: readonly FurtherTable[]) => void;
  readonly remove: (id: string) => void;
  readonly change: (draft: FileDraft) => void;
  readonly select: (id: string | null) => void;
  readonly setRemember: (remember: boolean) => void;
  readonly setShown: (shown: 'read' | 'file') => void;
  /** Forgets these drafts (they are imported), or all. */
  readonly clear: (ids?: readonly string[]) => void;
}

const EMPTY = { drafts: [], seen: new Set<string>(), wanted: null } as const;

type Files = Pick<WizardState, 'drafts' | 'seen' | 'wanted'>;

function withFiles({ drafts, seen, wanted }: Files, files: readonly FileHandle[]): Files {
  const more = files.filter(({ handle }) => !seen.has(handle));
  return {
    drafts: [...drafts, ...more.map((file) => newDraft(file))],
    seen: new Set([...seen, ...more.map(({ handle }) => handle)]),
    wanted: more[0]?.handle ?? wanted,
  };
}

/** One store per window. */
export const useWizardStore = create<WizardState>((set) => ({
  project: null,
  ...EMPTY,
  remember: true,
  shown: 'read',
  arrive: (project, files) =>
    set((now) => {
      const kept: Files = now.project === project ? now : EMPTY;
      const arrived = withFiles(kept, files);
      return { project, ...arrived, wanted: kept.wanted ?? arrived.drafts[0]?.id ?? null };
    }),
  add: (files) => set((now) => withFiles(now, files)),
  addTables: (draft, tables) =>
    set(({ drafts }) => {
      const more = tables
        .map((table) => newDraft(draft.file, table))
        .filter(({ id }) => drafts.every((one) => one.id !== id));
      return { drafts: drafts.flatMap((one) => (one.id === draft.id ? [one, ...more] : [one])) };
    }),
  remove: (id) => set(({ drafts }) => ({ drafts: drafts.filter((draft) => draft.id !== id) })),
  change: (draft) =>
    set(({ drafts }) => ({ drafts: drafts.map((old) => (old.id === draft.id ? draft : old)) })),
  select: (wanted) => set({ wanted }),
  setRemember: (remember) => set({ remember }),
  setShown: (shown) => set({ shown }),
  clear: (ids) =>
    set(({ drafts }) => ({ drafts: ids ? drafts.filter(({ id }) => !ids.includes(id)) : [], wanted: null })),
}));
