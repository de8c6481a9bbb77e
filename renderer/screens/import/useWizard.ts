// The wizard's state: the files, what was decided about each, which one is shown.
import { useState } from 'react';
import type { FileHandle } from '../../../shared/host.ts';
import { type FileDraft, newDraft } from './draft.ts';
import { type FileState, fileStateOf } from './fileState.ts';
import { type Inspected, useInspections } from './useInspections.ts';

export interface WizardFile {
  readonly draft: FileDraft;
  readonly inspected: Inspected | undefined;
  readonly state: FileState;
}

/** Files in the order they were added; `first` are those that another screen handed over. */
export function useWizard(first: readonly FileHandle[]) {
  const [drafts, setDrafts] = useState<readonly FileDraft[]>(() => first.map(newDraft));
  const [wanted, setWanted] = useState<string | null>(null);
  const inspections = useInspections(drafts);
  const files = drafts.map((draft): WizardFile => {
    const inspected = inspections.get(draft.file.handle);
    return { draft, inspected, state: fileStateOf(draft, inspected) };
  });
  const index = Math.max(
    0,
    files.findIndex(({ draft }) => draft.file.handle === wanted),
  );
  return {
    files,
    index,
    selected: files[index] ?? null,
    select: setWanted,
    add: (more: readonly FileHandle[]): void => {
      setDrafts((now) => [
        ...now,
        ...more.filter(({ handle }) => now.every(({ file }) => file.handle !== handle)).map(newDraft),
      ]);
      setWanted(more[0]?.handle ?? null);
    },
    remove: (handle: string): void => setDrafts((now) => now.filter(({ file }) => file.handle !== handle)),
    change: (draft: FileDraft): void =>
      setDrafts((now) => now.map((old) => (old.file.handle === draft.file.handle ? draft : old))),
  };
}
