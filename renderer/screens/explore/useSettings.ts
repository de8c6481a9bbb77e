// The left pane's state: the draft of the next run, how it compares with the shown solution, and running it.
import type { FeatureSet } from '../../../shared/model/feature.ts';
import type { ProjectSettings } from '../../../shared/model/project.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { useNotify } from '../../app/index.ts';
import { useCommand, useJob } from '../../data/index.ts';
import { useFigures } from '../../ui/index.ts';
import { draftOf, isSameRun, missingFor, runSettings } from './settings.ts';
import type { RunState, SettingsPaneProps } from './SettingsPane.tsx';
import { triedAcross } from './triedAcross.ts';
import { useRunKey, type Run } from './useRun.ts';
import type { ExploreView } from './view.ts';

export interface SettingsInput {
  readonly set: FeatureSet | null;
  readonly segmentation: Segmentation | null;
  readonly solutions: readonly Segmentation[];
  readonly project: Pick<ProjectSettings, 'seed' | 'missing' | 'analysisDate' | 'currency'>;
  readonly nameOf: (feature: string) => string;
  readonly view: Pick<ExploreView, 'draft' | 'edit'>;
  readonly run: Run;
}

export interface SettingsState {
  readonly pane: SettingsPaneProps;
  /** Sets the next run to exactly this number of segments. */
  readonly onPrepare: (k: number) => void;
}

/** Also binds Ctrl Enter while the screen is shown. */
export function useSettings({
  set,
  segmentation,
  solutions,
  project: { seed, missing, analysisDate, currency },
  nameOf,
  view,
  run,
}: SettingsInput): SettingsState {
  const choose = useCommand('features.choose');
  const { fail } = useNotify();
  const figures = useFigures();
  const features = set?.features ?? [];
  const draft = view.draft ?? draftOf(segmentation);
  const setProject = useCommand('project.setSettings');
  const compute = useJob('features.compute');
  /** Recency and tenure follow: the features are made anew at once. */
  const onAnalysisDate = (date: string | null): void => {
    // Promises: the screen may make way for its loading state in between.
    setProject
      .mutateAsync({ analysisDate: date })
      .then(() => compute.mutateAsync({}))
      .catch(fail);
  };
  const start = (): void => {
    if (!run.job && missingFor(draft, features) === null) run.start(runSettings(draft, features, seed));
  };
  useRunKey(start);
  const state: RunState = run.job
    ? { kind: 'running', progress: run.job.progress }
    : !segmentation
      ? { kind: 'notRun' }
      : !isSameRun(runSettings(draft, features, seed), segmentation)
        ? { kind: 'outdated' }
        : segmentation.outdated
          ? { kind: 'formerData' }
          : { kind: 'upToDate', when: figures.time(segmentation.createdAt) };
  return {
    pane: {
      features,
      customers: set?.customers ?? 0,
      nameOf,
      onChoose: (name, chosen) => choose.mutate({ name, chosen }, { onError: fail }),
      onLog: (name, log) => choose.mutate({ name, log }, { onError: fail }),
      draft,
      onDraft: view.edit,
      usualMissing: missing,
      analysisDate,
      onAnalysisDate,
      currency,
      tried: segmentation ? triedAcross(segmentation, solutions) : [],
      state,
      onRun: start,
      onCancel: run.cancel,
    },
    onPrepare: (k) => view.edit({ ...draft, mode: 'one', k }),
  };
}
