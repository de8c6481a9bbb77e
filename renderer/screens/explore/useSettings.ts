// The left pane's state: the draft of the next run, how it compares with the shown solution, and running it.
import type { ProjectSettings } from '../../../shared/model/project.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { useNotify } from '../../app/index.ts';
import { useCommand } from '../../data/index.ts';
import type { ComputedFeatures } from '../../intake/index.ts';
import { useFigures } from '../../ui/index.ts';
import { draftOf, isSameRun, missingFor, runSettings } from './settings.ts';
import type { RunState, SettingsPaneProps } from './SettingsPane.tsx';
import { triedAcross } from './triedAcross.ts';
import { useRunKey, useWaiting, type Run } from './useRun.ts';
import type { ExploreView } from './view.ts';

export interface SettingsInput {
  readonly computed: ComputedFeatures;
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
  computed,
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
  const { set, computing, share, error } = computed;
  const features = set?.features ?? [];
  const draft = view.draft ?? draftOf(segmentation);
  const setProject = useCommand('project.setSettings');
  /** The features shown are those of former data or settings. */
  const former = computing || error !== null;
  const start = (): void => {
    if (!run.job && missingFor(draft, features) === null) run.start(runSettings(draft, features, seed));
  };
  const { wanted, ask } = useWaiting(computed, start);
  useRunKey(ask);
  const state: RunState = run.job
    ? { kind: 'running', progress: run.job.progress }
    : computing
      ? { kind: 'computing', share, wanted }
      : !segmentation
        ? { kind: 'notRun' }
        : former || !isSameRun(runSettings(draft, features, seed), segmentation)
          ? { kind: 'outdated' }
          : segmentation.outdated
            ? { kind: 'formerData' }
            : { kind: 'upToDate', when: figures.time(segmentation.createdAt) };
  return {
    pane: {
      features,
      customers: set?.customers ?? 0,
      nameOf,
      onChoose: former ? null : (name, chosen) => choose.mutate({ name, chosen }, { onError: fail }),
      onLog: former ? null : (name, log) => choose.mutate({ name, log }, { onError: fail }),
      draft,
      onDraft: view.edit,
      usualMissing: missing,
      analysisDate,
      onAnalysisDate: (date) => setProject.mutate({ analysisDate: date }, { onError: fail }),
      currency,
      tried: segmentation ? triedAcross(segmentation, solutions) : [],
      state,
      onRun: ask,
      onCancel: run.cancel,
    },
    onPrepare: (k) => view.edit({ ...draft, mode: 'one', k }),
  };
}
