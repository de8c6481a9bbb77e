// What the shell draws and what it can do, as plain data: the connected shell and the fixtures both make one.
import type { Locale } from '../../../shared/i18n/locale.ts';
import { isUnderWay, type Job } from '../../../shared/model/job.ts';
import type { Caution, Project, Step } from '../../../shared/model/project.ts';
import type { ThemeName } from '../theme.ts';

export interface ShellView {
  readonly project: Project | null;
  /** The open step; null on Home. */
  readonly step: Step | null;
  /** Words after the step in the breadcrumb, e.g. `Import`. */
  readonly trail: readonly string[];
  readonly jobs: readonly Job[];
  readonly locale: Locale;
  readonly theme: ThemeName;
  readonly connection: 'connecting' | 'open' | 'lost';
}

export interface ShellActions {
  readonly goStep: (step: Step) => void;
  readonly goHome: () => void;
  readonly newProject: () => void;
  readonly openProject: () => void;
  readonly closeProject: () => void;
  readonly saveCopy: () => void;
  readonly dismissCaution: (code: Caution['code']) => void;
  readonly renameProject: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setLocale: (locale: Locale) => void;
  readonly toggleTheme: () => void;
  readonly cancelJob: (jobId: string) => void;
  readonly openPalette: () => void;
  readonly openHistory: () => void;
}

export interface ShellParts {
  readonly view: ShellView;
  readonly actions: ShellActions;
}

/** Jobs that have not ended, newest first. */
export function runningJobs(jobs: readonly Job[]): readonly Job[] {
  return jobs.filter(isUnderWay);
}
