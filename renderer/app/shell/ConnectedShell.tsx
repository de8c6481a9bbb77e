// The shell over the engine and the router: builds the view, binds the keys, shows palette, dialog and messages.
import { Outlet, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { CustomerDialogs } from '../../customer/index.ts';
import { useCommand, useConnectionState, useJobs } from '../../data/index.ts';
import { Toasts } from '../../ui/index.ts';
import { History } from '../history/History.tsx';
import { useNotices, useNotify } from '../notices.ts';
import { CommandPalette } from '../palette/CommandPalette.tsx';
import { useCommands } from '../palette/useCommands.ts';
import { usePreferences } from '../preferences.ts';
import { useNewProject } from '../project/newProject.ts';
import { NewProjectDialog } from '../project/NewProjectDialog.tsx';
import { RenameProjectDialog } from '../project/RenameProjectDialog.tsx';
import { Repair } from '../project/Repair.tsx';
import { useProjectActions } from '../project/useProjectActions.ts';
import { stepOf } from '../steps.ts';
import { useProject } from '../useProject.ts';
import { useLaunch } from './useLaunch.ts';
import { Shell } from './Shell.tsx';
import { useShortcuts } from './shortcuts.ts';
import { useTrail } from './useTrail.ts';
import { useShellActions } from './useShellActions.ts';
import { runningJobs, type ShellParts, type ShellView } from './view.ts';

function useShellView(): ShellView {
  const project = useProject() ?? null;
  const { pathname } = useLocation();
  const { locale, theme } = usePreferences();
  const step = stepOf(pathname);
  return {
    project,
    step,
    trail: useTrail(step, project !== null),
    jobs: useJobs(),
    locale,
    theme,
    connection: useConnectionState(),
  };
}

function Palette({ parts, onClose }: { readonly parts: ShellParts; readonly onClose: () => void }) {
  return <CommandPalette commands={useCommands(parts)} onClose={onClose} />;
}

/** The root route: frame, keys, and what floats over every screen. */
export function ConnectedShell() {
  const view = useShellView();
  const [palette, setPalette] = useState(false);
  const [history, setHistory] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const actions = useShellActions({
    openPalette: () => setPalette(true),
    openHistory: () => (view.project ? setHistory(true) : undefined),
    openRename: () => setRenaming(true),
  });
  const rename = useCommand('project.rename');
  const { fail } = useNotify();
  const { create } = useProjectActions();
  const dialog = useNewProject();
  const notices = useNotices();
  useLaunch();
  useShortcuts({
    ...actions,
    cancel: () => {
      const [newest] = runningJobs(view.jobs);
      if (newest) actions.cancelJob(newest.id);
    },
  });
  return (
    <>
      <Shell view={view} actions={actions}>
        <Outlet />
      </Shell>
      {palette ? <Palette parts={{ view, actions }} onClose={() => setPalette(false)} /> : null}
      {history && view.project ? <History onClose={() => setHistory(false)} /> : null}
      {dialog.opened ? (
        <NewProjectDialog
          files={dialog.files}
          locale={view.locale}
          onCreate={create}
          onClose={dialog.close}
        />
      ) : null}
      {renaming && view.project ? (
        <RenameProjectDialog
          name={view.project.name}
          onRename={(name) => rename.mutate({ name }, { onError: fail })}
          onClose={() => setRenaming(false)}
        />
      ) : null}
      {view.project ? <CustomerDialogs /> : null}
      <Repair />
      <Toasts toasts={notices.toasts} onDismiss={notices.remove} />
    </>
  );
}
