// What the shell's buttons and keys do, through the engine and the router.
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../data/index.ts';
import { useNotify } from '../notices.ts';
import { usePreferences } from '../preferences.ts';
import { useNewProject } from '../project/newProject.ts';
import { useProjectActions } from '../project/useProjectActions.ts';
import { useProject } from '../useProject.ts';
import { useHistoryDetail, useHistoryLabel } from './historyLabel.ts';
import type { ShellActions } from './view.ts';

/** The shell's actions; opening the palette, the history and the rename dialog is the caller's. */
export function useShellActions({
  openPalette,
  openHistory,
  openRename,
}: {
  readonly openPalette: () => void;
  readonly openHistory: () => void;
  readonly openRename: () => void;
}): ShellActions {
  const t = useTranslations('shell');
  const labelOf = useHistoryLabel();
  const detailOf = useHistoryDetail();
  const navigate = useNavigate();
  const project = useProject();
  const projects = useProjectActions();
  const preferences = usePreferences();
  const askNew = useNewProject((state) => state.ask);
  const { notify, fail } = useNotify();
  const undo = useCommand('history.undo');
  const redo = useCommand('history.redo');
  const cancel = useCommand('jobs.cancel');
  const dismiss = useCommand('project.dismissCaution');
  const words = (entry: { readonly label: string; readonly detail: string }): string =>
    [labelOf(entry.label), detailOf(entry)].filter((part) => part !== '').join(', ');
  return {
    goStep: (step) => void (project ? navigate({ to: `/${step}` }) : undefined),
    goHome: () => void navigate({ to: '/' }),
    newProject: () => askNew(),
    openProject: () => void projects.openFile(),
    closeProject: () => void projects.close(),
    saveCopy: () => void (project ? projects.saveCopy(project.name) : undefined),
    dismissCaution: (code) => dismiss.mutate({ code }, { onError: fail }),
    renameProject: openRename,
    undo: () =>
      undo.mutate(undefined, {
        onSuccess: (entry) => notify('neutral', t('undone', { label: words(entry) })),
        onError: fail,
      }),
    redo: () =>
      redo.mutate(undefined, {
        onSuccess: (entry) => notify('neutral', t('redone', { label: words(entry) })),
        onError: fail,
      }),
    setLocale: preferences.setLocale,
    toggleTheme: () => preferences.setTheme(preferences.theme === 'dark' ? 'light' : 'dark'),
    cancelJob: (jobId) => cancel.mutate({ jobId }, { onError: fail }),
    openPalette,
    openHistory,
  };
}
