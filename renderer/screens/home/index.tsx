// Home over the engine and the host.
import { useState } from 'react';
import { useNotify } from '../../app/index.ts';
import { useNewProject } from '../../app/project/newProject.ts';
import { useProjectActions } from '../../app/project/useProjectActions.ts';
import { asAppError, useAsk, useBridge, useCommand } from '../../data/index.ts';
import type { FileHandle } from '../../../shared/host.ts';
import { HomeView } from './HomeView.tsx';
import type { SampleLocale } from './SampleCards.tsx';

/** The start screen. */
export function Screen() {
  const bridge = useBridge();
  const recent = useAsk('project.recent', undefined).data ?? [];
  const forget = useCommand('project.forgetRecent');
  const projects = useProjectActions();
  const askNew = useNewProject((state) => state.ask);
  const { fail } = useNotify();
  const [busySample, setBusySample] = useState<SampleLocale | null>(null);
  const start = (taking: Promise<readonly FileHandle[]>): void =>
    void taking.then(
      (files) => (files.length > 0 ? askNew(files) : undefined),
      (error: unknown) => fail(asAppError(error)),
    );
  const openSample = async (locale: SampleLocale): Promise<void> => {
    setBusySample(locale);
    await projects.openSample(locale);
    setBusySample(null);
  };
  return (
    <HomeView
      projects={recent}
      now={new Date().toISOString()}
      version={bridge.version}
      busySample={busySample}
      onNew={() => askNew()}
      onOpen={() => void projects.openFile()}
      onChoose={() => start(bridge.pickFiles('spreadsheets', true))}
      onFiles={(files) => start(bridge.takeDropped(files))}
      onRecent={(id) => void projects.openRecent(id)}
      onForget={(id) => forget.mutate({ id }, { onError: fail })}
      onSample={(locale) => void openSample(locale)}
    />
  );
}
