// Making, opening and closing projects: what Home, the project menu and the command palette share.
import { useNavigate } from '@tanstack/react-router';
import type { Locale } from '../../../shared/i18n/locale.ts';
import type { FileHandle } from '../../../shared/host.ts';
import type { Project } from '../../../shared/model/project.ts';
import { asAppError, useAskNow, useBridge } from '../../data/index.ts';
import { useNotify } from '../notices.ts';
import { nextStep } from '../steps.ts';
import { useProjectJobs } from './useProjectJobs.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Files that a screen hands to the import wizard. */
    importFiles?: readonly FileHandle[];
  }
}

export interface NewProject {
  readonly name: string;
  readonly locale: Locale;
  readonly currency: string;
  /** Spreadsheets to import right away. */
  readonly files: readonly FileHandle[];
}

/** Languages that the sample exists in. */
export type SampleLocale = 'en' | 'pt-BR' | 'ru';

const unsafe = /[\\/:*?"<>|\u0000-\u001f]+/g;

/** A file name for a project, e.g. `Alba & Ros, 2025.clientela`. */
export function projectFileName(name: string): string {
  return `${name.replace(unsafe, ' ').trim() || 'Clientela'}.clientela`;
}

/** Commands on whole projects; each goes where the work continues and reports failures by itself. */
export function useProjectActions() {
  const ask = useAskNow();
  const bridge = useBridge();
  const navigate = useNavigate();
  const { fail } = useNotify();
  const makeSample = useProjectJobs();

  const goOn = async (): Promise<void> => {
    const project: Project | null = await ask('project.current', undefined);
    if (!project) return;
    await navigate({ to: `/${nextStep(project.steps) ?? 'campaigns'}` });
  };
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      fail(asAppError(error));
      return false;
    }
  };
  return {
    /** Resolves false when the user cancelled the choice of a place, or when it failed. */
    create: async ({ files, ...project }: NewProject): Promise<boolean> => {
      const target = await bridge.pickSave('project', projectFileName(project.name)).catch(() => null);
      if (!target) return false;
      return attempt(async () => {
        await ask('project.create', { ...project, target: target.handle });
        if (files.length > 0) await navigate({ to: '/data/import', state: { importFiles: files } });
        else await navigate({ to: '/data' });
      });
    },
    openFile: (): Promise<boolean> =>
      attempt(async () => {
        const [file] = await bridge.pickFiles('project', false);
        if (!file) return;
        await ask('project.open', { file: file.handle });
        await goOn();
      }),
    openHandle: (file: FileHandle): Promise<boolean> =>
      attempt(async () => {
        await ask('project.open', { file: file.handle });
        await goOn();
      }),
    openRecent: (id: string): Promise<boolean> =>
      attempt(async () => {
        await ask('project.open', { recent: id });
        await goOn();
      }),
    openSample: (locale: SampleLocale): Promise<boolean> =>
      attempt(async () => {
        await makeSample(locale);
        await goOn();
      }),
    close: (): Promise<boolean> =>
      attempt(async () => {
        await ask('project.close', undefined);
        await navigate({ to: '/' });
      }),
  };
}
