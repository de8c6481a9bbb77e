// Making, opening and closing projects: what Home, the project menu and the command palette share.
import { useNavigate } from '@tanstack/react-router';
import { AppError } from '../../../shared/errors.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import type { FileHandle } from '../../../shared/host.ts';
import type { Project } from '../../../shared/model/project.ts';
import { asAppError, useAskNow, useBridge } from '../../data/index.ts';
import { useNotify } from '../notices.ts';
import { nextStep } from '../steps.ts';
import { useRepair } from './repair.ts';
import type { DamagedProject } from './repair.ts';
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
  const repair = useRepair((state) => state.ask);

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
  /** A damaged project is not the end of it: what can be read of it can be saved. */
  const open = (from: DamagedProject['from']): Promise<boolean> =>
    attempt(async () => {
      try {
        await ask('project.open', from);
      } catch (error) {
        const { code, args } = asAppError(error);
        if (code !== 'PROJECT-DAMAGED') throw error;
        repair({ file: String(args['file'] ?? ''), from });
        throw new AppError('JOB-CANCELLED'); // the dialog says it
      }
      await goOn();
    });
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
        if (file) await open({ file: file.handle });
      }),
    openHandle: (file: FileHandle): Promise<boolean> => open({ file: file.handle }),
    openRecent: (id: string): Promise<boolean> => open({ recent: id }),
    /** A project that the engine has just saved, by its handle. */
    openSaved: (file: string): Promise<boolean> => open({ file }),
    /** A copy at a place the user chooses; the work goes on in it. */
    saveCopy: (name: string): Promise<boolean> =>
      attempt(async () => {
        const target = await bridge.pickSave('project', projectFileName(name));
        if (target) await ask('project.saveCopy', { target: target.handle });
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
