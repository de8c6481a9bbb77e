// What was asked on the command line or by opening a file: when the window starts, and whenever the app is started
// again while it is open.
import { useEffect, useEffectEvent, useRef } from 'react';
import { asAppError, useBridge } from '../../data/index.ts';
import { useNotify } from '../notices.ts';
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
  const { fail } = useNotify();
  const done = useRef(false);
  const openFiles = useEffectEvent(async (): Promise<void> => {
    try {
      const files = await bridge.launchFiles();
      const project = files.find((file) => PROJECT_FILE.test(file.name));
      if (project) await openHandle(project);
      else if (files.length > 0) askNew(files);
    } catch (error) {
      const reason = asAppError(error);
      if (reason.code !== 'ENGINE-STOPPED') fail(reason); // the shell itself says that the host has gone
    }
  });
  const start = useEffectEvent(async (): Promise<void> => {
    if (bridge.openSample) await openSample(sampleLocaleOf(locale));
    await openFiles();
  });
  useEffect(() => bridge.onLaunchFiles(() => void openFiles()), [bridge]);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    void start();
  }, []);
}
