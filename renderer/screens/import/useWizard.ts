// The wizard's files: what was decided about each, what the engine says, which one is shown.
import { useEffect } from 'react';
import type { FileHandle } from '../../../shared/host.ts';
import { useProject } from '../../app/index.ts';
import type { FileDraft } from './draft.ts';
import { type FileState, fileStateOf } from './fileState.ts';
import { type Checked, useChecks } from './useChecks.ts';
import { type Inspected, useInspections } from './useInspections.ts';
import { useWizardStore } from './wizardStore.ts';

export interface WizardFile {
  readonly draft: FileDraft;
  readonly inspected: Inspected | undefined;
  readonly checked: Checked | undefined;
  readonly state: FileState;
}

const NONE: readonly FileDraft[] = [];

/**
 * Files in the order they were added; `arriving` are those that another screen handed over. While they are `importing`
 * nothing is checked beside it.
 */
export function useWizard(arriving: readonly FileHandle[], importing: boolean) {
  const store = useWizardStore();
  const { drafts, wanted, arrive } = store;
  const project = useProject()?.fileName;
  useEffect(() => {
    if (project !== undefined) arrive(project, arriving);
  }, [project, arriving, arrive]);
  const inspections = useInspections(drafts);
  const checks = useChecks(importing ? NONE : drafts, inspections);
  const files = drafts.map((draft): WizardFile => {
    const inspected = inspections.get(draft.id);
    return { draft, inspected, checked: checks.get(draft.id), state: fileStateOf(draft, inspected) };
  });
  const index = Math.max(
    0,
    files.findIndex(({ draft }) => draft.id === wanted),
  );
  return { ...store, files, index, selected: files[index] ?? null };
}

export type Wizard = ReturnType<typeof useWizard>;
