// What was asked on the command line or by opening a file: once, when the window starts.
import { useEffect, useRef } from 'react';
import { useBridge } from '../../data/index.ts';
import { usePreferences } from '../preferences.ts';
import { useNewProject } from '../project/newProject.ts';
import { useProjectActions, type SampleLocale } from '../project/useProjectActions.ts';

const PROJECT_FILE = /\.clientela$/i;

/** The sample in the interface's language where it exists, else in English. */
export function sampleLocaleOf(locale: string): SampleLocale {
  return locale === 'pt-BR' || locale === 'ru' ? locale : 'en';
}

/** Opens the sample, a project, or the “New project” dialog with spreadsheets. */
export function useLaunch(): void {
  const bridge = useBridge();
  const { locale } = usePreferences();
  const { openHandle, openSample } = useProjectActions();
  const askNew = useNewProject((state) => state.ask);
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    const start = async (): Promise<void> => {
      if (bridge.openSample) await openSample(sampleLocaleOf(locale));
      const files = await bridge.launchFiles();
      const project = files.find((file) => PROJECT_FILE.test(file.name));
      if (project) await openHandle(project);
      else if (files.length > 0) askNew(files);
    };
    // The host may be gone already; the shell then says so.
    start().catch(() => undefined);
  });
}
