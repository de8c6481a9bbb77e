// The palette's list: steps, project, segments of the active segmentation, view.
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LOCALE_NAMES, LOCALES } from '../../../shared/i18n/locale.ts';
import { STEPS } from '../../../shared/model/project.ts';
import { useCustomerDialogs } from '../../customer/index.ts';
import { useAsk } from '../../data/index.ts';
import { focusPane } from '../shell/shortcuts.ts';
import { runningJobs, type ShellParts } from '../shell/view.ts';
import type { PaletteCommand } from './match.ts';

function useSegmentCommands(open: boolean): readonly PaletteCommand[] {
  const t = useTranslations('shell');
  const navigate = useNavigate();
  const segments = useAsk('segments.list', {}, { enabled: open }).data ?? [];
  return segments.map((segment) => ({
    id: `segment-${segment.id}`,
    group: t('groups.segments'),
    label: segment.name,
    run: () => void navigate({ to: `/segments/${segment.id}` }),
  }));
}

/** All commands that apply now. */
export function useCommands({ view, actions }: ShellParts): readonly PaletteCommand[] {
  const t = useTranslations('shell');
  const p = useTranslations('project');
  const customer = useTranslations('customer');
  const searchCustomers = useCustomerDialogs((state) => state.searchCustomers);
  const project = view.project;
  const segments = useSegmentCommands((project?.segments ?? 0) > 0);
  const steps = project
    ? STEPS.map((step, index) => ({
        id: step,
        group: t('groups.steps'),
        label: t(`steps.${step}`),
        keys: `Alt ${index + 1}`,
        run: () => actions.goStep(step),
      }))
    : [];
  const own = { group: t('groups.project') };
  const running = runningJobs(view.jobs);
  const projectCommands: readonly (PaletteCommand | false)[] = [
    !!project?.undo && { ...own, id: 'undo', label: t('undo'), keys: 'Ctrl Z', run: actions.undo },
    !!project?.redo && { ...own, id: 'redo', label: t('redo'), keys: 'Ctrl Shift Z', run: actions.redo },
    project !== null && {
      ...own,
      id: 'history',
      label: t('history.title'),
      keys: 'Ctrl H',
      run: actions.openHistory,
    },
    { ...own, id: 'home', label: t('goHome'), run: actions.goHome },
    { ...own, id: 'new', label: t('newProject'), keys: 'Ctrl N', run: actions.newProject },
    { ...own, id: 'open', label: t('openProject'), keys: 'Ctrl O', run: actions.openProject },
    project !== null &&
      !project.readOnly && { ...own, id: 'rename', label: t('renameProject'), run: actions.renameProject },
    (project?.sources ?? 0) > 0 && { ...own, id: 'customer', label: customer('find'), run: searchCustomers },
    project !== null && { ...own, id: 'copy', label: p('saveCopy'), run: actions.saveCopy },
    project !== null && { ...own, id: 'close', label: t('closeProject'), run: actions.closeProject },
    running.length > 0 && {
      ...own,
      id: 'cancel',
      label: t('cancelJobs'),
      keys: 'Ctrl .',
      run: () => running.forEach((job) => actions.cancelJob(job.id)),
    },
  ];
  const look = { group: t('groups.view') };
  return [
    ...steps,
    ...projectCommands.filter((command) => command !== false),
    ...segments,
    {
      ...look,
      id: 'theme',
      label: t(view.theme === 'dark' ? 'toLight' : 'toDark'),
      run: actions.toggleTheme,
    },
    { ...look, id: 'pane', label: t('nextPane'), keys: 'F6', run: () => focusPane(1) },
    ...LOCALES.map((locale) => ({
      ...look,
      id: locale,
      label: `${t('language')}: ${LOCALE_NAMES[locale]}`,
      run: () => actions.setLocale(locale),
    })),
  ];
}
